package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
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
    private static final int BIN_BITS = 6;

    private static final int BIN = 1 << BIN_BITS;

    private static final int BINS = 1 + Vector.SCALE * Vector.SCALE / BIN;

    /** Stands in the place of the score of an article that has left: as it is not 0 no term notes its slot. */
    private static final int GONE = -1;

    private static final Comparator<Story> BEST_FIRST =
            Comparator.<Story>comparingInt(story -> -story.best[0].score).thenComparingLong(story -> story.number);

    private final int budget;
    private final int limit;
    private Postings postings = new Postings();
    private Entry[] slots = new Entry[1 << 10];
    private int nextSlot;
    private int live;
    /** The story of each slot, as a number that stands for it here: most hits are passed over without a look at the article. */
    private int[] homes = new int[1 << 10];

    /** Numbers given so far, and those of stories that have left. */
    private int given;

    private int[] free = new int[16];

    private int freed;
    /** Scratch of the query under way: best score of each story, and which have one. */
    private int[] bests = new int[1 << 6];

    private int[] asked = new int[1 << 6];
    private final int[] histogram = new int[BINS];
    /** Score that the best hits reach. */
    private int least;

    /** Score of each slot, between queries 0, or {@link #GONE}. */
    private int[] scores = new int[1 << 10];
    /** One longer than there are slots: a slot is noted before it is known to be new. */
    private int[] touched = new int[(1 << 10) + 1];

    /** Scores of the slots noted. */
    private int[] reached = new int[(1 << 10) + 1];

    /** Postings of a query's terms, one term after the other. */
    private int[] stream = new int[1 << 10];

    private long queries;

    /**
     * @param budget postings looked at in a query, rarest terms first: this makes the cost flat as stories become many
     * @param limit stories a query finds
     */
    StoryIndex(int budget, int limit) {
        this.budget = budget;
        this.limit = limit;
    }

    void add(Entry entry) {
        if (nextSlot == slots.length) {
            boolean most = nextSlot == Postings.MOST_SLOTS;
            if (live < nextSlot / 2 || (most && live < nextSlot)) {
                rebuild();
            } else if (most) {
                throw new IllegalStateException(
                        live + " articles in the index of one desk are too many: divide the desk");
            } else {
                slots = Arrays.copyOf(slots, nextSlot * 2);
                homes = Arrays.copyOf(homes, nextSlot * 2);
                scores = Arrays.copyOf(scores, nextSlot * 2);
                touched = new int[nextSlot * 2 + 1];
                reached = new int[nextSlot * 2 + 1];
            }
        }
        settle(entry.story);
        entry.story.slots++;
        insert(entry);
        live++;
    }

    /** Gives a story a number when it has none. */
    private void settle(Story story) {
        if (story.slots > 0) {
            return;
        }
        if (freed > 0) {
            story.home = free[--freed];
        } else {
            story.home = given++;
            if (story.home == bests.length) {
                bests = new int[2 * story.home];
                asked = new int[2 * story.home];
            }
        }
    }

    private void leave(Story story) {
        if (--story.slots == 0) {
            free = freed == free.length ? Arrays.copyOf(free, 2 * freed) : free;
            free[freed++] = story.home;
        }
    }

    private void insert(Entry entry) {
        entry.slot = nextSlot;
        homes[nextSlot] = entry.story.home;
        slots[nextSlot++] = entry;
        Vector terms = entry.member.terms();
        for (int i : heaviest(terms)) {
            postings.add(terms.keys()[i], entry.slot, terms.weight(i));
        }
    }

    void remove(Entry entry) {
        Vector terms = entry.member.terms();
        scores[entry.slot] = GONE;
        for (int i : heaviest(terms)) {
            postings.remove(terms.keys()[i], scores);
        }
        slots[entry.slot] = null;
        entry.slot = -1;
        leave(entry.story);
        live--;
    }

    @SuppressWarnings("NullAway") // slots of removed entries are null
    private void rebuild() {
        Entry[] old = slots;
        int end = nextSlot;
        slots = new Entry[old.length];
        postings = new Postings();
        Arrays.fill(scores, 0);
        nextSlot = 0;
        for (int slot = 0; slot < end; slot++) {
            if (old[slot] != null) {
                insert(old[slot]);
            }
        }
    }

    /** Stories that share most with the article, best first, ties to the older; each with its three best members and the sum of those found. */
    List<Story> find(Vector query) {
        int size = query.size();
        int[] cells = new int[size];
        long[] order = new long[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            int cell = postings.cell(query.keys()[i]);
            if (cell >= 0) {
                cells[i] = cell;
                order[known++] = ((long) postings.live(cell) << 32) | i;
            }
        }
        // Rarest first.
        Arrays.sort(order, 0, known);
        int terms = 0;
        int seen = 0;
        while (terms < known) {
            int live = (int) (order[terms] >>> 32);
            if (seen > 0 && seen + live > budget) {
                break;
            }
            seen += live;
            terms++;
        }
        int[] ends = gather(cells, order, terms);
        int found = 0;
        int from = 0;
        for (int n = 0; n < terms; n++) {
            found = add(from, ends[n], query.weight((int) order[n]), found);
            from = ends[n];
        }
        return collect(found);
    }

    /**
     * Copies what stands under the terms into one stream, and tells where each ends. Lists are short and far apart: copied first, they
     * are fetched at the same time, and adding them up finds all of them near the processor.
     */
    private int[] gather(int[] cells, long[] order, int terms) {
        int[] row = postings.row();
        int[] ends = new int[terms];
        int end = 0;
        for (int n = 0; n < terms; n++) {
            int cell = cells[(int) order[n]];
            int size = postings.size(cell);
            if (end + size > stream.length) {
                stream = Arrays.copyOf(stream, 2 * (end + size));
            }
            System.arraycopy(row, postings.from(cell), stream, end, size);
            end += size;
            ends[n] = end;
        }
        return ends;
    }

    /** Adds what a term brings each article that has it; the number of articles with a score. */
    private int add(int from, int end, int weight, int before) {
        int found = before;
        for (int p = from; p < end; p++) {
            int slot = Postings.slot(stream[p]);
            int score = scores[slot];
            touched[found] = slot;
            found += score == 0 ? 1 : 0;
            scores[slot] = score < 0 ? GONE : score + weight * Postings.weight(stream[p]);
        }
        return found;
    }

    private List<Story> collect(int found) {
        int best = bestHits(found);
        int hits = 0;
        int many = 0;
        for (int i = 0; i < best; i++) {
            int score = reached[i];
            if (score >= least) {
                int home = homes[touched[i]];
                touched[hits] = touched[i];
                reached[hits++] = score;
                if (bests[home] == 0) {
                    asked[many++] = home;
                }
                bests[home] = Math.max(bests[home], score);
            }
        }
        int enough = enough(many);
        List<Story> stories = new ArrayList<>(limit);
        long number = ++queries;
        for (int i = 0; i < hits; i++) {
            int slot = touched[i];
            if (bests[homes[slot]] >= enough) {
                Entry entry = slots[slot];
                entry.score = reached[i];
                if (entry.story.query != number) {
                    stories.add(entry.story);
                }
                entry.story.offer(entry, number);
            }
        }
        for (int n = 0; n < many; n++) {
            bests[asked[n]] = 0;
        }
        stories.sort(BEST_FIRST);
        return stories.size() > limit ? stories.subList(0, limit) : stories;
    }

    /** The score that the best stories, as many as a query finds, have; thousands share a word. */
    private int enough(int many) {
        if (many <= limit) {
            return 0;
        }
        Arrays.fill(histogram, 0);
        for (int n = 0; n < many; n++) {
            histogram[bin(bests[asked[n]])]++;
        }
        int bin = BINS;
        int above = 0;
        while (above + histogram[--bin] < limit) {
            above += histogram[bin];
        }
        // Only those of one step of the score have to be put in order.
        int[] order = new int[histogram[bin]];
        int size = 0;
        for (int n = 0; n < many; n++) {
            if (bin(bests[asked[n]]) == bin) {
                order[size++] = bests[asked[n]];
            }
        }
        Arrays.sort(order);
        return order[size - (limit - above)];
    }

    /**
     * Takes the scores off the slots and keeps the hits that may be among the best; {@link #least} then tells which are. Equal ones
     * stay together, so that the order of the index decides nothing. The bar rises on the way: of thousands that share one word few
     * are counted at all.
     */
    private int bestHits(int found) {
        Arrays.fill(histogram, 0);
        int bin = 0;
        int bar = 0;
        int above = 0;
        int kept = 0;
        for (int i = 0; i < found; i++) {
            int slot = touched[i];
            int score = scores[slot];
            scores[slot] = 0;
            if (score >= bar) {
                touched[kept] = slot;
                reached[kept++] = score;
                histogram[bin(score)]++;
                above++;
                while (above - histogram[bin] >= MOST_HITS) {
                    above -= histogram[bin++];
                    bar = bin * BIN;
                }
            }
        }
        least = bar;
        return kept;
    }

    private static int bin(int score) {
        return Math.min(BINS - 1, score >>> BIN_BITS);
    }

    /** Positions of the heaviest terms; ties fall to the first. */
    private static int[] heaviest(Vector terms) {
        int size = terms.size();
        int kept = Math.min(KEYS_PER_ARTICLE, size);
        int[] with = new int[Vector.SCALE + 1];
        for (int i = 0; i < size; i++) {
            with[terms.weight(i)]++;
        }
        int least = Vector.SCALE;
        int left = kept;
        while (left > with[least]) {
            left -= with[least--];
        }
        int[] positions = new int[kept];
        int n = 0;
        for (int i = 0; n < kept; i++) {
            int weight = terms.weight(i);
            if (weight > least || (weight == least && left-- > 0)) {
                positions[n++] = i;
            }
        }
        return positions;
    }
}
