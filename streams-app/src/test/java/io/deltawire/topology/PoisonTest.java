package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.Entity;
import io.deltawire.avro.RawArticle;
import io.deltawire.engine.Enricher;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.TopologyTestDriver;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Each kind of record that no stage can process: to the dead letters as it came, counted by cause, and the line goes on. */
class PoisonTest {
    private static final Instant TEN = Instant.parse("2024-05-06T10:00:00Z");

    private Line line;

    @BeforeEach
    void open(@TempDir Path state) {
        line = new Line(state);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void bytesThatAreNotAvro() {
        refuses(Refusal.NOT_AVRO, "no article".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void anIdThatTheRegistryDoesNotKnow() {
        refuses(
                Refusal.UNKNOWN_SCHEMA,
                ByteBuffer.allocate(8).put((byte) 0).putInt(9_999).array());
    }

    @Test
    void aRecordOfAnotherTopic() {
        Entity entity = Entity.newBuilder()
                .setId("x:ferry")
                .setName("Ferry")
                .setType("OTHER")
                .setEffectiveFrom(TEN)
                .build();
        refuses(
                Refusal.WRONG_SCHEMA,
                AvroSerde.of(Entity.class, line.registry)
                        .serializer()
                        .serialize(Line.TOPICS.entitiesCatalog(), entity));
    }

    @Test
    void anArticleThatIsCutOff() {
        byte[] whole = bytes(Line.article("a", TEN.toString(), "Ferry late", "The ferry was late on Monday."));
        refuses(Refusal.WRONG_SCHEMA, Arrays.copyOf(whole, whole.length / 2));
    }

    @Test
    void noValueAndNoMark() {
        refuses(Refusal.NO_VALUE, null);
    }

    @Test
    void moreTextThanAnArticleMayHave() {
        refuses(Refusal.TOO_LARGE, bytes(Line.article("a", TEN.toString(), "Ferry late", "ferry ".repeat(1_000_000))));
    }

    @Test
    void neitherTitleNorText() {
        refuses(Refusal.EMPTY, bytes(Line.article("a", TEN.toString(), " ", "\n")));
    }

    @Test
    void aDateBeforeThereWasNewsOnLine() {
        refuses(Refusal.TOO_EARLY, bytes(Line.article("a", "1970-01-01T00:00:00Z", "Ferry late", "It was late.")));
    }

    @Test
    void aDateAheadOfWhenItWasWritten() {
        refuses(Refusal.IN_THE_FUTURE, bytes(Line.article("a", "2024-05-06T12:00:00Z", "Ferry late", "It was late.")));
    }

    @Test
    void aProducerWhoseClockRunsAheadDoesNotVouchForItsOwnDate() {
        RawArticle article = Line.article("a", "2034-05-06T12:00:00Z", "Ferry late", "It was late.");
        article.setIngestedAt(Instant.parse("2034-05-06T12:00:00Z"));
        refuses(Refusal.IN_THE_FUTURE, bytes(article));
    }

    @Test
    void anArticleThatEnrichFailsOnIsRefusedWithoutAWordOfItsText(@TempDir Path state) {
        String secret = "quibblefish";
        try (TopologyTestDriver driver = failing(state, secret)) {
            driver.createInputTopic(Line.TOPICS.articlesRaw(), new StringSerializer(), new ByteArraySerializer())
                    .pipeInput("a", bytes(Line.article("a", TEN.toString(), secret, secret + " text")), TEN);
            TestRecord<byte[], byte[]> letter = letters(driver).get(0);
            assertThat(text(letter, "__streams.errors.message")).contains("IllegalStateException");
            assertThat(text(letter, "__streams.errors.stacktrace"))
                    .contains("PoisonTest")
                    .doesNotContain(secret);
            assertThat(letter.value()).isNotEmpty();
            assertThat(count(line.meters, Refusal.ENRICH_FAILED)).isEqualTo(1);
        }
    }

    /** READ and ENRICH with a catalog that can't be had. */
    private TopologyTestDriver failing(Path state, String secret) {
        LineConfig config = Line.config(Duration.ZERO);
        StreamsBuilder builder = new StreamsBuilder();
        Enricher enricher = new Enricher(() -> {
            throw new IllegalStateException("at '" + secret + "'");
        });
        builder.stream(
                        Line.TOPICS.articlesRaw(),
                        Consumed.with(Serdes.String(), AvroSerde.of(RawArticle.class, line.registry))
                                .withName("raw"))
                .process(
                        new ReadStep(config, line.metrics, new EarlyCommit(Duration.ZERO, System::nanoTime)),
                        Named.as("read"))
                .process(new EnrichStep(enricher, config, line.metrics, DeskFirst.onThisMachine()), Named.as("enrich"))
                .mapValues(told -> told.desk(), Named.as("desk"))
                .to("out", Produced.with(Serdes.String(), Serdes.String()).withName("out"));
        Properties properties = StreamsSettings.forStreams(StreamsSettings.defaults()
                .with(Map.of(
                        "deltawire.prefix",
                        Line.TOPICS.prefix(),
                        "application.id",
                        "failing",
                        "state.dir",
                        state.toString(),
                        "processing.guarantee",
                        "at_least_once")));
        properties.put(LineMetrics.IN_CONFIG, line.metrics);
        return new TopologyTestDriver(builder.build(), properties, Instant.EPOCH);
    }

    /** Sends poison, then a good article: the first is a letter with its own bytes and headers, the second a story. */
    private void refuses(Refusal cause, byte[] poison) {
        RecordHeaders headers = new RecordHeaders();
        headers.add("x-trace", "of the source".getBytes(StandardCharsets.UTF_8));
        line.driver
                .createInputTopic(Line.TOPICS.articlesRaw(), new StringSerializer(), new ByteArraySerializer())
                .pipeInput(new TestRecord<>("poison", poison, headers, TEN));
        line.publish(Line.article("good", TEN.toString(), "Earthquake near Marvenia", "A quake struck on Monday."));
        line.mark(Mark.END, TEN.toString());
        TestRecord<byte[], byte[]> letter = letters(line.driver).get(0);
        assertThat(new String(letter.key(), StandardCharsets.UTF_8)).isEqualTo("poison");
        assertThat(letter.value()).isEqualTo(poison);
        assertThat(text(letter, "x-trace")).isEqualTo("of the source");
        assertThat(text(letter, "__streams.errors.topic")).isEqualTo(Line.TOPICS.articlesRaw());
        assertThat(text(letter, "__streams.errors.offset")).isEqualTo("0");
        assertThat(text(letter, "__streams.errors.exception")).isNotEmpty();
        for (Refusal each : Refusal.values()) {
            assertThat(count(line.meters, each)).as(each.tag()).isEqualTo(each == cause ? 1 : 0);
        }
        assertThat(line.updates()).extracting(TestRecord::key).containsExactly("en:good");
    }

    private byte[] bytes(RawArticle article) {
        return AvroSerde.of(RawArticle.class, line.registry).serializer().serialize(Line.TOPICS.articlesRaw(), article);
    }

    private static List<TestRecord<byte[], byte[]>> letters(TopologyTestDriver driver) {
        return driver.createOutputTopic(
                        Line.TOPICS.articlesDlq(), new ByteArrayDeserializer(), new ByteArrayDeserializer())
                .readRecordsToList();
    }

    private static double count(MeterRegistry meters, Refusal cause) {
        return meters.get("deltawire_dead_letters")
                .tag("cause", cause.tag())
                .counter()
                .count();
    }

    private static String text(TestRecord<byte[], byte[]> letter, String header) {
        return new String(letter.headers().lastHeader(header).value(), StandardCharsets.UTF_8);
    }
}
