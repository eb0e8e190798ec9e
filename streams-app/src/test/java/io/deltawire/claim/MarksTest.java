package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.text.Token;
import io.deltawire.text.WordForm;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a mark is missing nobody looks, so every word that a list knows must bear it. */
class MarksTest {
    @ParameterizedTest
    @CsvSource({"offices, OFFICE", "tenures, TENURE", "cues, CUE", "conditions, CONDITION", "earlier, EARLIER"})
    void whatAListedPhraseBeginsAndGoesOnWithIsMarked(String list, String name) throws ReflectiveOperationException {
        long first = mark(name);
        long rest = name.equals("EARLIER") ? 0 : mark(name + "_REST");
        int phrases = 0;
        for (String line : Lexicon.lines(list)) {
            for (String phrase : line.substring(line.indexOf('\t') + 1).split(",")) {
                String[] words = phrase.strip().split(" ");
                assertThat(of(words[0]) & first).as(phrase).isNotZero();
                if (words.length > 1 && rest != 0) {
                    assertThat(of(words[1]) & rest).as(phrase).isNotZero();
                    phrases++;
                }
            }
        }
        assertThat(phrases > 0 || rest == 0).isTrue();
    }

    @Test
    void formsThatTheTaggerTakesForOtherWordsAreMarkedToo() {
        assertThat(of("resigned") & Marks.TENURE).isNotZero();
        assertThat(of("president-elect") & Marks.OFFICE).isNotZero();
        assertThat(of("minister") & Marks.DEPARTMENT).isNotZero();
        assertThat(of("weeks") & Marks.UNIT).isNotZero();
        assertThat(of("agreed") & Marks.STANCE).isNotZero();
    }

    @Test
    void mostWordsHaveFewMarks() {
        assertThat(of("harbour")
                        & (Marks.OFFICE | Marks.TENURE | Marks.CUE | Marks.CONDITION | Marks.STANCE | Marks.SIGN))
                .isZero();
    }

    @Test
    void stepsOfEitherSignAreKept() {
        for (String word : new String[] {"reject", "agree", "the", "harbour", "storm"}) {
            assertThat(Marks.steps(of(word))).as(word).isEqualTo(StanceModel.steps(word));
        }
        assertThat(Marks.steps(of("reject"))).isPositive();
        assertThat(Marks.steps(of("storm"))).isNegative();
    }

    private static long mark(String name) throws ReflectiveOperationException {
        return Marks.class.getDeclaredField(name.toUpperCase(Locale.ROOT)).getLong(null);
    }

    private static long of(String word) {
        return Marks.of(new Token(0, word.length(), WordForm.of(word), WordForm.of(word), "NN"));
    }
}
