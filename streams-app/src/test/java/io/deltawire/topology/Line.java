package io.deltawire.topology;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.RawArticle;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.engine.DeskRule;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Topics;
import io.deltawire.story.StoryConfig;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.UUID;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.TestInputTopic;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.test.TestRecord;

/** The topology on a test driver: one partition, no broker. */
final class Line implements AutoCloseable {
    static final Topics TOPICS = new Topics("t.");
    static final String APPLICATION = "line";

    final Map<String, Object> registry =
            Map.of("schema.registry.url", "mock://" + UUID.randomUUID(), "auto.register.schemas", true);
    final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    final LineMetrics metrics = new LineMetrics(meters);
    final TopologyTestDriver driver;
    final TestInputTopic<String, RawArticle> raw;

    Line(Path state) {
        this(state, config(Duration.ZERO));
    }

    Line(Path state, LineConfig config) {
        Properties properties = StreamsSettings.forStreams(StreamsSettings.defaults()
                .with(Map.of(
                        "deltawire.prefix",
                        TOPICS.prefix(),
                        "application.id",
                        APPLICATION,
                        "state.dir",
                        state.toString(),
                        "processing.guarantee",
                        "at_least_once")));
        properties.put(LineMetrics.IN_CONFIG, metrics);
        driver = new TopologyTestDriver(
                new LineTopology(config, APPLICATION, new LiveCatalog(), registry, metrics).get(),
                properties,
                Instant.EPOCH);
        raw = driver.createInputTopic(
                TOPICS.articlesRaw(),
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, registry).serializer());
    }

    static LineConfig config(Duration bound) {
        return new LineConfig(
                TOPICS,
                1,
                1,
                DeskRule.LANGUAGE,
                bound,
                1_000_000,
                Duration.ZERO,
                Duration.ofMillis(200),
                Duration.ofHours(1),
                StoryConfig.defaults(),
                "test-run");
    }

    static RawArticle article(String id, String time, String title, String text) {
        return RawArticle.newBuilder()
                .setId(id)
                .setTitle(title)
                .setText(text)
                .setPublishedAt(Instant.parse(time))
                .setSource("outlet-" + id)
                .setLang("en")
                .build();
    }

    void catalog(String key, Entity entity) {
        driver.createInputTopic(
                        TOPICS.entitiesCatalog(),
                        new StringSerializer(),
                        AvroSerde.of(Entity.class, registry).serializer())
                .pipeInput(key, entity);
    }

    void publish(RawArticle article) {
        raw.pipeInput(article.getId(), article, article.getPublishedAt());
    }

    void mark(Mark kind, String time) {
        RecordHeaders headers = new RecordHeaders();
        headers.add(Mark.HEADER, kind.name().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII));
        raw.pipeInput(new TestRecord<>(null, null, headers, Instant.parse(time)));
    }

    List<TestRecord<String, StoryUpdate>> updates() {
        return read(TOPICS.storyUpdates(), StoryUpdate.class);
    }

    List<TestRecord<String, FactChange>> changes() {
        return read(TOPICS.factChanges(), FactChange.class);
    }

    List<TestRecord<String, Story>> stories() {
        return read(TOPICS.stories(), Story.class);
    }

    List<TestRecord<String, StoryActivity>> activity() {
        return read(TOPICS.storyActivity(), StoryActivity.class);
    }

    List<TestRecord<String, EnrichedArticle>> enriched() {
        return read(TOPICS.articlesEnriched(), EnrichedArticle.class);
    }

    List<TestRecord<byte[], byte[]>> deadLetters() {
        return driver.createOutputTopic(TOPICS.articlesDlq(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private <T extends SpecificRecord> List<TestRecord<String, T>> read(String topic, Class<T> type) {
        return driver.createOutputTopic(
                        topic,
                        new StringDeserializer(),
                        AvroSerde.of(type, registry).deserializer())
                .readRecordsToList();
    }

    @Override
    public void close() {
        driver.close();
    }
}
