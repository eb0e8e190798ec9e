package io.deltawire.state;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Holds writes back until they are kept or dropped together, so that an article that fails half way leaves no trace. Not
 * thread-safe.
 */
public final class StagedPieces implements Pieces {
    /** An empty array is no piece that anyone wrote: it stands for a deletion. */
    private static final byte[] DELETED = new byte[0];

    private final Pieces kept;
    private final TreeMap<String, byte[]> staged = new TreeMap<>(KeyOrder.CODE_POINTS);

    public StagedPieces(Pieces kept) {
        this.kept = kept;
    }

    /** Writes all that was staged. */
    public void keep() {
        staged.forEach((key, piece) -> {
            if (isDeleted(piece)) {
                kept.delete(key);
            } else {
                kept.put(key, piece);
            }
        });
        staged.clear();
    }

    /** Forgets all that was staged. */
    public void drop() {
        staged.clear();
    }

    @Override
    public byte @Nullable [] get(String key) {
        byte[] piece = staged.get(key);
        if (piece == null) {
            return kept.get(key);
        }
        return isDeleted(piece) ? null : piece;
    }

    @Override
    public void put(String key, byte[] piece) {
        staged.put(key, piece);
    }

    @Override
    public void delete(String key) {
        staged.put(key, DELETED);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        if (staged.isEmpty()) {
            kept.scan(prefix, visitor);
            return;
        }
        TreeMap<String, byte[]> merged = new TreeMap<>(KeyOrder.CODE_POINTS);
        kept.scan(prefix, merged::put);
        merged.putAll(staged.tailMap(prefix, true));
        merged.forEach((key, piece) -> {
            if (key.startsWith(prefix) && !isDeleted(piece)) {
                visitor.accept(key, piece);
            }
        });
    }

    /** By identity: an engine may well write a piece of no bytes. */
    @SuppressWarnings("ReferenceEquality")
    private static boolean isDeleted(byte[] piece) {
        return piece == DELETED;
    }
}
