package io.deltawire.text;

import java.util.Set;

/**
 * A few words that readers ask for at every token. Nearly all words asked for are none of them, which one bit tells: {@link Set#of} divides
 * and looks at the words themselves. A record, as the JVM takes the fields of those for constants.
 *
 * @param low which hashes of 0 to 63 its words have
 * @param high the same of 64 to 127
 */
public record WordSet(Set<String> words, long low, long high) {
    public static WordSet of(String... words) {
        long low = 0;
        long high = 0;
        for (String word : words) {
            int place = place(word);
            low |= place < Long.SIZE ? 1L << place : 0;
            high |= place < Long.SIZE ? 0 : 1L << place;
        }
        return new WordSet(Set.of(words), low, high);
    }

    public boolean contains(String word) {
        int place = place(word);
        long bits = place < Long.SIZE ? low : high;
        return ((bits >>> place) & 1) != 0 && words.contains(word);
    }

    private static int place(String word) {
        return (word.hashCode() * 0x9E3779B9) >>> 25;
    }
}
