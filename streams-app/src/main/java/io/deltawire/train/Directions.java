package io.deltawire.train;

import java.util.List;
import java.util.Set;

/**
 * Which way a feature may speak. More likeness can't speak against a match, nor conflict for it, whatever a small set of stories
 * seems to show: this keeps the trees from learning a set's quirks.
 */
final class Directions {
    private static final Set<String> FOR = Set.of(
            "centroid",
            "best",
            "second",
            "third",
            "meanTop",
            "sumPerMember",
            "lead",
            "leadCentroid",
            "leadCovered",
            "leadCoveredByText",
            "bestLeadCovered",
            "covered",
            "covers",
            "sharedTerms",
            "sharedRarest",
            "sharedRarity",
            "copy",
            "margin",
            "ratio",
            "joined",
            "other",
            "centroids",
            "leads",
            "termsShared",
            "crossBest",
            "crossMean",
            "crossLeast",
            "backBest",
            "backMean",
            "backLeast",
            "crossCosine",
            "backCosine",
            "crossMargin");
    private static final Set<String> AGAINST = Set.of(
            "nearestHours",
            "rank",
            "rivals",
            "startsApart",
            "endsApart",
            "gap",
            "leadMissing",
            "coreMissing",
            "daysApart");

    private Directions() {}

    static int[] of(List<String> names) {
        return names.stream().mapToInt(Directions::of).toArray();
    }

    private static int of(String name) {
        String plain = name.startsWith("article.") ? name.substring("article.".length()) : name;
        if (FOR.contains(plain) || plain.endsWith(".story") || plain.endsWith(".best") || plain.endsWith(".shared")) {
            return 1;
        }
        return AGAINST.contains(plain) || plain.endsWith(".conflict") || plain.endsWith(".own") ? -1 : 0;
    }
}
