package io.deltawire.story;

import java.util.Arrays;

/**
 * A sparse vector of unit length in small integers, so that sums come out the same in whatever order they are taken.
 *
 * @param keys ascending, no key twice
 * @param weights weight of each key, 1/{@link #SCALE} each, as unsigned bytes
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody; arrays keep it small and quick
record Vector(int[] keys, byte[] weights) {
    static final Vector EMPTY = new Vector(new int[0], new byte[0]);
    /** Steps a weight of 1 is cut into. */
    static final int SCALE = 255;

    /** Cuts to the {@code limit} heaviest keys and scales to unit length. */
    static Vector of(int[] keys, float[] weights, int count, int limit) {
        long[] order = new long[count];
        for (int i = 0; i < count; i++) {
            // Positive floats sort like their bits; ties fall to the smaller key.
            order[i] = ((long) Float.floatToIntBits(weights[i]) << 32) | (~keys[i] & 0xffffffffL);
        }
        Arrays.sort(order);
        int kept = Math.min(limit, count);
        double square = 0;
        for (int i = count - kept; i < count; i++) {
            float weight = Float.intBitsToFloat((int) (order[i] >>> 32));
            square += (double) weight * weight;
        }
        double norm = Math.sqrt(square);
        long[] byKey = new long[kept];
        int size = 0;
        for (int i = count - kept; i < count; i++) {
            long step = Math.round(Float.intBitsToFloat((int) (order[i] >>> 32)) / norm * SCALE);
            if (step > 0) {
                byKey[size++] = ((long) ~(int) order[i] << 32) | Math.min(SCALE, step);
            }
        }
        Arrays.sort(byKey, 0, size);
        int[] sorted = new int[size];
        byte[] steps = new byte[size];
        for (int i = 0; i < size; i++) {
            sorted[i] = (int) (byKey[i] >>> 32);
            steps[i] = (byte) byKey[i];
        }
        return new Vector(sorted, steps);
    }

    int size() {
        return keys.length;
    }

    int weight(int i) {
        return weights[i] & 0xff;
    }

    /** Cosine; both are of unit length but for rounding. */
    float dot(Vector other) {
        long sum = 0;
        int i = 0;
        int j = 0;
        while (i < keys.length && j < other.keys.length) {
            if (keys[i] < other.keys[j]) {
                i++;
            } else if (keys[i] > other.keys[j]) {
                j++;
            } else {
                sum += (long) weight(i++) * other.weight(j++);
            }
        }
        return sum / (float) (SCALE * SCALE);
    }

    /** Share of this vector's length that lies on keys of the other, 0 to 1. */
    float coveredBy(Vector other) {
        long shared = 0;
        long all = 0;
        int j = 0;
        for (int i = 0; i < keys.length; i++) {
            while (j < other.keys.length && other.keys[j] < keys[i]) {
                j++;
            }
            all += (long) weight(i) * weight(i);
            if (j < other.keys.length && other.keys[j] == keys[i]) {
                shared += (long) weight(i) * weight(i);
            }
        }
        return all == 0 ? 0 : shared / (float) all;
    }
}
