package io.deltawire.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;

/**
 * A linear model over hashed features: each feature is a 32-bit key with a weight for some of the labels. With 400,000
 * features one in 10,000 unknown features meets a foreign row, which does not matter among dozens. Weights are 8-bit numbers,
 * so scores are comparable within a model only. Immutable.
 */
public final class LinearModel {
    private static final int FORMAT = 0x44574C31;

    /** Rows with more labels than this are kept for all labels, four to a long: few rows, but those that most words hit. */
    private static final int SPARSE = 5;

    /** Sums of four labels in one long stay within 16 bits each up to this many features. */
    private static final int MOST_FEATURES = 250;

    private static final int KNOWN_BITS = 1 << 20;

    private static final int RAISED = 0x8000;
    private static final long RAISE = 0x8000_8000_8000_8000L;

    private final List<String> labels;
    private final int labelCount;
    private final int[] keys;
    private final int[] rowStart;
    private final byte[] rowLabels;
    private final byte[] rowWeights;

    /** Key and place by slot, side by side so that a look-up touches one cache line. Place 0: none; above: in sparse; below: in dense. */
    private final int[] table;

    /** Bits by hash of key, set for features that have weights: these lie nearer at hand than the table. */
    private final long[] known = new long[KNOWN_BITS / Long.SIZE];

    private final short[] sparse;
    private final long[] dense;
    private final int lanes;
    private final int mask;

    /**
     * @param keys distinct feature keys in ascending order
     * @param rowStart row i is entries rowStart[i] to rowStart[i + 1] of the next two
     */
    public LinearModel(List<String> labels, int[] keys, int[] rowStart, byte[] rowLabels, byte[] rowWeights) {
        this.labels = List.copyOf(labels);
        labelCount = labels.size();
        this.keys = keys.clone();
        this.rowStart = rowStart.clone();
        this.rowLabels = rowLabels.clone();
        this.rowWeights = rowWeights.clone();
        int size = Integer.highestOneBit(Math.max(16, keys.length) * 2 - 1) * 2;
        mask = size - 1;
        lanes = (labels.size() + 3) / 4;
        table = new int[2 * size];
        int denseRows = 0;
        for (int row = 0; row < keys.length; row++) {
            denseRows += rowStart[row + 1] - rowStart[row] > SPARSE ? 1 : 0;
        }
        dense = new long[denseRows * lanes];
        sparse = new short[1 + keys.length + rowLabels.length];
        int denseEnd = 0;
        int sparseEnd = 1;
        for (int row = 0; row < keys.length; row++) {
            int bit = bit(keys[row]);
            known[bit >> 6] |= 1L << bit;
            int slot = slot(keys[row]);
            while (table[2 * slot + 1] != 0) {
                slot = (slot + 1) & mask;
            }
            table[2 * slot] = keys[row];
            if (rowStart[row + 1] - rowStart[row] > SPARSE) {
                table[2 * slot + 1] = -1 - denseEnd;
                for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
                    dense[denseEnd + rowLabels[i] / 4] += (long) rowWeights[i] << (16 * (rowLabels[i] % 4));
                }
                denseEnd += lanes;
            } else {
                table[2 * slot + 1] = sparseEnd;
                sparse[sparseEnd++] = (short) (rowStart[row + 1] - rowStart[row]);
                for (int i = rowStart[row]; i < rowStart[row + 1]; i++) {
                    sparse[sparseEnd++] = (short) ((rowLabels[i] << 8) | (rowWeights[i] & 0xFF));
                }
            }
        }
    }

    /** The key of a feature: which template it is of, and the value there. */
    public static int key(int template, int value) {
        int h = value * 0xCC9E2D51 + template * 0x1B873593;
        h ^= h >>> 16;
        h *= 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    public List<String> labels() {
        return labels;
    }

    /** How many features have weights. */
    public int size() {
        return rowStart.length - 1;
    }

    /** Adds a feature's weights to the scores of the labels. */
    public void add(int key, int[] scores) {
        add(new int[] {key}, 1, scores);
    }

    /**
     * Adds the weights of the first n features to the scores of the labels.
     *
     * @param features keys; overwritten
     * @param n at most {@value #MOST_FEATURES}
     */
    public void add(int[] features, int n, int[] scores) {
        if (n > MOST_FEATURES) {
            throw new IllegalArgumentException("more than " + MOST_FEATURES + " features");
        }
        long[] sums = new long[lanes];
        sum(features, n, sums);
        addScores(sums, scores);
    }

    /** Length of an array that holds sums of all labels, four to a long. */
    public int lanes() {
        return lanes;
    }

    /**
     * Adds the weights of the first n features to sums of all labels. Sums may be added to one another, long by long, as long as no
     * more than {@value #MOST_FEATURES} features are in them.
     *
     * @param features keys; overwritten
     */
    public void sum(int[] features, int n, long[] sums) {
        // All look-ups first: they miss the cache, and do so together as none waits for another.
        find(features, n);
        addAt(features, 0, n, sums, 0);
    }

    /**
     * Sums of all labels over several runs of features, one behind the other.
     *
     * @param features keys; overwritten
     * @param ends where each run ends; the next begins there
     */
    public long[] sums(int[] features, int... ends) {
        find(features, ends[ends.length - 1]);
        long[] sums = new long[ends.length * lanes];
        int from = 0;
        for (int run = 0; run < ends.length; run++) {
            addAt(features, from, ends[run], sums, run * lanes);
            from = ends[run];
        }
        return sums;
    }

    /**
     * Looks up the first n features, for {@link #addAt}.
     *
     * @param features keys; overwritten by where their weights are
     */
    void find(int[] features, int n) {
        for (int k = 0; k < n; k++) {
            int bit = bit(features[k]);
            features[k] = (known[bit >> 6] >>> bit & 1) == 0 ? 0 : place(features[k]);
        }
    }

    /** Adds the weights at places from one to the other, that one left out, to the sums of all labels that begin at an index. */
    void addAt(int[] places, int from, int end, long[] sums, int begin) {
        for (int k = from; k < end; k++) {
            int place = places[k];
            if (place < 0) {
                int row = -1 - place;
                for (int lane = 0; lane < lanes; lane++) {
                    sums[begin + lane] += dense[row + lane];
                }
            } else if (place > 0) {
                int last = place + sparse[place];
                for (int i = place + 1; i <= last; i++) {
                    int label = sparse[i] >> 8;
                    sums[begin + (label >> 2)] += (long) (byte) sparse[i] << ((label & 3) << 4);
                }
            }
        }
    }

    /** Adds what is in sums to the scores of the labels. */
    public void addScores(long[] sums, int[] scores) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] += raised(sums[label >> 2] + RAISE, label) - RAISED;
        }
    }

    /** Adds what is in sums to the scores of the labels. */
    public void addScores(long[] sums, float[] scores) {
        for (int label = 0; label < scores.length; label++) {
            scores[label] += raised(sums[label >> 2] + RAISE, label) - RAISED;
        }
    }

    /** The label of the greatest sum, the first of several. */
    public int best(long[] sums) {
        int best = 0;
        int most = -1;
        for (int label = 0; label < labelCount; label++) {
            int sum = raised(sums[label >> 2] + RAISE, label);
            if (sum > most) {
                most = sum;
                best = label;
            }
        }
        return best;
    }

    /** A label's sum out of a long to which {@link #RAISE} was added, so that none of its four is below 0 and borrows from the next. */
    private static int raised(long four, int label) {
        return (int) (four >>> (16 * (label & 3))) & 0xFFFF;
    }

    private int place(int key) {
        int slot = slot(key);
        while (table[2 * slot + 1] != 0 && table[2 * slot] != key) {
            slot = (slot + 1) & mask;
        }
        return table[2 * slot + 1];
    }

    private static int bit(int key) {
        return (key * 0x9E3779B9) >>> 12;
    }

    private int slot(int key) {
        return ((key * 0x9E3779B9) >>> 7) & mask;
    }

    public static LinearModel load(InputStream compressed) throws IOException {
        try (DataInputStream in =
                new DataInputStream(new BufferedInputStream(new GZIPInputStream(compressed, 1 << 16)))) {
            if (in.readInt() != FORMAT) {
                throw new IOException("not a model of this format");
            }
            int names = in.readUnsignedByte();
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < names; i++) {
                labels.add(in.readUTF());
            }
            int[] keys = new int[in.readInt()];
            int key = Integer.MIN_VALUE;
            for (int i = 0; i < keys.length; i++) {
                key += readVarint(in);
                keys[i] = key;
            }
            int[] rowStart = new int[keys.length + 1];
            for (int i = 0; i < keys.length; i++) {
                rowStart[i + 1] = rowStart[i] + in.readUnsignedByte();
            }
            byte[] rowLabels = in.readNBytes(rowStart[keys.length]);
            byte[] rowWeights = in.readNBytes(rowStart[keys.length]);
            return new LinearModel(labels, keys, rowStart, rowLabels, rowWeights);
        }
    }

    public void save(OutputStream target) throws IOException {
        try (DataOutputStream out = new DataOutputStream(new BufferedOutputStream(new GZIPOutputStream(target)))) {
            out.writeInt(FORMAT);
            out.writeByte(labels.size());
            for (String label : labels) {
                out.writeUTF(label);
            }
            out.writeInt(keys.length);
            int last = Integer.MIN_VALUE;
            for (int key : keys) {
                writeVarint(out, key - last);
                last = key;
            }
            for (int i = 0; i < keys.length; i++) {
                out.writeByte(rowStart[i + 1] - rowStart[i]);
            }
            out.write(rowLabels);
            out.write(rowWeights);
        }
    }

    private static int readVarint(DataInputStream in) throws IOException {
        int value = 0;
        for (int shift = 0; ; shift += 7) {
            int b = in.readUnsignedByte();
            value |= (b & 0x7F) << shift;
            if (b < 0x80) {
                return value;
            }
        }
    }

    private static void writeVarint(DataOutputStream out, int value) throws IOException {
        int rest = value;
        while ((rest & ~0x7F) != 0) {
            out.writeByte((rest & 0x7F) | 0x80);
            rest >>>= 7;
        }
        out.writeByte(rest);
    }
}
