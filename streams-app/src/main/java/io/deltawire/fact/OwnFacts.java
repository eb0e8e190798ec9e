package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which fact of its story a claim fills by its slot. */
final class OwnFacts {
    private final FactStore store;
    private final String storyId;
    private final Testimony testimony;

    OwnFacts(FactStore store, String storyId, Testimony testimony) {
        this.store = store;
        this.storyId = storyId;
        this.testimony = testimony;
    }

    /** The fact of the story that a claim fills, or null. */
    @Nullable
    Fact find(Claim claim) {
        Slot slot = testimony.slots().of(claim);
        Collection<Fact> bucket = store.of(storyId).bucket(slot.bucket());
        if (bucket.isEmpty()) {
            return null;
        }
        List<Fact> candidates = new ArrayList<>(bucket.size());
        List<Fact> ofOccasion = new ArrayList<>(bucket.size());
        for (Fact fact : bucket) {
            boolean plausible = plausible(claim, fact);
            if (plausible || claim.kind() != Kind.SCHEDULE) {
                candidates.add(fact);
            }
            if (plausible && testimony.sameOccasion(claim, fact)) {
                ofOccasion.add(fact);
            }
        }
        Set<String> contrasted = testimony.contrasted(slot);
        Fact fact = Alignment.find(slot, telling(claim, ofOccasion), testimony.mentioned(), contrasted);
        if (fact == null && claim.cues().contains(Claim.Cue.UPDATE)) {
            // a date that has passed may still be the one that the text says was moved
            fact = Alignment.find(slot, candidates, testimony.mentioned(), contrasted);
        }
        return fact;
    }

    /** Of several facts for one noun those that have a figure's value already, if any have. */
    private static List<Fact> telling(Claim claim, List<Fact> facts) {
        if (claim.kind() != Kind.QUANTITY || facts.size() < 2) {
            return facts;
        }
        List<Fact> same = facts.stream()
                .filter(fact ->
                        fact.leading() != null && Agreement.of(fact.slot(), claim, fact.leading()) == Match.SAME)
                .toList();
        return same.isEmpty() ? facts : same;
    }

    private static boolean plausible(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        if (leading == null || claim.kind() == Kind.SCHEDULE) {
            return leading == null || !Recollection.apart(claim, leading);
        }
        return claim.kind() != Kind.QUANTITY || Recollection.plausible(claim, leading);
    }
}
