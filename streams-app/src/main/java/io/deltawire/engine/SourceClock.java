package io.deltawire.engine;

import io.deltawire.state.Pieces;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.time.Instant;

/**
 * The event clock of one partition of {@code articles.raw}: {@code w_p}, below which nothing that follows on the partition
 * takes effect. A function of the partition's records alone. Not thread-safe.
 */
public final class SourceClock {
    private static final String KEY = "clock";

    private final Pieces pieces;
    private final long bound;
    private long watermark = Long.MIN_VALUE;

    /** @param bound how much later than the newest article another may come and still find its place (B) */
    public SourceClock(Pieces pieces, Duration bound) {
        this.pieces = pieces;
        this.bound = bound.toMillis();
        byte[] kept = pieces.get(KEY);
        if (kept != null) {
            watermark = ByteBuffer.wrap(kept).getLong();
        }
    }

    /** An article came; its effective time, which is its own time unless the clock is past that already. */
    public Instant article(Instant publishedAt) {
        advance(publishedAt.toEpochMilli() - bound);
        return Instant.ofEpochMilli(Math.max(publishedAt.toEpochMilli(), watermark));
    }

    /** The source says how far its clock has come. */
    public void mark(Instant clock) {
        advance(clock.toEpochMilli() - bound);
    }

    /** The source is through: whatever it published takes effect, also the articles of its very last instant. */
    public void end(Instant clock) {
        advance(clock.toEpochMilli() + 1);
    }

    /** {@code w_p}; meaningful once a first article or mark has been heard. */
    public Instant watermark() {
        return Instant.ofEpochMilli(watermark);
    }

    private void advance(long to) {
        if (to > watermark) {
            watermark = to;
            pieces.put(KEY, ByteBuffer.allocate(Long.BYTES).putLong(to).array());
        }
    }
}
