package io.deltawire.story;

/** Counts by key, open addressing without boxing. Key 0 is not allowed; an absent key counts 0. */
final class IntTable {
    /** Key and value side by side: a table is larger than the processor's caches, and looked into at random. */
    private int[] cells;

    private int used;

    IntTable(int expected) {
        cells = new int[2 * capacity(expected * 2)];
    }

    private static int capacity(int least) {
        return Integer.highestOneBit(Math.max(16, least) - 1) << 1;
    }

    int get(int key) {
        int at = find(key);
        return cells[at] == 0 ? 0 : cells[at + 1];
    }

    void put(int key, int value) {
        int at = find(key);
        if (cells[at] == 0) {
            if (value == 0) {
                return;
            }
            if (++used * 4 > cells.length) {
                grow();
                at = find(key);
            }
            cells[at] = key;
        }
        cells[at + 1] = value;
    }

    void add(int key, int value) {
        int at = find(key);
        if (cells[at] == 0) {
            put(key, value);
        } else {
            cells[at + 1] += value;
        }
    }

    private int find(int key) {
        int mask = cells.length - 1;
        // Keys are hashes already.
        int at = (key << 1) & mask;
        while (cells[at] != 0 && cells[at] != key) {
            at = (at + 2) & mask;
        }
        return at;
    }

    private void grow() {
        int[] old = cells;
        int live = 0;
        for (int i = 1; i < old.length; i += 2) {
            live += old[i] == 0 ? 0 : 1;
        }
        cells = new int[2 * capacity(live * 4)];
        used = 0;
        for (int i = 0; i < old.length; i += 2) {
            if (old[i + 1] != 0) {
                int at = find(old[i]);
                cells[at] = old[i];
                cells[at + 1] = old[i + 1];
                used++;
            }
        }
        used++;
    }
}
