package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.evaluate.ScenarioGold.Shift;
import io.deltawire.evaluate.ScenarioGold.Told;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ChangeScoreTest {
    private static final Shift GOLD = shift("a2", "41", "118");

    private static Shift shift(String article, String before, String after) {
        return new Shift(
                article,
                "QUANTITY",
                List.of("FACT_REVISED"),
                "",
                Optional.of(Pattern.compile(before)),
                Optional.of(Pattern.compile(after)));
    }

    private static ScenarioGold scenario(List<Shift> gold, List<Shift> acceptable) {
        return new ScenarioGold(
                "quake",
                List.of("a1", "a2"),
                gold,
                acceptable,
                List.of(Pattern.compile("^1999$")),
                List.of(List.of("a1", "a2")));
    }

    private static Told told(String type, String article, String before, String after, int sources) {
        return new Told(article, type, "QUANTITY", "killed", before, after, sources, 0.9);
    }

    private static ChangeScore score(List<Shift> acceptable, Told... told) {
        return ChangeScore.of(List.of(scenario(List.of(GOLD), acceptable)), List.of(told));
    }

    @Test
    void aShiftThatFitsIsFoundAndTrue() {
        ChangeScore score = score(List.of(), told("FACT_REVISED", "a2", "41", "118", 1));
        assertThat(score.recall()).isEqualTo(100);
        assertThat(score.precision()).isEqualTo(100);
        assertThat(score.lines()).isEmpty();
    }

    @Test
    void whatNobodyToldIsMissedAndWhatNobodyAskedForIsFalse() {
        ChangeScore score = score(List.of(), told("FACT_REVISED", "a2", "41", "119", 1));
        assertThat(score.recall()).isZero();
        assertThat(score.precision()).isZero();
        assertThat(score.lines()).hasSize(2);
    }

    @Test
    void oneShiftAnswersOneGoldOnly() {
        Told same = told("FACT_REVISED", "a2", "41", "118", 1);
        ChangeScore score = score(List.of(), same, same);
        assertThat(score.recall()).isEqualTo(100);
        assertThat(score.precision()).isEqualTo(50);
    }

    @Test
    void acceptableShiftsCountNeitherForNorAgainst() {
        Told spare = told("FACT_REVISED", "a2", "7", "9", 1);
        ChangeScore score = score(List.of(shift("a2", "7", "9")), told("FACT_REVISED", "a2", "41", "118", 1), spare);
        assertThat(score.precision()).isEqualTo(100);
        assertThat(score.judged()).hasSize(1);
    }

    @Test
    void anotherTypeOrArticleDoesNotFit() {
        assertThat(score(List.of(), told("FACT_DISPUTED", "a2", "41", "118", 1)).recall())
                .isZero();
        assertThat(score(List.of(), told("FACT_REVISED", "a1", "41", "118", 1)).recall())
                .isZero();
    }

    @Test
    void trapsAndCopiesAreCountedApart() {
        ChangeScore score = score(
                List.of(),
                told("FACT_REVISED", "a2", "41", "1999", 1),
                told("FACT_CORROBORATED", "a2", "41", "41", 2),
                told("FACT_CORROBORATED", "a2", "41", "41", 3));
        assertThat(score.traps()).isEqualTo(1);
        assertThat(score.copies()).isEqualTo(1);
    }

    @Test
    void reportsAndCorroborationsAreNoShifts() {
        assertThat(score(List.of(), told("FACT_REPORTED", "a1", "", "41", 1)).judged())
                .isEmpty();
    }
}
