package io.deltawire.producer.feed;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/** One request at a time to a host, and a pause after it. Thread-safe. */
final class HostTurns {
    private static final long BUSY = Long.MAX_VALUE;

    private final long pauseNanos;
    private final Map<String, Long> freeAt = new HashMap<>();

    HostTurns(Duration pause) {
        this.pauseNanos = pause.toNanos();
    }

    /** Takes the turn if the host is free, and then {@link #leave} must follow. */
    synchronized boolean enter(String host, long nanos) {
        Long free = freeAt.get(host);
        if (free != null && (free == BUSY || nanos < free)) {
            return false;
        }
        freeAt.put(host, BUSY);
        return true;
    }

    synchronized void leave(String host, long nanos) {
        freeAt.put(host, nanos + pauseNanos);
    }
}
