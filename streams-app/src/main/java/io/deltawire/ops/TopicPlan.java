package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.LineConfig;
import java.util.List;
import java.util.Map;

/** All topics of one deltawire: partitions, retention, compaction. */
public final class TopicPlan {
    public static final String PARTITIONS = "deltawire.topics.partitions";
    public static final String REPLICATION = "deltawire.topics.replication";
    public static final String RETENTION = "deltawire.topics.retention.ms";
    public static final String WORK_RETENTION = "deltawire.topics.work.retention.ms";

    private static final String DEFAULT_PARTITIONS = "4";
    private static final String FOR_EVER = "-1";
    private static final String THIRTY_DAYS = "2592000000";

    /** How far a record's time may be ahead of the broker's clock: asked of raw articles, since the rest follows from them. */
    private static final String AHEAD = "message.timestamp.after.max.ms";

    private static final String ANY = Long.toString(Long.MAX_VALUE);
    private static final String ONE_HOUR = "3600000";

    /** A raw article may have 5 MB; what is derived from it is larger. */
    private static final String RAW_BYTES = "8388608";

    private static final String DERIVED_BYTES = "33554432";

    private TopicPlan() {}

    /**
     * The topics in the order of the flow.
     *
     * <p>Records bear event time, and a broker deletes by a record's time: with a retention of a week, last year's articles
     * would be gone as soon as they are replayed. So what people subscribe to is kept for ever unless {@value #RETENTION} says
     * otherwise. Enriched articles and dead letters are stamped by the broker and kept for thirty days of its clock.
     *
     * <p>A mark far in the future would close every story and make all that follows late. No stage reads the clock, so the
     * broker holds records of raw articles against its own, with the tolerance that articles have.
     */
    public static List<TopicSpec> of(Settings settings) {
        Topics topics = settings.topics();
        Map<String, String> raw = Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                settings.get(RETENTION, FOR_EVER),
                "retention.bytes",
                FOR_EVER,
                AHEAD,
                settings.get(LineConfig.FUTURE_TOLERANCE, ONE_HOUR),
                "max.message.bytes",
                RAW_BYTES);
        Map<String, String> events = Map.of(
                "cleanup.policy",
                "delete",
                "retention.ms",
                settings.get(RETENTION, FOR_EVER),
                "retention.bytes",
                FOR_EVER,
                AHEAD,
                ANY,
                "max.message.bytes",
                DERIVED_BYTES);
        Map<String, String> compacted =
                Map.of("cleanup.policy", "compact", AHEAD, ANY, "max.message.bytes", DERIVED_BYTES);
        Map<String, String> work = Map.of(
                "cleanup.policy",
                "delete",
                "message.timestamp.type",
                "LogAppendTime",
                "retention.ms",
                settings.get(WORK_RETENTION, THIRTY_DAYS),
                "max.message.bytes",
                DERIVED_BYTES);
        int partitions = partitions(settings);
        short replication = replication(settings);
        return List.of(
                new TopicSpec(topics.articlesRaw(), partitions, replication, raw),
                new TopicSpec(topics.articlesEnriched(), partitions, replication, work),
                new TopicSpec(topics.stories(), partitions, replication, compacted),
                new TopicSpec(topics.storyUpdates(), partitions, replication, events),
                new TopicSpec(topics.factChanges(), partitions, replication, events),
                new TopicSpec(topics.storyActivity(), partitions, replication, events),
                new TopicSpec(topics.entitiesCatalog(), 1, replication, compacted),
                new TopicSpec(topics.articlesDlq(), 1, replication, work));
    }

    private static int partitions(Settings settings) {
        int partitions = Integer.parseInt(settings.get(PARTITIONS, DEFAULT_PARTITIONS));
        if (partitions < 1) {
            throw new IllegalArgumentException(PARTITIONS + " is " + partitions + "; it must be 1 or more");
        }
        return partitions;
    }

    /**
     * Copies of each partition; -1 for the broker's default.
     *
     * @throws IllegalArgumentException if the setting is wrong
     */
    public static short replication(Settings settings) {
        short replication = Short.parseShort(settings.get(REPLICATION, "-1"));
        if (replication == 0 || replication < -1) {
            throw new IllegalArgumentException(
                    REPLICATION + " is " + replication + "; it must be 1 or more, or -1 for the broker's default");
        }
        return replication;
    }
}
