package io.deltawire.web;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.LongSupplier;

/** How many requests each caller may still make: a bucket that fills at a steady rate and holds two seconds' worth. */
final class Budget {
    private static final int CALLERS = 10_000;
    private static final double NANOS = 1e9;
    private static final int SECONDS_HELD = 2;

    private final int perSecond;
    private final LongSupplier clock;
    private final Map<String, Bucket> buckets = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS;
        }
    };

    /**
     * @param perSecond 0 for no limit
     * @param clock in nanoseconds from any origin
     */
    Budget(int perSecond, LongSupplier clock) {
        this.perSecond = perSecond;
        this.clock = clock;
    }

    /** Whether this caller may make one request more now; if so, it is counted. */
    synchronized boolean take(String caller) {
        if (perSecond == 0) {
            return true;
        }
        long now = clock.getAsLong();
        double full = (double) perSecond * SECONDS_HELD;
        Bucket before = buckets.getOrDefault(caller, new Bucket(full, now));
        double left = Math.min(full, before.left() + (now - before.at()) / NANOS * perSecond);
        boolean granted = left >= 1;
        buckets.put(caller, new Bucket(granted ? left - 1 : left, now));
        return granted;
    }

    private record Bucket(double left, long at) {}
}
