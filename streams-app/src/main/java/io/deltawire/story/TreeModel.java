package io.deltawire.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * Gradient-boosted regression trees for a probability (Friedman 2001). Complete binary trees, all of one depth, so that a tree is
 * two short rows of numbers. Immutable.
 *
 * <p>As text: '#' begins a comment; a line "features" with their names, divided by blanks; "start" with the log-odds the sum
 * begins with; then a line for each tree: depth, its splits as feature:threshold top down and left to right, then '|', then its leaves. An
 * article goes right where its value is above the threshold.
 */
public final class TreeModel {
    /** Trees between two looks at whether it is hopeless. */
    private static final int PART = 60;

    private final double start;
    private final List<Tree> trees;
    /** All splits and leaves in a row, tree after tree: a model is asked some hundred times for an article. */
    private final short[] splitOn;

    /** Thresholds as {@link #ordered} numbers. */
    private final int[] splitAt;

    private final float[] leaves;
    /** Splits of a tree. */
    private final int inner;

    /**
     * @param features feature index of each inner node, heap order
     * @param thresholds threshold of each inner node
     * @param leaves log-odds of each leaf, left to right
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody; arrays keep it small and quick
    public record Tree(int[] features, float[] thresholds, float[] leaves) {}

    public TreeModel(double start, List<Tree> trees) {
        this.start = start;
        this.trees = List.copyOf(trees);
        inner = trees.isEmpty() ? 0 : trees.get(0).features.length;
        splitOn = new short[inner * trees.size()];
        splitAt = new int[inner * trees.size()];
        leaves = new float[(inner + 1) * trees.size()];
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            if (tree.features.length != inner || tree.thresholds.length != inner || tree.leaves.length != inner + 1) {
                throw new IllegalArgumentException("Tree " + t + " has not the depth of the first");
            }
            for (int i = 0; i < inner; i++) {
                splitOn[t * inner + i] = (short) tree.features[i];
                splitAt[t * inner + i] = ordered(tree.thresholds[i]);
            }
            System.arraycopy(tree.leaves, 0, leaves, t * (inner + 1), inner + 1);
        }
    }

    /** Several models as one, whose log-odds are the mean of theirs; their trees by turns, so that the first of them tell most. */
    public static TreeModel mean(List<TreeModel> models) {
        double start = 0;
        int most = 0;
        for (TreeModel model : models) {
            start += model.start / models.size();
            most = Math.max(most, model.trees.size());
        }
        List<Tree> trees = new ArrayList<>();
        for (int t = 0; t < most; t++) {
            for (TreeModel model : models) {
                if (t < model.trees.size()) {
                    Tree tree = model.trees.get(t);
                    float[] leaves = tree.leaves.clone();
                    for (int leaf = 0; leaf < leaves.length; leaf++) {
                        leaves[leaf] /= models.size();
                    }
                    trees.add(new Tree(tree.features, tree.thresholds, leaves));
                }
            }
        }
        return new TreeModel(start, trees);
    }

    /** Log-odds the sum begins with. */
    public double start() {
        return start;
    }

    public List<Tree> trees() {
        return trees;
    }

    /** Probability that the features belong to a match. */
    public double probability(float[] x) {
        return 1 / (1 + StrictMath.exp(-logOdds(x)));
    }

    public double logOdds(float[] x) {
        return logOdds(x, Double.NEGATIVE_INFINITY);
    }

    /**
     * The same, given up where it is hopeless.
     *
     * @param hopeless what sums that fall below it, a part of the trees asked, are returned at once
     */
    public double logOdds(float[] x, double hopeless) {
        int[] values = new int[x.length];
        for (int i = 0; i < x.length; i++) {
            values[i] = ordered(x[i]);
        }
        double sum = start;
        int asked = 0;
        for (int from = 0, leaf = 0; from < splitOn.length; from += inner, leaf += inner + 1) {
            if (asked++ % PART == 0 && sum < hopeless) {
                return sum;
            }
            int node = 0;
            while (node < inner) {
                // The sign of the difference instead of a branch, which would be guessed wrong every other time.
                long left = (long) splitAt[from + node] - values[splitOn[from + node]];
                node = 2 * node + 1 + (int) (left >>> 63);
            }
            sum += leaves[leaf + node - inner];
        }
        return sum;
    }

    /** A number that is larger for a larger value; the two zeros are one. */
    private static int ordered(float value) {
        int bits = Float.floatToIntBits(value + 0f);
        return bits ^ ((bits >> 31) & 0x7fffffff);
    }

    /** @throws IllegalStateException when the resource is missing or was made for other features */
    public static TreeModel read(String resource, List<String> names) {
        try (InputStream in = TreeModel.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("Missing resource " + resource);
            }
            return parse(
                    new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
                            .lines()
                            .toList(),
                    names);
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + resource, e);
        }
    }

    /** Reads the text form. */
    public static TreeModel parse(List<String> lines, List<String> names) {
        double start = 0;
        List<Tree> trees = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("features ")) {
                if (!List.of(line.substring(9).split(" ")).equals(names)) {
                    throw new IllegalStateException("The model was trained for other features: train it again");
                }
            } else if (line.startsWith("start ")) {
                start = Double.parseDouble(line.substring(6));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                trees.add(tree(line));
            }
        }
        return new TreeModel(start, trees);
    }

    private static Tree tree(String line) {
        int bar = line.indexOf('|');
        String[] splits = line.substring(0, bar).strip().split(" ");
        String[] leaves = line.substring(bar + 1).strip().split(" ");
        int[] features = new int[splits.length];
        float[] thresholds = new float[splits.length];
        for (int i = 0; i < splits.length; i++) {
            int colon = splits[i].indexOf(':');
            features[i] = Integer.parseInt(splits[i].substring(0, colon));
            thresholds[i] = Float.parseFloat(splits[i].substring(colon + 1));
        }
        float[] values = new float[leaves.length];
        for (int i = 0; i < leaves.length; i++) {
            values[i] = Float.parseFloat(leaves[i]);
        }
        return new Tree(features, thresholds, values);
    }

    /** Text form, without comments. */
    public List<String> lines(List<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add("features " + String.join(" ", names));
        lines.add("start " + start);
        for (Tree tree : trees) {
            StringBuilder line = new StringBuilder();
            for (int i = 0; i < tree.features.length; i++) {
                line.append(tree.features[i])
                        .append(':')
                        .append(tree.thresholds[i])
                        .append(' ');
            }
            line.append('|');
            for (float leaf : tree.leaves) {
                line.append(' ').append(leaf);
            }
            lines.add(line.toString());
        }
        return lines;
    }
}
