package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.schemas.Settings;
import java.util.Map;
import org.junit.jupiter.api.Test;

class TopicPlanTest {
    @Test
    void defaults() {
        assertThat(TopicPlan.of(Settings.of(Map.of())))
                .extracting(spec -> spec.name() + " " + spec.partitions() + " " + spec.replication() + " "
                        + new java.util.TreeMap<>(spec.config()))
                .containsExactly(
                        "deltawire.articles.raw 4 -1 {cleanup.policy=delete, max.message.bytes=8388608,"
                                + " message.timestamp.after.max.ms=3600000, retention.bytes=-1, retention.ms=-1}",
                        "deltawire.articles.enriched 4 -1 {cleanup.policy=delete, max.message.bytes=33554432,"
                                + " message.timestamp.type=LogAppendTime, retention.ms=2592000000}",
                        "deltawire.stories 4 -1 {cleanup.policy=compact, max.message.bytes=33554432,"
                                + " message.timestamp.after.max.ms=9223372036854775807}",
                        "deltawire.story-updates 4 -1 {cleanup.policy=delete, max.message.bytes=33554432,"
                                + " message.timestamp.after.max.ms=9223372036854775807, retention.bytes=-1,"
                                + " retention.ms=-1}",
                        "deltawire.fact-changes 4 -1 {cleanup.policy=delete, max.message.bytes=33554432,"
                                + " message.timestamp.after.max.ms=9223372036854775807, retention.bytes=-1,"
                                + " retention.ms=-1}",
                        "deltawire.story-activity 4 -1 {cleanup.policy=delete, max.message.bytes=33554432,"
                                + " message.timestamp.after.max.ms=9223372036854775807, retention.bytes=-1,"
                                + " retention.ms=-1}",
                        "deltawire.entities.catalog 1 -1 {cleanup.policy=compact, max.message.bytes=33554432,"
                                + " message.timestamp.after.max.ms=9223372036854775807}",
                        "deltawire.articles.dlq 1 -1 {cleanup.policy=delete, max.message.bytes=33554432,"
                                + " message.timestamp.type=LogAppendTime, retention.ms=2592000000}");
    }

    @Test
    void noPartitionsAreRefusedByName() {
        Settings settings = Settings.of(Map.of(TopicPlan.PARTITIONS, "0"));
        assertThatThrownBy(() -> TopicPlan.of(settings)).hasMessageContaining(TopicPlan.PARTITIONS);
    }

    @Test
    void schemasAreRegisteredWithoutWhatOnlyJavaNeeds() {
        assertThat(Subjects.schemas(Settings.of(Map.of())))
                .containsOnlyKeys(
                        "deltawire.articles.raw-value",
                        "deltawire-digests-repartition-value",
                        "deltawire.articles.enriched-value",
                        "deltawire.stories-value",
                        "deltawire.story-updates-value",
                        "deltawire.fact-changes-value",
                        "deltawire.story-activity-value",
                        "deltawire.entities.catalog-value")
                .allSatisfy((subject, schema) -> assertThat(schema.toString()).doesNotContain("avro.java"));
    }
}
