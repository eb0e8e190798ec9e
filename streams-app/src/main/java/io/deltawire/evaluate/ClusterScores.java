package io.deltawire.evaluate;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How well a clustering agrees with gold, all but {@code stories} in percent.
 *
 * @param precision B-cubed precision (Bagga and Baldwin 1998)
 * @param recall B-cubed recall
 * @param f1 harmonic mean of the two
 * @param nmi normalised mutual information, by the arithmetic mean of the entropies
 * @param pairwiseF1 F1 over pairs of articles
 * @param stories number of clusters
 */
public record ClusterScores(double precision, double recall, double f1, double nmi, double pairwiseF1, int stories) {

    /** @param counted positions that count towards the score; the others still fill their clusters */
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
        double n = labels.size();
        double mutual = 0;
        for (Map.Entry<List<String>, Integer> cell : joint.entrySet()) {
            double both = cell.getValue();
            double product = (double) byLabel.getOrDefault(cell.getKey().get(0), 1)
                    * byGold.getOrDefault(cell.getKey().get(1), 1);
            mutual += both / n * Math.log(both * n / product);
        }
        double entropies = entropy(byLabel, n) + entropy(byGold, n);
        double nmi = entropies == 0 ? 1 : 2 * mutual / entropies;
        double pairs = pairs(joint);
        double pairwise = 2 * pairs / Math.max(1, pairs(byLabel) + pairs(byGold));
        double f1 = precision + recall == 0 ? 0 : 2 * precision * recall / (precision + recall);
        return new ClusterScores(100 * precision, 100 * recall, 100 * f1, 100 * nmi, 100 * pairwise, byLabel.size());
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
