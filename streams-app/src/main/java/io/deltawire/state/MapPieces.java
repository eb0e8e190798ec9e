package io.deltawire.state;

import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** Pieces in memory, for backtests and unit tests. */
public final class MapPieces implements Pieces {
    private final TreeMap<String, byte[]> pieces = new TreeMap<>(KeyOrder.CODE_POINTS);

    @Override
    public byte @Nullable [] get(String key) {
        return pieces.get(key);
    }

    @Override
    public void put(String key, byte[] piece) {
        pieces.put(key, piece);
    }

    /** Number of pieces. */
    public int size() {
        return pieces.size();
    }

    @Override
    public void delete(String key) {
        pieces.remove(key);
    }

    @Override
    public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
        for (var entry : pieces.tailMap(prefix, true).entrySet()) {
            if (!entry.getKey().startsWith(prefix)) {
                return;
            }
            visitor.accept(entry.getKey(), entry.getValue());
        }
    }
}
