package io.deltawire.fact;

import io.deltawire.text.WordCache;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Whose position a slot is of, as {@link Holders} compares them.
 *
 * @param id entity id, or ""
 * @param sides those the holder speaks for: entity ids and nouns
 * @param last last word of its name, lower case
 * @param words of its name, lower case, without those that name nobody
 */
record Holder(String id, Set<String> sides, String last, Set<String> words) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Set<String> EMPTY = Set.of("", "the", "of", "and", "a");

    private static final WordCache<Set<String>> WORDS = new WordCache<>(1 << 12, Holder::split);

    static Holder of(Slot slot) {
        String subject = slot.subject();
        return new Holder(
                slot.subjectId(),
                slot.values("side"),
                subject.substring(subject.lastIndexOf(' ') + 1).toLowerCase(Locale.ROOT),
                words(subject));
    }

    /** Words of a name, kept: two names are compared for every pair of positions or offices. */
    static Set<String> words(String name) {
        return WORDS.get(name);
    }

    private static Set<String> split(String name) {
        Set<String> words = new HashSet<>(List.of(NO_WORD.split(name.toLowerCase(Locale.ROOT))));
        words.removeAll(EMPTY);
        return Set.copyOf(words);
    }

    /** The common noun a holder is called by, "board" of "Halden Group board"; "" for a name. */
    String organ() {
        return id.isEmpty() ? last : "";
    }

    /** A parliament, a court or an opposition does not speak for its country; "" for who does. */
    String ownWill() {
        return Families.shared().ownWill(organ()) ? organ() : "";
    }

    boolean place() {
        return place(id);
    }

    static boolean place(String id) {
        return id.startsWith("country:") || id.startsWith("city:");
    }
}
