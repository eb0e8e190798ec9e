package io.deltawire.local;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.Uuid;
import org.apache.kafka.common.utils.Time;
import org.apache.kafka.metadata.storage.Formatter;
import org.apache.kafka.server.common.MetadataVersion;

/**
 * One real Kafka node, broker and KRaft controller together, inside this JVM. It keeps its log in a directory, so that a
 * broker started again on the same directory has the same topics, groups and transactions.
 */
final class Broker implements AutoCloseable {
    private static final String NODE = "1";

    private final KafkaRaftServer server;
    private final String bootstrapServers;

    private Broker(KafkaRaftServer server, String bootstrapServers) {
        this.server = server;
        this.bootstrapServers = bootstrapServers;
    }

    /**
     * Starts a broker and returns when it takes requests.
     *
     * @param directory log directory, created and formatted when it is new
     * @param port port for clients; the controller takes a free one
     * @throws PortTakenException if somebody listens on {@code port}
     */
    static Broker start(Path directory, int port) throws IOException {
        return start(directory, port, Map.of(), List.of());
    }

    /**
     * Starts a broker that differs from the usual one.
     *
     * @param more broker settings over the usual ones
     * @param users credentials that a new log directory begins with, as {@code SCRAM-SHA-512=[name=…,password=…]}
     */
    static Broker start(Path directory, int port, Map<String, String> more, List<String> users) throws IOException {
        Ports.requireFree(port, "broker");
        format(directory, users);
        LastBroker.fence(directory);
        int controllerPort = Ports.free(1).get(0);
        Map<String, String> settings = new HashMap<>(controller(directory, controllerPort));
        settings.putAll(broker(port, controllerPort));
        settings.putAll(LastBroker.KEEPS_ITS_PARTITIONS);
        settings.putAll(more);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        return new Broker(server, "127.0.0.1:" + port);
    }

    String bootstrapServers() {
        return bootstrapServers;
    }

    @Override
    public void close() {
        server.shutdown();
        server.awaitShutdown();
    }

    /** What a node that is a controller and nothing else needs. */
    static Map<String, String> controller(Path directory, int port) {
        return Map.of(
                "process.roles",
                "controller",
                "node.id",
                NODE,
                "controller.quorum.voters",
                NODE + "@127.0.0.1:" + port,
                "listeners",
                controllerListener(port),
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT",
                "controller.listener.names",
                "CONTROLLER",
                "log.dirs",
                directory.toString());
    }

    /** What a controller that is a broker too, and stands alone, needs besides so that transactions and consumer groups work. */
    private static Map<String, String> broker(int port, int controllerPort) {
        return Map.ofEntries(
                Map.entry("process.roles", "broker,controller"),
                Map.entry("listeners", "PLAINTEXT://127.0.0.1:" + port + "," + controllerListener(controllerPort)),
                Map.entry("advertised.listeners", "PLAINTEXT://127.0.0.1:" + port),
                Map.entry("inter.broker.listener.name", "PLAINTEXT"),
                Map.entry("auto.create.topics.enable", "false"),
                Map.entry("offsets.topic.replication.factor", "1"),
                Map.entry("offsets.topic.num.partitions", "4"),
                Map.entry("transaction.state.log.replication.factor", "1"),
                Map.entry("transaction.state.log.min.isr", "1"),
                Map.entry("transaction.state.log.num.partitions", "4"),
                Map.entry("share.coordinator.state.topic.replication.factor", "1"),
                Map.entry("share.coordinator.state.topic.min.isr", "1"),
                Map.entry("group.initial.rebalance.delay.ms", "0"),
                // The default of 128 MB serves brokers with many compacted partitions.
                Map.entry("log.cleaner.dedupe.buffer.size", "8388608"));
    }

    private static String controllerListener(int port) {
        return "CONTROLLER://127.0.0.1:" + port;
    }

    private static void format(Path directory, List<String> users) throws IOException {
        Files.createDirectories(directory);
        if (Files.exists(directory.resolve("meta.properties"))) {
            return;
        }
        try (PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8)) {
            new Formatter()
                    .setPrintStream(nowhere)
                    .setNodeId(Integer.parseInt(NODE))
                    .setClusterId(Uuid.randomUuid().toString())
                    .setControllerListenerName("CONTROLLER")
                    .setMetadataLogDirectory(directory.toString())
                    .setDirectories(List.of(directory.toString()))
                    .setReleaseVersion(MetadataVersion.LATEST_PRODUCTION)
                    .setScramArguments(users)
                    .setUnstableFeatureVersionsEnabled(false)
                    .run();
        } catch (IOException | RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IOException("cannot format " + directory, e);
        }
    }
}
