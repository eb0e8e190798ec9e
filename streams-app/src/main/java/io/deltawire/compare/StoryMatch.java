package io.deltawire.compare;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Which story of one run is which of the other: the pair that shares most articles first, each story once.
 *
 * @param pairs story of the first run to story of the second
 * @param same pairs of exactly the same articles
 * @param shared articles that are in both runs
 */
record StoryMatch(Map<String, String> pairs, int same, int shared) {
    private record Pair(String one, String other) {}

    private record Overlap(Pair pair, int articles) {}

    static StoryMatch of(Run one, Run other) {
        Map<Pair, Integer> shared = new LinkedHashMap<>();
        int articles = 0;
        for (Map.Entry<String, String> each : one.storyOf().entrySet()) {
            String there = other.storyOf().get(each.getKey());
            if (there != null) {
                shared.merge(new Pair(each.getValue(), there), 1, Integer::sum);
                articles++;
            }
        }
        List<Overlap> overlaps = new ArrayList<>();
        shared.forEach((pair, count) -> overlaps.add(new Overlap(pair, count)));
        overlaps.sort(Comparator.comparing(Overlap::articles)
                .reversed()
                .thenComparing(
                        overlap -> !overlap.pair().one().equals(overlap.pair().other())));
        Map<String, Integer> sizes = sizes(one);
        Map<String, Integer> otherSizes = sizes(other);
        Map<String, String> pairs = new LinkedHashMap<>();
        Set<String> taken = new HashSet<>();
        int same = 0;
        for (Overlap overlap : overlaps) {
            Pair pair = overlap.pair();
            if (!pairs.containsKey(pair.one()) && taken.add(pair.other())) {
                pairs.put(pair.one(), pair.other());
                boolean equal = overlap.articles() == sizes.getOrDefault(pair.one(), 0)
                        && overlap.articles() == otherSizes.getOrDefault(pair.other(), 0);
                same += equal ? 1 : 0;
            }
        }
        return new StoryMatch(pairs, same, articles);
    }

    private static Map<String, Integer> sizes(Run run) {
        Map<String, Integer> sizes = new HashMap<>();
        run.storyOf().values().forEach(story -> sizes.merge(story, 1, Integer::sum));
        return sizes;
    }
}
