package io.deltawire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class HeapWatchTest {
    private static final int MEGABYTE = 1 << 20;

    private final StringWriter said = new StringWriter();

    @Test
    void aHeapThatGrowsWithTheRunIsNotFlat() {
        List<byte[]> kept = new ArrayList<>();

        assertThat(lastOverMiddle(() -> kept.add(new byte[8 * MEGABYTE]))).isGreaterThan(1.1);
        assertThat(kept).hasSize(9);
    }

    @Test
    void aHeapThatIsGivenBackIsFlat() {
        List<byte[]> kept = new ArrayList<>(List.of(new byte[8 * MEGABYTE]));

        assertThat(lastOverMiddle(() -> kept.set(0, new byte[8 * MEGABYTE]))).isBetween(0.9, 1.1);
        assertThat(said.toString()).contains("9 articles, at 2020-01-01:");
    }

    @Test
    void aRunIsStoppedAtALookAfterItsTime() {
        HeapWatch watch = new HeapWatch(2, Duration.ofNanos(1), new PrintWriter(said));

        watch.progress(1, Instant.EPOCH, 0);
        assertThat(watch.stopped()).isFalse();
        watch.progress(2, Instant.EPOCH, 0);
        assertThat(watch.stopped()).isTrue();
    }

    private double lastOverMiddle(Runnable article) {
        HeapWatch watch = new HeapWatch(1, Duration.ZERO, new PrintWriter(said));
        for (int i = 1; i <= 9; i++) {
            article.run();
            watch.progress(i, Instant.parse("2020-01-01T00:00:00Z"), i / 9.0);
        }
        assertThat(watch.stopped()).isFalse();
        Report report = new Report("test");
        watch.report(report);
        return report.median("heap, last third over middle third");
    }
}
