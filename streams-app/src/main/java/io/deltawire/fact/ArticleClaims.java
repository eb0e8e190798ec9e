package io.deltawire.fact;

import io.deltawire.claim.Claim;
import java.util.Comparator;
import java.util.List;

/**
 * Which of an article's claims for one fact is its word on it. The body corrects the headline, a stated total beats parts and
 * sums, update language marks the newest; of several updates the last counts, else the first.
 */
final class ArticleClaims {
    private ArticleClaims() {}

    /** @param claims of one article for one fact, in text order; at least one */
    static Claim word(List<Claim> claims) {
        Claim best = claims.get(0);
        for (Claim claim : claims) {
            int order = STANDING.compare(claim, best);
            boolean laterUpdate = order == 0 && claim.cues().contains(Claim.Cue.UPDATE);
            if (order > 0 || laterUpdate) {
                best = claim;
            }
        }
        return best;
    }

    private static final Comparator<Claim> STANDING = Comparator.comparing(
                    (Claim claim) -> !claim.cues().contains(Claim.Cue.HEADLINE))
            .thenComparing(claim ->
                    claim.cues().contains(Claim.Cue.CORRECTION) || claim.cues().contains(Claim.Cue.RETRACTION))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.TOTAL))
            .thenComparing(claim -> !claim.cues().contains(Claim.Cue.DERIVED))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.UPDATE));
}
