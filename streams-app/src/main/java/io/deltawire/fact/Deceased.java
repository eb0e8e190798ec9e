package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who was hurt and has died since is hurt no more. A story knows one or two persons as injured; an article that tells persons one by one
 * tells of as many more dead and of nobody hurt: they are the same.
 *
 * @param fact the injured that were
 * @param claim the claim of who was killed, read as what it says of the injured
 */
record Deceased(Fact fact, Claim claim) {
    private static final String KILLED = "killed";
    private static final String INJURED = "injured";

    /** Null when the article tells of no such death. */
    static @Nullable Deceased of(Testimony testimony, StoryFacts facts, List<Change> changes) {
        Claim death = null;
        double rise = 0;
        for (Change change : changes) {
            boolean told = change.kind() == Kind.QUANTITY
                    && change.subject().equals(KILLED)
                    && change.claim().cues().contains(Claim.Cue.DERIVED)
                    && (change.type() == Change.Type.REPORTED || change.type() == Change.Type.REVISED);
            if (told) {
                death = change.claim();
                rise = Figures.number(change.after()) - knownDead(facts, change);
            }
        }
        if (death == null || testimony.told().stream().anyMatch(Deceased::hurt)) {
            return null;
        }
        Fact injured = null;
        for (Fact fact : facts.of(Kind.QUANTITY)) {
            if (fact.slot().subject().equals(INJURED) && !fact.slot().aside() && fact.number() > 0) {
                if (injured != null) {
                    return null;
                }
                injured = fact;
            }
        }
        return injured == null || injured.number() > rise
                ? null
                : new Deceased(injured, death.stating("0", death.qualifiers()));
    }

    private static double knownDead(StoryFacts facts, Change change) {
        double most = change.before().isEmpty() ? 0 : Figures.number(change.before());
        for (Fact fact : facts.of(Kind.QUANTITY)) {
            boolean other = fact.slot().subject().equals(KILLED) && !fact.id().equals(change.factId());
            most = other && fact.number() > most ? fact.number() : most;
        }
        return most;
    }

    private static boolean hurt(Claim claim) {
        return claim.kind() == Kind.QUANTITY
                && claim.subject().equals(INJURED)
                && claim.modality() == Modality.HAPPENED
                && !claim.cues().contains(Claim.Cue.HISTORY);
    }
}
