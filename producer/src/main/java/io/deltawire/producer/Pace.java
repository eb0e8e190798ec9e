package io.deltawire.producer;

import java.util.concurrent.locks.LockSupport;

/** Holds a thread back to a number of steps a second, without making up for time lost. */
final class Pace {
    private final long stepNanos;
    private long next;

    /**
     * @param rate steps a second; 0 for no limit
     */
    Pace(double rate) {
        this.stepNanos = rate > 0 ? (long) (1e9 / rate) : 0;
        this.next = System.nanoTime();
    }

    /** Returns when the next step may be made, or at once when the thread is interrupted. */
    void step() {
        long now = System.nanoTime();
        next = Math.max(next, now - stepNanos) + stepNanos;
        while (stepNanos > 0 && next - now > 0 && !Thread.currentThread().isInterrupted()) {
            LockSupport.parkNanos(next - now);
            now = System.nanoTime();
        }
    }
}
