package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Every row, each by the plainest case it is there for. */
class DecisionTableTest {
    private static final Set<DecisionTable> REACHED = EnumSet.noneOf(DecisionTable.class);

    /** An independent, recent, timely claim of another value, except for what is given. */
    private static DecisionTable row(Object... namesAndValues) throws ReflectiveOperationException {
        Map<String, Object> given =
                new TreeMap<>(Map.of("toLeading", Match.OTHER, "independent", true, "recent", true, "samePlan", true));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            given.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        RecordComponent[] components = Encounter.class.getRecordComponents();
        Object[] arguments = Arrays.stream(components)
                .map(component -> given.getOrDefault(component.getName(), fallback(component.getType())))
                .toArray();
        if (given.get("toLeading") == "none") {
            arguments[0] = null;
        }
        Constructor<Encounter> constructor = Encounter.class.getDeclaredConstructor(
                Arrays.stream(components).map(RecordComponent::getType).toArray(Class[]::new));
        DecisionTable row = DecisionTable.row(constructor.newInstance(arguments));
        REACHED.add(row);
        return row;
    }

    private static @Nullable Object fallback(Class<?> type) {
        return type == boolean.class ? Boolean.FALSE : type == Judged.class ? Judged.NOT_ASKED : null;
    }

    @Test
    void aSourceThatWithdrawsItsValueRetractsIt() throws ReflectiveOperationException {
        assertThat(row("retraction", true, "toLeading", Match.SAME)).isEqualTo(DecisionTable.WITHDRAWN);
        assertThat(row("retraction", true)).isEqualTo(DecisionTable.WITHDRAWAL_OF_UNKNOWN);
        assertThat(row("retraction", true, "toLeading", Match.SAME, "desertion", true))
                .isEqualTo(DecisionTable.WITHDRAWN_BY_ONE_OF_SEVERAL);
        assertThat(row("known", Standing.State.RETRACTED)).isEqualTo(DecisionTable.WITHDRAWN_BEFORE);
    }

    @Test
    void theJudgeSaysWhetherAFigureTakesThePlaceOfAnotherOrStandsAgainstIt() throws ReflectiveOperationException {
        assertThat(row("judged", Judged.CONTESTS, "toLeading", Match.HIGHER, "rising", true))
                .isEqualTo(DecisionTable.JUDGED_RIVAL);
        assertThat(row("judged", Judged.MOVES)).isEqualTo(DecisionTable.JUDGED_NEW);
        assertThat(row("judged", Judged.MOVES, "known", Standing.State.COMPETING))
                .isEqualTo(DecisionTable.JUDGED_WINNER);
        assertThat(row("judged", Judged.MOVES, "rising", true, "toLeading", Match.LOWER, "lagging", true))
                .isEqualTo(DecisionTable.LAGGING_UPDATE);
    }

    @Test
    void aShiftThatHardlyProvesTrueIsNotedOnly() throws ReflectiveOperationException {
        assertThat(row("judged", Judged.MOVES, "update", true)).isNotEqualTo(DecisionTable.IMPROBABLE);
        assertThat(row("judged", Judged.IMPROBABLE, "update", true)).isEqualTo(DecisionTable.IMPROBABLE);
        assertThat(row("judged", Judged.IMPROBABLE, "rising", true, "toLeading", Match.HIGHER))
                .isEqualTo(DecisionTable.IMPROBABLE);
    }

    @Test
    void whoIsCountedElsewhereNowIsCountedHereNoMore() throws ReflectiveOperationException {
        assertThat(row("judged", Judged.PASSES_ON, "rising", true, "toLeading", Match.LOWER, "unsure", true))
                .isEqualTo(DecisionTable.DIED_SINCE);
    }

    @Test
    void theFirstValueIsReportedAndTheSameValueSupportsIt() throws ReflectiveOperationException {
        assertThat(row("toLeading", "none")).isEqualTo(DecisionTable.FIRST);
        assertThat(row("toLeading", Match.SAME)).isEqualTo(DecisionTable.SAME_VALUE);
        assertThat(row("toLeading", Match.WITHIN)).isEqualTo(DecisionTable.BOTH_CAN_BE_TRUE);
        assertThat(row("toLeading", Match.WITHIN, "judged", Judged.MOVES))
                .as("some 71,000 after 64,000, which the judge takes for news")
                .isEqualTo(DecisionTable.JUDGED_NEW);
    }

    @Test
    void subgroupsUnsureReadingsAndLateArticlesShiftNothing() throws ReflectiveOperationException {
        assertThat(row("quiet", true, "update", true)).isEqualTo(DecisionTable.NEVER_SHIFTS);
        assertThat(row("unsure", true, "update", true)).isEqualTo(DecisionTable.NEVER_SHIFTS);
        assertThat(row("late", true, "update", true)).isEqualTo(DecisionTable.OLD_NEWS);
    }

    @Test
    void updateLanguageAndCorrectionsSupersede() throws ReflectiveOperationException {
        assertThat(row("update", true)).isEqualTo(DecisionTable.MOVED);
        assertThat(row("correction", true)).isEqualTo(DecisionTable.CORRECTED);
        assertThat(row("rising", true, "toLeading", Match.LOWER, "lowered", true))
                .isEqualTo(DecisionTable.LOWERED);
    }

    @Test
    void anOutletBehindTheNewsDoesNotTakeTheTollBack() throws ReflectiveOperationException {
        assertThat(row("rising", true, "toLeading", Match.LOWER, "lagging", true, "update", true))
                .isEqualTo(DecisionTable.LAGGING_UPDATE);
        assertThat(row("known", Standing.State.SUPERSEDED)).isEqualTo(DecisionTable.OUTDATED);
        assertThat(row("backward", true)).isEqualTo(DecisionTable.BACKWARD);
    }

    @Test
    void aSourceMayReviseItself() throws ReflectiveOperationException {
        assertThat(row("own", true, "independent", false)).isEqualTo(DecisionTable.OWN_CHANGE);
        assertThat(row("own", true, "known", Standing.State.COMPETING, "ends", true))
                .isEqualTo(DecisionTable.OWN_CHANGE_TO_COMPETITOR);
    }

    @Test
    void aDisputeEndsWhenOneSideIsLeftOutweighedOrCorrected() throws ReflectiveOperationException {
        assertThat(row("toLeading", Match.SAME, "disputed", true, "ends", true)).isEqualTo(DecisionTable.LEADER_WINS);
        assertThat(row("known", Standing.State.COMPETING, "disputed", true, "ends", true))
                .isEqualTo(DecisionTable.COMPETITOR_WINS);
        assertThat(row("known", Standing.State.COMPETING, "disputed", true)).isEqualTo(DecisionTable.COMPETITOR);
        assertThat(row("known", Standing.State.COMPETING, "correction", true))
                .isEqualTo(DecisionTable.CORRECTED_TO_COMPETITOR);
        assertThat(row("known", Standing.State.COMPETING, "update", true)).isEqualTo(DecisionTable.MOVED_TO_COMPETITOR);
    }

    @Test
    void growthAndNaturalStepsReviseWithoutUpdateLanguage() throws ReflectiveOperationException {
        assertThat(row("toLeading", Match.HIGHER, "rising", true)).isEqualTo(DecisionTable.GROWN);
        assertThat(row("toLeading", Match.BEYOND)).isEqualTo(DecisionTable.GROWN);
        assertThat(row("progress", true)).isEqualTo(DecisionTable.NEXT_STEP);
        assertThat(row("recent", false)).isEqualTo(DecisionTable.LEADER_FELL_SILENT);
    }

    @Test
    void anotherOccasionIsNoRevision() throws ReflectiveOperationException {
        assertThat(row("own", true, "independent", false, "occasional", true))
                .isEqualTo(DecisionTable.ANOTHER_OCCASION);
        assertThat(row("occasional", true, "recent", false)).isEqualTo(DecisionTable.INDEPENDENT);
        assertThat(row("recent", false, "rising", true, "toLeading", Match.LOWER))
                .isEqualTo(DecisionTable.INDEPENDENT);
    }

    @Test
    void independentSourcesAtTheSameTimeDispute() throws ReflectiveOperationException {
        assertThat(row()).isEqualTo(DecisionTable.INDEPENDENT);
        assertThat(row("toLeading", Match.HIGHER)).isEqualTo(DecisionTable.INDEPENDENT);
        assertThat(row("toLeading", Match.HIGHER, "rising", true, "opposed", true))
                .isEqualTo(DecisionTable.OTHER_CAMP);
    }

    @Test
    void whatIsPlannedDoesNotContradictWhatHappenedNorNearStancesOneAnother() throws ReflectiveOperationException {
        assertThat(row("samePlan", false)).isEqualTo(DecisionTable.PLAN_AND_OUTCOME);
        assertThat(row("soft", true)).isEqualTo(DecisionTable.TOO_NEAR);
        assertThat(row("independent", false)).isEqualTo(DecisionTable.UNDECIDED);
    }
}
