package io.deltawire.entity;

import io.deltawire.text.WordCache;
import java.util.List;
import org.apache.commons.codec.language.DoubleMetaphone;
import org.apache.commons.text.similarity.JaroWinklerSimilarity;

/** Whether two spellings can be one person's name: "Mohammed Mursi" and "Mohamed Morsi". */
public final class PersonNames {
    private static final double SAME_GIVEN = 0.9;
    private static final double SAME_SURNAME = 0.92;
    private static final DoubleMetaphone METAPHONE = new DoubleMetaphone();
    private static final JaroWinklerSimilarity SIMILARITY = new JaroWinklerSimilarity();

    /** Parts of full names, normal forms. */
    private static final WordCache<List<String>> PARTS =
            new WordCache<>(1 << 12, name -> List.copyOf(NameKeys.personParts(NameKeys.normal(name))));

    private PersonNames() {}

    /**
     * For two who are said to hold one place, where a spelling is likelier than a namesake: surnames that sound alike, and given
     * names that do, or one of which is not told.
     */
    public static boolean alike(String one, String other) {
        List<String> mine = PARTS.get(one);
        List<String> theirs = PARTS.get(other);
        if (mine.isEmpty() || theirs.isEmpty()) {
            return false;
        }
        return soundAlike(mine.get(mine.size() - 1), theirs.get(theirs.size() - 1))
                && (mine.size() == 1 || theirs.size() == 1 || soundAlike(mine.get(0), theirs.get(0)));
    }

    private static boolean soundAlike(String a, String b) {
        boolean initial = a.length() == 1 || b.length() == 1;
        return !a.isEmpty()
                && !b.isEmpty()
                && a.charAt(0) == b.charAt(0)
                && (initial || (a.length() > 3 && METAPHONE.isDoubleMetaphoneEqual(a, b)) || a.equals(b));
    }

    /** Same surname by sound, and a given name that is the same, its initial, or another spelling. */
    static boolean samePerson(List<String> a, List<String> b) {
        if (!sameSurname(a.get(a.size() - 1), b.get(b.size() - 1))) {
            return false;
        }
        String given = a.get(0);
        String otherGiven = b.get(0);
        if (given.length() == 1 || otherGiven.length() == 1) {
            return given.charAt(0) == otherGiven.charAt(0);
        }
        return NameKeys.sound(given).equals(NameKeys.sound(otherGiven))
                || (given.length() > 4
                        && SIMILARITY.apply(given, otherGiven) >= SAME_GIVEN
                        && METAPHONE.isDoubleMetaphoneEqual(given, otherGiven));
    }

    static boolean sameSurname(String a, String b) {
        if (a.equals(b) || NameKeys.sound(a).equals(NameKeys.sound(b))) {
            return true;
        }
        return a.length() > 5
                && b.length() > 5
                && a.charAt(0) == b.charAt(0)
                && METAPHONE.isDoubleMetaphoneEqual(a, b)
                && SIMILARITY.apply(a, b) >= SAME_SURNAME;
    }
}
