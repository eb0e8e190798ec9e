package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Rows;
import org.jspecify.annotations.Nullable;

/** What a model adds up to for two numbers, of which few pairs are frequent: the last met are kept. Thread-safe as {@link io.deltawire.text.WordCache} is. */
final class PairSums {
    private static final int ROWS = 1 << 12;

    /** Where in a row the sums begin. */
    static final int SUMS = 1;

    private final LinearModel model;
    private final Writer writer;
    /** The sums behind both numbers. */
    private final long[] @Nullable [] rows = new long[ROWS][];

    /** Writes the features of two numbers and returns where they end. */
    interface Writer {
        int write(int one, int other, int[] into, int from);
    }

    PairSums(LinearModel model, Writer writer) {
        this.model = model;
        this.writer = writer;
    }

    /** Sums of weights of all labels, see {@link LinearModel#sum}, from {@value #SUMS} on. */
    long[] of(int one, int other) {
        int place = LinearModel.key(one, other) & (ROWS - 1);
        long both = (long) one << Integer.SIZE | Integer.toUnsignedLong(other);
        long[] row = Rows.get(rows, place);
        return row == null || row[0] != both ? Rows.keep(rows, place, work(one, other, both)) : row;
    }

    private long[] work(int one, int other, long both) {
        int[] keys = new int[NameFeatures.MOST];
        long[] sums = model.sums(keys, writer.write(one, other, keys, 0));
        long[] row = new long[SUMS + sums.length];
        row[0] = both;
        System.arraycopy(sums, 0, row, SUMS, sums.length);
        return row;
    }
}
