package io.deltawire.text;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
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

    private final List<String> labels;
    private final int[] keys;
    private final int[] rowOf;
    private final int[] rowStart;
    private final byte[] rowLabels;
    private final byte[] rowWeights;
    private final int mask;

    /**
     * @param keys distinct feature keys in ascending order
     * @param rowStart row i is entries rowStart[i] to rowStart[i + 1] of the next two
     */
    public LinearModel(List<String> labels, int[] keys, int[] rowStart, byte[] rowLabels, byte[] rowWeights) {
        this.labels = List.copyOf(labels);
        this.rowStart = rowStart.clone();
        this.rowLabels = rowLabels.clone();
        this.rowWeights = rowWeights.clone();
        int size = Integer.highestOneBit(Math.max(16, keys.length) * 2 - 1) * 2;
        this.mask = size - 1;
        this.keys = new int[size];
        this.rowOf = new int[size];
        Arrays.fill(rowOf, -1);
        for (int row = 0; row < keys.length; row++) {
            int slot = slot(keys[row]);
            while (rowOf[slot] >= 0) {
                slot = (slot + 1) & mask;
            }
            this.keys[slot] = keys[row];
            rowOf[slot] = row;
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
        int slot = slot(key);
        for (int row = rowOf[slot]; row >= 0; row = rowOf[slot]) {
            if (keys[slot] == key) {
                int end = rowStart[row + 1];
                for (int i = rowStart[row]; i < end; i++) {
                    scores[rowLabels[i]] += rowWeights[i];
                }
                return;
            }
            slot = (slot + 1) & mask;
        }
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
            int labelCount = in.readUnsignedByte();
            List<String> labels = new ArrayList<>();
            for (int i = 0; i < labelCount; i++) {
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
            int[] sorted = sortedKeys();
            out.writeInt(sorted.length);
            int last = Integer.MIN_VALUE;
            for (int key : sorted) {
                writeVarint(out, key - last);
                last = key;
            }
            for (int i = 0; i < sorted.length; i++) {
                out.writeByte(rowStart[i + 1] - rowStart[i]);
            }
            out.write(rowLabels);
            out.write(rowWeights);
        }
    }

    private int[] sortedKeys() {
        int[] sorted = new int[size()];
        for (int slot = 0; slot < keys.length; slot++) {
            if (rowOf[slot] >= 0) {
                sorted[rowOf[slot]] = keys[slot];
            }
        }
        return sorted;
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
