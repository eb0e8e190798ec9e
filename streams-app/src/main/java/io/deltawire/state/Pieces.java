package io.deltawire.state;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Keyed state of one engine of one desk partition. An engine writes each piece it changed and reads all of them on start;
 * behind it stands a changelogged Kafka Streams store in the topology and a sorted map in a backtest.
 */
public interface Pieces {
    /** The piece under a key, or null. */
    byte @Nullable [] get(String key);

    void put(String key, byte[] piece);

    /** Removes a piece; nothing happens when there is none. */
    void delete(String key);

    /** Visits the pieces whose key begins with {@code prefix}, in byte order of UTF-8 keys. Do not write while scanning. */
    void scan(String prefix, BiConsumer<String, byte[]> visitor);
}
