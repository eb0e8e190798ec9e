package io.deltawire.replay;

import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Turn;
import io.deltawire.schemas.Settings;
import io.deltawire.topology.Heard;
import io.deltawire.topology.LineConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;

/**
 * The articles of a range of {@code articles.raw} in the one order, read as the line reads them: marks move the clocks, an article
 * without a time has that of its record, one that is late takes effect at its partition's clock. At the end of the range all that
 * still waits is given out, as if a closing mark stood there. Not thread-safe.
 */
public final class TopicArticles implements Articles {
    /** Articles that wait before only the partitions furthest behind are read. */
    private static final int MOST_WAITING = 2_000;

    private final HeardRange range;
    private final PriorityQueue<Turn> waiting = new PriorityQueue<>(Comparator.comparing(Turn::effective)
            .thenComparing(turn -> turn.article().id()));

    /**
     * @param line what the line is told, above all the reorder bound
     * @param leftOut is told of every record that is no article: where, and why, in one line of text
     */
    public TopicArticles(RangeReader reader, LineConfig line, Settings settings, Consumer<String> leftOut) {
        range = new HeardRange(reader, line, settings, leftOut);
    }

    @Override
    public Optional<Turn> next() throws IOException {
        while (true) {
            Turn first = waiting.peek();
            if (first != null && mayGo(first)) {
                return Optional.of(waiting.remove());
            }
            if (range.open().isEmpty()) {
                return Optional.ofNullable(waiting.poll());
            }
            for (HeardRange.Item item : range.read(wanted())) {
                item.heard().ifPresent(this::take);
            }
        }
    }

    /** Whether no earlier one can come: the clocks of all partitions that are not through are past it. */
    private boolean mayGo(Turn turn) {
        return range.open().stream().allMatch(partition -> turn.effective().isBefore(range.clock(partition)));
    }

    private Set<Integer> wanted() {
        Set<Integer> open = range.open();
        if (waiting.size() < MOST_WAITING) {
            return open;
        }
        Set<Integer> behind = new HashSet<>();
        Instant least = Instant.MAX;
        for (Integer partition : open) {
            Instant clock = range.clock(partition);
            if (clock.isBefore(least)) {
                least = clock;
                behind.clear();
            }
            if (clock.equals(least)) {
                behind.add(partition);
            }
        }
        return behind;
    }

    private void take(Heard heard) {
        if (heard.article() != null) {
            waiting.add(new Turn(
                    heard.article(),
                    heard.dated(),
                    heard.section(),
                    heard.effective(),
                    heard.origin().partition(),
                    heard.origin().offset()));
        }
    }

    @Override
    public Instant end() {
        return range.end();
    }

    @Override
    public double share() {
        return range.share();
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public long bad() {
        return range.bad();
    }

    @Override
    public String name() {
        return range.range().toString();
    }

    @Override
    public void close() {
        range.close();
    }
}
