package io.deltawire.engine;

import io.deltawire.state.Pieces;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * ORDER: holds articles back until no earlier one can come, then gives them out by (effective time, article id). What may
 * still come is told by the clocks of all partitions of {@code articles.raw}: the floor is the least of them, and there is
 * none until every partition has been heard of (an empty partition hears of marks). Not thread-safe.
 *
 * <p>Only keys are in memory. A state store must not be asked for its first key: after millions of deletions at its
 * beginning, finding it means walking over all of them.
 */
public final class Order {
    private static final String WAITING = "a";
    private static final String CLOCK = "w";

    /** Stands between effective time and article id in keys; times are of fixed width, so any character would do. */
    private static final char SEPARATOR = '/';

    /** Hexadecimal digits of an effective time. */
    private static final int TIME_WIDTH = 16;

    private final Pieces pieces;
    private final int limit;
    private final TreeSet<Key> waiting = new TreeSet<>();
    private final TreeMap<Integer, Long> clocks = new TreeMap<>();
    private final Set<Integer> ignored = new HashSet<>();
    private int partitions;
    private long forced;

    private record Key(long effective, String articleId) implements Comparable<Key> {
        @Override
        public int compareTo(Key other) {
            int byTime = Long.compare(effective, other.effective);
            return byTime != 0 ? byTime : articleId.compareTo(other.articleId);
        }

        String piece() {
            return WAITING + "%016x".formatted(effective ^ Long.MIN_VALUE) + SEPARATOR + articleId;
        }

        static Key of(String piece) {
            int begin = WAITING.length();
            long effective = Long.parseUnsignedLong(piece.substring(begin, begin + TIME_WIDTH), 16) ^ Long.MIN_VALUE;
            return new Key(effective, piece.substring(begin + TIME_WIDTH + 1));
        }
    }

    /** An article whose turn has come, with what was given for it. */
    public record Released(String articleId, Instant effective, ByteBuffer digest) {}

    /** @param limit articles held at most; beyond it the first is let go whatever the clocks say, and counted as forced */
    public Order(Pieces pieces, int limit) {
        this.pieces = pieces;
        this.limit = limit;
        pieces.scan(WAITING, (key, piece) -> waiting.add(Key.of(key)));
        pieces.scan(CLOCK, (key, piece) -> {
            ByteBuffer clock = ByteBuffer.wrap(piece);
            clocks.put(Integer.parseInt(key.substring(CLOCK.length())), clock.getLong());
            partitions = Math.max(partitions, clock.getInt());
        });
    }

    /** Hears a partition's clock. */
    public void hear(int partition, int ofPartitions, Instant watermark) {
        long clock = watermark.toEpochMilli();
        ignored.remove(partition);
        Long before = clocks.get(partition);
        if (before == null || clock > before || ofPartitions > partitions) {
            partitions = Math.max(partitions, ofPartitions);
            long now = before == null ? clock : Math.max(before, clock);
            clocks.put(partition, now);
            byte[] piece = ByteBuffer.allocate(Long.BYTES + Integer.BYTES)
                    .putLong(now)
                    .putInt(partitions)
                    .array();
            pieces.put(CLOCK + partition, piece);
        }
    }

    /** Takes an article in; one that waits already is not taken twice. */
    public void add(String articleId, Instant effective, byte[] digest) {
        Key key = new Key(effective.toEpochMilli(), articleId);
        if (waiting.add(key)) {
            pieces.put(key.piece(), digest);
        }
    }

    /**
     * Leaves a quiet partition out of the floor until it is heard of again. What comes out then depends on the wall clock.
     *
     * @return whether it was in the floor until now
     */
    public boolean ignore(int partition) {
        return ignored.add(partition);
    }

    /** Time below which all articles have come; null while a partition has not been heard of. */
    public @Nullable Instant floor() {
        long floor = Long.MAX_VALUE;
        for (int partition = 0; partition < partitions; partition++) {
            if (!ignored.contains(partition)) {
                Long clock = clocks.get(partition);
                if (clock == null) {
                    return null;
                }
                floor = Math.min(floor, clock);
            }
        }
        return floor == Long.MAX_VALUE ? null : Instant.ofEpochMilli(floor);
    }

    /** The next article whose turn has come, or null. */
    public @Nullable Released next() {
        if (waiting.isEmpty()) {
            return null;
        }
        Key first = waiting.first();
        Instant floor = floor();
        boolean due = floor != null && first.effective() < floor.toEpochMilli();
        if (!due && waiting.size() <= limit) {
            return null;
        }
        forced += due ? 0 : 1;
        waiting.remove(first);
        byte[] digest = Objects.requireNonNull(pieces.get(first.piece()), first.piece());
        pieces.delete(first.piece());
        return new Released(first.articleId(), Instant.ofEpochMilli(first.effective()), ByteBuffer.wrap(digest));
    }

    /** Articles that wait. */
    public int depth() {
        return waiting.size();
    }

    /** Articles let go since start because too many waited. */
    public long forced() {
        return forced;
    }

    /** How far the newest waiting article is ahead of the oldest, in milliseconds. */
    public long span() {
        return waiting.isEmpty()
                ? 0
                : waiting.last().effective() - waiting.first().effective();
    }

    /** Partitions that hold the others back most: those not heard of, else the one with the least clock. */
    public Set<Integer> slowest() {
        Set<Integer> unheard = new TreeSet<>();
        for (int partition = 0; partition < partitions; partition++) {
            if (!clocks.containsKey(partition)) {
                unheard.add(partition);
            }
        }
        if (!unheard.isEmpty()) {
            return unheard;
        }
        return clocks.entrySet().stream()
                .min(Map.Entry.comparingByValue())
                .map(entry -> Set.of(entry.getKey()))
                .orElse(Set.of());
    }
}
