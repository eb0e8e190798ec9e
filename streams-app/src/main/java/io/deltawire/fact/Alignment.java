package io.deltawire.fact;

import io.deltawire.claim.Kind;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Decides which fact of a story a claim fills. A wrong merge is worse than a missed one: where two facts fit equally well
 * and differ in place or parties, none is taken.
 */
final class Alignment {
    /** Roles whose difference can be one of scale: the town and its province, the leader and the country. */
    private static final Set<String> SCALED = Set.of("place", "event", "with");

    private Alignment() {}

    /**
     * The fact that a slot belongs to, or null when it opens one.
     *
     * @param facts of the slot's bucket, in order of id
     * @param mentioned entities of the claim's article
     * @param contrasted roles in which the article itself tells slots of this bucket apart
     */
    static @Nullable Fact find(Slot slot, Collection<Fact> facts, Set<String> mentioned, Set<String> contrasted) {
        Fact best = null;
        int bestFit = -1;
        boolean tied = false;
        for (Fact fact : facts) {
            int fit = fit(slot, fact.slot(), mentioned, contrasted);
            if (fit > bestFit || (fit == bestFit && fit >= 0 && best != null && supersedes(fact, best))) {
                tied = fit == bestFit && !sameSetting(fact, best);
                best = fact;
                bestFit = fit;
            } else if (fit >= 0 && fit == bestFit && best != null) {
                tied |= !sameSetting(fact, best);
            }
        }
        return tied && bestFit < 100 ? null : best;
    }

    private static boolean supersedes(Fact fact, Fact best) {
        return fact.support() > best.support();
    }

    private static boolean sameSetting(Fact one, @Nullable Fact other) {
        return other != null && one.slot().loose().equals(other.slot().loose());
    }

    /** -1 when they contradict each other; else higher for more agreement. 100 for the very same qualifiers. */
    static int fit(Slot slot, Slot fact, Set<String> mentioned, Set<String> contrasted) {
        if (!slot.bucket().equals(fact.bucket())) {
            return -1;
        }
        if (slot.kind() == Kind.POSITION && !Holders.one(slot, fact)) {
            return -1;
        }
        if (slot.kind() == Kind.OFFICE) {
            return oneBody(slot, fact) ? 100 : bodiless(slot) || bodiless(fact) ? 1 : -1;
        }
        if (slot.loose().equals(fact.loose())) {
            return 100;
        }
        if (slot.condition() && fact.condition()) {
            return oneBearer(slot, fact);
        }
        int fit = 10;
        for (String role : roles(slot)) {
            Set<String> mine = slot.values(role);
            Set<String> theirs = fact.values(role);
            if (role.equals("side") || theirs.isEmpty()) {
                continue;
            }
            if (mine.stream().anyMatch(value -> theirs.stream().anyMatch(other -> agree(value, other)))) {
                fit += 10;
            } else if (slot.kind() == Kind.STATUS && role.equals("of") && unnamed(mine) && unnamed(theirs)) {
                fit += 1; // "a suspect", "a 27-year-old man": whom they arrested goes by many nouns
            } else if (SCALED.contains(role) && !contrasted.contains(role) && oneScene(mine, theirs, mentioned, fact)) {
                fit += 1;
            } else if (!role.equals("of")
                    || slot.quiet()
                    || slot.kind() != Kind.QUANTITY
                    || contrasted.contains(role)) {
                // "14 miners missing" and "eight workers missing": one event's people under two names
                return -1;
            }
        }
        return fit;
    }

    /** Things of one class and no two names; persons by name, else one is one and several are several: 20 or more, 10 or more for kin, -1. */
    static int oneBearer(Slot slot, Slot fact) {
        Set<String> mine = slot.values("named");
        Set<String> theirs = fact.values("named");
        boolean named = !mine.isEmpty() && !theirs.isEmpty();
        boolean overlap = named && mine.stream().anyMatch(a -> theirs.stream().anyMatch(b -> shareWord(a, b)));
        if (named && !overlap) {
            return -1;
        }
        boolean one = slot.values(Slot.WHAT).equals(fact.values(Slot.WHAT));
        boolean kin = slot.values(Slot.WHAT).stream()
                .anyMatch(a -> fact.values(Slot.WHAT).stream()
                        .anyMatch(b -> Families.shared().bearer(a, b)));
        return one ? 20 + (overlap ? 10 : 0) : kin || overlap ? 10 + (overlap ? 5 : 0) : -1;
    }

    private static boolean shareWord(String one, String other) {
        return Arrays.stream(one.split(" ")).anyMatch(Arrays.asList(other.split(" "))::contains);
    }

    private static boolean unnamed(Set<String> values) {
        return values.stream().noneMatch(value -> value.contains(":"));
    }

    private static Set<String> roles(Slot slot) {
        Set<String> roles = new TreeSet<>();
        slot.loose().forEach(qualifier -> roles.add(Slot.role(qualifier)));
        return roles;
    }

    /** Both names belong to one scene when either side's articles speak of the other's name too. */
    private static boolean oneScene(Set<String> mine, Set<String> theirs, Set<String> mentioned, Slot fact) {
        return theirs.stream().anyMatch(mentioned::contains) || mine.stream().anyMatch(fact.around()::contains);
    }

    /** By id, else by name: the linker may know a body in one text and not in the other. */
    static boolean oneBody(Slot one, Slot other) {
        for (String role : List.of("country", "body")) {
            if (one.values(role).stream().anyMatch(other.values(role)::contains)) {
                return true;
            }
        }
        return !one.attribute().isEmpty() && namesOverlap(one.attribute(), other.attribute());
    }

    /** Whether two offices of one family can be the same one: of one body, or of none that the text names. */
    static boolean oneOffice(Slot one, Slot other) {
        return oneBody(one, other) || bodiless(one) || bodiless(other);
    }

    /** "named Dana Wells chief executive", where the text leaves of what to the reader. */
    private static boolean bodiless(Slot slot) {
        return !ofBody(slot);
    }

    /** Whether the text says of what country or body an office is. */
    static boolean ofBody(Slot slot) {
        return !slot.values("country").isEmpty() || !slot.values("body").isEmpty();
    }

    /** One name's words are all in the other: "Halden" and "Halden Group". */
    static boolean namesOverlap(String one, String other) {
        return Holders.overlap(one, other);
    }

    private static boolean agree(String value, String other) {
        return value.equals(other)
                || (!value.contains(":") && !other.contains(":") && (value.contains(other) || other.contains(value)));
    }
}
