package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.schemas.Settings;
import java.util.Map;
import java.util.TreeMap;
import org.apache.kafka.streams.StreamsConfig;
import org.junit.jupiter.api.Test;

class StreamsSettingsTest {
    @Test
    void defaults() {
        assertThat(StreamsSettings.defaults().values())
                .isEqualTo(new TreeMap<>(Map.ofEntries(
                        Map.entry("application.id", "deltawire"),
                        Map.entry("bootstrap.servers", "localhost:9092"),
                        Map.entry("schema.registry.url", "http://localhost:8081/apis/ccompat/v7"),
                        Map.entry("processing.guarantee", "exactly_once_v2"),
                        Map.entry("deserialization.exception.handler", "io.deltawire.topology.UnreadableRecords"),
                        Map.entry("processing.exception.handler", "io.deltawire.topology.DeadLetters"),
                        Map.entry("processing.exception.handler.global.enabled", "true"),
                        Map.entry("ensure.explicit.internal.resource.naming", "true"),
                        Map.entry("producer.max.request.size", "33554432"),
                        Map.entry("producer.compression.type", "lz4"),
                        Map.entry("commit.interval.ms", "1000"),
                        Map.entry("heartbeat.interval.ms", "500"),
                        Map.entry("producer.batch.size", "131072"),
                        Map.entry("production.exception.handler", "io.deltawire.topology.UnwritableRecords"),
                        Map.entry("rocksdb.config.setter", "io.deltawire.ops.BoundedRocksDb"),
                        Map.entry("topic.max.message.bytes", "33554432"),
                        Map.entry("topic.message.timestamp.after.max.ms", "9223372036854775807"),
                        Map.entry("statestore.cache.max.bytes", "67108864"))));
    }

    @Test
    void kafkaTakesThemAll() {
        StreamsConfig config = new StreamsConfig(StreamsSettings.forStreams(StreamsSettings.defaults()));
        assertThat(config.getString("processing.guarantee")).isEqualTo("exactly_once_v2");
        assertThat(config.getString("errors.dead.letter.queue.topic.name")).isEqualTo("deltawire.articles.dlq");
    }

    @Test
    void deadLettersFollowThePrefixUnlessTheyAreSet() {
        Settings settings = StreamsSettings.defaults().with(Map.of("deltawire.prefix", "x."));
        assertThat(StreamsSettings.forStreams(settings))
                .containsEntry("errors.dead.letter.queue.topic.name", "x.articles.dlq");
        assertThat(StreamsSettings.forStreams(settings.with(Map.of("errors.dead.letter.queue.topic.name", "mine"))))
                .containsEntry("errors.dead.letter.queue.topic.name", "mine");
    }

    @Test
    void theRunIdFollowsWhatDecidesTheOutputAndNothingElse() {
        Settings settings = StreamsSettings.defaults();
        String id = RunId.of(settings);
        assertThat(id).hasSize(12);
        assertThat(RunId.of(settings.with(Map.of("bootstrap.servers", "elsewhere:1", "num.stream.threads", "9"))))
                .isEqualTo(id);
        assertThat(RunId.of(settings.with(Map.of("deltawire.reorder.bound.ms", "1"))))
                .isNotEqualTo(id);
    }
}
