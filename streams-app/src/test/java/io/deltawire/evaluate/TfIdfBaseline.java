package io.deltawire.evaluate;

import io.deltawire.story.Digest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The plain online clustering that STORY is measured against: article-frequency IDF from the first 30 %, cosine to the
 * centroid of each story, one pass, one threshold.
 */
final class TfIdfBaseline {
    private static final double KNOWN = 0.3;

    private final Map<String, Double> rarity = new HashMap<>();
    private final double unknown;
    private final double threshold;

    TfIdfBaseline(List<Digest> stream, double threshold) {
        this.threshold = threshold;
        int known = Math.max(1, (int) (stream.size() * KNOWN));
        Map<String, Integer> counts = new HashMap<>();
        stream.subList(0, known)
                .forEach(digest -> digest.terms().forEach(term -> counts.merge(term.text(), 1, Integer::sum)));
        counts.forEach((term, count) -> rarity.put(term, Math.log((1.0 + known) / (0.5 + count))));
        unknown = Math.log((1.0 + known) / 0.5);
    }

    List<String> labels(List<Digest> stream) {
        List<Map<String, Double>> centroids = new ArrayList<>();
        List<String> labels = new ArrayList<>();
        for (Digest digest : stream) {
            Map<String, Double> vector = vector(digest);
            int best = -1;
            double cosine = threshold;
            for (int c = 0; c < centroids.size(); c++) {
                double similarity = dot(vector, centroids.get(c)) / length(centroids.get(c));
                if (similarity >= cosine) {
                    cosine = similarity;
                    best = c;
                }
            }
            if (best < 0) {
                best = centroids.size();
                centroids.add(new HashMap<>());
            }
            Map<String, Double> centroid = centroids.get(best);
            vector.forEach((term, weight) -> centroid.merge(term, weight, Double::sum));
            labels.add("story" + best);
        }
        return labels;
    }

    private Map<String, Double> vector(Digest digest) {
        Map<String, Double> vector = new HashMap<>();
        for (Digest.Term term : digest.terms()) {
            double count = term.inTitle() + term.inLead() + term.inBody();
            vector.put(term.text(), (1 + Math.log(count)) * rarity.getOrDefault(term.text(), unknown));
        }
        double length = length(vector);
        vector.replaceAll((term, weight) -> weight / length);
        return vector;
    }

    private static double dot(Map<String, Double> one, Map<String, Double> other) {
        double sum = 0;
        for (Map.Entry<String, Double> entry : one.entrySet()) {
            sum += entry.getValue() * other.getOrDefault(entry.getKey(), 0.0);
        }
        return sum;
    }

    private static double length(Map<String, Double> vector) {
        double square = 0;
        for (double weight : vector.values()) {
            square += weight * weight;
        }
        return Math.max(1e-9, Math.sqrt(square));
    }
}
