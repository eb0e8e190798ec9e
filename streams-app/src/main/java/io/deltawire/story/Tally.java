package io.deltawire.story;

import java.util.Arrays;

/** What the indexed articles of a story add up to: for each key the sum of its weights and in how many articles it is. */
final class Tally {
    private int[] keys = new int[0];
    private int[] sums = new int[0];
    private int[] counts = new int[0];
    /** A bit for each value of a key's highest six: what a small tally lacks is told without a look at its keys. */
    private long present;

    /** Told which keys came new to the story, and which left it. */
    interface Presence {
        void changed(int key);
    }

    int size() {
        return keys.length;
    }

    int key(int i) {
        return keys[i];
    }

    int sum(int i) {
        return sums[i];
    }

    int count(int i) {
        return counts[i];
    }

    /** Position of a key, below 0 when it is not there. */
    int find(int key) {
        return Arrays.binarySearch(keys, key);
    }

    /** The part of the keys that at least so many articles have. */
    Tally common(int least) {
        Tally common = new Tally();
        int size = 0;
        for (int count : counts) {
            size += count >= least ? 1 : 0;
        }
        common.keys = new int[size];
        common.sums = new int[size];
        common.counts = new int[size];
        for (int i = keys.length - 1; i >= 0; i--) {
            if (counts[i] >= least) {
                size--;
                common.present |= bit(keys[i]);
                common.keys[size] = keys[i];
                common.sums[size] = sums[i];
                common.counts[size] = counts[i];
            }
        }
        return common;
    }

    /** Articles that have a key. */
    int countOf(int key) {
        if ((present & bit(key)) == 0) {
            return 0;
        }
        int at = find(key);
        return at < 0 ? 0 : counts[at];
    }

    private static long bit(int key) {
        return 1L << (key >>> 26);
    }

    /** @param others ascending keys; {@code weights} empty when each weighs one */
    void add(int[] others, byte[] weights, Presence appeared) {
        int fresh = 0;
        int before = 0;
        for (int key : others) {
            present |= bit(key);
            while (before < keys.length && keys[before] < key) {
                before++;
            }
            fresh += before < keys.length && keys[before] == key ? 0 : 1;
        }
        int[] mergedKeys = new int[keys.length + fresh];
        int[] mergedSums = new int[mergedKeys.length];
        int[] mergedCounts = new int[mergedKeys.length];
        int i = 0;
        int j = 0;
        for (int at = 0; at < mergedKeys.length; at++) {
            boolean ours = j >= others.length || (i < keys.length && keys[i] <= others[j]);
            boolean theirs = i >= keys.length || (j < others.length && others[j] <= keys[i]);
            mergedKeys[at] = ours ? keys[i] : others[j];
            if (ours) {
                mergedSums[at] = sums[i];
                mergedCounts[at] = counts[i++];
            } else {
                appeared.changed(mergedKeys[at]);
            }
            if (theirs) {
                mergedSums[at] += weights.length == 0 ? 1 : weights[j] & 0xff;
                mergedCounts[at]++;
                j++;
            }
        }
        keys = mergedKeys;
        sums = mergedSums;
        counts = mergedCounts;
    }

    void remove(int[] others, byte[] weights, Presence left) {
        int kept = 0;
        int j = 0;
        present = 0;
        for (int i = 0; i < keys.length; i++) {
            while (j < others.length && others[j] < keys[i]) {
                j++;
            }
            if (j < others.length && others[j] == keys[i]) {
                sums[i] -= weights.length == 0 ? 1 : weights[j] & 0xff;
                counts[i]--;
            }
            if (counts[i] > 0) {
                present |= bit(keys[i]);
                keys[kept] = keys[i];
                sums[kept] = sums[i];
                counts[kept++] = counts[i];
            } else {
                left.changed(keys[i]);
            }
        }
        keys = Arrays.copyOf(keys, kept);
        sums = Arrays.copyOf(sums, kept);
        counts = Arrays.copyOf(counts, kept);
    }

    /** Euclidean length of the sums. */
    double length() {
        double square = 0;
        for (int sum : sums) {
            square += (double) sum * sum;
        }
        return Math.sqrt(square);
    }
}
