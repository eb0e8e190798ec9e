package io.deltawire.text;

import java.util.Arrays;

/** A growing list of [begin, end) pairs without boxing. */
final class Offsets {
    private int[] values = new int[64];
    private int size;

    void add(int begin, int end) {
        if (2 * size + 2 > values.length) {
            values = Arrays.copyOf(values, values.length * 2);
        }
        values[2 * size] = begin;
        values[2 * size + 1] = end;
        size++;
    }

    int size() {
        return size;
    }

    int begin(int i) {
        return values[2 * i];
    }

    int end(int i) {
        return values[2 * i + 1];
    }
}
