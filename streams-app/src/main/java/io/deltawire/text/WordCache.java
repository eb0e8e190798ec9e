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
    private record Entry<V>(String word, V value) {}

    private final @Nullable Entry<V>[] entries;
    private final Function<String, V> make;

    /** @param capacity words kept at most; a power of two */
    @SuppressWarnings({"unchecked", "rawtypes"})
    public WordCache(int capacity, Function<String, V> make) {
        if (Integer.bitCount(capacity) != 1 || capacity < 2) {
            throw new IllegalArgumentException("no power of two: " + capacity);
        }
        this.entries = new Entry[capacity];
        this.make = make;
    }

    public V get(String word) {
        int h = word.hashCode();
        int slot = (h ^ h >>> 15) & (entries.length - 1);
        Entry<V> first = entries[slot];
        if (first != null && first.word.equals(word)) {
            return first.value;
        }
        // Two places a word; the word met last stands first.
        Entry<V> second = entries[slot ^ 1];
        Entry<V> found = second != null && second.word.equals(word) ? second : new Entry<>(word, make.apply(word));
        entries[slot ^ 1] = first;
        entries[slot] = found;
        return found.value;
    }
}
