package io.deltawire.topology;

import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.processor.api.ProcessingContext;

/**
 * Has a stream thread commit before Kafka Streams' interval is over while the thread has time to spare: what came is then seen
 * sooner. A thread that works off a backlog has none, and ends few transactions, each of which costs as much as some articles.
 *
 * <p>Decides when something is committed, never what comes out. Thread-safe.
 */
final class EarlyCommit {
    /** A thread at work for a larger share of its time has none to spare; the rest is polling, and what polls bring. */
    private static final double MOST_AT_WORK = 0.8;

    private final long everyNanos;
    private final LongSupplier nanos;
    private final ThreadLocal<Span> spans;

    /** What one thread did since it last was asked whether it has time. */
    private static final class Span {
        private long began;
        private long lastEnd;
        private long longestPause;
        private long atWork;

        Span(long now) {
            began = now;
            lastEnd = now;
        }
    }

    /**
     * @param every how often a thread with time to spare commits; zero: as Kafka Streams does by itself
     * @param nanos a clock that never goes back
     */
    EarlyCommit(Duration every, LongSupplier nanos) {
        this.everyNanos = every.toNanos();
        this.nanos = nanos;
        spans = ThreadLocal.withInitial(() -> new Span(nanos.getAsLong()));
    }

    /** Does the work on one record from a topic, all that follows from it included, and commits when it is time. */
    void after(ProcessingContext context, Runnable work) {
        if (everyNanos == 0) {
            work.run();
            return;
        }
        Span span = spans.get();
        long begin = nanos.getAsLong();
        work.run();
        long end = nanos.getAsLong();
        span.longestPause = Math.max(span.longestPause, begin - span.lastEnd);
        span.atWork += end - begin;
        span.lastEnd = end;
        if (end - span.began >= everyNanos) {
            if (span.atWork <= MOST_AT_WORK * (end - span.began - commit(span))) {
                context.commit();
            }
            spans.set(new Span(end));
        }
    }

    /** The longest pause may have been a commit, which is no time to spare: it is taken for one up to a fourth of the span. */
    private long commit(Span span) {
        return Math.min(span.longestPause, everyNanos / 4);
    }
}
