package io.deltawire.story;

import java.time.Duration;
import java.util.Map;

/**
 * How stories live and are matched.
 *
 * @param gap a story without news for this long is closed
 * @param longestLife a story is closed at this age; what follows opens a successor that names it
 * @param reopenWithin a closed story can come back, or be named as predecessor, for this long; then it is forgotten
 * @param joinAt least probability of the matching model at which an article joins a story
 * @param mergeAt least probability of the merge model at which two stories become one
 * @param copyAt least near-duplicate similarity at which a text counts as a copy
 * @param candidates stories looked at closely for an article
 * @param termsPerStory terms by which the articles of a story can be found; when there are more, articles in the middle of the
 *     story are kept by name only
 * @param indexedPerClosed articles of a closed story that can still be matched, to reopen it
 * @param postingsPerQuery index entries looked at for an article
 * @param families outlet to the name of the family it counts with
 */
public record StoryConfig(
        Duration gap,
        Duration longestLife,
        Duration reopenWithin,
        double joinAt,
        double mergeAt,
        double copyAt,
        int candidates,
        int termsPerStory,
        int indexedPerClosed,
        int postingsPerQuery,
        Map<String, String> families) {

    public StoryConfig {
        if (gap.isNegative() || gap.isZero() || longestLife.compareTo(gap) < 0 || reopenWithin.isNegative()) {
            throw new IllegalArgumentException("Need 0 < gap <= longest life and a reopening time of 0 or more");
        }
        if (candidates < 1 || termsPerStory < 100 || postingsPerQuery < 1) {
            throw new IllegalArgumentException("Need 1 candidate, 100 terms a story and 1 posting, or more");
        }
        families = Map.copyOf(families);
    }

    public static StoryConfig defaults() {
        return new StoryConfig(
                Duration.ofDays(365),
                Duration.ofDays(1095),
                Duration.ofDays(30),
                Double.parseDouble(System.getProperty("join", "0.5")),
                Double.parseDouble(System.getProperty("merge", "0.5")),
                0.7,
                Integer.getInteger("cand", 12),
                Integer.getInteger("terms", 1536),
                2,
                Integer.getInteger("budget", 20000),
                Map.of());
    }
}
