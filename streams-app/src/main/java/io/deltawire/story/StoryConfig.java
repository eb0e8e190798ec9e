package io.deltawire.story;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

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

    private static final String PREFIX = "deltawire.story.";

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
                0.5,
                0.7,
                0.7,
                20,
                1_536,
                2,
                10_000,
                Map.of());
    }

    /**
     * The defaults, changed by what the settings say: {@code deltawire.story.gap.days}, {@code longest.life.days}, {@code
     * reopen.within.days}, {@code join.at}, {@code merge.at}, {@code copy.at}, {@code candidates}, {@code terms.per.story}, {@code
     * indexed.per.closed}, {@code postings.per.query}, and for each family of outlets {@code family.NAME} with its outlets, divided by
     * commas.
     *
     * @throws IllegalArgumentException for a value that is no number or out of bounds, or an unknown name
     */
    public static StoryConfig from(Properties settings) {
        StoryConfig defaults = defaults();
        TreeMap<String, String> given = new TreeMap<>();
        TreeMap<String, String> families = new TreeMap<>(defaults.families);
        for (String name : settings.stringPropertyNames()) {
            if (name.startsWith(PREFIX + "family.")) {
                for (String outlet : settings.getProperty(name).split(",")) {
                    families.put(outlet.strip(), name.substring((PREFIX + "family.").length()));
                }
            } else if (name.startsWith(PREFIX)) {
                given.put(
                        name.substring(PREFIX.length()),
                        settings.getProperty(name).strip());
            }
        }
        StoryConfig config = new StoryConfig(
                days(given.remove("gap.days"), defaults.gap),
                days(given.remove("longest.life.days"), defaults.longestLife),
                days(given.remove("reopen.within.days"), defaults.reopenWithin),
                number(given.remove("join.at"), defaults.joinAt),
                number(given.remove("merge.at"), defaults.mergeAt),
                number(given.remove("copy.at"), defaults.copyAt),
                (int) number(given.remove("candidates"), defaults.candidates),
                (int) number(given.remove("terms.per.story"), defaults.termsPerStory),
                (int) number(given.remove("indexed.per.closed"), defaults.indexedPerClosed),
                (int) number(given.remove("postings.per.query"), defaults.postingsPerQuery),
                families);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown settings " + PREFIX + given.keySet());
        }
        return config;
    }

    private static Duration days(@Nullable String given, Duration otherwise) {
        return given == null ? otherwise : Duration.ofDays(Long.parseLong(given));
    }

    private static double number(@Nullable String given, double otherwise) {
        return given == null ? otherwise : Double.parseDouble(given);
    }
}
