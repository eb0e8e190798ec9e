package io.deltawire.producer;

import java.time.Duration;

/** Says what is being waited for: at once when it is something new, then once a minute. Thread-safe. */
final class Waiting {
    private static final Duration AGAIN = Duration.ofMinutes(1);

    private final ProgressListener listener;
    private String last = "";
    private long saidAtNanos;

    Waiting(ProgressListener listener) {
        this.listener = listener;
    }

    synchronized void on(String what) {
        long now = System.nanoTime();
        if (!what.equals(last) || now - saidAtNanos >= AGAIN.toNanos()) {
            last = what;
            saidAtNanos = now;
            listener.waiting(what);
        }
    }

    /** It came; the next wait is a new one. */
    synchronized void over() {
        last = "";
    }
}
