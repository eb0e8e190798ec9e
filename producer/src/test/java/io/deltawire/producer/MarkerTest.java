package io.deltawire.producer;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.schemas.Mark;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.apache.kafka.common.errors.TimeoutException;
import org.junit.jupiter.api.Test;

class MarkerTest {
    private static final Instant MAY = Instant.parse("2025-05-12T08:00:00Z");
    private final Sent sent = new Sent();
    private final EventClock published = EventClock.newestPublished();
    private final Marker marker = new Marker(sent, Sent.TOPIC, published);

    @Test
    void nothingIsMarkedBeforeTheFirstArticle() throws Exception {
        marker.tick(false, seconds(60));
        marker.end();
        assertThat(sent.history()).isEmpty();
    }

    @Test
    void everyPartitionGetsTheMarkWithNothingButHeaderAndTime() {
        published.published(MAY);
        marker.tick(true, seconds(1));
        assertThat(sent.history()).extracting(record -> record.partition()).containsExactly(0, 1, 2);
        assertThat(sent.history()).allSatisfy(record -> {
            assertThat(record.key()).isNull();
            assertThat(record.value()).isNull();
            assertThat(record.timestamp()).isEqualTo(MAY.toEpochMilli());
            assertThat(Mark.of(record.headers())).isEqualTo(Mark.OPEN);
        });
    }

    @Test
    void anOlderArticleDoesNotTurnTheClockBack() {
        published.published(MAY);
        published.published(MAY.minusSeconds(60));
        marker.tick(true, seconds(1));
        assertThat(sent.lastMark()).contains(MAY.toEpochMilli());
    }

    @Test
    void aFileThatSaysNothingNewIsNotMarkedAgain() {
        published.published(MAY);
        marker.tick(true, seconds(1));
        marker.tick(true, seconds(2));
        marker.tick(false, seconds(60));
        assertThat(sent.history()).hasSize(3);
    }

    @Test
    void aQuietLiveSourceIsMarkedEveryTenSeconds() {
        Ticking clock = new Ticking(MAY);
        Marker live = new Marker(sent, Sent.TOPIC, EventClock.wall(clock));
        for (int second = 0; second <= 30; second++) {
            live.tick(false, seconds(second));
            clock.now = clock.now.plusSeconds(1);
        }
        assertThat(sent.history()).hasSize(4 * 3);
        assertThat(sent.lastMark()).contains(MAY.plusSeconds(30).toEpochMilli());
    }

    @Test
    void anArticleOfALiveSourceIsMarkedAtTheNextTick() {
        Ticking clock = new Ticking(MAY);
        Marker live = new Marker(sent, Sent.TOPIC, EventClock.wall(clock));
        live.tick(false, seconds(0));
        clock.now = MAY.plusMillis(100);
        live.tick(true, Duration.ofMillis(100).toNanos());
        assertThat(sent.history()).hasSize(6);
    }

    @Test
    void theEndIsWrittenAgainUntilTheBrokerTakesIt() throws Exception {
        published.published(MAY);
        sent.handBack = 2;
        marker.end();
        assertThat(sent.marks()).hasSize(1 + 3);
        assertThat(sent.marks().subList(1, 4))
                .extracting(record -> record.partition())
                .containsExactly(0, 1, 2);
        assertThat(sent.marks())
                .allSatisfy(record -> assertThat(Mark.of(record.headers())).isEqualTo(Mark.END));
    }

    @Test
    void partitionsNobodyKnowsYetAreMarkedLater() {
        published.published(MAY);
        sent.partitionsForException = new TimeoutException("no metadata");
        marker.tick(true, seconds(1));
        sent.partitionsForException = null;
        marker.tick(false, seconds(1));
        assertThat(sent.history()).hasSize(3);
    }

    private static long seconds(int seconds) {
        return Duration.ofSeconds(seconds).toNanos();
    }

    private static final class Ticking extends Clock {
        private Instant now;

        Ticking(Instant now) {
            this.now = now;
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }
}
