package io.deltawire.story;

import java.util.Arrays;

/** Counts by key, open addressing without boxing. Key 0 is not allowed; an absent key counts 0. */
final class IntTable {
    private int[] keys;
    private int[] values;
    private int used;

    IntTable(int expected) {
        int capacity = Integer.highestOneBit(Math.max(16, expected * 2) - 1) << 1;
        keys = new int[capacity];
        values = new int[capacity];
    }

    int get(int key) {
        int at = find(key);
        return keys[at] == 0 ? 0 : values[at];
    }

    void put(int key, int value) {
        int at = find(key);
        if (keys[at] == 0) {
            if (value == 0) {
                return;
            }
            if (++used * 2 > keys.length) {
                grow();
                at = find(key);
            }
            keys[at] = key;
        }
        values[at] = value;
    }

    void clear() {
        if (used > 0) {
            Arrays.fill(keys, 0);
            Arrays.fill(values, 0);
            used = 0;
        }
    }

    void add(int key, int value) {
        int at = find(key);
        if (keys[at] == 0) {
            put(key, value);
        } else {
            values[at] += value;
        }
    }

    private int find(int key) {
        int mask = keys.length - 1;
        // Keys are hashes already.
        int at = key & mask;
        while (keys[at] != 0 && keys[at] != key) {
            at = (at + 1) & mask;
        }
        return at;
    }

    private void grow() {
        int[] oldKeys = keys;
        int[] oldValues = values;
        int live = 0;
        for (int value : oldValues) {
            live += value == 0 ? 0 : 1;
        }
        int capacity = Integer.highestOneBit(Math.max(16, live * 4) - 1) << 1;
        keys = new int[capacity];
        values = new int[capacity];
        used = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != 0) {
                int at = find(oldKeys[i]);
                keys[at] = oldKeys[i];
                values[at] = oldValues[i];
                used++;
            }
        }
        used++;
    }
}
