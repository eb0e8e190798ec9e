package io.deltawire.story;

import java.time.Duration;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;

/**
 * How stories live and are matched.
 *
 * @param gap a story without news for this long is closed
 * @param longestLife a story is closed at this age; what follows opens a successor that names it
 * @param reopenWithin a closed story can come back, or be named as predecessor, for this long; then it is forgotten
 * @param joinAt least probability of the matching model at which an article joins a story
 * @param mergeAt least probability of the merge model at which two stories become one
 * @param splitAt a story whose two halves the split model gives this probability or less of being one is split; 0 never splits
 * @param copyAt least share of the shorter text that an article and an earlier one of its story have in common, for it to count as
 *     a copy
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
        double splitAt,
        double copyAt,
        int candidates,
        int termsPerStory,
        int indexedPerClosed,
        int postingsPerQuery,
        Map<String, String> families) {

    private static final String PREFIX = "deltawire.story.";
    private static final String FAMILY = PREFIX + "family.";

    public StoryConfig {
        if (gap.isNegative() || gap.isZero() || longestLife.compareTo(gap) < 0 || reopenWithin.isNegative()) {
            throw new IllegalArgumentException("Need 0 < gap <= longest life and a reopening time of 0 or more");
        }
        if (candidates < 1 || termsPerStory < 100 || postingsPerQuery < 1) {
            throw new IllegalArgumentException("Need 1 candidate, 100 terms a story and 1 posting, or more");
        }
        if (splitAt >= 1) {
            throw new IllegalArgumentException("Need a probability below 1 at which stories split");
        }
        families = Map.copyOf(families);
    }

    public static StoryConfig defaults() {
        return new StoryConfig(
                Duration.ofDays(365),
                Duration.ofDays(1095),
                Duration.ofDays(30),
                0.6,
                0.7,
                0.8,
                0.4,
                16,
                1_536,
                2,
                6_000,
                Map.of());
    }

    /** Other names than those of STORY are left to others; see {@link #from(Map)}. */
    public static StoryConfig from(Properties settings) {
        TreeMap<String, String> values = new TreeMap<>();
        settings.stringPropertyNames().forEach(name -> values.put(name, settings.getProperty(name)));
        return from(values);
    }

    /**
     * The defaults, changed by the settings that begin with {@code deltawire.story.}; {@code docs/configure.md} lists them. Each
     * family of outlets is {@code deltawire.story.family.NAME} with its outlets, divided by commas.
     *
     * @throws IllegalArgumentException for a value that is no number or out of bounds, or an unknown name
     */
    public static StoryConfig from(Map<String, String> settings) {
        StoryConfig defaults = defaults();
        TreeMap<String, String> given = new TreeMap<>();
        TreeMap<String, String> families = new TreeMap<>(defaults.families);
        new TreeMap<>(settings).forEach((name, value) -> {
            if (name.startsWith(FAMILY)) {
                for (String outlet : value.split(",")) {
                    families.put(outlet.strip(), name.substring(FAMILY.length()));
                }
            } else if (name.startsWith(PREFIX)) {
                given.put(name, value.strip());
            }
        });
        StoryConfig config = new StoryConfig(
                days(given, "deltawire.story.gap.days", defaults.gap),
                days(given, "deltawire.story.longest.life.days", defaults.longestLife),
                days(given, "deltawire.story.reopen.within.days", defaults.reopenWithin),
                number(given, "deltawire.story.join.at", defaults.joinAt),
                number(given, "deltawire.story.merge.at", defaults.mergeAt),
                number(given, "deltawire.story.split.at", defaults.splitAt),
                number(given, "deltawire.story.copy.at", defaults.copyAt),
                (int) number(given, "deltawire.story.candidates", defaults.candidates),
                (int) number(given, "deltawire.story.terms.per.story", defaults.termsPerStory),
                (int) number(given, "deltawire.story.indexed.per.closed", defaults.indexedPerClosed),
                (int) number(given, "deltawire.story.postings.per.query", defaults.postingsPerQuery),
                families);
        if (!given.isEmpty()) {
            throw new IllegalArgumentException("Unknown settings " + given.keySet());
        }
        return config;
    }

    private static Duration days(TreeMap<String, String> given, String name, Duration otherwise) {
        return given.containsKey(name) ? Duration.ofDays((long) number(given, name, 0)) : otherwise;
    }

    private static double number(TreeMap<String, String> given, String name, double otherwise) {
        String value = given.remove(name);
        try {
            return value == null ? otherwise : Double.parseDouble(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + value + "'; it must be a number", e);
        }
    }
}
