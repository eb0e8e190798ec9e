package io.deltawire.train;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/** Averaged logistic regression by AdaGrad over hashed features with two classes. Deterministic by its seed. */
public final class CueTrainer {
    private final int epochs;
    private final double rate;
    private final double decay;

    /**
     * @param epochs passes over the examples
     * @param rate step size
     * @param decay L2 penalty per step
     */
    public CueTrainer(int epochs, double rate, double decay) {
        this.epochs = epochs;
        this.rate = rate;
        this.decay = decay;
    }

    /** One pair of cue and source; {@code positive} when the gold has it. */
    public record Example(List<Integer> features, boolean positive) {}

    /** Weights of features that occur in at least {@code least} examples. */
    public Map<Integer, Double> train(List<Example> examples, int least, long seed) {
        Map<Integer, Integer> counts = new HashMap<>();
        examples.forEach(example -> example.features().forEach(feature -> counts.merge(feature, 1, Integer::sum)));
        Map<Integer, double[]> weights = new HashMap<>();
        counts.forEach((feature, count) -> {
            if (count >= least) {
                weights.put(feature, new double[4]);
            }
        });
        List<Example> order = new ArrayList<>(examples);
        Random random = new Random(seed);
        int steps = 0;
        for (int epoch = 0; epoch < epochs; epoch++) {
            Collections.shuffle(order, random);
            for (Example example : order) {
                step(weights, example, ++steps);
            }
        }
        double total = Math.max(1, steps);
        Map<Integer, Double> out = new TreeMap<>();
        weights.forEach((feature, weight) -> {
            double mean = (weight[2] + weight[0] * (total - weight[3])) / total;
            if (Math.abs(mean) > 0.01) {
                out.put(feature, mean);
            }
        });
        return out;
    }

    /** A weight's array: value, sum of squared gradients, sum over steps for the mean, step of the last change. */
    private void step(Map<Integer, double[]> weights, Example example, int now) {
        double sum = 0;
        for (int feature : example.features()) {
            double[] weight = weights.get(feature);
            sum += weight == null ? 0 : weight[0];
        }
        double error = (example.positive() ? 1 : 0) - 1 / (1 + Math.exp(-sum));
        for (int feature : example.features()) {
            double[] weight = weights.get(feature);
            if (weight != null) {
                double gradient = error - decay * weight[0];
                weight[2] += weight[0] * (now - weight[3]);
                weight[3] = now;
                weight[1] += gradient * gradient;
                weight[0] += rate * gradient / (1e-6 + Math.sqrt(weight[1]));
            }
        }
    }
}
