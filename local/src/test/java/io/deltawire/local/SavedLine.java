package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.ops.LetterBox;
import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.Subscriber;
import io.deltawire.ops.TopicSetup;
import io.deltawire.producer.ProducerSettings;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;

/**
 * A line with all that it keeps in one folder: the broker's topics, the registry's schemas, and the app's state. It can be stopped,
 * packed, carried elsewhere and started again, by another build too.
 */
final class SavedLine implements AutoCloseable {
    private static final int PARTITIONS = 2;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Topics TOPICS = new Topics("saved.");

    private final LocalStack stack;
    private final Settings settings;
    private final StreamsApp app;

    private SavedLine(LocalStack stack, Settings settings, StreamsApp app) {
        this.stack = stack;
        this.settings = settings;
        this.app = app;
    }

    /** Starts what is in the folder, or a new line where it is empty. */
    static SavedLine start(Path home) throws IOException, InterruptedException {
        LocalStack stack = LocalStack.start(home.resolve("stack"));
        Settings settings = StreamsSettings.defaults()
                .with(Map.of(
                        "bootstrap.servers", stack.bootstrapServers(),
                        "schema.registry.url", stack.registryUrl(),
                        "application.id", "saved",
                        "deltawire.prefix", TOPICS.prefix(),
                        "deltawire.topics.partitions", Integer.toString(PARTITIONS),
                        "deltawire.desk.partitions", Integer.toString(PARTITIONS),
                        "deltawire.topics.replication", "1",
                        "num.stream.threads", "1",
                        "state.dir", home.resolve("state").toString()));
        try (TopicSetup topics = new TopicSetup(settings)) {
            topics.create(line -> {});
        }
        Cluster.keepSuperseded(settings);
        return new SavedLine(stack, settings, StreamsApp.start(settings));
    }

    static Topics topics() {
        return TOPICS;
    }

    /** Publishes them in turn to all partitions, and waits until all is done that can be. */
    void publish(List<RawArticle> articles, boolean last) throws Exception {
        try (Producer<String, RawArticle> producer = ProducerSettings.open(settings)) {
            for (int i = 0; i < articles.size(); i++) {
                RawArticle article = articles.get(i);
                Instant time = article.getPublishedAt();
                producer.send(new ProducerRecord<>(
                        TOPICS.articlesRaw(), i % PARTITIONS, time.toEpochMilli(), article.getId(), article));
                mark(producer, Mark.OPEN, time);
            }
            if (last) {
                mark(producer, Mark.END, articles.get(articles.size() - 1).getPublishedAt());
            }
            producer.flush();
        }
        try (Backlog backlog = new Backlog(settings)) {
            Awaitility.await().atMost(PATIENCE).until(backlog::isThrough);
        }
    }

    private static void mark(Producer<String, RawArticle> producer, Mark kind, Instant time) {
        for (int partition = 0; partition < PARTITIONS; partition++) {
            producer.send(kind.record(TOPICS.articlesRaw(), partition, time));
        }
    }

    /** All that subscribers can read. */
    Records records() {
        Records records = new Records();
        try (Subscriber subscriber = new Subscriber(settings, Records.topics(TOPICS), Optional.of(Instant.EPOCH))) {
            subscriber.read(false, record -> {
                records.add(record.topic(), record.key(), record.timestamp(), record.value());
                return true;
            });
        }
        return records;
    }

    List<StoryUpdate> updates() {
        List<StoryUpdate> updates = new ArrayList<>();
        try (Subscriber subscriber =
                new Subscriber(settings, List.of(TOPICS.storyUpdates()), Optional.of(Instant.EPOCH))) {
            subscriber.read(false, record -> updates.add((StoryUpdate) record.value()));
        }
        return updates;
    }

    int deadLetters() {
        try (LetterBox box = new LetterBox(settings)) {
            return box.letters().size();
        }
    }

    @Override
    public void close() {
        app.close();
        stack.close();
    }

    /** The folder of a line that is stopped. */
    static void pack(Path home, Path archive) throws IOException {
        Files.createDirectories(archive.toAbsolutePath().getParent());
        try (Stream<Path> files = Files.walk(home);
                OutputStream out = Files.newOutputStream(archive);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
                String name = home.relativize(file).toString();
                if (!name.endsWith(".lock") && !name.endsWith("registry.log")) {
                    zip.putNextEntry(new ZipEntry(name));
                    Files.copy(file, zip);
                }
            }
        }
    }

    static void unpack(Path archive, Path home) throws IOException {
        try (InputStream in = Files.newInputStream(archive);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path file = home.resolve(entry.getName()).normalize();
                if (!file.startsWith(home)) {
                    throw new IOException(archive + " reaches out of its folder: " + entry.getName());
                }
                Files.createDirectories(file.getParent());
                Files.copy(zip, file);
            }
        }
    }
}
