package io.deltawire.text;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Part-of-speech tagger: an averaged perceptron that decides word by word from left to right. Thread-safe.
 *
 * <p>Source: M. Collins, Discriminative training methods for hidden Markov models, 2002; greedy as in M. Honnibal 2013.
 */
public final class PosTagger {
    private final LinearModel model;

    public PosTagger(LinearModel model) {
        this.model = model;
    }

    static PosTagger english() {
        try (InputStream stream = PosTagger.class.getResourceAsStream("en/pos.model.gz")) {
            if (stream == null) {
                throw new IllegalStateException("missing resource en/pos.model.gz");
            }
            return new PosTagger(LinearModel.load(stream));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read the part-of-speech model", e);
        }
    }

    /** Penn Treebank tags of the words of one sentence. */
    public List<String> tag(List<String> words) {
        PosFeatures features = new PosFeatures(words);
        int[] keys = new int[PosFeatures.MOST];
        int[] scores = new int[model.labels().size()];
        List<String> tags = new ArrayList<>(words.size());
        int tag1 = 62;
        int tag2 = 62;
        for (int i = 0; i < words.size(); i++) {
            Arrays.fill(scores, 0);
            model.add(keys, features.fill(i, tag1, tag2, keys), scores);
            int best = 0;
            for (int label = 1; label < scores.length; label++) {
                best = scores[label] > scores[best] ? label : best;
            }
            tags.add(model.labels().get(best));
            tag2 = tag1;
            tag1 = best;
        }
        return tags;
    }
}
