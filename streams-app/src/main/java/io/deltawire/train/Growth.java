package io.deltawire.train;

import io.deltawire.story.TreeModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One tree: level by level, each node split where it gains most. */
final class Growth {
    private final Boosting settings;
    private final Binning binning;
    private final double[] gradient;
    private final double[] curvature;
    private final int[] directions;
    private final boolean[] allowed;
    /** Rows this tree sees. */
    private final int[] sampled;

    Growth(
            Boosting settings,
            Binning binning,
            double[] gradient,
            double[] curvature,
            int[] directions,
            SplittableRandom random) {
        this.directions = directions;
        this.settings = settings;
        this.binning = binning;
        this.gradient = gradient;
        this.curvature = curvature;
        allowed = new boolean[binning.edges.length];
        for (int f = 0; f < allowed.length; f++) {
            allowed[f] = random.nextDouble() < settings.columns();
        }
        int[] rows = new int[binning.rows];
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            if (random.nextDouble() < settings.rows()) {
                rows[size++] = i;
            }
        }
        sampled = Arrays.copyOf(rows, size);
    }

    /** Grows the tree and adds its answers to the scores. */
    TreeModel.Tree grow(double[] scores) {
        int inner = (1 << settings.depth()) - 1;
        int[] features = new int[inner];
        float[] thresholds = new float[inner];
        int[] node = new int[binning.rows];
        for (int level = 0; level < settings.depth(); level++) {
            int first = (1 << level) - 1;
            int[] bins = split(node, first, 1 << level, features, thresholds);
            for (int i = 0; i < node.length; i++) {
                int at = node[i];
                node[i] = 2 * at + (binning.bins[features[at]][i] > bins[at - first] ? 2 : 1);
            }
        }
        double[] sums = new double[inner + 1];
        double[] weights = new double[inner + 1];
        for (int i : sampled) {
            sums[node[i] - inner] += gradient[i];
            weights[node[i] - inner] += curvature[i];
        }
        float[] leaves = new float[inner + 1];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = Math.round(1e4 * settings.rate() * sums[leaf] / (weights[leaf] + settings.ridge())) / 1e4f;
        }
        for (int i = 0; i < node.length; i++) {
            scores[i] += leaves[node[i] - inner];
        }
        return new TreeModel.Tree(features, thresholds, leaves);
    }

    /** Best split of every node of a level; a node that gains nothing sends all to the left. */
    private int[] split(int[] node, int first, int nodes, int[] features, float[] thresholds) {
        int[] bins = new int[nodes];
        double[] gains = new double[nodes];
        Arrays.fill(bins, Binning.BINS);
        for (int n = 0; n < nodes; n++) {
            thresholds[first + n] = Float.MAX_VALUE;
        }
        double[] sums = new double[nodes * Binning.BINS];
        double[] weights = new double[nodes * Binning.BINS];
        for (int f = 0; f < allowed.length; f++) {
            if (!allowed[f] || binning.edges[f].length == 0) {
                continue;
            }
            Arrays.fill(sums, 0);
            Arrays.fill(weights, 0);
            byte[] column = binning.bins[f];
            for (int i : sampled) {
                int cell = (node[i] - first) * Binning.BINS + column[i];
                sums[cell] += gradient[i];
                weights[cell] += curvature[i];
            }
            for (int n = 0; n < nodes; n++) {
                best(f, n, first, sums, weights, gains, bins, features, thresholds);
            }
        }
        return bins;
    }

    private void best(
            int f,
            int n,
            int first,
            double[] sums,
            double[] weights,
            double[] gains,
            int[] bins,
            int[] features,
            float[] thresholds) {
        double sum = 0;
        double weight = 0;
        for (int b = 0; b < Binning.BINS; b++) {
            sum += sums[n * Binning.BINS + b];
            weight += weights[n * Binning.BINS + b];
        }
        double whole = sum * sum / (weight + settings.ridge());
        double left = 0;
        double leftWeight = 0;
        for (int b = 0; b < binning.edges[f].length; b++) {
            left += sums[n * Binning.BINS + b];
            leftWeight += weights[n * Binning.BINS + b];
            if (leftWeight < settings.leastWeight() || weight - leftWeight < settings.leastWeight()) {
                continue;
            }
            double rise =
                    (sum - left) / (weight - leftWeight + settings.ridge()) - left / (leftWeight + settings.ridge());
            if (rise * directions[f] < 0) {
                continue;
            }
            double gain = left * left / (leftWeight + settings.ridge())
                    + (sum - left) * (sum - left) / (weight - leftWeight + settings.ridge())
                    - whole;
            if (gain > gains[n] + 1e-9) {
                gains[n] = gain;
                bins[n] = b;
                features[first + n] = f;
                thresholds[first + n] = binning.edges[f][b];
            }
        }
    }
}
