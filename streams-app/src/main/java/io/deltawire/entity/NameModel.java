package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Token;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;

/** The trained name tagger: scores of labels for tokens, and the best labels of a sentence. Immutable. */
public final class NameModel {
    private static final int TRANSITION = 250;

    private final LinearModel model;
    private final Viterbi viterbi;

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
        int[] sums = new int[NameLabels.count()];
        float[][] scores = new float[sentence.size()][];
        for (int i = 0; i < scores.length; i++) {
            scores[i] = Viterbi.NOTHING;
            if (features.isCandidate(i)) {
                Arrays.fill(sums, 0);
                model.add(keys, features.fill(i, keys), sums);
                scores[i] = new float[sums.length];
                for (int label = 0; label < sums.length; label++) {
                    scores[i][label] = sums[label];
                }
            }
        }
        return scores;
    }

    public int[] decode(float[][] scores) {
        return viterbi.decode(scores);
    }
}
