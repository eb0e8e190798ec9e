package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.story.Digest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Says what changed, and no more often than is worth saying. */
final class Announcer {
    /** A first word less sure than this is held and not given out: a number of which nothing tells what it is. */
    private static final double TELLING = 0.4;

    private final FactConfig config;

    Announcer(FactConfig config) {
        this.config = config;
    }

    /** The fact, which remembers what was given out, and the change if there is one. */
    record Announcement(Fact fact, Optional<Change> change) {}

    Announcement announce(Belief.Outcome outcome, Claim claim, Digest digest, Instant at) {
        Fact fact = outcome.fact();
        if (fact.slot().kind() == Kind.STATEMENT) {
            return new Announcement(fact, Optional.empty());
        }
        return switch (outcome.row().verdict()) {
            case REPORT ->
                fact.slot().aside() || claim.confidence() < TELLING
                        ? new Announcement(fact, Optional.empty())
                        : change(Change.Type.REPORTED, outcome, claim, at);
            case REVISE -> change(Change.Type.REVISED, outcome, claim, at);
            case DISPUTE -> change(Change.Type.DISPUTED, outcome, claim, at);
            case SETTLE -> change(Change.Type.SETTLED, outcome, claim, at);
            case RETRACT -> change(Change.Type.RETRACTED, outcome, claim, at);
            case SUPPORT -> corroborated(outcome, claim, at);
            case NOTE, REFINE -> new Announcement(fact, Optional.empty());
        };
    }

    private Announcement corroborated(Belief.Outcome outcome, Claim claim, Instant at) {
        int sources = outcome.after().backings().size();
        boolean step = sources > outcome.after().announced()
                && config.corroborationSteps().contains(sources)
                && !outcome.fact().slot().quiet();
        return step
                ? change(Change.Type.CORROBORATED, outcome, claim, at)
                : new Announcement(outcome.fact(), Optional.empty());
    }

    private static Announcement change(Change.Type type, Belief.Outcome outcome, Claim claim, Instant at) {
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
                Confidence.of(outcome.row(), claim, afterSources.size()),
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
