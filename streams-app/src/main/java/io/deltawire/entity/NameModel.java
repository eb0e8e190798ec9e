package io.deltawire.entity;

import io.deltawire.text.LinearModel;
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
    private static final int BEFORE = 0;

    private static final int AFTER = 1;
    private static final int SECOND_BEFORE = 2;
    private static final int SECOND_AFTER = 3;

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

    /** Sums of weights of all labels, see {@link LinearModel#sum}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; final, so seen whole by every thread
    private record Sums(long[] lanes) {}

    /** What a word adds to its own scores and to those of the words around it; filled as it is needed. */
    static final class Kept {
        private final NameModel model;
        private final NameWord word;
        private final @Nullable Sums[] own = new Sums[NameFeatures.CASINGS];
        private @Nullable Sums near;
        private @Nullable Sums far;

        /** As first and last of a run of capitalised words, for its first token and the others. */
        private final @Nullable Sums[] runs = new Sums[4];

        /** Before and behind such a run, by casing. */
        private final @Nullable Sums[] besideRuns = new Sums[2 * NameFeatures.CASINGS];

        Kept(NameModel model, NameWord word) {
            this.model = model;
            this.word = word;
        }

        boolean isOf(NameModel other) {
            return model == other;
        }

        long[] own(int casing) {
            Sums known = own[casing];
            if (known == null) {
                int[] keys = new int[NameFeatures.MOST];
                known = new Sums(model.model.sums(keys, NameFeatures.own(word, casing, keys, 0)));
                own[casing] = known;
            }
            return known.lanes;
        }

        /** Sums of four roles, one behind the other; near a capital letter clusters and lists count too. */
        long[] neighbour(boolean isNear) {
            Sums known = isNear ? near : far;
            if (known == null) {
                known = new Sums(model.neighbour(
                        word.low(),
                        word.shape(),
                        isNear ? word.cluster() : 0,
                        isNear ? word.vector() : 0,
                        isNear ? word.word() : 0));
                if (isNear) {
                    near = known;
                } else {
                    far = known;
                }
            }
            return known.lanes;
        }

        long[] run(int first, boolean isEnd) {
            int role = isEnd ? 2 + first : first;
            Sums known = runs[role];
            if (known == null) {
                int[] keys = new int[NameFeatures.MOST];
                int end =
                        isEnd ? NameFeatures.runEnd(word, first, keys, 0) : NameFeatures.runBegin(word, first, keys, 0);
                known = new Sums(model.model.sums(keys, end));
                runs[role] = known;
            }
            return known.lanes;
        }

        long[] besideRun(int casing, boolean isBehind) {
            int role = isBehind ? NameFeatures.CASINGS + casing : casing;
            Sums known = besideRuns[role];
            if (known == null) {
                known = new Sums(model.besideRun(word.low(), word.cluster(), word.vector(), casing, isBehind));
                besideRuns[role] = known;
            }
            return known.lanes;
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
        return neighbour(which, which, which, which, which);
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
            sums[k] += left[k] + right[k] + both[k] + shape[k] + listed[k] + phrase[k];
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
            sums[k] = own[k]
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

    private long[] neighbour(int low, int shape, int cluster, long vector, int word) {
        int[] keys = new int[NameFeatures.MOST];
        int[] ends = new int[4];
        ends[BEFORE] = NameFeatures.neighbour(-1, low, shape, cluster, vector, word, keys, 0);
        ends[AFTER] = NameFeatures.neighbour(1, low, shape, cluster, vector, word, keys, ends[BEFORE]);
        ends[SECOND_BEFORE] = NameFeatures.neighbour(-2, low, shape, cluster, vector, word, keys, ends[AFTER]);
        ends[SECOND_AFTER] = NameFeatures.neighbour(2, low, shape, cluster, vector, word, keys, ends[SECOND_BEFORE]);
        return model.sums(keys, ends);
    }

    public int[] decode(float[][] scores) {
        return viterbi.decode(scores);
    }
}
