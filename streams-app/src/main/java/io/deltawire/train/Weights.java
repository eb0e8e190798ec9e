package io.deltawire.train;

import io.deltawire.text.LinearModel;
import java.util.Arrays;
import java.util.List;

/** The weights of an averaged perceptron in training, by hashed feature. Not thread-safe. */
final class Weights {
    private final int labels;
    private int[] keys = new int[1 << 16];
    private int[] rows = new int[1 << 16];
    private int[] keyOfRow = new int[1 << 14];
    private float[] now;
    private double[] total;
    private int[] stamp;
    private int size;

    Weights(int labels) {
        this.labels = labels;
        now = new float[keyOfRow.length * labels];
        total = new double[keyOfRow.length * labels];
        stamp = new int[keyOfRow.length * labels];
        Arrays.fill(rows, -1);
    }

    /** Row of a feature, or -1 if it has never been changed. */
    private int row(int key) {
        int mask = keys.length - 1;
        for (int slot = ((key * 0x9E3779B9) >>> 7) & mask; rows[slot] >= 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return rows[slot];
            }
        }
        return -1;
    }

    void score(int[] features, int from, int to, float[] scores) {
        for (int i = from; i < to; i++) {
            int row = row(features[i]);
            if (row >= 0) {
                int base = row * labels;
                for (int label = 0; label < labels; label++) {
                    scores[label] += now[base + label];
                }
            }
        }
    }

    float weight(int key, int label) {
        int row = row(key);
        return row < 0 ? 0 : now[row * labels + label];
    }

    void change(int key, int label, float by, int time) {
        int row = row(key);
        if (row < 0) {
            row = add(key);
        }
        int at = row * labels + label;
        total[at] += (double) now[at] * (time - stamp[at]);
        stamp[at] = time;
        now[at] += by;
    }

    private int add(int key) {
        if (2 * size >= keys.length) {
            grow();
        }
        if (size == keyOfRow.length) {
            keyOfRow = Arrays.copyOf(keyOfRow, size * 2);
            now = Arrays.copyOf(now, size * 2 * labels);
            total = Arrays.copyOf(total, size * 2 * labels);
            stamp = Arrays.copyOf(stamp, size * 2 * labels);
        }
        keyOfRow[size] = key;
        put(key, size);
        return size++;
    }

    private void put(int key, int row) {
        int mask = keys.length - 1;
        int slot = ((key * 0x9E3779B9) >>> 7) & mask;
        while (rows[slot] >= 0) {
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        rows[slot] = row;
    }

    private void grow() {
        keys = new int[keys.length * 2];
        rows = new int[keys.length];
        Arrays.fill(rows, -1);
        for (int row = 0; row < size; row++) {
            put(keyOfRow[row], row);
        }
    }

    /**
     * The averaged weights in 8 bits.
     *
     * @param time number of steps taken
     * @param least weights under this share of the largest that is kept are dropped, 0 to 1
     */
    LinearModel average(List<String> names, int time, double least) {
        Integer[] order = new Integer[size];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, (a, b) -> Integer.compare(keyOfRow[a], keyOfRow[b]));
        double[] magnitudes = new double[size * labels];
        double[] averages = new double[size * labels];
        for (int i = 0; i < averages.length; i++) {
            averages[i] = (total[i] + (double) now[i] * (time - stamp[i])) / time;
            magnitudes[i] = Math.abs(averages[i]);
        }
        Arrays.sort(magnitudes);
        // The few largest weights may be clipped: finer steps for all others are worth more.
        double top = magnitudes.length == 0 ? 1 : magnitudes[(int) (magnitudes.length * 0.9999)];
        double scale = 127 / Math.max(top, 1e-9);
        Rows out = new Rows();
        for (int row : order) {
            for (int label = 0; label < labels; label++) {
                double weight = averages[row * labels + label];
                long rounded = Math.max(-127, Math.min(127, Math.round(weight * scale)));
                if (rounded != 0 && Math.abs(weight) >= least * top) {
                    out.add(label, (byte) rounded);
                }
            }
            out.endRow(keyOfRow[row]);
        }
        return out.model(names);
    }
}
