package io.deltawire.story;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Gradient-boosted regression trees for a probability (Friedman 2001). Complete binary trees, all of one depth, so that a tree is
 * two short rows of numbers. Immutable.
 *
 * <p>As text: '#' begins a comment; a line "features" with their names, divided by blanks; "start" with the log-odds the sum
 * begins with; where it has one, "give-up" with the sums below which a row is given up, one for every part of the trees; then a line for each
 * tree: its splits as feature:threshold top down and left to right, then '|', then its leaves. A row goes right where its value is above the threshold.
 */
public final class TreeModel {
    /** Trees between two looks at whether a row is to be given up. */
    private static final int PART = 30;

    /** How far below the lowest row met in training that made up for it a sum must lie to be given up. */
    private static final double MARGIN = 0.5;

    /** A feature's place in its row, before the bits of a threshold's place among those of the feature. */
    private static final int FEATURE = 8;

    private static final int MOST_THRESHOLDS = 1 << FEATURE;

    /** Trees walked at once: each step waits for the last one's, and meanwhile the processor takes those of the others. Divides {@link #PART}. */
    private static final int ABREAST = 5;

    private static final int MOST_LEAVES = 1 << 16;

    private final double start;
    private final List<Tree> trees;
    private final float[] giveUp;
    /** Of each feature the different thresholds as {@link #ordered} numbers, in order: a row is put between them once for all trees. */
    private final int[][] thresholds;

    /**
     * Tree after tree, of each the splits, feature and threshold in two bytes, then of each leaf its number among {@link #leaves}, so that a
     * model of 1,500 trees stays near the processor: it is asked some ten times for an article. Trees of nothing make their number whole.
     */
    private final char[] nodes;

    /** The different log-odds of all leaves. */
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
        this(start, trees, new float[0]);
    }

    /** @param giveUp sums below which a row is given up, one for every part of the trees, or none */
    private TreeModel(double start, List<Tree> trees, float[] giveUp) {
        this.start = start;
        this.trees = List.copyOf(trees);
        this.giveUp = giveUp;
        if (giveUp.length > 0 && giveUp.length != looks(trees)) {
            throw new IllegalArgumentException(
                    giveUp.length + " sums to give up at instead of " + looks(trees) + ": train the model again");
        }
        inner = trees.isEmpty() ? 0 : trees.get(0).features.length;
        thresholds = thresholds(trees);
        List<Float> different = new ArrayList<>(leaves(trees));
        leaves = new float[different.size()];
        for (int leaf = 0; leaf < leaves.length; leaf++) {
            leaves[leaf] = different.get(leaf);
        }
        int width = 2 * inner + 1;
        nodes = new char[(trees.size() + ABREAST - 1) / ABREAST * ABREAST * width];
        Arrays.fill(nodes, (char) Arrays.binarySearch(leaves, 0f));
        for (int t = 0; t < trees.size(); t++) {
            Tree tree = trees.get(t);
            if (tree.features.length != inner || tree.thresholds.length != inner || tree.leaves.length != inner + 1) {
                throw new IllegalArgumentException("Tree " + t + " has not the depth of the first");
            }
            for (int i = 0; i < inner; i++) {
                int feature = tree.features[i];
                int at = Arrays.binarySearch(thresholds[feature], ordered(tree.thresholds[i]));
                nodes[t * width + i] = (char) (feature << FEATURE | at);
            }
            for (int leaf = 0; leaf <= inner; leaf++) {
                nodes[t * width + inner + leaf] = (char) Arrays.binarySearch(leaves, tree.leaves[leaf]);
            }
        }
    }

    private static Set<Float> leaves(List<Tree> trees) {
        Set<Float> leaves = new TreeSet<>(List.of(0f));
        for (Tree tree : trees) {
            for (float leaf : tree.leaves) {
                leaves.add(leaf);
            }
        }
        if (leaves.size() > MOST_LEAVES) {
            throw new IllegalArgumentException(leaves.size() + " different leaves, at most are " + MOST_LEAVES);
        }
        return leaves;
    }

    private static int looks(List<Tree> trees) {
        return (trees.size() + PART - 1) / PART;
    }

    private static int[][] thresholds(List<Tree> trees) {
        List<TreeSet<Integer>> all = new ArrayList<>();
        for (Tree tree : trees) {
            for (int i = 0; i < tree.features.length; i++) {
                while (all.size() <= tree.features[i]) {
                    all.add(new TreeSet<>());
                }
                all.get(tree.features[i]).add(ordered(tree.thresholds[i]));
            }
        }
        int[][] thresholds = new int[all.size()][];
        for (int f = 0; f < thresholds.length; f++) {
            thresholds[f] = all.get(f).stream().mapToInt(Integer::intValue).toArray();
            if (thresholds[f].length >= MOST_THRESHOLDS || f >= MOST_THRESHOLDS) {
                throw new IllegalArgumentException("Feature " + f + " has " + thresholds[f].length
                        + " thresholds: features and thresholds of each are less than " + MOST_THRESHOLDS);
            }
        }
        return thresholds;
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
        return sum(places(x), new float[0]);
    }

    /** The same for a row that may come to what {@link #givingUp} was told; negative infinity for one that is given up before the last tree. */
    public double logOddsIfLikely(float[] x) {
        return sum(places(x), giveUp);
    }

    private double sum(int[] places, float[] least) {
        double sum = start;
        for (int part = 0; part < looks(trees); part++) {
            if (least.length > 0 && sum < least[part]) {
                return Double.NEGATIVE_INFINITY;
            }
            sum = plus(sum, part, places);
        }
        return sum;
    }

    /** A sum with what the trees of a part add to it, in their order. */
    private double plus(double before, int part, int[] places) {
        double sum = before;
        int width = 2 * inner + 1;
        int end = Math.min(nodes.length, (part + 1) * PART * width);
        for (int from = part * PART * width; from < end; from += ABREAST * width) {
            int second = from + width;
            int third = second + width;
            int fourth = third + width;
            int fifth = fourth + width;
            int a = 0;
            int b = 0;
            int c = 0;
            int d = 0;
            int e = 0;
            while (a < inner) {
                // all trees have one depth
                a = below(a, nodes[from + a], places);
                b = below(b, nodes[second + b], places);
                c = below(c, nodes[third + c], places);
                d = below(d, nodes[fourth + d], places);
                e = below(e, nodes[fifth + e], places);
            }
            sum += leaves[nodes[from + a]];
            sum += leaves[nodes[second + b]];
            sum += leaves[nodes[third + c]];
            sum += leaves[nodes[fourth + d]];
            sum += leaves[nodes[fifth + e]];
        }
        return sum;
    }

    private static int below(int node, int split, int[] places) {
        // The sign of the difference instead of a branch, which would be guessed wrong every other time.
        int left = (split & MOST_THRESHOLDS - 1) - places[split >>> FEATURE];
        return 2 * node + 1 + (left >>> 31);
    }

    /** Of each value the number of its feature's thresholds that it is above. */
    private int[] places(float[] x) {
        int[] places = new int[thresholds.length];
        for (int f = 0; f < places.length; f++) {
            int value = ordered(x[f]);
            int[] of = thresholds[f];
            int low = 0;
            int high = of.length;
            while (low < high) {
                int middle = (low + high) >>> 1;
                if (of[middle] < value) {
                    low = middle + 1;
                } else {
                    high = middle;
                }
            }
            places[f] = low;
        }
        return places;
    }

    /**
     * The same trees, which give up rows that none of those met in training with such a sum made up for (a soft cascade, Bourdev and Brandt 2005).
     *
     * @param rows met in training
     * @param least log-odds that matter
     */
    public TreeModel givingUp(List<float[]> rows, double least) {
        float[] lowest = new float[looks(trees)];
        Arrays.fill(lowest, Float.POSITIVE_INFINITY);
        for (float[] row : rows) {
            int[] places = places(row);
            if (sum(places, new float[0]) >= least) {
                lower(lowest, places);
            }
        }
        boolean none = lowest.length == 0 || lowest[0] == Float.POSITIVE_INFINITY;
        for (int look = 0; look < lowest.length; look++) {
            lowest[look] -= (float) MARGIN;
        }
        return new TreeModel(start, trees, none ? new float[0] : lowest);
    }

    private void lower(float[] lowest, int[] places) {
        double sum = start;
        for (int part = 0; part < lowest.length; part++) {
            lowest[part] = (float) Math.min(lowest[part], sum);
            sum = plus(sum, part, places);
        }
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
        float[] giveUp = new float[0];
        List<Tree> trees = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith("features ")) {
                if (!List.of(line.substring(9).split(" ")).equals(names)) {
                    throw new IllegalStateException("The model was trained for other features: train it again");
                }
            } else if (line.startsWith("start ")) {
                start = Double.parseDouble(line.substring(6));
            } else if (line.startsWith("give-up ")) {
                giveUp = numbers(line.substring(8));
            } else if (!line.startsWith("#") && !line.isBlank()) {
                trees.add(tree(line));
            }
        }
        return new TreeModel(start, trees, giveUp);
    }

    private static Tree tree(String line) {
        int bar = line.indexOf('|');
        String[] splits = line.substring(0, bar).strip().split(" ");
        int[] features = new int[splits.length];
        float[] thresholds = new float[splits.length];
        for (int i = 0; i < splits.length; i++) {
            int colon = splits[i].indexOf(':');
            features[i] = Integer.parseInt(splits[i].substring(0, colon));
            thresholds[i] = Float.parseFloat(splits[i].substring(colon + 1));
        }
        return new Tree(features, thresholds, numbers(line.substring(bar + 1)));
    }

    private static float[] numbers(String text) {
        String[] cells = text.strip().split(" ");
        float[] numbers = new float[cells.length];
        for (int i = 0; i < cells.length; i++) {
            numbers[i] = Float.parseFloat(cells[i]);
        }
        return numbers;
    }

    /** Text form, without comments. */
    public List<String> lines(List<String> names) {
        List<String> lines = new ArrayList<>();
        lines.add("features " + String.join(" ", names));
        lines.add("start " + start);
        if (giveUp.length > 0) {
            StringBuilder line = new StringBuilder("give-up");
            for (float least : giveUp) {
                line.append(' ').append(least);
            }
            lines.add(line.toString());
        }
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
