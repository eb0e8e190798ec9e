package io.deltawire.text;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import org.jspecify.annotations.Nullable;

/**
 * Rows of numbers that are worked out as they are needed: threads may each work out one, to the same end, and either may be kept. A row is
 * handed over so that it is seen whole by every thread, without an object around it that would be one look in memory more.
 */
public final class Rows {
    private static final VarHandle ROW = MethodHandles.arrayElementVarHandle(long[][].class);

    private Rows() {}

    /** The row at an index; null while nobody has worked it out. */
    public static long @Nullable [] get(long[] @Nullable [] rows, int index) {
        return (long[]) ROW.getAcquire(rows, index);
    }

    /** Keeps a row, which must not be written to any more. */
    public static long[] keep(long[] @Nullable [] rows, int index, long[] row) {
        ROW.setRelease(rows, index, row);
        return row;
    }
}
