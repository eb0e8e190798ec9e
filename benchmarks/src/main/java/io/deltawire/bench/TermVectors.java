package io.deltawire.bench;

import io.deltawire.article.SourceArticle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Plain TF-IDF in one pass: an article joins the story whose centroid is closest, if it is close enough. */
final class TermVectors implements Peer.Grouping {
    private static final Pattern WORD = Pattern.compile("\\p{L}{2,}");

    /** One threshold for all sets, as good as any between 0.15 and 0.3. */
    private static final double JOIN_AT = 0.22;

    @Override
    public String name() {
        return "plain TF-IDF, single pass";
    }

    @Override
    public List<String> group(List<SourceArticle> articles) {
        Map<String, Integer> documents = new HashMap<>();
        Map<String, Set<Integer>> index = new HashMap<>();
        List<Map<String, Double>> centroids = new ArrayList<>();
        List<String> assigned = new ArrayList<>();
        for (SourceArticle article : articles) {
            Map<String, Double> vector = vector(article, documents, assigned.size() + 1);
            Set<Integer> candidates = new TreeSet<>();
            vector.keySet().forEach(term -> candidates.addAll(index.getOrDefault(term, Set.of())));
            int best = -1;
            double closest = JOIN_AT;
            for (int candidate : candidates) {
                double cosine = cosine(vector, centroids.get(candidate));
                if (cosine > closest) {
                    closest = cosine;
                    best = candidate;
                }
            }
            if (best < 0) {
                best = centroids.size();
                centroids.add(new HashMap<>());
            }
            int story = best;
            vector.forEach((term, weight) -> {
                centroids.get(story).merge(term, weight, Double::sum);
                index.computeIfAbsent(term, t -> new TreeSet<>()).add(story);
            });
            assigned.add("s" + story);
        }
        return assigned;
    }

    private static Map<String, Double> vector(SourceArticle article, Map<String, Integer> documents, int seen) {
        Map<String, Integer> counts = new HashMap<>();
        Matcher word = WORD.matcher((article.title() + "\n" + article.text()).toLowerCase(Locale.ROOT));
        while (word.find()) {
            counts.merge(word.group(), 1, Integer::sum);
        }
        Map<String, Double> vector = new HashMap<>();
        counts.forEach((term, count) -> {
            int in = documents.merge(term, 1, Integer::sum);
            vector.put(term, (1 + Math.log(count)) * Math.log((seen + 1.0) / in));
        });
        double length =
                Math.sqrt(vector.values().stream().mapToDouble(w -> w * w).sum());
        vector.replaceAll((term, weight) -> length == 0 ? 0 : weight / length);
        return vector;
    }

    private static double cosine(Map<String, Double> vector, Map<String, Double> centroid) {
        double dot = 0;
        for (Map.Entry<String, Double> term : vector.entrySet()) {
            dot += term.getValue() * centroid.getOrDefault(term.getKey(), 0.0);
        }
        double length =
                Math.sqrt(centroid.values().stream().mapToDouble(w -> w * w).sum());
        return length == 0 ? 0 : dot / length;
    }
}
