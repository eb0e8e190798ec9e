package io.deltawire.fact;

import io.deltawire.text.LinearModel;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;

/** What the words of a pair add to the log-odds that trees give it. Immutable. */
public final class WordOdds {
    /** Weights of a log-odds of one. */
    public static final double SCALE = 100;

    /** The one label of the model. */
    public static final String LABEL = "shift";

    private final LinearModel model;

    /** @param model of one label, in steps of 1 / {@link #SCALE} */
    public WordOdds(LinearModel model) {
        if (!model.labels().equals(List.of(LABEL))) {
            throw new IllegalArgumentException("labels " + model.labels() + " instead of " + LABEL);
        }
        this.model = model;
    }

    /** Of words that say nothing. */
    public static WordOdds none() {
        return new WordOdds(new LinearModel(List.of(LABEL), new int[0], new int[1], new byte[0], new byte[0]));
    }

    static WordOdds read(String resource) {
        try (InputStream in = WordOdds.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + resource);
            }
            return new WordOdds(LinearModel.load(in));
        } catch (IOException e) {
            throw new UncheckedIOException(resource, e);
        }
    }

    /** @param words keys of {@link PairWords}, each once; overwritten */
    double of(int[] words) {
        int[] sum = new int[1];
        model.add(words, words.length, sum);
        return sum[0] / SCALE;
    }

    public LinearModel model() {
        return model;
    }
}
