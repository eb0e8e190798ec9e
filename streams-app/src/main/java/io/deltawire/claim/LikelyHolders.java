package io.deltawire.claim;

import io.deltawire.text.VectorClusters;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Nouns that are used as those are that the lists know to hold positions. */
final class LikelyHolders {
    private static final int LEVEL = 2;
    private static final int ENOUGH = 2;

    private static final LikelyHolders SHARED = new LikelyHolders();

    private final Set<Integer> clusters = new HashSet<>();

    private LikelyHolders() {
        Map<Integer, Integer> counts = new HashMap<>();
        for (String name : new String[] {"holders", "persons"}) {
            for (String line : Lexicon.lines(name)) {
                for (String word : line.substring(line.indexOf('\t') + 1).split(",")) {
                    int cluster = cluster(word.strip());
                    if (cluster > 0) {
                        counts.merge(cluster, 1, Integer::sum);
                    }
                }
            }
        }
        counts.forEach((cluster, count) -> {
            if (count >= ENOUGH) {
                clusters.add(cluster);
            }
        });
    }

    static LikelyHolders shared() {
        return SHARED;
    }

    boolean has(String lemma) {
        return clusters.contains(cluster(lemma));
    }

    private static int cluster(String word) {
        return VectorClusters.at(VectorClusters.english().of(word), LEVEL);
    }
}
