package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Rows;
import io.deltawire.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The trained name tagger: scores of labels for tokens, and the best labels of a sentence. What a word adds by itself is kept for words met;
 * it is half of the features. Thread-safe.
 */
public final class NameModel {
    private static final int TRANSITION = 250;

    /** Roles of a word in what it adds to the scores of those around it. */
    private static final int OWN = 0;

    private static final int BEFORE = 1;
    private static final int AFTER = 2;
    private static final int SECOND_BEFORE = 3;
    private static final int SECOND_AFTER = 4;
    private static final int ROLES = 5;

    private final LinearModel model;
    private final Viterbi viterbi;
    private final int lanes;
    private final long[] begin;
    private final long[] end;
    private final PairSums before;
    private final PairSums after;
    private final PairSums far;
    private final PairSums shapes;
    private final PairSums lists;
    private final PairSums phrases;

    /** What the borders of a sentence say of a run of capitalised words there, by casing. */
    private final long[][] runAtBegin = new long[NameFeatures.CASINGS][];

    private final long[][] runAtEnd = new long[NameFeatures.CASINGS][];

    /**
     * What a word adds to its own scores and to those of the words around it, as sums of all labels (see {@link LinearModel#sum}); filled as it
     * is needed.
     */
    static final class Kept {
        // What is kept besides what most words are asked for: own sums by casing, then these.
        private static final int FAR = NameFeatures.CASINGS;
        private static final int RUN = FAR + 1;
        private static final int BESIDE_RUN = RUN + 4;
        private static final int ROWS = BESIDE_RUN + 2 * NameFeatures.CASINGS;

        private final NameModel model;
        private final NameWord word;

        /** Of {@value #ROLES} roles, one behind the other, near a capital letter in a sentence with usual casing. */
        private volatile long @Nullable [] near;

        private final long[] @Nullable [] rows = new long[ROWS][];

        Kept(NameModel model, NameWord word) {
            this.model = model;
            this.word = word;
        }

        boolean isOf(NameModel other) {
            return model == other;
        }

        long[] own(int casing) {
            if (casing == NameFeatures.CASED) {
                return near();
            }
            long[] known = Rows.get(rows, casing);
            if (known == null) {
                int[] keys = new int[NameFeatures.MOST];
                int end = NameFeatures.own(word, casing, keys, 0);
                known = Rows.keep(rows, casing, model.model.sums(keys, end));
            }
            return known;
        }

        /** Sums of all roles; near a capital letter clusters and lists count too. */
        long[] neighbour(boolean isNear) {
            if (isNear) {
                return near();
            }
            long[] known = Rows.get(rows, FAR);
            return known == null ? Rows.keep(rows, FAR, model.roles(null, word.low(), word.shape(), 0, 0, 0)) : known;
        }

        private long[] near() {
            long[] known = near;
            if (known == null) {
                known = model.roles(word, word.low(), word.shape(), word.cluster(), word.vector(), word.word());
                near = known;
            }
            return known;
        }

        /** As first and last of a run of capitalised words, for its first token and the others. */
        long[] run(int first, boolean isEnd) {
            int role = RUN + (isEnd ? 2 + first : first);
            long[] known = Rows.get(rows, role);
            if (known == null) {
                int[] keys = new int[NameFeatures.MOST];
                int end =
                        isEnd ? NameFeatures.runEnd(word, first, keys, 0) : NameFeatures.runBegin(word, first, keys, 0);
                known = Rows.keep(rows, role, model.model.sums(keys, end));
            }
            return known;
        }

        /** Before and behind such a run, by casing. */
        long[] besideRun(int casing, boolean isBehind) {
            int role = BESIDE_RUN + (isBehind ? NameFeatures.CASINGS + casing : casing);
            long[] known = Rows.get(rows, role);
            return known == null
                    ? Rows.keep(
                            rows, role, model.besideRun(word.low(), word.cluster(), word.vector(), casing, isBehind))
                    : known;
        }
    }

    public NameModel(LinearModel model) {
        this.model = model;
        before = new PairSums(model, NameFeatures::before);
        after = new PairSums(model, NameFeatures::after);
        far = new PairSums(model, NameFeatures::far);
        shapes = new PairSums(model, NameFeatures::shapes);
        lists = new PairSums(model, NameFeatures::lists);
        phrases = new PairSums(model, NameFeatures::phrases);
        int labels = NameLabels.count();
        float[] transitions = new float[labels * labels];
        for (int before = 0; before < labels; before++) {
            int[] row = new int[labels];
            model.add(LinearModel.key(TRANSITION, before), row);
            for (int label = 0; label < labels; label++) {
                transitions[before * labels + label] = row[label];
            }
        }
        viterbi = new Viterbi(transitions, labels);
        lanes = model.lanes();
        begin = border(NameFeatures.BEFORE);
        end = border(NameFeatures.BEHIND);
        for (int casing = 0; casing < NameFeatures.CASINGS; casing++) {
            runAtBegin[casing] =
                    besideRun(NameFeatures.BEFORE, NameFeatures.BEFORE, NameFeatures.BEFORE, casing, false);
            runAtEnd[casing] = besideRun(NameFeatures.BEHIND, NameFeatures.BEHIND, NameFeatures.BEHIND, casing, true);
        }
    }

    private long[] border(int which) {
        return roles(null, which, which, which, which, which);
    }

    static NameModel english() {
        try (InputStream stream = NameModel.class.getResourceAsStream("names.model.gz")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource names.model.gz");
            }
            return new NameModel(LinearModel.load(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the name model", e);
        }
    }

    /** Scores of all labels for each token of a sentence; {@link Viterbi#NOTHING} for tokens that can't be in a name. */
    public float[][] scores(List<Token> sentence) {
        NameFeatures features = new NameFeatures(sentence);
        int[] keys = new int[NameFeatures.MOST_PAIRS];
        long[] sums = new long[lanes];
        float[][] scores = new float[sentence.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Viterbi.NOTHING;
            if (features.isCandidate(i)) {
                kept(features, i, sums);
                together(features, i, sums);
                if (features.isCapital(i)) {
                    run(features, i, sums);
                }
                model.sum(keys, features.pairs(i, keys, 0), sums);
                scores[i] = new float[NameLabels.count()];
                model.addScores(sums, scores[i]);
            }
        }
        return scores;
    }

    /** Adds what a token and its neighbours say together, where that is told by two numbers. */
    private void together(NameFeatures features, int i, long[] sums) {
        long[] left = before.of(features.posAt(i), features.posAt(i - 1));
        long[] right = after.of(features.posAt(i), features.posAt(i + 1));
        long[] both = far.of(features.posAt(i - 2), features.posAt(i + 2));
        long[] shape = shapes.of(features.shapes(i), features.place(i));
        long[] listed = lists.of(features.listed(i), features.listedBefore(i));
        long[] phrase = phrases.of(features.phrase(i), features.phraseBehind(i));
        for (int k = 0; k < lanes; k++) {
            int at = PairSums.SUMS + k;
            sums[k] += left[at] + right[at] + both[at] + shape[at] + listed[at] + phrase[at];
        }
    }

    /** Adds what the words in and beside the token's run of capitalised words say each by itself. */
    private void run(NameFeatures features, int i, long[] sums) {
        int first = features.first(i);
        int begin = features.runBegin(i);
        int behind = features.runEnd(i);
        int casing = features.casing();
        long[] begins = features.word(begin).kept(this).run(first, false);
        long[] ends = features.word(behind - 1).kept(this).run(first, true);
        long[] left = begin == 0
                ? runAtBegin[casing]
                : features.word(begin - 1).kept(this).besideRun(casing, false);
        long[] right = behind == features.size()
                ? runAtEnd[casing]
                : features.word(behind).kept(this).besideRun(casing, true);
        for (int k = 0; k < lanes; k++) {
            sums[k] += begins[k] + ends[k] + left[k] + right[k];
        }
    }

    private long[] besideRun(int low, int cluster, long vector, int casing, boolean isBehind) {
        int[] keys = new int[NameFeatures.MOST];
        int n = isBehind
                ? NameFeatures.afterRun(low, cluster, vector, casing, keys, 0)
                : NameFeatures.beforeRun(low, cluster, vector, casing, keys, 0);
        return model.sums(keys, n);
    }

    /** Sets the sums to what the token and its neighbours say each by itself. */
    private void kept(NameFeatures features, int i, long[] sums) {
        long[] own = features.word(i).kept(this).own(features.casing());
        long[] left = neighbour(features, i - 1);
        long[] right = neighbour(features, i + 1);
        long[] secondLeft = neighbour(features, i - 2);
        long[] secondRight = neighbour(features, i + 2);
        for (int k = 0; k < lanes; k++) {
            sums[k] = own[OWN * lanes + k]
                    + left[BEFORE * lanes + k]
                    + right[AFTER * lanes + k]
                    + secondLeft[SECOND_BEFORE * lanes + k]
                    + secondRight[SECOND_AFTER * lanes + k];
        }
    }

    private long[] neighbour(NameFeatures features, int i) {
        return i < 0
                ? begin
                : i >= features.size() ? end : features.word(i).kept(this).neighbour(features.isNear(i));
    }

    /** @param own the word if its own role is asked for, in a sentence with usual casing */
    private long[] roles(@Nullable NameWord own, int low, int shape, int cluster, long vector, int word) {
        int[] keys = new int[ROLES * NameFeatures.MOST];
        int[] ends = new int[ROLES];
        ends[OWN] = own == null ? 0 : NameFeatures.own(own, NameFeatures.CASED, keys, 0);
        ends[BEFORE] = NameFeatures.neighbour(-1, low, shape, cluster, vector, word, keys, ends[OWN]);
        ends[AFTER] = NameFeatures.neighbour(1, low, shape, cluster, vector, word, keys, ends[BEFORE]);
        ends[SECOND_BEFORE] = NameFeatures.neighbour(-2, low, shape, cluster, vector, word, keys, ends[AFTER]);
        ends[SECOND_AFTER] = NameFeatures.neighbour(2, low, shape, cluster, vector, word, keys, ends[SECOND_BEFORE]);
        return model.sums(keys, ends);
    }

    public int[] decode(float[][] scores) {
        return viterbi.decode(scores);
    }
}
