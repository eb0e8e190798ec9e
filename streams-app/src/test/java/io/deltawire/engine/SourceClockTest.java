package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SourceClockTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void anArticleLaterThanTheBoundTakesEffectAtTheClock() {
        SourceClock clock = new SourceClock(new MapPieces(), Duration.ofMinutes(10));
        assertThat(clock.article(NOON)).isEqualTo(NOON);
        assertThat(clock.article(NOON.minusSeconds(300))).isEqualTo(NOON.minusSeconds(300));
        assertThat(clock.article(NOON.minusSeconds(3000))).isEqualTo(NOON.minusSeconds(600));
        assertThat(clock.watermark()).isEqualTo(NOON.minusSeconds(600));
    }

    @Test
    void theClockNeverGoesBack() {
        SourceClock clock = new SourceClock(new MapPieces(), Duration.ZERO);
        clock.mark(NOON);
        clock.mark(NOON.minusSeconds(60));
        assertThat(clock.watermark()).isEqualTo(NOON);
    }

    @Test
    void theEndOfASourceWaitsForNothingMore() {
        SourceClock clock = new SourceClock(new MapPieces(), Duration.ofDays(1));
        clock.article(NOON);
        clock.end(NOON);
        assertThat(clock.watermark()).isAfter(NOON);
    }

    @Test
    void theClockIsKeptOverARestart() {
        MapPieces pieces = new MapPieces();
        new SourceClock(pieces, Duration.ZERO).mark(NOON);
        assertThat(new SourceClock(pieces, Duration.ZERO).watermark()).isEqualTo(NOON);
    }
}
