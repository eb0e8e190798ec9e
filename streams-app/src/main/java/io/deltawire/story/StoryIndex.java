package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Inverted index from terms to the indexed articles of the live stories. What a query finds depends only on which articles are
 * in, not on the order in which they came.
 */
final class StoryIndex {
    /** Heaviest terms of an article under which it can be found. */
    private static final int KEYS_PER_ARTICLE = 48;

    /** Articles of a query that are looked at with their stories; the rest shares less with it. */
    private static final int MOST_HITS = 160;

    /** Steps of the score in which the best are told from the rest. */
    private static final int BIN = 64;

    private static final int BINS = 1 + Vector.SCALE * Vector.SCALE / BIN;

    private final int budget;
    private IntTable lists = new IntTable(1 << 12);
    private final List<Postings> postings = new ArrayList<>();
    private Entry[] slots = new Entry[1 << 10];
    private int nextSlot;
    private int live;
    private int[] scores = new int[1 << 10];
    private int[] touched = new int[1 << 10];
    private long queries;

    /** @param budget postings looked at in a query, rarest terms first: this makes the cost flat as stories become many */
    StoryIndex(int budget) {
        this.budget = budget;
    }

    private static final class Postings {
        int[] slots = new int[2];
        byte[] weights = new byte[2];
        int size;
        int live;

        void add(int slot, byte weight) {
            if (size == slots.length) {
                slots = Arrays.copyOf(slots, size * 2);
                weights = Arrays.copyOf(weights, size * 2);
            }
            slots[size] = slot;
            weights[size++] = weight;
            live++;
        }
    }

    void add(Entry entry) {
        if (nextSlot == slots.length) {
            if (live < nextSlot / 2) {
                rebuild();
            } else {
                slots = Arrays.copyOf(slots, nextSlot * 2);
                scores = new int[nextSlot * 2];
                touched = new int[nextSlot * 2];
            }
        }
        insert(entry);
        live++;
    }

    private void insert(Entry entry) {
        entry.slot = nextSlot;
        slots[nextSlot++] = entry;
        Vector terms = entry.member.terms();
        for (int i : heaviest(terms)) {
            int list = lists.get(terms.keys()[i]);
            if (list == 0) {
                postings.add(new Postings());
                list = postings.size();
                lists.put(terms.keys()[i], list);
            }
            postings.get(list - 1).add(entry.slot, terms.weights()[i]);
        }
    }

    void remove(Entry entry) {
        Vector terms = entry.member.terms();
        for (int i : heaviest(terms)) {
            postings.get(lists.get(terms.keys()[i]) - 1).live--;
        }
        slots[entry.slot] = null;
        entry.slot = -1;
        live--;
    }

    @SuppressWarnings("NullAway") // slots of removed entries are null
    private void rebuild() {
        Entry[] old = slots;
        int end = nextSlot;
        slots = new Entry[old.length];
        lists = new IntTable(1 << 12);
        postings.clear();
        nextSlot = 0;
        for (int slot = 0; slot < end; slot++) {
            if (old[slot] != null) {
                insert(old[slot]);
            }
        }
    }

    /** Stories that share most with the article, each with its three best members and the sum of those found. */
    List<Story> find(Vector query) {
        int size = query.size();
        Postings[] hitsOf = new Postings[size];
        long[] order = new long[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            int list = lists.get(query.keys()[i]);
            if (list > 0) {
                hitsOf[i] = postings.get(list - 1);
                order[known++] = ((long) hitsOf[i].live << 32) | i;
            }
        }
        // Rarest first.
        Arrays.sort(order, 0, known);
        int found = 0;
        int seen = 0;
        for (int n = 0; n < known; n++) {
            int i = (int) order[n];
            Postings hits = hitsOf[i];
            seen += hits.live;
            if (seen > budget && found > 0) {
                break;
            }
            int weight = query.weight(i);
            for (int p = 0; p < hits.size; p++) {
                int slot = hits.slots[p];
                if (slots[slot] != null) {
                    if (scores[slot] == 0) {
                        touched[found++] = slot;
                    }
                    scores[slot] += weight * (hits.weights[p] & 0xff);
                }
            }
        }
        return collect(found);
    }

    private List<Story> collect(int found) {
        long number = ++queries;
        List<Story> stories = new ArrayList<>(MOST_HITS);
        int least = leastScore(found);
        for (int i = 0; i < found; i++) {
            int score = scores[touched[i]];
            scores[touched[i]] = 0;
            if (score < least) {
                continue;
            }
            Entry entry = slots[touched[i]];
            entry.score = score;
            if (entry.story.query != number) {
                stories.add(entry.story);
            }
            entry.story.offer(entry, number);
        }
        return stories;
    }

    /** The score that only the best hits reach. Equal ones stay together, so that the order of the index decides nothing. */
    private int leastScore(int found) {
        if (found <= MOST_HITS) {
            return 0;
        }
        int[] histogram = new int[BINS];
        for (int i = 0; i < found; i++) {
            histogram[Math.min(BINS - 1, scores[touched[i]] / BIN)]++;
        }
        int bin = BINS;
        for (int above = 0; above < MOST_HITS; ) {
            above += histogram[--bin];
        }
        return bin * BIN;
    }

    private static int[] heaviest(Vector terms) {
        int size = terms.size();
        long[] order = new long[size];
        for (int i = 0; i < size; i++) {
            order[i] = ((long) -terms.weight(i) << 32) | i;
        }
        Arrays.sort(order);
        int[] positions = new int[Math.min(KEYS_PER_ARTICLE, size)];
        for (int i = 0; i < positions.length; i++) {
            positions[i] = (int) order[i];
        }
        return positions;
    }
}
