package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import org.jspecify.annotations.Nullable;

/** What a model adds up to for two numbers, of which few pairs are frequent: the last met are kept. Thread-safe as {@link io.deltawire.text.WordCache} is. */
final class PairSums {
    private static final int ROWS = 1 << 12;

    private final LinearModel model;
    private final Writer writer;
    private final @Nullable Row[] rows = new Row[ROWS];

    /** Writes the features of two numbers and returns where they end. */
    interface Writer {
        int write(int one, int other, int[] into, int from);
    }

    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; final, so seen whole by every thread
    private record Row(int one, int other, long[] lanes) {}

    PairSums(LinearModel model, Writer writer) {
        this.model = model;
        this.writer = writer;
    }

    /** Sums of weights of all labels, see {@link LinearModel#sum}. */
    long[] of(int one, int other) {
        int place = LinearModel.key(one, other) & (ROWS - 1);
        Row row = rows[place];
        if (row == null || row.one != one || row.other != other) {
            int[] keys = new int[NameFeatures.MOST];
            row = new Row(one, other, model.sums(keys, writer.write(one, other, keys, 0)));
            rows[place] = row;
        }
        return row.lanes;
    }
}
