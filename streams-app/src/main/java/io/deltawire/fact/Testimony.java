package io.deltawire.fact;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.story.Digest;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What one article says that can fill facts, and what else it tells about how to align it.
 *
 * @param claims those that state something of this story, in text order
 * @param told all claims
 * @param mentioned ids of the entities it speaks of, weightiest first
 * @param day day of publication, UTC
 * @param slots what its claims are about
 */
record Testimony(List<Claim> claims, List<Claim> told, Set<String> mentioned, LocalDate day, Slots slots) {

    private static final int MOST_DOUBTFUL = 40;

    private static final Set<String> ANSWERS = Set.of("accepts", "rejects", "conditional");

    static Testimony of(Digest digest, FactConfig config) {
        Slots slots = new Slots();
        List<Claim> told = digest.claims();
        List<Claim> claims = new ArrayList<>();
        for (Claim claim : told) {
            boolean states = claims.size() < config.maxClaims()
                    && (holdsSlot(claim) || recalled(claim, told, slots))
                    && !heldElsewhere(claim, told, slots)
                    && !echoed(claim, told);
            if (states) {
                claims.add(claim);
            }
        }
        Set<String> mentioned = new LinkedHashSet<>();
        digest.entities().forEach(entity -> mentioned.add(entity.id()));
        return new Testimony(
                List.copyOf(claims), told, mentioned, LocalDate.ofInstant(digest.publishedAt(), ZoneOffset.UTC), slots);
    }

    /** "Spanish Finance Minister Rui Lopes met": a guess at who holds an office, of whom the text says which other one he holds. */
    private static boolean heldElsewhere(Claim guess, List<Claim> claims, Slots slots) {
        return guess.kind() == Kind.OFFICE
                && guess.guessed()
                && claims.stream()
                        .anyMatch(claim -> claim.kind() == Kind.OFFICE
                                && !claim.guessed()
                                && claim.value().equals(guess.value())
                                && Alignment.ofBody(slots.of(claim)));
    }

    /** A headline in short words that the body repeats in full: "Sund agrees" of its president, "rate" of the interest rate. */
    private static boolean echoed(Claim headline, List<Claim> claims) {
        if (!headline.cues().contains(Claim.Cue.HEADLINE)
                || headline.kind() == Kind.STATUS
                || headline.qualifiers().contains(Recollection.UNNAMED_MATTER)) {
            return false;
        }
        return claims.stream()
                .anyMatch(body -> !body.cues().contains(Claim.Cue.HEADLINE)
                        && body.kind() == headline.kind()
                        && body.value().equals(headline.value())
                        && body.unit().equals(headline.unit())
                        && body.confidence() >= headline.confidence()
                        && holdsSlot(body)
                        && target(body).equals(target(headline)));
    }

    private static String target(Claim claim) {
        return claim.qualifiers().stream()
                .filter(qualifier -> qualifier.startsWith("on="))
                .findFirst()
                .orElse("");
    }

    /** History belongs to another story; what may be or is denied fills no slot, but a denied state or office is a state. */
    private static boolean holdsSlot(Claim claim) {
        if (Slot.aside(claim)) {
            return true;
        }
        if (claim.cues().contains(Claim.Cue.HISTORY) || possible(claim)) {
            return false;
        }
        boolean withdrawn = claim.cues().contains(Claim.Cue.RETRACTION);
        return claim.modality() != Modality.DENIED || claim.kind() == Kind.STATUS || withdrawn || leaves(claim);
    }

    /** What may be says nothing of what is; that somebody might agree is a condition that he sets. */
    private static boolean possible(Claim claim) {
        return claim.modality() == Modality.POSSIBLE
                && !(claim.kind() == Kind.POSITION && claim.value().equals("conditional"));
    }

    /**
     * Claims told as history or as what may be: none of the story's, unless the judge takes them for new values of what it knows.
     */
    List<Claim> doubtful() {
        return told.stream()
                .filter(claim -> claim.kind() != Kind.QUANTITY
                        && claim.kind() != Kind.STATEMENT
                        && claim.modality() != Modality.DENIED
                        && !holdsSlot(claim)
                        && !claims.contains(claim))
                .limit(MOST_DOUBTFUL)
                .toList();
    }

    /** "The minister, who had ruled it out, now accepts": a position told only as the one that its holder gives up. */
    private static boolean recalled(Claim old, List<Claim> claims, Slots slots) {
        if (!recalled(old) || old.modality() == Modality.POSSIBLE) {
            return false;
        }
        Slot slot = slots.of(old);
        return claims.stream()
                .anyMatch(claim -> claim.kind() == Kind.POSITION
                        && (claim.cues().contains(Claim.Cue.UPDATE)
                                || old.cues().contains(Claim.Cue.UPDATE))
                        && !claim.cues().contains(Claim.Cue.HISTORY)
                        && ANSWERS.contains(claim.value())
                        && Agreement.apart(old.value(), claim.value())
                        && Holders.one(slot, slots.of(claim)));
    }

    static boolean recalled(Claim claim) {
        return claim.kind() == Kind.POSITION && claim.cues().contains(Claim.Cue.HISTORY);
    }

    /** "Resigned as chief executive": who held the office up to then, should the story not know it yet. */
    static boolean leaves(Claim claim) {
        return claim.kind() == Kind.OFFICE
                && claim.modality() == Modality.DENIED
                && claim.cues().contains(Claim.Cue.UPDATE);
    }

    /**
     * Whether a figure for a kind of person is all the article counts: nothing in the sentence says that it is a part, and no
     * other claim of the article counts more of the same.
     */
    boolean alone(Claim claim) {
        if (claim.kind() != Kind.QUANTITY
                || !claim.cues().contains(Claim.Cue.SUBGROUP)
                || Camps.shared().parts(claim.sentence())) {
            return false;
        }
        String measure = Measures.shared().classOf(claim.subject());
        return claims.stream()
                .noneMatch(other -> other.kind() == Kind.QUANTITY
                        && !other.cues().contains(Claim.Cue.SUBGROUP)
                        && Measures.shared().classOf(other.subject()).equals(measure));
    }

    /** The same claim as one about everybody. */
    static Claim whole(Claim claim) {
        return new Claim(
                claim.id(),
                claim.articleId(),
                claim.kind(),
                claim.subject(),
                claim.subjectId(),
                claim.attribute(),
                claim.qualifiers().stream()
                        .filter(qualifier -> !qualifier.startsWith("of="))
                        .toList(),
                claim.value(),
                claim.valueId(),
                claim.unit(),
                claim.hedge(),
                claim.speaker(),
                claim.speakerId(),
                claim.modality(),
                claim.cues().stream().filter(cue -> cue != Claim.Cue.SUBGROUP).toList(),
                claim.sentence(),
                claim.begin(),
                claim.end(),
                claim.confidence());
    }

    /** Roles by which the article sets claims of this bucket apart: "12 in Belmar and 7 in Corta". */
    Set<String> contrasted(Slot slot) {
        Set<String> contrasted = new HashSet<>();
        Map<String, String> told = new HashMap<>();
        for (Claim claim : claims) {
            Slot other = slots.of(claim);
            if (!other.bucket().equals(slot.bucket())) {
                continue;
            }
            for (String qualifier : other.loose()) {
                String role = Slot.role(qualifier);
                String first = told.putIfAbsent(role, qualifier);
                if (first != null && !first.equals(qualifier) && !role.equals("with") && !role.equals(Slot.ABOUT)) {
                    contrasted.add(role);
                }
            }
        }
        return contrasted;
    }

    /**
     * Whether a date can be of the same occasion as the fact's: a day that is past and one still to come are two occasions.
     */
    boolean sameOccasion(Claim claim, Fact fact) {
        Standing leading = fact.leading();
        if (claim.kind() != Kind.SCHEDULE || leading == null) {
            return true;
        }
        Dates.Days mine = Dates.days(claim.value());
        Dates.Days theirs = Dates.days(leading.value());
        return mine == null
                || theirs == null
                || mine.end().isBefore(day) == theirs.end().isBefore(day);
    }
}
