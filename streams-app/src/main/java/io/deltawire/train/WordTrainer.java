package io.deltawire.train;

import io.deltawire.fact.WordOdds;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Learns what words add to what trees say: logistic regression by AdaGrad (J. Duchi et al., 2011) over hashed features, beside log-odds that
 * are given, the weights averaged over the later half of the passes. Deterministic by its seed.
 */
final class WordTrainer {
    private static final int EPOCHS = 4;
    private static final double RATE = 0.02;
    private static final double DECAY = 0.03;
    private static final double FIRST_SQUARE = 0.01;

    /** Features of fewer pairs are left out. */
    private static final int LEAST = 5;

    private final List<int[]> words = new ArrayList<>();
    private final List<Boolean> labels = new ArrayList<>();
    private final List<Double> odds = new ArrayList<>();
    private final List<Integer> kinds = new ArrayList<>();

    /**
     * @param pair keys of its words, each once
     * @param given log-odds of trees that have not learnt from it
     * @param kind from 0 on: by how much these trees say too little or too much of all of a kind is learnt too, and left out of what words say
     */
    void add(int[] pair, boolean label, double given, int kind) {
        words.add(pair);
        labels.add(label);
        odds.add(given);
        kinds.add(kind);
    }

    void addAll(WordTrainer other) {
        words.addAll(other.words);
        labels.addAll(other.labels);
        odds.addAll(other.odds);
        kinds.addAll(other.kinds);
    }

    WordOdds train(long seed) {
        Map<Integer, Integer> rows = Rows.places(words, LEAST);
        int all = rows.size() + 1 + kinds.stream().mapToInt(kind -> kind).max().orElse(0);
        double[] weights = new double[all];
        double[] squares = new double[weights.length];
        double[] sums = new double[weights.length];
        Arrays.fill(squares, FIRST_SQUARE);
        List<int[]> known = new ArrayList<>();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < words.size(); i++) {
            IntStream ofWords =
                    Arrays.stream(words.get(i)).filter(rows::containsKey).map(rows::get);
            known.add(IntStream.concat(ofWords, IntStream.of(rows.size() + kinds.get(i)))
                    .toArray());
            order.add(i);
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(known.get(i), labels.get(i), odds.get(i), weights, squares);
            }
            for (int k = 0; k < weights.length && 2 * epoch >= EPOCHS; k++) {
                sums[k] += weights[k];
            }
        }
        Rows out = new Rows();
        rows.forEach((key, row) -> {
            double weight = sums[row] / (EPOCHS / 2) * WordOdds.SCALE;
            long rounded = Math.max(-127, Math.min(127, Math.round(weight)));
            if (rounded != 0) {
                out.add(0, (byte) rounded);
            }
            out.endRow(key);
        });
        return new WordOdds(out.model(List.of(WordOdds.LABEL)));
    }

    private static void step(int[] pair, boolean label, double given, double[] weights, double[] squares) {
        double sum = given;
        for (int row : pair) {
            sum += weights[row];
        }
        double error = (label ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (int row : pair) {
            double gradient = error - DECAY * weights[row];
            squares[row] += gradient * gradient;
            weights[row] += RATE * gradient / Math.sqrt(squares[row]);
        }
    }
}
