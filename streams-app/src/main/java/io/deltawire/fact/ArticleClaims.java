package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.Comparator;
import java.util.List;

/**
 * Which of an article's claims for one fact is its word on it. The body corrects the headline, a stated figure beats one added
 * up, a total beats parts, update language marks the newest; of several updates the last counts, else the first. A date that
 * is news beats one known already: "moved from 2 to 3 November".
 */
final class ArticleClaims {
    private ArticleClaims() {}

    /** @param claims of one article for one fact, in text order; at least one */
    static Claim word(Fact fact, List<Claim> claims) {
        Comparator<Claim> order = fact.slot().kind() == Kind.SCHEDULE
                ? STANDING.thenComparing(claim -> fact.standings().stream()
                        .noneMatch(standing -> Agreement.of(fact.slot(), claim, standing) != Match.OTHER))
                : STANDING;
        Claim best = claims.get(0);
        for (Claim claim : claims) {
            int stands = order.compare(claim, best);
            boolean laterUpdate = stands == 0 && claim.cues().contains(Claim.Cue.UPDATE);
            if (stands > 0 || laterUpdate) {
                best = claim;
            }
        }
        return best;
    }

    private static final Comparator<Claim> STANDING = Comparator.comparing(
                    (Claim claim) -> !claim.cues().contains(Claim.Cue.HEADLINE))
            .thenComparing(claim ->
                    claim.cues().contains(Claim.Cue.CORRECTION) || claim.cues().contains(Claim.Cue.RETRACTION))
            .thenComparing(claim -> !claim.cues().contains(Claim.Cue.DERIVED))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.TOTAL))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.UPDATE));
}
