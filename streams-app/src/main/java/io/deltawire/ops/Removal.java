package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.LineMetrics;
import io.deltawire.topology.LineTopology;
import io.deltawire.topology.LiveCatalog;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.ConsumerGroupDescription;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.jspecify.annotations.Nullable;

/**
 * Finds what a deltawire has left, and takes it away. Raw articles and the catalog are never touched: they are what everything
 * else can be made from again.
 */
public final class Removal implements AutoCloseable {
    private static final int GONE_WITHIN_TRIES = 300;
    private static final long TRY_EVERY_MS = 100;

    private final Settings settings;
    private final Admin admin;
    private final String application;

    public Removal(Settings settings) {
        this.settings = settings;
        application = settings.get("application.id", "deltawire");
        admin = Admin.create(settings.forClients());
    }

    /**
     * What is there.
     *
     * @param outputsToo whether what people subscribe to is to go too
     * @throws IOException if instances still run; the message says how many
     */
    public Traces find(boolean outputsToo) throws IOException, InterruptedException {
        Optional<String> group = group();
        Set<String> existing = ask(admin.listTopics().names());
        LineTopology line = new LineTopology(
                LineConfig.of(settings, 1, ""),
                application,
                new LiveCatalog(),
                settings.forClients(),
                new LineMetrics(new SimpleMeterRegistry()));
        Path state = stateFolder();
        return new Traces(
                group,
                sizes(line.internalTopics(), existing),
                outputsToo ? sizes(outputs(settings.topics()), existing) : new TreeMap<>(),
                Files.isDirectory(state) ? Optional.of(state) : Optional.empty());
    }

    /** Topics that the line writes for others, the dead letters among them. */
    static List<String> outputs(Topics topics) {
        return List.of(
                topics.articlesEnriched(),
                topics.stories(),
                topics.storyUpdates(),
                topics.factChanges(),
                topics.storyActivity(),
                topics.articlesDlq());
    }

    /**
     * Takes it away. Output topics are there again afterwards, empty, with the partitions and settings they had.
     *
     * @param say is told of each step in one line
     */
    public void remove(Traces traces, Consumer<String> say) throws IOException, InterruptedException {
        if (traces.group().isPresent()) {
            ask(admin.deleteConsumerGroups(List.of(application)).all());
            say.accept("deleted offsets of group " + application);
        }
        Map<String, NewTopic> again = new HashMap<>();
        for (String topic : traces.outputs().keySet()) {
            again.put(topic, copyOf(topic));
        }
        Set<String> all = new TreeSet<>(traces.internal().keySet());
        all.addAll(again.keySet());
        if (!all.isEmpty()) {
            ask(admin.deleteTopics(all).all());
            awaitGone(all);
            traces.internal().keySet().forEach(topic -> say.accept("deleted " + topic));
        }
        if (!again.isEmpty()) {
            ask(admin.createTopics(again.values()).all());
            traces.outputs().keySet().forEach(topic -> say.accept("emptied " + topic));
        }
        if (traces.state().isPresent()) {
            delete(traces.state().get());
            say.accept("deleted " + traces.state().get());
        }
    }

    private Optional<String> group() throws IOException, InterruptedException {
        ConsumerGroupDescription group;
        try {
            group = Objects.requireNonNull(admin.describeConsumerGroups(List.of(application))
                            .describedGroups()
                            .get(application))
                    .get();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof GroupIdNotFoundException) {
                return Optional.empty();
            }
            throw new IOException("group " + application + ": " + e.getCause(), e);
        }
        if (!group.members().isEmpty()) {
            throw new IOException(group.members().size() + " threads of " + application
                    + " still run, or were killed and their session (session.timeout.ms) is not over; stop all"
                    + " instances first");
        }
        return Optional.of(application);
    }

    private Path stateFolder() {
        String parent = settings.get(
                "state.dir",
                Path.of(System.getProperty("java.io.tmpdir"), "kafka-streams").toString());
        return Path.of(parent, application).toAbsolutePath();
    }

    private SortedMap<String, Long> sizes(Collection<String> topics, Set<String> existing)
            throws IOException, InterruptedException {
        SortedMap<String, Long> sizes = new TreeMap<>();
        for (String topic : topics) {
            if (existing.contains(topic)) {
                List<TopicPartition> partitions = describe(topic).partitions().stream()
                        .map(partition -> new TopicPartition(topic, partition.partition()))
                        .toList();
                sizes.put(topic, offsets(partitions, OffsetSpec.latest()) - offsets(partitions, OffsetSpec.earliest()));
            }
        }
        return sizes;
    }

    private long offsets(List<TopicPartition> partitions, OffsetSpec which) throws IOException, InterruptedException {
        Map<TopicPartition, OffsetSpec> question =
                partitions.stream().collect(Collectors.toMap(partition -> partition, partition -> which));
        return ask(admin.listOffsets(question).all()).values().stream()
                .mapToLong(each -> each.offset())
                .sum();
    }

    private TopicDescription describe(String topic) throws IOException, InterruptedException {
        return Objects.requireNonNull(
                ask(admin.describeTopics(List.of(topic)).allTopicNames()).get(topic));
    }

    private NewTopic copyOf(String topic) throws IOException, InterruptedException {
        TopicDescription now = describe(topic);
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        Map<String, String> set = new HashMap<>();
        Config config = Objects.requireNonNull(
                ask(admin.describeConfigs(List.of(resource)).all()).get(resource));
        for (ConfigEntry entry : config.entries()) {
            if (entry.source() == ConfigEntry.ConfigSource.DYNAMIC_TOPIC_CONFIG) {
                set.put(entry.name(), entry.value());
            }
        }
        short replicas = (short) now.partitions().get(0).replicas().size();
        return new NewTopic(topic, now.partitions().size(), replicas).configs(set);
    }

    private void awaitGone(Set<String> topics) throws IOException, InterruptedException {
        for (int i = 0; i < GONE_WITHIN_TRIES; i++) {
            Set<String> left = ask(admin.listTopics().names());
            if (topics.stream().noneMatch(left::contains)) {
                return;
            }
            Thread.sleep(TRY_EVERY_MS);
        }
        throw new IOException("topics are not gone within 30 s of their deletion: " + topics);
    }

    private static <T> T ask(Future<T> answer) throws IOException, InterruptedException {
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    private static void delete(Path folder) throws IOException {
        Files.walkFileTree(folder, new SimpleFileVisitor<Path>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path directory, @Nullable IOException failure)
                    throws IOException {
                Files.deleteIfExists(directory);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    @Override
    public void close() {
        admin.close();
    }
}
