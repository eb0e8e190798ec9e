package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which of an article's claims for one fact is its word on it. The body corrects the headline, a stated figure beats one added
 * up, a total beats parts, update language marks the newest; of several updates the last counts, else the first. A date that
 * is news beats one known already: "moved from 2 to 3 November".
 */
final class ArticleClaims {
    /** How sure a bare number is that stands against another side's: "the organisers counted 15,000". */
    private static final double SIDE = 0.55;

    private ArticleClaims() {}

    /** @param claims of one article for one fact, in text order; at least one */
    static Claim word(Fact fact, List<Claim> claims) {
        // "while the minister goes on speaking of 15, the railway now counts 14": what is new is the word
        Comparator<Claim> order =
                fact.slot().kind() == Kind.SCHEDULE || fact.slot().kind() == Kind.QUANTITY
                        ? STANDING.thenComparing(claim -> isNew(fact, claim))
                        // "the strike planned for Monday has been called off"
                        : fact.slot().kind() == Kind.STATUS
                                // "the talks, broken off two weeks ago, have resumed"
                                ? STATE.thenComparing(STANDING).thenComparing(claim -> differs(fact, claim))
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

    private static boolean differs(Fact fact, Claim claim) {
        Standing leading = fact.leading();
        return leading != null && Agreement.of(fact.slot(), claim, leading) == Match.OTHER;
    }

    private static boolean isNew(Fact fact, Claim claim) {
        return fact.standings().stream().noneMatch(standing -> switch (Agreement.of(fact.slot(), claim, standing)) {
            case SAME, WITHIN, NARROWER -> true;
            case OTHER, HIGHER, LOWER, BEYOND -> false;
        });
    }

    /** Whether the article also states the value that leads, so that its own differs knowingly. */
    static boolean aware(Fact fact, Claim word, List<Claim> claims) {
        Standing leading = fact.leading();
        return leading != null
                && fact.slot().kind() == Kind.QUANTITY
                && isNew(fact, word)
                && claims.stream()
                        .anyMatch(claim -> Agreement.of(fact.slot(), claim, leading) == Match.SAME
                                && !claim.cues().contains(Claim.Cue.HEADLINE));
    }

    /** Of two sides' figures for what the story knows nothing of the one told first, for the other to stand against. */
    static Claim first(Fact fact, Claim word, List<Claim> claims) {
        Claim rival = fact.leading() == null ? rival(fact, word, claims) : null;
        return rival != null && rival.begin() < word.begin() ? rival : word;
    }

    /** Another side's figure in the same article, "police spoke of 15,000, the organisers of 60,000"; null when there is none. */
    static @Nullable Claim rival(Fact fact, Claim word, List<Claim> claims) {
        if (fact.slot().kind() != Kind.QUANTITY || word.speaker().isEmpty()) {
            return null;
        }
        for (Claim claim : claims) {
            boolean opposed = Camps.shared().opposed(word, claim);
            if (opposed && !claim.value().equals(word.value()) && isNew(fact, claim)) {
                return claim.confidence() < SIDE ? claim.sure(SIDE) : claim;
            }
        }
        return null;
    }

    private static final double SURE = 0.65;

    /** That something was planned is told beside whatever became of it. */
    private static final Comparator<Claim> STATE =
            Comparator.comparing(ArticleClaims::firmness).thenComparing(claim -> claim.confidence() >= SURE);

    /** "The launch, put off twice, has been called off": what was planned says least, what was put off little more. */
    private static int firmness(Claim claim) {
        String state = Agreement.status(claim);
        return state.equals("planned") ? 0 : claim.confidence() < SURE ? 1 : state.equals("postponed") ? 2 : 3;
    }

    private static final Comparator<Claim> STANDING = Comparator.comparing(
                    (Claim claim) -> !claim.cues().contains(Claim.Cue.HEADLINE))
            .thenComparing(claim -> !Testimony.leaves(claim))
            .thenComparing(claim -> claim.kind() != Kind.QUANTITY || !Figures.vague(claim.value()))
            .thenComparing(claim ->
                    claim.cues().contains(Claim.Cue.CORRECTION) || claim.cues().contains(Claim.Cue.RETRACTION))
            .thenComparing(claim -> !claim.cues().contains(Claim.Cue.DERIVED))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.TOTAL))
            .thenComparing(claim -> claim.cues().contains(Claim.Cue.UPDATE))
            // "taking over the post filled by acting head Paul Keddie": who follows whom beats a title before a name
            .thenComparing(claim -> claim.kind() == Kind.OFFICE && Recollection.says(claim));
}
