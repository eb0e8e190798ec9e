package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NerDataTest {
    @TempDir
    private Path folder = Path.of("");

    private List<String> names(String... rows) throws IOException {
        Path file = Files.writeString(folder.resolve("set.txt"), String.join("\n", rows) + "\n\n");
        return NerData.read(file).stream()
                .flatMap(sentence -> NameLabels.spans(sentence.labels(), 0).stream()
                        .map(span -> sentence.tokens().subList(span.firstToken(), span.endToken()).stream()
                                        .map(Token::text)
                                        .collect(Collectors.joining(" "))
                                + "/" + span.type()))
                .toList();
    }

    @Test
    void honorificsThatAMarkTakesInAreLeftOutOfPersons() throws IOException {
        assertThat(names("Mrs.\tB-PER", "Ana\tI-PER", "Lopes\tI-PER", "met\tO", "Dr\tB-PER", "Addo\tI-PER", ".\tO"))
                .containsExactly("Ana Lopes/PERSON", "Addo/PERSON");
    }

    @Test
    void namesThatOnlyLookLikeHonorificsStay() throws IOException {
        assertThat(names("Dr\tB-PER", "of\tO", "Mr.\tB-ORG", "Bun\tI-ORG", ".\tO"))
                .containsExactly("Dr/PERSON", "Mr. Bun/ORGANISATION");
    }
}
