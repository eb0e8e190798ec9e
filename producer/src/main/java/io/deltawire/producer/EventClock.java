package io.deltawire.producer;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

/** How far a source has come in event time: what marks tell. Thread-safe. */
public sealed interface EventClock {
    /** The clock on the wall, for live sources: nothing that is still to come was published later than now. */
    static EventClock wall(Clock clock) {
        return new Wall(clock);
    }

    /** The newest publication so far, for files. */
    static EventClock newestPublished() {
        return new Newest(new AtomicLong(Long.MIN_VALUE));
    }

    /** Takes note of an article that is on its way. */
    void published(Instant publishedAt);

    /** Where the clock stands; empty before it has started. */
    Optional<Instant> now();

    /** Whether the source goes on for ever. */
    default boolean isLive() {
        return this instanceof Wall;
    }

    /** See {@link EventClock#wall}. */
    record Wall(Clock clock) implements EventClock {
        @Override
        public void published(Instant publishedAt) {}

        @Override
        public Optional<Instant> now() {
            return Optional.of(clock.instant());
        }
    }

    /** See {@link EventClock#newestPublished}. */
    record Newest(AtomicLong millis) implements EventClock {
        @Override
        public void published(Instant publishedAt) {
            millis.accumulateAndGet(publishedAt.toEpochMilli(), Math::max);
        }

        @Override
        public Optional<Instant> now() {
            long newest = millis.get();
            return newest == Long.MIN_VALUE ? Optional.empty() : Optional.of(Instant.ofEpochMilli(newest));
        }
    }
}
