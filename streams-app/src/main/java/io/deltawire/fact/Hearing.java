package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which facts of its story one article's claims fill, opening those that there are not yet: first by what the text says the value
 * was and by slot, then, for figures still open, by what is around them.
 */
final class Hearing {
    private static final double SURE = 0.55;

    private final FactStore store;
    private final String storyId;
    private final Testimony testimony;
    private final Map<String, List<Claim>> byFact = new LinkedHashMap<>();
    private final Map<Claim, String> filled = new LinkedHashMap<>();
    private final Map<String, String> sums = new HashMap<>();

    Hearing(FactStore store, String storyId, Testimony testimony) {
        this.store = store;
        this.storyId = storyId;
        this.testimony = testimony;
    }

    /** The article's claims by the id of the fact they fill; each is held by the store. */
    Map<String, List<Claim>> byFact() {
        List<Claim> open = new ArrayList<>();
        for (Claim claim : testimony.claims()) {
            if (opensNothing(claim)) {
                continue;
            }
            String known = known(claim);
            if (Testimony.leaves(claim)) {
                if (known == null) {
                    fill(opened(claim), claim);
                }
            } else if (known != null) {
                fill(known, claim);
            } else if (claim.kind() == Kind.QUANTITY && !Slot.of(claim).quiet()) {
                open.add(claim);
            } else {
                fill(opened(claim), claim);
            }
        }
        Map<Claim, Fact> resembling = Resemblance.pairs(open, store.of(storyId).all(), byFact.keySet());
        for (Claim claim : open) {
            Fact fact = resembling.get(claim);
            if (fact != null) {
                fill(held(fact, claim), claim.confidence() < SURE ? claim.sure(SURE) : claim);
            } else {
                fill(figure(claim), claim);
            }
        }
        return byFact;
    }

    private void fill(String id, Claim claim) {
        byFact.computeIfAbsent(id, any -> new ArrayList<>()).add(claim);
        filled.put(claim, id);
    }

    /** A figure that fills no fact the story had: one that the article told before, another side's, or a new one. */
    private String figure(Claim claim) {
        String sum = claim.unit() + "|" + claim.value();
        if (Resemblance.vague(claim)) {
            String told = sums.get(sum);
            if (told != null) {
                return told;
            }
        } else {
            String known = known(claim);
            if (known != null) {
                return known;
            }
        }
        Claim other = Resemblance.otherSide(claim, List.copyOf(filled.keySet()));
        String id = other == null ? opened(claim) : Objects.requireNonNull(filled.get(other));
        sums.put(sum, id);
        return id;
    }

    /** "Her successor is Rui Lopes" of an office that the story does not know, "relented" of who held nothing. */
    private boolean opensNothing(Claim claim) {
        boolean office = claim.subject().equals(Recollection.UNNAMED_OFFICE) && claim.kind() == Kind.OFFICE;
        boolean matter = claim.kind() == Kind.POSITION && claim.qualifiers().contains(Recollection.UNNAMED_MATTER);
        return (office || matter)
                && Recollection.find(claim, store.of(storyId).all()) == null
                && Recollection.near(claim, Slot.of(claim), store.of(storyId).all(), testimony.day()) == null;
    }

    /** The fact that a claim fills by its slot, or null. */
    private @Nullable String known(Claim claim) {
        Fact recalled = Recollection.find(claim, store.of(storyId).all());
        if (recalled != null) {
            return recalled.id();
        }
        if (testimony.alone(claim)) {
            // "nine pupils were infected" with no larger figure beside it is the total, unless the story knows of more
            Claim whole = Testimony.whole(claim);
            Fact total = fact(whole);
            Standing leading = total == null ? null : total.leading();
            if (total == null || leading == null || Agreement.of(total.slot(), whole, leading) != Match.LOWER) {
                String known = known(whole);
                return known == null ? opened(whole) : known;
            }
        }
        StoryFacts facts = store.of(storyId);
        Slot slot = Slot.of(claim);
        if (Resemblance.vague(claim)) {
            return null;
        }
        Fact fact = fact(claim);
        if (fact != null) {
            return held(fact, claim);
        }
        Fact near = Recollection.near(claim, slot, facts.all(), testimony.day());
        return near == null ? null : held(near, claim);
    }

    private String held(Fact fact, Claim claim) {
        store.hold(fact.with(fact.slot().refined(Slot.of(claim), testimony.mentioned())));
        return fact.id();
    }

    private String opened(Claim claim) {
        StoryFacts facts = store.of(storyId);
        Slot slot = Slot.of(claim);
        // unnamed sums share one slot and are many
        int ordinal = Resemblance.vague(claim) ? claim.value().hashCode() & 0xffffff : 0;
        while (facts.get(FactIds.fact(storyId, slot, ordinal)) != null) {
            ordinal++;
        }
        String id = FactIds.fact(storyId, slot, ordinal);
        store.hold(new Fact(id, storyId, slot.refined(slot, testimony.mentioned()), List.of(), 0));
        return id;
    }

    private static boolean plausible(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        return leading == null || claim.kind() != Kind.QUANTITY || Recollection.plausible(claim, leading);
    }

    /** The fact of the story that a claim fills, or null. */
    private @Nullable Fact fact(Claim claim) {
        Slot slot = Slot.of(claim);
        List<Fact> candidates = List.copyOf(store.of(storyId).bucket(slot.bucket()));
        List<Fact> ofOccasion = candidates.stream()
                .filter(fact -> testimony.sameOccasion(claim, fact))
                .filter(fact -> plausible(claim, fact))
                .toList();
        Fact fact = Alignment.find(slot, ofOccasion, testimony.mentioned(), testimony.contrasted(slot));
        if (fact == null && claim.cues().contains(Claim.Cue.UPDATE)) {
            // a date that has passed may still be the one that the text says was moved
            fact = Alignment.find(slot, candidates, testimony.mentioned(), testimony.contrasted(slot));
        }
        return fact;
    }
}
