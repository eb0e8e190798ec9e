package io.deltawire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.text.Shapes;
import io.deltawire.text.Token;
import io.deltawire.text.Tokens;
import java.util.List;
import org.junit.jupiter.api.Test;

class AcronymsTest {
    private static int[] of(String... words) {
        List<Token> tokens = Tokens.of(List.of(words));
        return Acronyms.of(
                tokens,
                tokens.stream().mapToInt(token -> Shapes.of(token.text())).toArray());
    }

    @Test
    void lettersInBracketsStandForTheWordsBefore() {
        assertThat(of("the", "Movement", "for", "Democratic", "Change", "(", "MDC", ")", "said"))
                .containsExactly(
                        0, Acronyms.FIRST, Acronyms.INSIDE, Acronyms.INSIDE, Acronyms.INSIDE, 0, Acronyms.SHORT, 0, 0);
    }

    @Test
    void otherLettersInBracketsStandForNothing() {
        assertThat(of("Mr", "Doe", "(", "MDC", ")", "said")).containsExactly(0, 0, 0, Acronyms.BRACKETED, 0, 0);
    }

    @Test
    void mostSentencesHaveNone() {
        assertThat(of("MDC", "said", "so")).isEmpty();
    }
}
