package io.deltawire.fact;

import java.util.List;
import java.util.function.Predicate;

/**
 * Updates supersede, contradictions compete: the first row that holds decides. Rows are in order of how firmly the text
 * itself says what is going on; where nothing does, both values are kept and only independent sources that report them at
 * the same time make a dispute.
 */
enum DecisionTable {
    WITHDRAWN_BY_ONE_OF_SEVERAL(Verdict.NOTE, 0.5, Encounter::desertion),
    WITHDRAWN(
            Verdict.RETRACT,
            0.8,
            e -> e.retraction() && (e.is(Match.SAME) || e.known() != null) && !e.known(Standing.State.RETRACTED)),
    WITHDRAWAL_OF_UNKNOWN(Verdict.NOTE, 0.5, Encounter::retraction),
    FIRST(Verdict.REPORT, 0.8, e -> e.toLeading() == null),

    DIED_SINCE(Verdict.REVISE, 0.9, e -> e.is(Judged.PASSES_ON)),
    LEADER_WINS(
            Verdict.SETTLE, 0.9, e -> e.is(Match.SAME) && e.disputed() && !e.unsure() && (e.ends() || e.correction())),
    SAME_VALUE(Verdict.SUPPORT, 0.9, e -> e.is(Match.SAME)),
    MORE_EXACT(Verdict.REFINE, 0.8, e -> e.is(Match.NARROWER) && !e.unsure() && !e.disputed()),
    BOTH_CAN_BE_TRUE(
            Verdict.NOTE,
            0.5,
            e -> (e.is(Match.WITHIN) && !e.is(Judged.MOVES) && !e.is(Judged.CONTESTS)) || e.is(Match.NARROWER)),
    NEVER_SHIFTS(Verdict.NOTE, 0.5, e -> (e.quiet() && e.is(Judged.NOT_ASKED)) || e.unsure()),
    IMPROBABLE(Verdict.NOTE, 0.5, e -> e.is(Judged.IMPROBABLE)),
    OLD_NEWS(Verdict.NOTE, 0.5, Encounter::late),
    WITHDRAWN_BEFORE(Verdict.NOTE, 0.5, e -> e.known(Standing.State.RETRACTED) && !e.update()),

    JUDGED_RIVAL(Verdict.DISPUTE, 0.9, e -> e.is(Judged.CONTESTS) && !e.known(Standing.State.COMPETING)),
    CORRECTED_TO_COMPETITOR(Verdict.SETTLE, 0.97, e -> e.correction() && e.known(Standing.State.COMPETING)),
    CORRECTED(Verdict.REVISE, 0.97, Encounter::correction),
    LOWERED(
            Verdict.REVISE,
            0.95,
            e -> e.rising() && e.is(Match.LOWER) && e.lowered() && !e.known(Standing.State.SUPERSEDED)),
    LAGGING_UPDATE(
            Verdict.NOTE,
            0.5,
            e -> e.rising() && e.is(Match.LOWER) && (e.lagging() || e.known(Standing.State.SUPERSEDED))),
    JUDGED_WINNER(Verdict.SETTLE, 0.9, e -> e.is(Judged.MOVES) && e.known(Standing.State.COMPETING)),
    JUDGED_NEW(Verdict.REVISE, 0.95, e -> e.is(Judged.MOVES) && (e.own() || e.independent())),
    MOVED_TO_COMPETITOR(Verdict.SETTLE, 0.95, e -> e.update() && e.known(Standing.State.COMPETING)),
    MOVED(Verdict.REVISE, 0.97, e -> e.update() && !(e.rising() && e.is(Match.LOWER) && !e.own())),

    BACKWARD(Verdict.NOTE, 0.5, Encounter::backward),
    ANOTHER_OCCASION(Verdict.NOTE, 0.5, e -> e.occasional() && !e.independent()),
    OWN_CHANGE_TO_COMPETITOR(Verdict.SETTLE, 0.9, e -> e.own() && e.known(Standing.State.COMPETING) && e.ends()),
    OWN_CHANGE(Verdict.REVISE, 0.92, e -> e.own() && e.samePlan() && !e.known(Standing.State.COMPETING)),
    COMPETITOR_WINS(Verdict.SETTLE, 0.9, e -> e.known(Standing.State.COMPETING) && e.ends()),
    COMPETITOR(Verdict.NOTE, 0.5, e -> e.known(Standing.State.COMPETING)),
    OUTDATED(Verdict.NOTE, 0.5, e -> e.known(Standing.State.SUPERSEDED)),

    OTHER_CAMP(Verdict.DISPUTE, 0.9, e -> e.opposed() && e.independent() && e.recent() && !e.is(Match.BEYOND)),
    PLAN_AND_OUTCOME(Verdict.NOTE, 0.5, e -> !e.samePlan()),
    GROWN(Verdict.REVISE, 0.97, e -> e.is(Match.BEYOND) || (e.rising() && e.is(Match.HIGHER))),
    MOVED_ON(Verdict.REVISE, 0.92, Encounter::moved),
    NEXT_STEP(Verdict.REVISE, 0.8, Encounter::progress),
    LEADER_FELL_SILENT(Verdict.REVISE, 0.8, e -> !e.recent() && !e.occasional() && !(e.rising() && e.is(Match.LOWER))),
    TOO_NEAR(Verdict.NOTE, 0.5, Encounter::soft),
    INDEPENDENT(Verdict.DISPUTE, 0.82, Encounter::independent),
    UNDECIDED(Verdict.NOTE, 0.5, e -> true);

    private static final List<DecisionTable> ROWS = List.of(values());

    private final Verdict verdict;
    private final double reliability;
    // the conditions above capture nothing
    @SuppressWarnings("ImmutableEnumChecker")
    private final Predicate<Encounter> when;

    DecisionTable(Verdict verdict, double reliability, Predicate<Encounter> when) {
        this.verdict = verdict;
        this.reliability = reliability;
        this.when = when;
    }

    /** The row that decides. */
    static DecisionTable row(Encounter encounter) {
        for (DecisionTable row : ROWS) {
            if (row.when.test(encounter)) {
                return row;
            }
        }
        throw new IllegalStateException("the last row always holds");
    }

    Verdict verdict() {
        return verdict;
    }

    /** How often this row alone is right, 0 to 1; where the figures come from is in RATIONALE. */
    double reliability() {
        return reliability;
    }
}
