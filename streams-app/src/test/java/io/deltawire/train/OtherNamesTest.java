package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class OtherNamesTest {
    private static final List<NerSentence> SENTENCES = MarkedNews.read(List.of(
            "[PER Ana Lopes] left [LOC Lima] .",
            "[PER Kofi Mensah Addo] of the [ORG Halden Group] saw [PER Lopes] .",
            "# [MISC Peruvian] rail firm quits [LOC LIMA]",
            "[LOC Puno] waits ."));

    private static String text(NerSentence sentence) {
        return sentence.tokens().stream().map(Token::text).collect(Collectors.joining(" "));
    }

    private static List<Object> types(NerSentence sentence) {
        return NameLabels.spans(sentence.labels(), 0).stream()
                .map(span -> (Object) span.type())
                .toList();
    }

    @Test
    void copiesKeepTheirTypesAndTheWordsAroundNames() {
        OtherNames others = new OtherNames(SENTENCES);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            NerSentence copy = others.renamed(SENTENCES.get(1), random);

            assertThat(types(copy)).isEqualTo(types(SENTENCES.get(1)));
            assertThat(text(copy)).matches(".+ of the Halden Group saw .+ \\.");
            assertThat(copy.labels()).hasSameSizeAs(copy.tokens().toArray());
        }
    }

    @Test
    void surnamesStaySingleWordsAndFullNamesFullNames() {
        OtherNames others = new OtherNames(SENTENCES);
        Random random = new Random(7);
        for (int round = 0; round < 20; round++) {
            assertThat(text(others.renamed(SENTENCES.get(1), random)))
                    .matches("(\\w+\\.? )?(Ana Lopes|Kofi Mensah Addo) of the Halden Group saw (\\w+\\.? )?Lopes \\.");
        }
    }

    @Test
    void honorificsComeInBeforePersonsAndStayOutsideTheirNames() {
        OtherNames others = new OtherNames(SENTENCES);
        Random random = new Random(7);
        List<NerSentence> copies = Stream.generate(() -> others.renamed(SENTENCES.get(0), random))
                .limit(200)
                .toList();

        assertThat(copies)
                .anyMatch(copy -> text(copy).startsWith("Mrs "))
                .anyMatch(copy -> text(copy).startsWith("Dr. "));
        assertThat(copies).noneMatch(copy -> text(copy).matches(".* (Mr|Mrs|Ms|Dr)\\.? (Lima|Puno) .*"));
        assertThat(copies).allSatisfy(copy -> {
            String name = copy.tokens()
                    .get(NameLabels.spans(copy.labels(), 0).get(0).firstToken())
                    .text();
            assertThat(name).isIn("Ana", "Kofi");
        });
    }

    @Test
    void noHonorificBehindATitleOrInCapitals() {
        List<NerSentence> sentences =
                MarkedNews.read(List.of("Judge [PER Ana Lopes] left .", "[PER KOFIBE MENSAH] WINS"));
        OtherNames others = new OtherNames(sentences);
        Random random = new Random(7);
        for (int round = 0; round < 40; round++) {
            assertThat(text(others.renamed(sentences.get(0), random))).matches("Judge (Ana|KOFIBE) .*");
            assertThat(text(others.renamed(sentences.get(1), random))).matches("(ANA|KOFIBE) .*");
        }
    }

    @Test
    void placesChangeAndOtherNamesStay() {
        OtherNames others = new OtherNames(SENTENCES);
        Random random = new Random(7);
        List<String> copies = Stream.generate(() -> text(others.renamed(SENTENCES.get(2), random)))
                .limit(40)
                .distinct()
                .toList();
        assertThat(copies).allMatch(copy -> copy.startsWith("Peruvian rail firm quits "));
        assertThat(copies).contains("Peruvian rail firm quits Puno");
    }
}
