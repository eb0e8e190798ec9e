package io.deltawire.bench;

import io.deltawire.local.Backlog;
import io.deltawire.local.LocalStack;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicPlan;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.LogDirDescription;

/** Broker and registry on this machine, and lines that run on them one after the other, each with topics of its own. */
final class Rig implements AutoCloseable {
    /** Node id of the one broker. */
    private static final int BROKER = 1;

    private static final Duration STALLED = Duration.ofMinutes(3);

    private final Path directory;
    private final LocalStack stack;
    private final Map<String, String> settings;
    private int runs;

    private Rig(Path directory, LocalStack stack, Map<String, String> settings) {
        this.directory = directory;
        this.stack = stack;
        this.settings = settings;
    }

    /** @param settings over the defaults of the streams app, for all lines */
    static Rig start(Map<String, String> settings) throws IOException, InterruptedException {
        Path directory = Files.createTempDirectory("deltawire-bench");
        return new Rig(directory, LocalStack.start(directory), settings);
    }

    /** Settings of the next line, whose topics are made and schemas registered. */
    Settings next(String name, int partitions, Map<String, String> over) throws IOException, InterruptedException {
        String id = "bench-" + name + "-" + ++runs;
        Map<String, String> all = new HashMap<>(Map.of(
                "application.id",
                id,
                "deltawire.prefix",
                id + ".",
                "bootstrap.servers",
                stack.bootstrapServers(),
                "schema.registry.url",
                stack.registryUrl(),
                "state.dir",
                directory.resolve("state").toString(),
                TopicPlan.REPLICATION,
                "1",
                TopicPlan.PARTITIONS,
                Integer.toString(partitions)));
        all.putAll(settings);
        all.putAll(over);
        Settings line = StreamsSettings.defaults().with(all);
        try (TopicSetup topics = new TopicSetup(line)) {
            topics.create(said -> {});
        }
        return line;
    }

    /** Waits until a line has worked off its input and all it wrote can be read. */
    static void awaitThrough(Settings line) throws IOException, InterruptedException, ExecutionException {
        try (Backlog backlog = new Backlog(line)) {
            long worked = -1;
            long since = System.nanoTime();
            while (!backlog.isThrough()) {
                long now = backlog.worked();
                if (now != worked) {
                    worked = now;
                    since = System.nanoTime();
                } else if (System.nanoTime() - since > STALLED.toNanos()) {
                    throw new IOException("the line stands still; DELTAWIRE_OPTS=-Ddeltawire.log=INFO shows why");
                }
                Thread.sleep(100);
            }
        }
    }

    /** Bytes on the broker's disk of topics whose names begin so, by the rest of their names. */
    Map<String, Long> bytes(String prefix) throws InterruptedException, ExecutionException {
        Map<String, Long> bytes = new HashMap<>();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            Map<String, LogDirDescription> folders = admin.describeLogDirs(List.of(BROKER))
                    .allDescriptions()
                    .get()
                    .getOrDefault(BROKER, Map.of());
            for (LogDirDescription logs : folders.values()) {
                logs.replicaInfos().forEach((partition, replica) -> {
                    if (partition.topic().startsWith(prefix)) {
                        bytes.merge(partition.topic().substring(prefix.length()), replica.size(), Long::sum);
                    }
                });
            }
        }
        return bytes;
    }

    /** Deletes all topics of a line, so that the next finds the disk as it was. */
    void discard(Settings line) throws InterruptedException, ExecutionException {
        String id = line.get("application.id", "");
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", stack.bootstrapServers()))) {
            List<String> own = admin.listTopics().names().get().stream()
                    .filter(topic -> topic.startsWith(id))
                    .toList();
            admin.deleteTopics(own).all().get();
        }
    }

    /** Processor time of the registry so far, in nanoseconds. */
    long registryNanos() {
        return ProcessHandle.of(stack.registryPid())
                .flatMap(process -> process.info().totalCpuDuration())
                .map(Duration::toNanos)
                .orElse(0L);
    }

    @Override
    public void close() throws IOException {
        stack.close();
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        }
    }
}
