package io.deltawire.topology;

import io.deltawire.state.Pieces;
import java.util.function.BiConsumer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.jspecify.annotations.Nullable;

/** An engine's pieces in a state store. */
record StorePieces(KeyValueStore<String, byte[]> store) implements Pieces {
    /** On disk, with a changelog; the cache lets a piece that several articles of one commit change reach both once. */
    static StoreBuilder<KeyValueStore<String, byte[]>> builder(String name) {
        return Stores.keyValueStoreBuilder(Stores.persistentKeyValueStore(name), Serdes.String(), Serdes.ByteArray())
                .withCachingEnabled();
    }

    @Override
    public byte @Nullable [] get(String key) {
        return store.get(key);
    }

    @Override
    public void put(String key, byte[] piece) {
        store.put(key, piece);
    }

    @Override
    public void delete(String key) {
        store.delete(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        try (KeyValueIterator<String, byte[]> pieces =
                prefix.isEmpty() ? store.all() : store.prefixScan(prefix, new StringSerializer())) {
            while (pieces.hasNext()) {
                KeyValue<String, byte[]> piece = pieces.next();
                visitor.accept(piece.key, piece.value);
            }
        }
    }
}
