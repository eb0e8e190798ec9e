package io.deltawire.producer;

import java.time.Duration;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.InterruptException;
import org.jspecify.annotations.Nullable;

/** What goes on beside the sending: marks, progress, and noticing that nothing gets through. */
final class Beat implements AutoCloseable {
    private static final long MARK_MILLIS = Marker.AFTER_ARTICLE.toMillis() / 2;
    private static final long PROGRESS_MILLIS = 200;
    private static final Duration SILENCE = Duration.ofSeconds(10);

    private final Marker marker;
    private final ArticleSender sender;
    private final Waiting waiting;
    private final ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(2);
    private volatile @Nullable RuntimeException failure;
    private long sentAtLastMark;
    private long acknowledged;
    private long acknowledgedAtNanos = System.nanoTime();

    Beat(Marker marker, ArticleSender sender, Waiting waiting, Runnable progress) {
        this.marker = marker;
        this.sender = sender;
        this.waiting = waiting;
        every(MARK_MILLIS, this::mark);
        every(PROGRESS_MILLIS, progress);
        every(PROGRESS_MILLIS, this::listen);
    }

    private void every(long millis, Runnable step) {
        var unused = threads.scheduleWithFixedDelay(() -> guarded(step), millis, millis, TimeUnit.MILLISECONDS);
    }

    void requireHealthy() {
        RuntimeException thrown = failure;
        if (thrown != null) {
            throw thrown;
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }

    private void guarded(Runnable step) {
        try {
            step.run();
        } catch (InterruptException e) {
            // Closing interrupts a mark that waits for the broker.
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void mark() {
        long sent = sender.sent();
        marker.tick(sent > sentAtLastMark, System.nanoTime());
        sentAtLastMark = sent;
    }

    private void listen() {
        long now = System.nanoTime();
        long confirmed = sender.acknowledged();
        if (confirmed > acknowledged || sender.pending() == 0) {
            acknowledged = confirmed;
            acknowledgedAtNanos = now;
            waiting.over();
        } else if (now - acknowledgedAtNanos > SILENCE.toNanos()) {
            waiting.on("the broker; " + sender.pending() + " articles wait to be confirmed");
        }
    }
}
