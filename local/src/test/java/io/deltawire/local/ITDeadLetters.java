package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.Letter;
import io.deltawire.ops.LetterBox;
import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The real line refuses, and the commands list, show and republish what it refused. */
@ExtendWith(StackExtension.class)
@Timeout(240)
class ITDeadLetters {
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Instant TAKEN_IN = Instant.parse("2025-05-12T08:00:00Z");
    private static final byte[] GARBAGE = "no article".getBytes(StandardCharsets.UTF_8);
    private Settings settings = Settings.of(Map.of());

    @TempDir
    Path state;

    @BeforeEach
    void topics(Stack stack, TestInfo test) throws Exception {
        String name = test.getTestMethod().orElseThrow().getName();
        settings = StreamsSettings.defaults()
                .with(Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "schema.registry.url",
                        stack.registryUrl(),
                        "application.id",
                        "dlq-" + name,
                        "state.dir",
                        state.toString(),
                        "deltawire.topics.partitions",
                        "1",
                        "deltawire.topics.replication",
                        "1",
                        "deltawire.prefix",
                        "dlq." + name + "."));
        try (TopicSetup setup = new TopicSetup(settings)) {
            setup.create(line -> {});
        }
    }

    @Test
    void whatWasRefusedComesThroughOnceAfterTheFix() throws Exception {
        send("broken", GARBAGE, TAKEN_IN);
        send("early", early(), TAKEN_IN);
        try (StreamsApp app = StreamsApp.start(settings)) {
            await().atMost(DEADLINE).until(() -> letters().size() == 2);
        }
        assertThat(run(0, "list")).contains("0-0", "broken", "early", "open", "in the future", "2 letters");
        assertThat(run(0, "show", "0-0"))
                .contains("__streams.errors.exception", "x-trace", "6e 6f 20 61")
                .doesNotContain("\u001b");
        assertThat(run(0, "show", "0-1")).contains("The harbour is shut");

        // The fix: a wider tolerance lets the article through; nothing makes the bytes an article.
        settings = settings.with(Map.of("deltawire.future.tolerance.ms", "864000000"));
        assertThat(run(0, "retry", "--all")).contains("0-0 republished", "0-1 republished");
        assertThat(run(0, "retry", "0-1")).contains("already retried");
        List<ConsumerRecord<byte[], byte[]>> raw = read(settings.topics().articlesRaw(), 4);
        assertThat(raw).hasSize(4);
        assertThat(raw.subList(2, 4)).allSatisfy(again -> {
            ConsumerRecord<byte[], byte[]> first = raw.get(raw.indexOf(again) - 2);
            assertThat(again.key()).isEqualTo(first.key());
            assertThat(again.value()).isEqualTo(first.value());
            assertThat(again.timestamp()).isEqualTo(first.timestamp());
            assertThat(again.headers().lastHeader("x-trace").value())
                    .isEqualTo(first.headers().lastHeader("x-trace").value());
        });
        try (StreamsApp app = StreamsApp.start(settings)) {
            assertThat(read(settings.topics().articlesEnriched(), 1)).hasSize(1);
            await().atMost(DEADLINE).until(() -> letters().size() == 3);
        }
        assertThat(run(0, "list", "--open")).contains("broken", "1 letter").doesNotContain("early");
    }

    @Test
    void aLetterWhoseOriginalIsGoneAndWhoseBytesWereLostSaysSo() throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                            settings.topics().articlesDlq(),
                            null,
                            null,
                            "lost".getBytes(StandardCharsets.UTF_8),
                            new byte[0],
                            List.of(
                                    header("deltawire-topic", settings.topics().articlesRaw()),
                                    header("deltawire-partition", "0"),
                                    header("deltawire-offset", "99"),
                                    header("deltawire-reason", "a defect"))))
                    .get();
            producer.send(new ProducerRecord<>(
                            settings.topics().articlesDlq(), "foreign".getBytes(StandardCharsets.UTF_8), GARBAGE))
                    .get();
        }
        assertThat(run(3, "retry", "--all")).contains("0-0 original gone", "0-1 not ours to write");
        assertThat(run(2, "show", "0-7")).contains("no letter 0-7");
        assertThat(run(2, "retry")).contains("name letters");
    }

    private byte[] early() {
        RawArticle article = RawArticle.newBuilder()
                .setId("early")
                .setTitle("Harbour shut")
                .setText("The harbour is shut until Friday.")
                .setLang("en")
                .setPublishedAt(TAKEN_IN.plus(Duration.ofDays(2)))
                .setIngestedAt(TAKEN_IN)
                .build();
        try (AvroSerde<RawArticle> serde = AvroSerde.of(RawArticle.class, settings.forClients())) {
            return serde.serializer().serialize(settings.topics().articlesRaw(), article);
        }
    }

    private void send(String key, byte[] value, Instant time) throws Exception {
        try (KafkaProducer<byte[], byte[]> producer = producer()) {
            producer.send(new ProducerRecord<>(
                            settings.topics().articlesRaw(),
                            null,
                            time.toEpochMilli(),
                            key.getBytes(StandardCharsets.UTF_8),
                            value,
                            List.of(header("x-trace", key + "\u001b[2J"))))
                    .get();
        }
    }

    private KafkaProducer<byte[], byte[]> producer() {
        return new KafkaProducer<>(
                Map.of("bootstrap.servers", settings.get("bootstrap.servers", "")),
                new ByteArraySerializer(),
                new ByteArraySerializer());
    }

    private Map<String, Letter> letters() {
        try (LetterBox box = new LetterBox(settings)) {
            return box.letters();
        }
    }

    private List<ConsumerRecord<byte[], byte[]>> read(String topic, int count) {
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers",
                        settings.get("bootstrap.servers", ""),
                        "isolation.level",
                        "read_committed",
                        "auto.offset.reset",
                        "earliest"),
                new ByteArrayDeserializer(),
                new ByteArrayDeserializer())) {
            consumer.assign(List.of(new TopicPartition(topic, 0)));
            await().atMost(DEADLINE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= count;
            });
        }
        return records;
    }

    private static RecordHeader header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    private String run(int expected, String... arguments) {
        StringWriter out = new StringWriter();
        List<String> all = new ArrayList<>(List.of("dlq", arguments[0]));
        for (String name : List.of("bootstrap.servers", "schema.registry.url", "deltawire.prefix")) {
            all.addAll(List.of("--set", name + "=" + settings.get(name, "")));
        }
        all.addAll(List.of(arguments).subList(1, arguments.length));
        int exit = Deltawire.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(all.toArray(new String[0]));
        assertThat(exit).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }
}
