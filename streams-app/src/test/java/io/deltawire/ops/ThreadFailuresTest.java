package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.junit.jupiter.api.Test;

class ThreadFailuresTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final List<Duration> pauses = new ArrayList<>();
    private long now;
    private final ThreadFailures failures = new ThreadFailures(meters, () -> now, pauses::add);

    @Test
    void eachFailureWaitsLongerUpToHalfAMinuteAndAfterACalmItBeginsAnew() {
        for (int i = 0; i < 10; i++) {
            assertThat(failures.handle(new IllegalStateException("the disk is full")))
                    .isEqualTo(StreamThreadExceptionResponse.REPLACE_THREAD);
        }
        assertThat(pauses).startsWith(Duration.ofMillis(250), Duration.ofMillis(500), Duration.ofSeconds(1));
        assertThat(pauses).endsWith(Duration.ofSeconds(30), Duration.ofSeconds(30));
        assertThat(meters.get("deltawire_thread_failures").counter().count()).isEqualTo(10);
        now += Duration.ofMinutes(6).toNanos();
        failures.handle(new IllegalStateException("once more"));
        assertThat(pauses.get(10)).isEqualTo(Duration.ofMillis(250));
    }
}
