package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deltawire.avro.RawArticle;
import io.deltawire.producer.ProgressListener;
import io.deltawire.producer.Publication;
import io.deltawire.producer.PublishOptions;
import io.deltawire.producer.Summary;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The producer against a real broker and a real registry. */
@ExtendWith(StackExtension.class)
@Timeout(180)
class ITPublish {
    private static final int PARTITIONS = 4;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final long LAST = Instant.parse("2025-05-01T05:00:00Z").toEpochMilli();
    private Settings settings = Settings.of(Map.of());
    private final List<String> waits = new CopyOnWriteArrayList<>();

    @TempDir
    Path dir;

    @BeforeEach
    void settings(Stack stack, TestInfo test) throws Exception {
        settings = Settings.of(Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl(),
                "deltawire.prefix",
                        "publish." + test.getTestMethod().orElseThrow().getName() + "."));
        Files.writeString(
                dir.resolve("a.jsonl"),
                IntStream.rangeClosed(0, 300)
                        .mapToObj(i -> "{\"id\":\"a" + i + "\",\"text\":\"Report " + i + ".\",\"published_at\":\""
                                + Instant.ofEpochMilli(LAST).minusSeconds(60L * ((i * 37) % 301)) + "\"}")
                        .collect(Collectors.joining("\n")));
    }

    @Test
    void everyPartitionHasItsArticlesInTimeOrderAndTheEndMarkLast() throws Exception {
        createTopicAndSchema();
        Summary summary = publish();
        assertThat(summary.published()).isEqualTo(301);
        Map<Integer, List<ConsumerRecord<String, RawArticle>>> partitions = read(301 + PARTITIONS);
        assertThat(partitions).hasSize(PARTITIONS);
        partitions.forEach((partition, records) -> {
            ConsumerRecord<String, RawArticle> last = records.get(records.size() - 1);
            assertThat(Mark.of(last.headers())).isEqualTo(Mark.END);
            assertThat(last.timestamp()).isEqualTo(LAST);
            assertThat(lateArticles(records)).isEmpty();
            assertThat(records.stream().filter(record -> record.value() != null))
                    .isNotEmpty()
                    .allSatisfy(record -> {
                        assertThat(record.key()).isEqualTo(record.value().getId());
                        byte[] key = record.key().getBytes(StandardCharsets.UTF_8);
                        assertThat(BuiltInPartitioner.partitionForKey(key, PARTITIONS))
                                .isEqualTo(partition);
                    });
        });
    }

    @Test
    void publishingAgainAddsNoNewIds() throws Exception {
        createTopicAndSchema();
        publish();
        publish();
        List<String> keys = read(2 * (301 + PARTITIONS)).values().stream()
                .flatMap(List::stream)
                .filter(record -> record.value() != null)
                .map(ConsumerRecord::key)
                .toList();
        assertThat(keys).hasSize(602);
        assertThat(keys.stream().distinct()).hasSize(301);
    }

    @Test
    void itWaitsForTopicAndSchemaAndSaysSo() throws Exception {
        List<Summary> summaries = new CopyOnWriteArrayList<>();
        Thread thread = new Thread(() -> summaries.add(publish()));
        thread.start();
        await().atMost(DEADLINE).until(() -> waits.stream().anyMatch(wait -> wait.startsWith("the topic")));
        createTopic();
        await().atMost(DEADLINE).until(() -> waits.stream().anyMatch(wait -> wait.startsWith("the schema of")));
        registerSchema();
        thread.join(DEADLINE.toMillis());
        assertThat(summaries).singleElement().extracting(Summary::published).isEqualTo(301L);
    }

    @Test
    void anArticleTheTopicWillNotTakeIsSkippedAndTheCommandSaysThree() throws Exception {
        createTopicAndSchema();
        // Random letters: what compresses well would pass the topic's limit of a megabyte after compression.
        StringBuilder noise = new StringBuilder();
        new java.util.Random(7).ints(3_000_000, 0x3400, 0x9fff).forEach(noise::appendCodePoint);
        Files.writeString(dir.resolve("b.jsonl"), "{\"title\":\"" + noise.substring(0, 1_500_000) + "\"}\nnonsense\n");
        StringWriter err = new StringWriter();
        int exit = Deltawire.commandLine()
                .setErr(new PrintWriter(err))
                .execute(
                        "publish",
                        dir.toString(),
                        "--bootstrap-server",
                        settings.get("bootstrap.servers", ""),
                        "--registry",
                        settings.get("schema.registry.url", ""),
                        "--prefix",
                        settings.topics().prefix());
        assertThat(err.toString()).contains("301 articles published", "b.jsonl:2", "1 too-large", "1 malformed");
        assertThat(exit).isEqualTo(3);
    }

    @Test
    void markWritesOneMarkOfItsTimeToEveryPartition() throws Exception {
        createTopicAndSchema();
        int exit = Deltawire.commandLine()
                .execute(
                        "mark",
                        "--at",
                        "2025-05-12T08:00:00Z",
                        "--bootstrap-server",
                        settings.get("bootstrap.servers", ""),
                        "--registry",
                        settings.get("schema.registry.url", ""),
                        "--prefix",
                        settings.topics().prefix());
        assertThat(exit).isZero();
        read(PARTITIONS)
                .values()
                .forEach(records -> assertThat(records).singleElement().satisfies(record -> {
                    assertThat(Mark.of(record.headers())).isEqualTo(Mark.OPEN);
                    assertThat(Instant.ofEpochMilli(record.timestamp())).isEqualTo("2025-05-12T08:00:00Z");
                }));
    }

    private Summary publish() {
        ProgressListener listener = new ProgressListener() {
            @Override
            public void waiting(String forWhat) {
                waits.add(forWhat);
            }
        };
        try {
            return new Publication(settings, PublishOptions.DEFAULT, listener).publish(List.of(dir.toString()));
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private void createTopicAndSchema() throws Exception {
        createTopic();
        registerSchema();
    }

    private void createTopic() throws Exception {
        try (Admin admin = Admin.create(settings.forClients())) {
            admin.createTopics(List.of(new NewTopic(settings.topics().articlesRaw(), PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    private void registerSchema() {
        Map<String, Object> registering =
                settings.with(Map.of("auto.register.schemas", "true")).forClients();
        try (AvroSerde<RawArticle> serde = AvroSerde.of(RawArticle.class, registering)) {
            serde.serializer()
                    .serialize(
                            settings.topics().articlesRaw(),
                            RawArticle.newBuilder().setId("any").build());
        }
    }

    /** Articles older than an article or a mark that lies before them; a mark may be older than what it follows. */
    private static List<String> lateArticles(List<ConsumerRecord<String, RawArticle>> records) {
        List<String> late = new ArrayList<>();
        long newest = Long.MIN_VALUE;
        for (ConsumerRecord<String, RawArticle> record : records) {
            if (record.value() != null && record.timestamp() < newest) {
                late.add(record.key());
            }
            newest = Math.max(newest, record.timestamp());
        }
        return late;
    }

    /** At least this many records, by partition, in their order. */
    private Map<Integer, List<ConsumerRecord<String, RawArticle>>> read(int atLeast) {
        List<ConsumerRecord<String, RawArticle>> records = new ArrayList<>();
        Map<String, Object> config =
                settings.with(Map.of("auto.offset.reset", "earliest")).forClients();
        try (KafkaConsumer<String, RawArticle> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                AvroSerde.of(RawArticle.class, config).deserializer())) {
            consumer.assign(IntStream.range(0, PARTITIONS)
                    .mapToObj(i -> new TopicPartition(settings.topics().articlesRaw(), i))
                    .toList());
            await().atMost(DEADLINE).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(records::add);
                return records.size() >= atLeast
                        && consumer.assignment().stream()
                                .allMatch(partition -> consumer.position(partition)
                                        >= consumer.endOffsets(List.of(partition))
                                                .get(partition));
            });
        }
        return records.stream().collect(Collectors.groupingBy(ConsumerRecord::partition));
    }
}
