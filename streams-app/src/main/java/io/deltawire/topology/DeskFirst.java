package io.deltawire.topology;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Shares the processors of one instance between articles, which many partitions hold, and desks, of which most often one has all
 * the work: a thread that has a desk never waits, and other threads enrich no more articles at a time than there are processors
 * left. Without that they run away from the desk, whose thread then has the rest of the work to itself.
 *
 * <p>Nobody waits where there are as many processors as threads; the default is one thread more. Decides when something is done, never what.
 * Thread-safe.
 */
final class DeskFirst {
    /** A thread without a record of a desk for so long has none at work. */
    private static final long AT_WORK_NANOS = Duration.ofSeconds(1).toNanos();

    /** For so long after its last record, of whatever kind, a desk's thread counts as busy: it polls or commits. */
    private static final long BUSY_NANOS = Duration.ofMillis(20).toNanos();

    /** A thread that waits looks again then, whether it was told to or not: desks fall idle without a word. */
    private static final long LOOK_EVERY_MILLIS = 2;

    private final int processors;
    private final LongSupplier nanos;
    private final Map<Thread, Desks> desks = new HashMap<>();
    private int enriching;

    /** What is known of a thread that has desks. */
    private static final class Desks {
        private long lastRecord;
        private long lastSeen;
        private boolean enriching;
    }

    /**
     * @param processors of the machine
     * @param nanos a clock that never goes back
     */
    DeskFirst(int processors, LongSupplier nanos) {
        this.processors = processors;
        this.nanos = nanos;
    }

    static DeskFirst onThisMachine() {
        return new DeskFirst(Runtime.getRuntime().availableProcessors(), System::nanoTime);
    }

    /** Says that the current thread works for a desk. */
    synchronized void atDesk() {
        Desks own = desks.computeIfAbsent(Thread.currentThread(), thread -> new Desks());
        own.lastRecord = nanos.getAsLong();
        own.lastSeen = own.lastRecord;
    }

    /** Does the work when there is a processor for it; one at a time is done in any case. */
    <T> T enrich(Supplier<T> work) {
        begin();
        try {
            return work.get();
        } finally {
            end();
        }
    }

    private synchronized void begin() {
        boolean interrupted = false;
        while (!mayBegin()) {
            try {
                wait(LOOK_EVERY_MILLIS);
            } catch (InterruptedException e) {
                // Who stops a stream thread waits for the record at hand in any case.
                interrupted = true;
            }
        }
        enriching++;
        tell(true);
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized void end() {
        enriching--;
        tell(false);
        notify();
    }

    private void tell(boolean enrichesNow) {
        Desks own = desks.get(Thread.currentThread());
        if (own != null) {
            own.enriching = enrichesNow;
            own.lastSeen = nanos.getAsLong();
        }
    }

    private boolean mayBegin() {
        long now = nanos.getAsLong();
        desks.values().removeIf(desk -> now - desk.lastRecord > AT_WORK_NANOS);
        return enriching == 0 || desks.containsKey(Thread.currentThread()) || enriching + busy(now) < processors;
    }

    /** Threads that have desks and are neither idle nor counted among those that enrich. */
    private long busy(long now) {
        return desks.values().stream()
                .filter(desk -> !desk.enriching && now - desk.lastSeen <= BUSY_NANOS)
                .count();
    }
}
