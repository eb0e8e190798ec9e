package io.deltawire.local;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.GeneratedClasses;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** One deltawire of its own on the tests' broker: topics, articles in, records out. */
final class Cluster implements AutoCloseable {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    final Settings settings;
    final Topics topics;
    private final int partitions;
    private final KafkaProducer<String, RawArticle> producer;

    Cluster(Stack stack, Path state, int partitions, int threads, Map<String, String> more) throws Exception {
        this.partitions = partitions;
        String name = "it" + ProcessHandle.current().pid() + "-" + NUMBER.incrementAndGet();
        Map<String, String> set = new HashMap<>(Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "schema.registry.url", stack.registryUrl(),
                "application.id", name,
                "deltawire.prefix", name + ".",
                "deltawire.topics.partitions", Integer.toString(partitions),
                "num.stream.threads", Integer.toString(threads),
                "state.dir", state.resolve(name).toString(),
                "session.timeout.ms", "6000"));
        set.putAll(more);
        settings = StreamsSettings.defaults().with(set);
        topics = settings.topics();
        try (TopicSetup setup = new TopicSetup(settings)) {
            setup.create(line -> {});
        }
        keepSuperseded(settings);
        Map<String, Object> config = new HashMap<>(settings.forClients());
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, config).serializer());
    }

    /** Compaction may take an earlier picture of a story away at any time; tests count them all. */
    static void keepSuperseded(Settings settings) throws IOException, InterruptedException {
        String stories = settings.topics().stories();
        compactNothing(
                settings.forClients(),
                new ConfigResource(ConfigResource.Type.TOPIC, stories),
                "min.cleanable.dirty.ratio");
    }

    /** @param ratio name of the setting, of a topic or of a broker, that says from which share of superseded records on it is compacted */
    static void compactNothing(Map<String, ?> client, ConfigResource where, String ratio)
            throws IOException, InterruptedException {
        AlterConfigOp never = new AlterConfigOp(new ConfigEntry(ratio, "1.0"), AlterConfigOp.OpType.SET);
        try (Admin admin = Admin.create(new HashMap<String, Object>(client))) {
            admin.incrementalAlterConfigs(Map.of(where, List.of(never))).all().get();
        } catch (ExecutionException e) {
            throw new IOException(e);
        }
    }

    /** Each article to a partition by chance; partitions one after another in pieces, so that they come interleaved. */
    void sendShuffled(List<RawArticle> articles, Random random) {
        List<List<RawArticle>> parts = new ArrayList<>();
        for (int p = 0; p < partitions; p++) {
            parts.add(new ArrayList<>());
        }
        articles.forEach(article -> parts.get(random.nextInt(partitions)).add(article));
        int left = articles.size();
        while (left > 0) {
            int p = random.nextInt(partitions);
            int burst = 1 + random.nextInt(5);
            while (burst-- > 0 && !parts.get(p).isEmpty()) {
                RawArticle article = parts.get(p).remove(0);
                send(p, article);
                producer.send(Mark.OPEN.record(topics.articlesRaw(), p, article.getPublishedAt()));
                left--;
            }
        }
        producer.flush();
    }

    void send(int partition, RawArticle article) {
        producer.send(new ProducerRecord<>(
                topics.articlesRaw(), partition, article.getPublishedAt().toEpochMilli(), article.getId(), article));
    }

    int partitions() {
        return partitions;
    }

    void mark(Mark kind, Instant clock) {
        for (int p = 0; p < partitions; p++) {
            producer.send(kind.record(topics.articlesRaw(), p, clock));
        }
        producer.flush();
    }

    /** Reads the output topics until so many records have come and no more follow, with Confluent's deserializer alone. */
    Records read(int expected) {
        return read(topics.prefix(), expected);
    }

    /** The same under another prefix; records are named as if they were under our own. */
    Records read(String prefix, int expected) {
        Records records = new Records();
        try (KafkaConsumer<String, Object> consumer = fromTheBeginning(prefix)) {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            boolean quiet = false;
            while (System.nanoTime() < deadline && (records.size() < expected || !quiet)) {
                quiet = !poll(consumer, prefix, records);
            }
        }
        return records;
    }

    /** All there is under a prefix that nobody writes to any more. */
    Records readWhole(String prefix) {
        Records records = new Records();
        try (KafkaConsumer<String, Object> consumer = fromTheBeginning(prefix)) {
            Map<TopicPartition, Long> ends = consumer.endOffsets(consumer.assignment());
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (ends.entrySet().stream().anyMatch(end -> consumer.position(end.getKey()) < end.getValue())) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            "after " + PATIENCE + " " + records.size() + " records under " + prefix + ", ends " + ends);
                }
                poll(consumer, prefix, records);
            }
        }
        return records;
    }

    private KafkaConsumer<String, Object> fromTheBeginning(String prefix) {
        GeneratedClasses.trust();
        KafkaConsumer<String, Object> consumer = new KafkaConsumer<>(Map.of(
                "bootstrap.servers",
                settings.get("bootstrap.servers", ""),
                "schema.registry.url",
                settings.get("schema.registry.url", ""),
                "specific.avro.reader",
                true,
                "isolation.level",
                "read_committed",
                "key.deserializer",
                StringDeserializer.class,
                "value.deserializer",
                KafkaAvroDeserializer.class));
        List<TopicPartition> all = Records.topics(new Topics(prefix)).stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(p -> new TopicPartition(p.topic(), p.partition()))
                .toList();
        consumer.assign(all);
        consumer.seekToBeginning(all);
        return consumer;
    }

    private boolean poll(KafkaConsumer<String, Object> consumer, String prefix, Records records) {
        var batch = consumer.poll(Duration.ofSeconds(1));
        batch.forEach(r ->
                records.add(topics.prefix() + r.topic().substring(prefix.length()), r.key(), r.timestamp(), r.value()));
        return !batch.isEmpty();
    }

    @Override
    public void close() {
        producer.close();
    }
}
