package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import java.util.Collection;
import java.util.List;

/** Offices of which one article alone tells who held them and who does now: "Leo Hart was replaced by Dana Wells". */
final class Handovers {
    /** Confidence from which the text itself says whom somebody follows, and not only that the one leaves and the other comes. */
    private static final double TOLD = 0.7;

    private final List<Claim> told;
    private final Collection<Fact> offices;

    /**
     * @param told all claims of the article
     * @param offices the story's
     */
    Handovers(List<Claim> told, Collection<Fact> offices) {
        this.told = told;
        this.offices = offices;
    }

    /** Whether a claim, for which the story has no fact, says by itself what was before. */
    boolean tells(Claim claim) {
        return claim.kind() == Kind.OFFICE
                && claim.modality() == Modality.HAPPENED
                && claim.confidence() >= TOLD
                && claim.cues().contains(Claim.Cue.UPDATE)
                && !claim.cues().contains(Claim.Cue.HISTORY)
                && !Recollection.was(claim).isEmpty()
                && offices.stream().noneMatch(fact -> leads(fact, claim.value()));
    }

    /** The claim that says which office it is: one of either person by name of the office, else the claim itself. */
    Claim titled(Claim claim) {
        String was = Recollection.was(claim);
        return told.stream()
                .filter(other -> other.kind() == Kind.OFFICE && !other.subject().equals(Recollection.UNNAMED_OFFICE))
                .filter(other -> Alignment.namesOverlap(other.value(), was)
                        || Alignment.namesOverlap(other.value(), claim.value()))
                .findFirst()
                .orElse(claim);
    }

    private static boolean leads(Fact fact, String name) {
        Standing leading = fact.leading();
        return leading != null && Alignment.namesOverlap(leading.value(), name);
    }
}
