package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Token;
import io.deltawire.text.WordCache;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * The trained name tagger: scores of labels for tokens, and the best labels of a sentence. What a word adds by itself is kept for words met;
 * it is half of the features. Thread-safe.
 */
public final class NameModel {
    private static final int TRANSITION = 250;
    private static final int USUAL_WORDS = 1 << 14;
    private static final int RARE_WORDS = 1 << 12;

    private final LinearModel model;
    private final Viterbi viterbi;
    private final List<WordCache<Sums>> words;
    private final WordCache<Neighbour> near;
    private final WordCache<Neighbour> far;
    private final Neighbour begin;
    private final Neighbour end;

    /** Sums of weights of all labels, see {@link LinearModel#sum}. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; final, so seen whole by every thread
    private record Sums(long[] lanes) {}

    /** What a word adds to the scores of the word behind it, before it, and of those one further. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Neighbour(long[] before, long[] after, long[] secondBefore, long[] secondAfter) {}

    public NameModel(LinearModel model) {
        this.model = model;
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
        List<WordCache<Sums>> byCasing = new ArrayList<>();
        for (int casing = 0; casing < NameFeatures.CASINGS; casing++) {
            int how = casing;
            byCasing.add(new WordCache<>(casing == 0 ? USUAL_WORDS : RARE_WORDS, text -> own(text, how)));
        }
        words = List.copyOf(byCasing);
        near = new WordCache<>(USUAL_WORDS, text -> {
            NameWord word = NameWord.of(text);
            return neighbour(word.low(), word.shape(), word.cluster(), word.word());
        });
        far = new WordCache<>(RARE_WORDS, text -> {
            NameWord word = NameWord.of(text);
            return neighbour(word.low(), word.shape(), 0, 0);
        });
        begin = border(NameFeatures.BEFORE);
        end = border(NameFeatures.BEHIND);
    }

    private Neighbour border(int which) {
        return neighbour(which, which, which, which);
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
        int[] keys = new int[NameFeatures.MOST];
        long[] sums = new long[model.lanes()];
        int[] added = new int[NameLabels.count()];
        float[][] scores = new float[sentence.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Viterbi.NOTHING;
            if (features.isCandidate(i)) {
                kept(features, sentence, i, sums);
                model.sum(keys, features.rest(i, keys, 0), sums);
                Arrays.fill(added, 0);
                model.addScores(sums, added);
                scores[i] = new float[added.length];
                for (int label = 0; label < added.length; label++) {
                    scores[i][label] = added[label];
                }
            }
        }
        return scores;
    }

    /** Sets the sums to what the token and its neighbours say each by itself. */
    private void kept(NameFeatures features, List<Token> sentence, int i, long[] sums) {
        long[] own = words.get(features.casing()).get(sentence.get(i).text()).lanes;
        long[] before = neighbour(features, sentence, i - 1).before;
        long[] after = neighbour(features, sentence, i + 1).after;
        long[] secondBefore = neighbour(features, sentence, i - 2).secondBefore;
        long[] secondAfter = neighbour(features, sentence, i + 2).secondAfter;
        for (int k = 0; k < sums.length; k++) {
            sums[k] = own[k] + before[k] + after[k] + secondBefore[k] + secondAfter[k];
        }
    }

    private Neighbour neighbour(NameFeatures features, List<Token> sentence, int i) {
        if (i < 0) {
            return begin;
        }
        if (i >= sentence.size()) {
            return end;
        }
        String text = sentence.get(i).text();
        return features.isNear(i) ? near.get(text) : far.get(text);
    }

    private Sums own(String text, int casing) {
        int[] keys = new int[NameFeatures.MOST];
        return new Sums(sum(keys, NameFeatures.own(NameWord.of(text), casing, keys, 0)));
    }

    private Neighbour neighbour(int low, int shape, int cluster, int word) {
        int[] keys = new int[NameFeatures.MOST];
        return new Neighbour(
                sum(keys, NameFeatures.neighbour(-1, low, shape, cluster, word, keys, 0)),
                sum(keys, NameFeatures.neighbour(1, low, shape, cluster, word, keys, 0)),
                sum(keys, NameFeatures.neighbour(-2, low, shape, cluster, word, keys, 0)),
                sum(keys, NameFeatures.neighbour(2, low, shape, cluster, word, keys, 0)));
    }

    private long[] sum(int[] keys, int n) {
        long[] sums = new long[model.lanes()];
        model.sum(keys, n, sums);
        return sums;
    }

    public int[] decode(float[][] scores) {
        return viterbi.decode(scores);
    }
}
