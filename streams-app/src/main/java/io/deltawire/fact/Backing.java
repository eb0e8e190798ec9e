package io.deltawire.fact;

import java.time.Instant;

/**
 * One independent source of a position.
 *
 * @param source its key
 * @param statements how often it stated the value, folded ones included
 * @param lastAt effective time of its latest statement
 * @param tick order of that statement within the fact, to tell statements of one instant apart
 */
record Backing(String source, int statements, Instant lastAt, long tick) {
    boolean after(Backing other) {
        int byTime = lastAt.compareTo(other.lastAt);
        return byTime > 0 || (byTime == 0 && tick > other.tick);
    }
}
