package io.deltawire.fact;

import io.deltawire.text.WordCache;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Whether two positions are one holder's: by id, by name, by the side they speak for, or by a noun that the one goes by. */
final class Holders {
    /** How surely two holders are one. */
    enum Likeness {
        NONE,
        /** A bare noun that the other, a name, may go by: "the company", "the minister". */
        POSSIBLE,
        ONE
    }

    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY = Set.of("", "the", "of", "and", "a");

    /** Words of names: two are compared for every pair of positions or offices. */
    private static final WordCache<Set<String>> WORDS = new WordCache<>(1 << 12, Holders::split);

    private Holders() {}

    static boolean one(Slot one, Slot other) {
        return likeness(one, other) == Likeness.ONE;
    }

    static Likeness likeness(Slot one, Slot other) {
        String first = one.subjectId();
        String second = other.subjectId();
        if (!first.isEmpty() && first.equals(second)) {
            return Likeness.ONE;
        }
        String organ = organ(one);
        String otherOrgan = organ(other);
        if (!organ.isEmpty() && !otherOrgan.isEmpty() && !oneOrgan(organ, otherOrgan)) {
            return Likeness.NONE; // one country's government and its parliament
        }
        if (sameSide(one, other) && ownWill(organ).equals(ownWill(otherOrgan))) {
            return Likeness.ONE;
        }
        if (named(one, other)) {
            return Likeness.ONE;
        }
        Set<String> mine = one.values("side");
        Set<String> theirs = other.values("side");
        if (oneOrgan(organ, otherOrgan) && (mine.isEmpty() || theirs.isEmpty())) {
            return Likeness.ONE;
        }
        return goesBy(one, other) || goesBy(other, one) ? Likeness.POSSIBLE : Likeness.NONE;
    }

    private static boolean sameSide(Slot one, Slot other) {
        Set<String> mine = one.values("side");
        Set<String> theirs = other.values("side");
        return (!mine.isEmpty() && mine.equals(theirs))
                || mine.contains(other.subjectId())
                || theirs.contains(one.subjectId())
                || oneName(mine, theirs)
                || oneName(mine, Set.of(other.subjectId()))
                || oneName(theirs, Set.of(one.subjectId()))
                || mine.contains(lastWord(other.subject()))
                || theirs.contains(lastWord(one.subject()));
    }

    /** One body that the linker took for an organisation in one text and for a place or person in the other. */
    private static boolean oneName(Set<String> ids, Set<String> others) {
        for (String id : ids) {
            for (String other : others) {
                int mine = id.indexOf(':');
                int theirs = other.indexOf(':');
                boolean linked = mine > 0 && theirs > 0 && !place(id) && !place(other);
                if (linked && id.substring(mine).equals(other.substring(theirs))) {
                    return true;
                }
            }
        }
        return false;
    }

    /** "Halden" and "Halden Group", "Ruiz" and "Ana Ruiz"; never two places, "Guinea" is not "Guinea-Bissau". */
    private static boolean named(Slot one, Slot other) {
        if (place(one.subjectId()) && place(other.subjectId())) {
            return false;
        }
        return overlap(one.subject(), other.subject());
    }

    private static boolean place(String id) {
        return id.startsWith("country:") || id.startsWith("city:");
    }

    /** One name's words are all in the other. */
    static boolean overlap(String one, String other) {
        Set<String> first = WORDS.get(one);
        Set<String> second = WORDS.get(other);
        return !first.isEmpty() && !second.isEmpty() && (first.containsAll(second) || second.containsAll(first));
    }

    private static Set<String> split(String name) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(name.toLowerCase(Locale.ROOT))));
        words.removeAll(EMPTY);
        return Set.copyOf(words);
    }

    /** The common noun a holder is called by, "board" of "Halden Group board"; "" for a name. */
    private static String organ(Slot slot) {
        return slot.subjectId().isEmpty() ? lastWord(slot.subject()) : "";
    }

    private static boolean oneOrgan(String one, String other) {
        return !one.isEmpty() && (one.equals(other) || Families.shared().oneSide(one, other));
    }

    /** A parliament, a court or an opposition does not speak for its country; "" for who does. */
    private static String ownWill(String organ) {
        return Families.shared().ownWill(organ) ? organ : "";
    }

    /** "The insurer" of a story whose holder is a company by name. */
    private static boolean goesBy(Slot noun, Slot name) {
        boolean speaks =
                noun.subjectId().startsWith("person:") && name.subjectId().startsWith("org:");
        if (speaks && noun.values("side").stream().anyMatch(Families.shared()::body)) {
            return true; // "the union's secretary" and the union by its name
        }
        boolean bare = noun.subjectId().isEmpty() && noun.values("side").isEmpty();
        if (!bare || name.subjectId().isEmpty() || place(name.subjectId())) {
            return false;
        }
        String organ = lastWord(noun.subject());
        return Families.shared().body(organ)
                || (Families.shared().personal(organ) && name.subjectId().startsWith("person:"));
    }

    private static String lastWord(String subject) {
        return subject.substring(subject.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT);
    }
}
