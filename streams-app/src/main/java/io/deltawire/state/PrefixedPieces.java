package io.deltawire.state;

import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * A part of a larger store: one desk's pieces among those of the desks that share a partition.
 *
 * @param prefix begins every key in the store behind; no prefix may begin another
 */
public record PrefixedPieces(String prefix, Pieces pieces) implements Pieces {
    @Override
    public byte @Nullable [] get(String key) {
        return pieces.get(prefix + key);
    }

    @Override
    public void put(String key, byte[] piece) {
        pieces.put(prefix + key, piece);
    }

    @Override
    public void delete(String key) {
        pieces.delete(prefix + key);
    }

    @Override
    public void scan(String under, BiConsumer<String, byte[]> visitor) {
        pieces.scan(prefix + under, (key, piece) -> visitor.accept(key.substring(prefix.length()), piece));
    }
}
