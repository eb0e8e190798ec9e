package io.deltawire.ops;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.function.LongSupplier;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Replaces a stream thread that failed: what it had not committed is done again. When threads fail one after another (a broker
 * that is away for long, a disk that is full), each waits longer before it gives way to the next.
 */
final class ThreadFailures implements StreamsUncaughtExceptionHandler {
    private static final Logger LOG = LoggerFactory.getLogger(ThreadFailures.class);
    private static final Duration FIRST = Duration.ofMillis(250);
    private static final Duration LONGEST = Duration.ofSeconds(30);

    /** After so long without a failure the next one is a first one. */
    private static final Duration CALM = Duration.ofMinutes(5);

    /** Waits; tests do not. */
    @FunctionalInterface
    interface Pause {
        void of(Duration time) throws InterruptedException;
    }

    private final Counter failures;
    private final LongSupplier nanos;
    private final Pause pause;
    private Duration next = FIRST;
    private long last;

    ThreadFailures(MeterRegistry registry, LongSupplier nanos, Pause pause) {
        failures = Counter.builder("deltawire_thread_failures")
                .description("stream threads that failed and were replaced")
                .register(registry);
        this.nanos = nanos;
        this.pause = pause;
        last = nanos.getAsLong();
    }

    @Override
    public StreamThreadExceptionResponse handle(Throwable failure) {
        failures.increment();
        Duration wait = takeTurn();
        LOG.error("a stream thread failed and is replaced in {} ms", wait.toMillis(), failure);
        try {
            pause.of(wait);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return StreamThreadExceptionResponse.REPLACE_THREAD;
    }

    private synchronized Duration takeTurn() {
        long now = nanos.getAsLong();
        if (now - last > CALM.toNanos()) {
            next = FIRST;
        }
        last = now;
        Duration wait = next;
        next = next.multipliedBy(2).compareTo(LONGEST) < 0 ? next.multipliedBy(2) : LONGEST;
        return wait;
    }
}
