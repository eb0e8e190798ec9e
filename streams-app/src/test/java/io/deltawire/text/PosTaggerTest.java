package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PosTaggerTest {
    private static List<String> tagged(String title, String text) {
        return Texts.read(title, text).tokens().stream()
                .map(token -> token.text() + "/" + token.pos())
                .toList();
    }

    @Test
    void verbsNounsAndNamesAreToldApart() {
        assertThat(tagged("", "The mayor said divers found 12 more bodies near Port Said."))
                .containsExactly(
                        "The/DT",
                        "mayor/NN",
                        "said/VBD",
                        "divers/NNS",
                        "found/VBD",
                        "12/CD",
                        "more/JJR",
                        "bodies/NNS",
                        "near/IN",
                        "Port/NNP",
                        "Said/NNP",
                        "./.");
    }

    @Test
    void headlinesInTitleCaseAreTaggedLikeText() {
        assertThat(tagged("Minister Rejects Plan to Close Schools in London", ""))
                .contains("Rejects/VBZ", "Plan/NN", "to/TO", "Close/VB", "Schools/NNS", "London/NNP");
    }

    @Test
    void lemmasFollowTheTag() {
        assertThat(Texts.read("", "She left; he was willing and fell. Their feet hurt, they don't run.")
                        .tokens())
                .extracting(Token::lemma)
                .contains("leave", "be", "fall", "foot", "not", "willing");
    }
}
