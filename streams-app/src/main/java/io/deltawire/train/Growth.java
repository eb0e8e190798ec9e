package io.deltawire.train;

import io.deltawire.story.TreeModel;
import java.util.Arrays;
import java.util.SplittableRandom;

/** One tree: level by level, each node split where it gains most. */
final class Growth {
    private final Boosting settings;
    private final Binning binning;
    private final int[] directions;
    private final boolean[] allowed;
    /** Rows this tree sees, node by node. */
    private int[] sampled;
    /** Where each node's rows begin; behind the last, their number. */
    private int[] starts;
    /** Gradient and curvature of the rows seen, one after the other, in the order of the rows. */
    private double[] steps;
    /** For each node of the level and each feature, sums of gradient and curvature by bin. */
    private double[][][] sums = new double[0][][];

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
        allowed = new boolean[binning.edges.length];
        for (int f = 0; f < allowed.length; f++) {
            allowed[f] = random.nextDouble() < settings.columns() && binning.edges[f].length > 0;
        }
        int[] rows = new int[binning.rows];
        int size = 0;
        for (int i = 0; i < rows.length; i++) {
            if (random.nextDouble() < settings.rows()) {
                rows[size++] = i;
            }
        }
        sampled = Arrays.copyOf(rows, size);
        starts = new int[] {0, size};
        steps = new double[2 * size];
        for (int k = 0; k < size; k++) {
            steps[2 * k] = gradient[sampled[k]];
            steps[2 * k + 1] = curvature[sampled[k]];
        }
    }

    /** Grows the tree and adds its answers to the scores. */
    TreeModel.Tree grow(double[] scores) {
        int inner = (1 << settings.depth()) - 1;
        int[] features = new int[inner];
        float[] thresholds = new float[inner];
        int[] bins = new int[inner];
        for (int level = 0; level < settings.depth(); level++) {
            int first = (1 << level) - 1;
            sum(1 << level);
            for (int n = 0; n < 1 << level; n++) {
                split(n, first + n, features, thresholds, bins);
            }
            divide(first, 1 << level, features, bins);
        }
        float[] leaves = new float[inner + 1];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            double sum = 0;
            double weight = 0;
            for (int k = starts[leaf]; k < starts[leaf + 1]; k++) {
                sum += steps[2 * k];
                weight += steps[2 * k + 1];
            }
            leaves[leaf] = Math.round(1e4 * settings.rate() * sum / (weight + settings.ridge())) / 1e4f;
        }
        for (int i = 0; i < scores.length; i++) {
            int node = 0;
            while (node < inner) {
                node = 2 * node + (binning.bins[features[node]][i] > bins[node] ? 2 : 1);
            }
            scores[i] += leaves[node - inner];
        }
        return new TreeModel.Tree(features, thresholds, leaves);
    }

    /** Sums of a level's nodes: the smaller of two siblings is counted, the other is what is left of their parent. */
    private void sum(int nodes) {
        double[][][] parents = sums;
        sums = new double[nodes][allowed.length][];
        for (int f = 0; f < allowed.length; f++) {
            if (allowed[f]) {
                if (nodes == 1) {
                    sums[0][f] = count(f, 0);
                } else {
                    for (int n = 0; n < nodes; n += 2) {
                        boolean left = starts[n + 1] - starts[n] <= starts[n + 2] - starts[n + 1];
                        int small = left ? n : n + 1;
                        double[] counted = count(f, small);
                        double[] rest = parents[n / 2][f];
                        for (int c = 0; c < rest.length; c++) {
                            rest[c] -= counted[c];
                        }
                        sums[small][f] = counted;
                        sums[left ? n + 1 : n][f] = rest;
                    }
                }
            }
        }
    }

    private double[] count(int f, int node) {
        double[] cells = new double[2 * Binning.BINS];
        byte[] column = binning.bins[f];
        for (int k = starts[node]; k < starts[node + 1]; k++) {
            int cell = 2 * column[sampled[k]];
            cells[cell] += steps[2 * k];
            cells[cell + 1] += steps[2 * k + 1];
        }
        return cells;
    }

    /** Best split of a node; one that gains nothing sends all to the left. */
    private void split(int n, int node, int[] features, float[] thresholds, int[] bins) {
        thresholds[node] = Float.MAX_VALUE;
        bins[node] = Binning.BINS;
        double most = 0;
        for (int f = 0; f < allowed.length; f++) {
            if (!allowed[f]) {
                continue;
            }
            double[] cells = sums[n][f];
            double sum = 0;
            double weight = 0;
            for (int b = 0; b < cells.length; b += 2) {
                sum += cells[b];
                weight += cells[b + 1];
            }
            double whole = sum * sum / (weight + settings.ridge());
            double left = 0;
            double leftWeight = 0;
            for (int b = 0; b < binning.edges[f].length; b++) {
                left += cells[2 * b];
                leftWeight += cells[2 * b + 1];
                double right = sum - left;
                double rightWeight = weight - leftWeight;
                if (leftWeight < settings.leastWeight() || rightWeight < settings.leastWeight()) {
                    continue;
                }
                double leftMean = left / (leftWeight + settings.ridge());
                double rightMean = right / (rightWeight + settings.ridge());
                double gain = left * leftMean + right * rightMean - whole;
                if (gain > most + 1e-9 && (rightMean - leftMean) * directions[f] >= 0) {
                    most = gain;
                    bins[node] = b;
                    features[node] = f;
                    thresholds[node] = binning.edges[f][b];
                }
            }
        }
    }

    /** Sorts the rows seen by the nodes of the next level, else in their order. */
    private void divide(int first, int nodes, int[] features, int[] bins) {
        int[] nextStarts = new int[2 * nodes + 1];
        int[] next = new int[sampled.length];
        double[] nextSteps = new double[steps.length];
        int to = 0;
        for (int n = 0; n < nodes; n++) {
            byte[] column = binning.bins[features[first + n]];
            for (int side = 0; side < 2; side++) {
                nextStarts[2 * n + side] = to;
                for (int k = starts[n]; k < starts[n + 1]; k++) {
                    if ((column[sampled[k]] > bins[first + n] ? 1 : 0) == side) {
                        next[to] = sampled[k];
                        nextSteps[2 * to] = steps[2 * k];
                        nextSteps[2 * to + 1] = steps[2 * k + 1];
                        to++;
                    }
                }
            }
        }
        nextStarts[2 * nodes] = to;
        sampled = next;
        steps = nextSteps;
        starts = nextStarts;
    }
}
