package io.deltawire.story;

/** Where each key of a vector stands: an article's terms are looked up for every candidate. Open addressing, filled anew for each article. */
final class TermTable {
    private static final int SLOTS = 1 << 9;

    private final int[] keys = new int[SLOTS];
    private final byte[] positions = new byte[SLOTS];
    private final int[] used = new int[SLOTS / 2];
    private int size;

    void load(Vector vector) {
        while (size > 0) {
            keys[used[--size]] = 0;
        }
        for (int i = 0; i < vector.size(); i++) {
            int at = slot(vector.keys()[i]);
            keys[at] = vector.keys()[i];
            positions[at] = (byte) i;
            used[size++] = at;
        }
    }

    /** Position of a key in the vector, -1 when it is not there. */
    int indexOf(int key) {
        int at = slot(key);
        return keys[at] == key ? positions[at] : -1;
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
