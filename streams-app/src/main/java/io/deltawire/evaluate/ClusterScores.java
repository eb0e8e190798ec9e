package io.deltawire.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * How well a clustering agrees with gold, all but {@code stories} in percent.
 *
 * @param precision B-cubed precision (Bagga and Baldwin 1998)
 * @param recall B-cubed recall
 * @param f1 harmonic mean of the two
 * @param nmi normalised mutual information, by the arithmetic mean of the entropies
 * @param pairwiseF1 F1 over pairs of articles
 * @param stories number of clusters with an article that counts
 * @param articles number of articles that count
 */
public record ClusterScores(
        double precision, double recall, double f1, double nmi, double pairwiseF1, int stories, int articles) {

    /** @param counted positions that count towards the scores; the others still fill their clusters, which B-cubed precision feels */
    public static ClusterScores of(List<String> labels, List<String> gold, List<Integer> counted) {
        Map<String, Integer> byLabel = new HashMap<>();
        Map<String, Integer> byGold = new HashMap<>();
        Map<List<String>, Integer> joint = new HashMap<>();
        for (int i = 0; i < labels.size(); i++) {
            byLabel.merge(labels.get(i), 1, Integer::sum);
            byGold.merge(gold.get(i), 1, Integer::sum);
            joint.merge(List.of(labels.get(i), gold.get(i)), 1, Integer::sum);
        }
        double precision = 0;
        double recall = 0;
        for (int i : counted) {
            double both = joint.getOrDefault(List.of(labels.get(i), gold.get(i)), 0);
            precision += both / byLabel.getOrDefault(labels.get(i), 1);
            recall += both / byGold.getOrDefault(gold.get(i), 1);
        }
        precision /= Math.max(1, counted.size());
        recall /= Math.max(1, counted.size());
        Map<String, Integer> countedByLabel = new HashMap<>();
        Map<String, Integer> countedByGold = new HashMap<>();
        Map<List<String>, Integer> countedJoint = new HashMap<>();
        for (int i : counted) {
            countedByLabel.merge(labels.get(i), 1, Integer::sum);
            countedByGold.merge(gold.get(i), 1, Integer::sum);
            countedJoint.merge(List.of(labels.get(i), gold.get(i)), 1, Integer::sum);
        }
        double pairs = pairs(countedJoint);
        double pairwise = 2 * pairs / Math.max(1, pairs(countedByLabel) + pairs(countedByGold));
        return new ClusterScores(
                100 * precision,
                100 * recall,
                100 * f1(precision, recall),
                100 * nmi(countedByLabel, countedByGold, countedJoint, counted.size()),
                100 * pairwise,
                countedByLabel.size(),
                counted.size());
    }

    /** Scores of parts with stories of their own, such as folds, as one: means by articles, and F1 from those. */
    public static ClusterScores pooled(List<ClusterScores> parts) {
        int articles = parts.stream().mapToInt(ClusterScores::articles).sum();
        double precision = mean(parts, ClusterScores::precision, articles);
        double recall = mean(parts, ClusterScores::recall, articles);
        return new ClusterScores(
                precision,
                recall,
                f1(precision, recall),
                mean(parts, ClusterScores::nmi, articles),
                mean(parts, ClusterScores::pairwiseF1, articles),
                parts.stream().mapToInt(ClusterScores::stories).sum(),
                articles);
    }

    private static double mean(List<ClusterScores> parts, ToDoubleFunction<ClusterScores> score, int articles) {
        return parts.stream()
                        .mapToDouble(part -> score.applyAsDouble(part) * part.articles)
                        .sum()
                / Math.max(1, articles);
    }

    private static double f1(double precision, double recall) {
        return precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
    }

    private static double nmi(
            Map<String, Integer> byLabel, Map<String, Integer> byGold, Map<List<String>, Integer> joint, double n) {
        double mutual = 0;
        for (Map.Entry<List<String>, Integer> cell : joint.entrySet()) {
            double both = cell.getValue();
            double product = (double) byLabel.getOrDefault(cell.getKey().get(0), 1)
                    * byGold.getOrDefault(cell.getKey().get(1), 1);
            mutual += both / n * Math.log(both * n / product);
        }
        double entropies = entropy(byLabel, n) + entropy(byGold, n);
        return entropies == 0 ? 1 : 2 * mutual / entropies;
    }

    private static double entropy(Map<String, Integer> counts, double n) {
        return counts.values().stream()
                .mapToDouble(count -> -count / n * Math.log(count / n))
                .sum();
    }

    private static double pairs(Map<?, Integer> counts) {
        return counts.values().stream()
                .mapToDouble(count -> count * (count - 1.0) / 2)
                .sum();
    }
}
