package io.deltawire.topology;

import io.deltawire.engine.DeskRule;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.story.StoryConfig;
import java.time.Duration;
import java.util.Locale;

/**
 * What the topology can be told. Names of settings are in the constants; times are in milliseconds there.
 *
 * @param topics names of all topics
 * @param sourcePartitions partitions of {@code articles.raw}; asked of the cluster, not set
 * @param deskPartitions partitions that desks are spread over: at most so many writers
 * @param deskRule what divides the news into desks
 * @param reorderBound how much later than the newest article of its partition another may come and still find its place
 * @param orderLimit articles ORDER holds at most
 * @param idleTimeout wall-clock time after which ORDER no longer waits for a quiet partition; zero waits for ever. Runs that
 *     use it can't be replayed exactly
 * @param earlyCommit how often a stream thread with time to spare commits; zero: at Kafka Streams' interval only
 * @param futureTolerance how far an article's time may be ahead of the time it was taken in
 * @param stories how stories live and are matched
 * @param runId what code, models and settings the output was made with
 */
public record LineConfig(
        Topics topics,
        int sourcePartitions,
        int deskPartitions,
        DeskRule deskRule,
        Duration reorderBound,
        int orderLimit,
        Duration idleTimeout,
        Duration earlyCommit,
        Duration futureTolerance,
        StoryConfig stories,
        String runId) {

    public static final String DESK_PARTITIONS = "deltawire.desk.partitions";
    public static final String DESK_RULE = "deltawire.desk.by";
    public static final String REORDER_BOUND = "deltawire.reorder.bound.ms";
    public static final String ORDER_LIMIT = "deltawire.order.limit";
    public static final String IDLE_TIMEOUT = "deltawire.order.idle.ms";
    public static final String EARLY_COMMIT = "deltawire.commit.early.ms";
    public static final String FUTURE_TOLERANCE = "deltawire.future.tolerance.ms";

    private static final int DEFAULT_DESK_PARTITIONS = 4;
    private static final int DEFAULT_ORDER_LIMIT = 1_000_000;
    private static final Duration DEFAULT_EARLY_COMMIT = Duration.ofMillis(200);
    private static final Duration DEFAULT_FUTURE_TOLERANCE = Duration.ofHours(1);

    public LineConfig {
        atLeast("partitions of " + topics.articlesRaw(), sourcePartitions, 1);
        atLeast(DESK_PARTITIONS, deskPartitions, 1);
        atLeast(REORDER_BOUND, reorderBound.toMillis(), 0);
        atLeast(ORDER_LIMIT, orderLimit, 1);
        atLeast(IDLE_TIMEOUT, idleTimeout.toMillis(), 0);
        atLeast(EARLY_COMMIT, earlyCommit.toMillis(), 0);
        atLeast(FUTURE_TOLERANCE, futureTolerance.toMillis(), 0);
    }

    /** @throws IllegalArgumentException that names the setting and says what it may be */
    public static LineConfig of(Settings settings, int sourcePartitions, String runId) {
        return new LineConfig(
                settings.topics(),
                sourcePartitions,
                (int) number(settings, DESK_PARTITIONS, DEFAULT_DESK_PARTITIONS, Integer.MAX_VALUE),
                rule(settings),
                millis(settings, REORDER_BOUND, Duration.ZERO),
                (int) number(settings, ORDER_LIMIT, DEFAULT_ORDER_LIMIT, Integer.MAX_VALUE),
                millis(settings, IDLE_TIMEOUT, Duration.ZERO),
                millis(settings, EARLY_COMMIT, DEFAULT_EARLY_COMMIT),
                millis(settings, FUTURE_TOLERANCE, DEFAULT_FUTURE_TOLERANCE),
                StoryConfig.from(settings.values()),
                runId);
    }

    private static DeskRule rule(Settings settings) {
        String set = settings.get(DESK_RULE, DeskRule.LANGUAGE.name());
        try {
            return DeskRule.valueOf(set.strip().toUpperCase(Locale.ROOT).replace('-', '_'));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    DESK_RULE + " is '" + set + "'; it may be language, language-and-section or section", e);
        }
    }

    private static Duration millis(Settings settings, String name, Duration otherwise) {
        return Duration.ofMillis(number(settings, name, otherwise.toMillis(), Long.MAX_VALUE / 4));
    }

    private static long number(Settings settings, String name, long otherwise, long most) {
        String set = settings.get(name, Long.toString(otherwise)).strip();
        try {
            long number = Long.parseLong(set);
            if (number <= most) {
                return number;
            }
            throw new IllegalArgumentException(name + " is " + set + "; it may be " + most + " at most");
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(name + " is '" + set + "'; it must be a whole number", e);
        }
    }

    private static void atLeast(String name, long value, long least) {
        if (value < least) {
            throw new IllegalArgumentException(name + " is " + value + "; it must be " + least + " or more");
        }
    }
}
