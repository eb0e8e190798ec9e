package io.deltawire.train;

import io.deltawire.claim.StanceModel;
import io.deltawire.text.LinearModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Logistic regression of several classes by AdaGrad (J. Duchi et al., 2011) over hashed features, the weights averaged over the later half of
 * the passes. Deterministic by its seed.
 */
final class StanceTrainer {
    private static final int EPOCHS = 15;
    private static final double RATE = 0.02;
    private static final double DECAY = 0.0005;

    /** Features of fewer examples are left out. */
    private static final int LEAST = 2;

    /** Features none of whose weights comes to so many steps are left out: fewer to look up, and hardly anything is lost. */
    private static final double WORTH = 3;

    private final List<String> classes;

    StanceTrainer(List<String> classes) {
        this.classes = List.copyOf(classes);
    }

    /** A case, as often as its features occur in it, and its class. */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Example(int[] features, int label) {}

    LinearModel train(List<Example> examples, long seed) {
        Map<Integer, Integer> rows =
                Rows.places(examples.stream().map(Example::features).toList(), LEAST);
        int n = classes.size();
        double[] weights = new double[rows.size() * n];
        double[] squares = new double[weights.length];
        double[] sums = new double[weights.length];
        List<int[]> known = examples.stream()
                .map(example -> Arrays.stream(example.features())
                        .filter(rows::containsKey)
                        .map(rows::get)
                        .sorted()
                        .toArray())
                .toList();
        List<Integer> order = new ArrayList<>();
        for (int i = 0; i < examples.size(); i++) {
            order.add(i);
        }
        Random random = new Random(seed);
        for (int epoch = 0; epoch < EPOCHS; epoch++) {
            Collections.shuffle(order, random);
            for (int i : order) {
                step(known.get(i), examples.get(i).label(), weights, squares);
            }
            for (int k = 0; k < weights.length && 2 * epoch >= EPOCHS; k++) {
                sums[k] += weights[k];
            }
        }
        return model(rows, sums, EPOCHS / 2);
    }

    private void step(int[] features, int label, double[] weights, double[] squares) {
        int n = classes.size();
        double[] errors = new double[n];
        for (int row : features) {
            for (int c = 0; c < n; c++) {
                errors[c] += weights[row * n + c];
            }
        }
        double most = Arrays.stream(errors).max().orElse(0);
        double sum = Arrays.stream(errors).map(score -> Math.exp(score - most)).sum();
        for (int c = 0; c < n; c++) {
            errors[c] = (c == label ? 1 : 0) - Math.exp(errors[c] - most) / sum;
        }
        for (int row : features) {
            for (int c = 0; c < n; c++) {
                int k = row * n + c;
                double gradient = errors[c] - DECAY * weights[k];
                squares[k] += gradient * gradient;
                weights[k] += RATE * gradient / (1e-3 + Math.sqrt(squares[k]));
            }
        }
    }

    private boolean worth(double[] sums, int row, int kept) {
        int n = classes.size();
        for (int c = 0; c < n; c++) {
            if (Math.abs(sums[row * n + c] / kept * StanceModel.SCALE) >= WORTH) {
                return true;
            }
        }
        return false;
    }

    private LinearModel model(Map<Integer, Integer> rows, double[] sums, int kept) {
        Rows out = new Rows();
        int n = classes.size();
        rows.forEach((feature, row) -> {
            if (!worth(sums, row, kept)) {
                return;
            }
            for (int c = 0; c < n; c++) {
                double weight = sums[row * n + c] / kept;
                long rounded = Math.max(-127, Math.min(127, Math.round(weight * StanceModel.SCALE)));
                if (rounded != 0) {
                    out.add(c, (byte) rounded);
                }
            }
            out.endRow(feature);
        });
        return out.model(classes);
    }
}
