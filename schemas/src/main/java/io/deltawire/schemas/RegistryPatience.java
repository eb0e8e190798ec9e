package io.deltawire.schemas;

import java.io.IOException;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;
import org.apache.kafka.common.errors.InterruptException;
import org.apache.kafka.common.errors.SerializationException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tries again, with back-off, while the schema registry can't be reached; anything else (a broken record, an unknown schema)
 * is passed on at once. Says so in the log at the start, then once a minute.
 *
 * @param longest how long to wait in all; {@value #WAIT_MS} in milliseconds. Keep it below {@code max.poll.interval.ms}
 */
record RegistryPatience(Duration longest) {
    static final String WAIT_MS = "deltawire.registry.wait.ms";
    private static final long DEFAULT_WAIT_MS = 240_000;
    private static final long FIRST_PAUSE_MS = 100;
    private static final long LONGEST_PAUSE_MS = 5_000;
    private static final long LOG_EVERY_NANOS = Duration.ofMinutes(1).toNanos();
    private static final Logger LOG = LoggerFactory.getLogger(RegistryPatience.class);

    static RegistryPatience of(Map<String, ?> config) {
        Object set = config.get(WAIT_MS);
        return new RegistryPatience(
                Duration.ofMillis(set == null ? DEFAULT_WAIT_MS : Long.parseLong(String.valueOf(set))));
    }

    <R extends @Nullable Object> R call(Supplier<R> work) {
        long begin = System.nanoTime();
        long logged = begin - LOG_EVERY_NANOS;
        long pause = FIRST_PAUSE_MS;
        while (true) {
            try {
                return work.get();
            } catch (RuntimeException failure) {
                IOException unreachable = RegistryFailure.unreachable(failure).orElse(null);
                long now = System.nanoTime();
                if (unreachable == null || now - begin > longest.toNanos()) {
                    throw unreachable == null ? failure : gaveUp(unreachable);
                }
                if (now - logged >= LOG_EVERY_NANOS) {
                    LOG.warn("schema registry can't be reached, trying again: {}", unreachable.toString());
                    logged = now;
                }
                sleep(pause);
                pause = Math.min(2 * pause, LONGEST_PAUSE_MS);
            }
        }
    }

    private SerializationException gaveUp(IOException unreachable) {
        return new SerializationException(
                "schema registry not reached within " + longest.toSeconds() + " s: " + unreachable, unreachable);
    }

    private static void sleep(long millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            throw new InterruptException(e);
        }
    }
}
