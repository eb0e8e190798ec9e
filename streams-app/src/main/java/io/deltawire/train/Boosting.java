package io.deltawire.train;

import io.deltawire.story.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Gradient boosting of complete trees on the logistic loss, with histograms (Friedman 2001; Newton leaves and L2 as in XGBoost,
 * Chen and Guestrin 2016). One seed, one thread: the same rows give the same model.
 *
 * @param rounds trees
 * @param depth splits from root to leaf
 * @param rate share of each tree's answer that is taken
 * @param ridge added to the second derivative in each leaf
 * @param leastWeight least second derivative in a leaf
 * @param columns share of the features each tree may use
 * @param rows share of the rows each tree sees
 */
public record Boosting(
        int rounds, int depth, double rate, double ridge, double leastWeight, double columns, double rows, long seed) {
    /** Log-odds where there was nothing to learn from: what was never seen is not expected. */
    private static final double NEVER_SEEN = -6;

    public static Boosting defaults() {
        return new Boosting(160, 4, 0.08, 4, 3, 0.4, 0.6, 7);
    }

    /** Several models that differ in chance alone, as one: the fewer the rows, the more restless is each of them. */
    TreeModel bag(int models, List<float[]> x, boolean[] y, double[] weights, int[] directions) {
        return TreeModel.mean(IntStream.range(0, models)
                .parallel()
                .mapToObj(i -> new Boosting(rounds, depth, rate, ridge, leastWeight, columns, rows, seed + i)
                        .fit(x, y, weights, directions))
                .toList());
    }

    /**
     * @param x may be empty: then the model says no, whatever it is asked
     * @param directions per feature 1 when a higher value may only speak for a match, -1 when only against, 0 for either
     */
    public TreeModel fit(List<float[]> x, boolean[] y, double[] weights, int[] directions) {
        if (x.isEmpty()) {
            return new TreeModel(NEVER_SEEN, List.of());
        }
        Binning binning = new Binning(x);
        SplittableRandom random = new SplittableRandom(seed);
        double positive = 0;
        double all = 0;
        for (int i = 0; i < y.length; i++) {
            positive += y[i] ? weights[i] : 0;
            all += weights[i];
        }
        double start = Math.log(positive / (all - positive));
        double[] scores = new double[y.length];
        Arrays.fill(scores, start);
        double[] gradient = new double[y.length];
        double[] curvature = new double[y.length];
        List<TreeModel.Tree> trees = new ArrayList<>();
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < y.length; i++) {
                double p = 1 / (1 + Math.exp(-scores[i]));
                gradient[i] = weights[i] * ((y[i] ? 1 : 0) - p);
                curvature[i] = weights[i] * Math.max(1e-6, p * (1 - p));
            }
            trees.add(new Growth(this, binning, gradient, curvature, directions, random).grow(scores));
        }
        return new TreeModel((float) start, trees);
    }
}
