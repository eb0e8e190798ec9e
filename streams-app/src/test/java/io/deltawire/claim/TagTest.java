package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TagTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "CC", "CD", "DT", "EX", "FW", "IN", "JJ", "JJR", "JJS", "MD", "NN", "NNS", "NNP", "NNPS", "PDT", "POS",
                "PRP", "PRP$", "RB", "RBR", "RBS", "RP", "SYM", "TO", "UH", "VB", "VBD", "VBG", "VBN", "VBP", "VBZ",
                "WDT", "WP", "WP$", "WRB", "$", "#", ",", ".", ":", "``", "''", "-LRB-", "-RRB-", ""
            })
    void groupsHoldTheTagsThatBeginAlike(String pos) {
        int bits = Tag.bits(pos);

        assertThat((bits & Tag.NOUN) != 0).isEqualTo(pos.startsWith("NN"));
        assertThat((bits & Tag.PROPER) != 0).isEqualTo(pos.startsWith("NNP"));
        assertThat((bits & Tag.ADJECTIVE) != 0).isEqualTo(pos.startsWith("JJ"));
        assertThat((bits & Tag.ADVERB) != 0).isEqualTo(pos.startsWith("RB"));
        assertThat((bits & Tag.VERB) != 0).isEqualTo(pos.startsWith("VB"));
        assertThat((bits & Tag.WHO) != 0).isEqualTo(pos.startsWith("W"));
    }
}
