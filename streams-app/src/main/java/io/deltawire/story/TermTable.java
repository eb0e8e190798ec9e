package io.deltawire.story;

import java.util.Arrays;

/** Where each key of a vector stands: an article's terms are looked up for every candidate. Open addressing, filled anew for each article. */
final class TermTable {
    private static final int SLOTS = 1 << 9;

    /** A bit for each value of a key's highest twelve: most keys asked for are absent, and one look tells, which is seldom guessed wrong. */
    private final long[] present = new long[64];

    private final int[] keys = new int[SLOTS];
    private final byte[] positions = new byte[SLOTS];
    private final byte[] weights = new byte[SLOTS];
    private final int[] used = new int[SLOTS / 2];
    private int size;

    void load(Vector vector) {
        while (size > 0) {
            keys[used[--size]] = 0;
        }
        Arrays.fill(present, 0);
        for (int i = 0; i < vector.size(); i++) {
            int key = vector.keys()[i];
            int at = slot(key);
            keys[at] = key;
            positions[at] = (byte) i;
            weights[at] = vector.weights()[i];
            used[size++] = at;
            present[key >>> 26] |= 1L << (key >>> 20);
        }
    }

    /** Position of a key in the vector, -1 when it is not there. */
    int indexOf(int key) {
        if (!mayHave(key)) {
            return -1;
        }
        int at = slot(key);
        return keys[at] == key ? positions[at] : -1;
    }

    boolean has(int key) {
        return mayHave(key) && keys[slot(key)] == key;
    }

    /** Weight of a key in the vector, 0 when it is not there. */
    int weight(int key) {
        if (!mayHave(key)) {
            return 0;
        }
        int at = slot(key);
        return keys[at] == key ? weights[at] & 0xff : 0;
    }

    /** Cosine of the vector with another. */
    float cosine(Vector other) {
        int[] theirs = other.keys();
        byte[] by = other.weights();
        int sum = 0;
        for (int j = 0; j < theirs.length; j++) {
            sum += weight(theirs[j]) * (by[j] & 0xff);
        }
        return sum / (float) (Vector.SCALE * Vector.SCALE);
    }

    private boolean mayHave(int key) {
        // A shift looks at the lowest six bits of its distance only.
        return (present[key >>> 26] >>> (key >>> 20) & 1) != 0;
    }

    private int slot(int key) {
        // Keys are hashes already.
        int at = key & (SLOTS - 1);
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & (SLOTS - 1);
        }
        return at;
    }
}
