package io.deltawire.story;

import java.util.Arrays;

/**
 * In which articles each term is, and how much it weighs there. A query asks for a hundred terms at random in far more memory than
 * the caches hold, so a term takes two looks: one at its cell of an open table, one at its articles, which stand side by side in
 * one long row with those of all other terms.
 */
final class Postings {
    /** Articles that can be told apart; a desk of so many is to be divided long before. */
    static final int MOST_SLOTS = 1 << 24;

    private static final int WEIGHT_BITS = 8;
    private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;

    /** Numbers of a cell: the term's key, where its articles begin, how many stand there, how many of them are still in. */
    private static final int CELL = 4;

    private static final int FROM = 1;
    private static final int SIZE = 2;
    private static final int LIVE = 3;

    /** Bits of the least stretch of the row. Stretches are powers of two; the size tells which. */
    private static final int LEAST_BITS = 1;

    private static final int NONE = -1;

    private int[] cells = new int[CELL << 12];
    private int used;
    /** Articles by slot and weight in one number: a list is one stream of memory. */
    private int[] row = new int[1 << 12];

    private int end;
    /** First free stretch of each power of two; each tells the next. */
    private final int[] free = new int[Integer.SIZE];

    Postings() {
        Arrays.fill(free, NONE);
    }

    static int slot(int posting) {
        return posting >>> WEIGHT_BITS;
    }

    static int weight(int posting) {
        return posting & WEIGHT;
    }

    /** Where a term's cell is, below 0 when no article has it. */
    int cell(int key) {
        int at = find(key);
        return cells[at] == 0 ? NONE : at;
    }

    int from(int cell) {
        return cells[cell + FROM];
    }

    /** Articles that stand there, those that have left among them. */
    int size(int cell) {
        return cells[cell + SIZE];
    }

    int live(int cell) {
        return cells[cell + LIVE];
    }

    /** The articles of all terms; another row when articles have been added. */
    int[] row() {
        return row;
    }

    void add(int key, int slot, int weight) {
        int at = find(key);
        if (cells[at] == 0) {
            if (++used * CELL * 2 > cells.length) {
                grow();
                at = find(key);
            }
            cells[at] = key;
            cells[at + FROM] = stretch(LEAST_BITS);
        }
        int size = cells[at + SIZE];
        if (size >= 1 << LEAST_BITS && Integer.bitCount(size) == 1) {
            move(at, size);
        }
        row[cells[at + FROM] + size] = slot << WEIGHT_BITS | weight;
        cells[at + SIZE]++;
        cells[at + LIVE]++;
    }

    /** Moves a full list to a stretch of twice its length. */
    private void move(int at, int size) {
        int bits = bits(size);
        int from = cells[at + FROM];
        int to = stretch(bits + 1);
        System.arraycopy(row, from, row, to, size);
        cells[at + FROM] = to;
        release(from, bits);
    }

    /**
     * Notes that an article with the term has left. Its posting goes once half of the list has.
     *
     * @param scores below 0 for the slots of articles that have left
     */
    void remove(int key, int[] scores) {
        int at = find(key);
        cells[at + LIVE]--;
        int size = cells[at + SIZE];
        if (2 * cells[at + LIVE] < size) {
            int from = cells[at + FROM];
            int kept = 0;
            for (int p = from; p < from + size; p++) {
                if (scores[slot(row[p])] >= 0) {
                    row[from + kept++] = row[p];
                }
            }
            shorten(from, bits(size), bits(kept));
            cells[at + SIZE] = kept;
        }
    }

    /** Gives back the upper halves that a shorter list leaves empty. */
    private void shorten(int from, int before, int after) {
        for (int bits = before - 1; bits >= after; bits--) {
            release(from + (1 << bits), bits);
        }
    }

    /** Bits of the stretch that a list of so many takes. */
    private static int bits(int size) {
        return Math.max(LEAST_BITS, Integer.SIZE - Integer.numberOfLeadingZeros(Math.max(1, size) - 1));
    }

    private int stretch(int bits) {
        int from = free[bits];
        if (from != NONE) {
            free[bits] = row[from];
            return from;
        }
        from = end;
        end += 1 << bits;
        if (end > row.length) {
            row = Arrays.copyOf(row, Math.max(end, row.length * 2));
        }
        return from;
    }

    private void release(int from, int bits) {
        row[from] = free[bits];
        free[bits] = from;
    }

    private int find(int key) {
        int mask = cells.length - 1;
        // Keys are hashes already.
        int at = (key * CELL) & mask;
        while (cells[at] != 0 && cells[at] != key) {
            at = (at + CELL) & mask;
        }
        return at;
    }

    /** A larger table, without the terms that no article has any more. */
    private void grow() {
        int[] old = cells;
        int live = 0;
        for (int at = 0; at < old.length; at += CELL) {
            live += old[at + LIVE] == 0 ? 0 : 1;
        }
        cells = new int[CELL * (Integer.highestOneBit(Math.max(1 << 10, live)) << 2)];
        used = live + 1;
        for (int at = 0; at < old.length; at += CELL) {
            if (old[at] != 0 && old[at + LIVE] == 0) {
                release(old[at + FROM], bits(old[at + SIZE]));
            } else if (old[at] != 0) {
                System.arraycopy(old, at, cells, find(old[at]), CELL);
            }
        }
    }
}
