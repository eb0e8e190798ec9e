package io.deltawire.engine;

import java.time.Duration;
import java.time.Instant;

/** Tumbling windows of event time, UTC. */
public enum Window {
    HOUR(Duration.ofHours(1)),
    DAY(Duration.ofDays(1));

    private final Duration length;

    Window(Duration length) {
        this.length = length;
    }

    public Duration length() {
        return length;
    }

    /** Begin of the window an instant falls in. */
    public Instant begin(Instant instant) {
        return Instant.ofEpochMilli(number(instant) * length.toMillis());
    }

    /** Windows since 1970, this one included in none. */
    long number(Instant instant) {
        return Math.floorDiv(instant.toEpochMilli(), length.toMillis());
    }
}
