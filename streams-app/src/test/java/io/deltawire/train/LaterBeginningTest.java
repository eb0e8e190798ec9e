package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LaterBeginningTest {
    private static NerSentence sentence(String marked) {
        return MarkedNews.read(List.of(marked)).get(0);
    }

    private static String text(NerSentence sentence) {
        return sentence.tokens().stream().map(Token::text).collect(Collectors.joining(" "));
    }

    @Test
    void copiesBeginWithAWordInLowerCaseThatTakesTheCapital() {
        NerSentence whole = sentence("[PER Ana Lopes] said that rebels held [LOC Puno].");
        Random random = new Random(7);
        Set<String> copies = Stream.generate(
                        () -> text(LaterBeginning.of(whole, random).orElseThrow()))
                .limit(100)
                .collect(Collectors.toSet());

        assertThat(copies)
                .contains(
                        "Said that rebels held Puno .", "That rebels held Puno .", "Rebels held Puno .", "Held Puno .");
        assertThat(copies).contains("Rebels held").allMatch(copy -> copy.matches("(Said|That|Rebels|Held) .*"));
    }

    @Test
    void namesKeepTheirPlacesAndTheNewFirstWordIsNone() {
        NerSentence whole = sentence("On Friday rebels left [LOC Puno] to [PER Ana Lopes].");
        Random random = new Random(7);
        for (int round = 0; round < 100; round++) {
            NerSentence copy = LaterBeginning.of(whole, random).orElseThrow();

            assertThat(copy.labels()).hasSameSizeAs(copy.tokens().toArray());
            assertThat(copy.labels()[0]).isEqualTo(NameLabels.NONE);
            assertThat(NameLabels.spans(copy.labels(), 0).stream()
                            .map(span -> copy.tokens().subList(span.firstToken(), span.endToken()).stream()
                                    .map(Token::text)
                                    .collect(Collectors.joining(" "))))
                    .isSubsetOf("Puno", "Ana Lopes");
        }
    }

    @Test
    void sentencesOfNamesAndShortWordsGiveNoCopy() {
        assertThat(LaterBeginning.of(sentence("[PER Ana Lopes] is in [LOC Puno]."), new Random(7)))
                .isEmpty();
    }
}
