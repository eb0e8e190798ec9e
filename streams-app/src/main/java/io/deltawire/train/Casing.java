package io.deltawire.train;

import java.util.Locale;
import java.util.Set;

/** Words set as in headlines. */
final class Casing {
    private static final Set<String> SMALL = Set.of(
            "a", "an", "the", "of", "in", "on", "at", "to", "for", "by", "and", "or", "but", "as", "'s", "n't", "vs");

    private Casing() {}

    static String titleCase(String word) {
        boolean small = SMALL.contains(word.toLowerCase(Locale.ROOT));
        return small || word.isEmpty() ? word : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }

    static String capitals(String word) {
        return word.toUpperCase(Locale.ROOT);
    }

    static String small(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
