package io.deltawire.fact;

/** Numbers of one row of features, in the order in which they are added. */
final class Row {
    private final float[] values;
    private int size;

    /** @param width how many there will be */
    Row(int width) {
        values = new float[width];
    }

    void add(double value) {
        values[size++] = (float) value;
    }

    void add(boolean value) {
        values[size++] = value ? 1 : 0;
    }

    /** @throws IllegalStateException when there are too few */
    float[] values() {
        if (size != values.length) {
            throw new IllegalStateException(size + " features for " + values.length + " names");
        }
        return values;
    }
}
