package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what changed, and no more often than is worth saying. */
final class Announcer {
    /** A first word less sure than this, or another for it, is held and not given out: a number of which nothing tells what it is. */
    private static final double TELLING = 0.44;

    private final FactConfig config;
    private final ShiftJudge judge;

    Announcer(FactConfig config, ShiftJudge judge) {
        this.config = config;
        this.judge = judge;
    }

    /** The fact, which remembers what was given out, and the change if there is one. */
    record Announcement(Fact fact, Optional<Change> change) {}

    /**
     * How often such a shift proves true, as the judge has learnt; NaN where it has not, and of what is no shift.
     *
     * @param chance what the judge gave the claim for the fact; NaN when it was not asked
     * @param earlier shifts of the article given out before
     */
    double proof(Belief.Outcome outcome, Claim claim, double chance, long earlier, Instant at) {
        return switch (outcome.row().verdict()) {
            case REVISE, DISPUTE, SETTLE -> judge.proves(ShiftSigns.of(outcome, claim, chance, earlier, at));
            case REPORT, RETRACT, SUPPORT, NOTE, REFINE -> Double.NaN;
        };
    }

    /** @param proof as {@link #proof} tells it */
    Announcement announce(Belief.Outcome outcome, Claim claim, double proof, Instant at) {
        Fact fact = outcome.fact();
        if (fact.slot().kind() == Kind.STATEMENT) {
            return new Announcement(fact, Optional.empty());
        }
        return switch (outcome.row().verdict()) {
            case REPORT ->
                fact.slot().aside() || claim.confidence() < TELLING
                        ? new Announcement(fact, Optional.empty())
                        : change(Change.Type.REPORTED, outcome, claim, at);
            case REVISE -> change(Change.Type.REVISED, outcome, claim, proof, at);
            case DISPUTE -> change(Change.Type.DISPUTED, outcome, claim, proof, at);
            case SETTLE -> change(Change.Type.SETTLED, outcome, claim, proof, at);
            case RETRACT -> change(Change.Type.RETRACTED, outcome, claim, at);
            case SUPPORT -> corroborated(outcome, claim, at);
            case NOTE, REFINE -> new Announcement(fact, Optional.empty());
        };
    }

    private Announcement corroborated(Belief.Outcome outcome, Claim claim, Instant at) {
        int sources = outcome.after().backings().size();
        boolean step = sources > outcome.after().announced()
                && config.corroborationSteps().contains(sources)
                && claim.confidence() >= TELLING
                && !outcome.fact().slot().quiet();
        return step
                ? change(Change.Type.CORROBORATED, outcome, claim, at)
                : new Announcement(outcome.fact(), Optional.empty());
    }

    private static Announcement change(Change.Type type, Belief.Outcome outcome, Claim claim, Instant at) {
        return change(type, outcome, claim, Double.NaN, at);
    }

    /** @param proof how often it proves true, NaN to tell by the row */
    private static Announcement change(
            Change.Type type, Belief.Outcome outcome, Claim claim, double proof, Instant at) {
        Fact fact = told(outcome);
        Standing before = type == Change.Type.REPORTED || type == Change.Type.CORROBORATED ? null : outcome.before();
        Standing after = type == Change.Type.RETRACTED ? fact.leading() : outcome.after();
        if (type == Change.Type.CORROBORATED) {
            before = outcome.after();
        }
        String from = before == null ? "" : before.value();
        String to = after == null ? "" : after.value();
        List<String> afterSources = after == null ? List.of() : after.sources();
        Change change = new Change(
                FactIds.change(fact.id(), type, claim.articleId(), from, to),
                type,
                fact.storyId(),
                fact.id(),
                claim.articleId(),
                at,
                fact.slot().kind(),
                fact.slot().subject(),
                fact.slot().attribute(),
                from,
                to,
                before == null ? List.of() : before.sources(),
                afterSources,
                claim,
                Double.isNaN(proof)
                        ? Confidence.of(outcome.row(), claim, afterSources.size())
                        : Confidence.rounded(proof),
                Rendering.line(type, fact.slot(), before, after));
        return new Announcement(fact, Optional.of(change));
    }

    /** The fact with the number of sources given out noted, so that the same number is not given out twice. */
    private static Fact told(Belief.Outcome outcome) {
        List<Standing> standings = new ArrayList<>(outcome.fact().standings());
        int at = standings.indexOf(outcome.after());
        if (at >= 0) {
            standings.set(
                    at,
                    standings.get(at).announcing(standings.get(at).backings().size()));
        }
        return outcome.fact().with(standings);
    }

    FactView view(Fact fact) {
        List<Position> positions = new ArrayList<>();
        @Nullable Standing leading = fact.leading();
        if (leading != null) {
            positions.add(leading.view());
        }
        for (Standing standing : fact.standings()) {
            if (!standing.equals(leading)) {
                positions.add(standing.view());
            }
        }
        return new FactView(
                fact.id(),
                fact.slot().kind(),
                fact.slot().subject(),
                fact.slot().attribute(),
                positions,
                fact.disputed(),
                Confidence.standing(fact));
    }
}
