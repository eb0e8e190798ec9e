package io.deltawire.text;

import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What was worked out from a word alone, kept for the words met last: a few thousand words make up most of any text. Thread-safe without
 * locks: what two threads work out for one word is the same, and either may be kept. Whether something is found never
 * changes a result.
 *
 * @param <V> immutable, with final fields only, so that it is seen whole by every thread
 */
public final class WordCache<V> {
    /** Places a word may have; so many words of one hash can be kept beside one another. */
    private static final int WAYS = 4;

    /** @param letters of a word in a text, by which short words are known without a look at them; 0 where they do not tell */
    private record Entry<V>(long letters, String word, V value) {
        boolean is(String text, int begin, int end, long sought) {
            if (end < 0) {
                return word.equals(text); // looks first whether both are one object, as they mostly are
            }
            return sought != 0 ? letters == sought : word.length() == end - begin && text.startsWith(word, begin);
        }
    }

    /** Hashes of what is in the entries, so that only the right one is looked at; a hint, as threads may be at odds over it. */
    private final int[] hashes;

    private final @Nullable Entry<V>[] entries;
    private final Function<String, V> make;

    /** @param capacity words kept at most; a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public WordCache(int capacity, Function<String, V> make) {
        if (Integer.bitCount(capacity) != 1 || capacity < WAYS) {
            throw new IllegalArgumentException("no power of two of at least " + WAYS + ": " + capacity);
        }
        this.hashes = new int[capacity];
        this.entries = new Entry[capacity];
        this.make = make;
    }

    public V get(String word) {
        return get(word, 0, -1, word.hashCode(), 0);
    }

    /** For the word that stands in a text, without cutting it out unless it is new. */
    V get(String text, int begin, int end) {
        int hash = 0;
        for (int i = begin; i < end; i++) {
            hash = 31 * hash + text.charAt(i);
        }
        return get(text, begin, end, hash, letters(text, begin, end));
    }

    /** All letters of a word of up to eight Latin letters, none of which is 0, side by side; 0 for other words. */
    private static long letters(String text, int begin, int end) {
        long letters = 0;
        for (int i = begin; i < end; i++) {
            char letter = text.charAt(i);
            if (letter == 0 || letter > 0xFF || letters >>> (Long.SIZE - Byte.SIZE) != 0) {
                return 0;
            }
            letters = letters << Byte.SIZE | letter;
        }
        return letters;
    }

    /** @param end -1 for all of the text */
    private V get(String text, int begin, int end, int hash, long letters) {
        int first = ((hash ^ hash >>> 15) & (entries.length / WAYS - 1)) * WAYS;
        for (int way = 0; way < WAYS; way++) {
            if (hashes[first + way] == hash) {
                Entry<V> entry = entries[first + way];
                if (entry != null && entry.is(text, begin, end, letters)) {
                    if (way > 0) {
                        put(first + way, hashes[first + way - 1], entries[first + way - 1]);
                        put(first + way - 1, hash, entry);
                    }
                    return entry.value;
                }
            }
        }
        // In the lower half: words met once do not drive out those met often, which move up.
        String word = end < 0 ? text : text.substring(begin, end);
        Entry<V> made = new Entry<>(letters(word, 0, word.length()), word, make.apply(word));
        put(first + WAYS - 1, hashes[first + WAYS - 2], entries[first + WAYS - 2]);
        put(first + WAYS - 2, hash, made);
        return made.value;
    }

    private void put(int place, int hash, @Nullable Entry<V> entry) {
        hashes[place] = hash;
        entries[place] = entry;
    }
}
