package io.deltawire.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * What the broker that ran last on a directory leaves behind. Its controller holds it for alive, and the leader of all partitions, until
 * its session ends. A broker started meanwhile takes up the transactions that were about to end, and when it loses its partitions with the
 * end of that session, Kafka 4.3 takes them for deleted and leaves out what ends those transactions: committed records stay unread, or are
 * aborted with the producer's next transaction (<a href="https://issues.apache.org/jira/browse/KAFKA-20734">KAFKA-20734</a>). So the
 * controller alone ends the session first. The same would happen to a broker that gives up its partitions before it stops, or that is paused for
 * longer than its session lasts.
 */
final class LastBroker {
    /** For a broker that is to keep its partitions until it is gone, also when it was paused: nobody else could have them. */
    static final Map<String, String> KEEPS_ITS_PARTITIONS = Map.of(
            "controlled.shutdown.enable",
            "false",
            "broker.session.timeout.ms",
            Long.toString(TimeUnit.DAYS.toMillis(1)));

    /** The controller has no broker to hear of, so a short session is as good as a long one. */
    private static final Map<String, String> SESSION =
            Map.of("broker.session.timeout.ms", "500", "broker.heartbeat.interval.ms", "100");

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final int POLL_MS = 20;

    private LastBroker() {}

    /**
     * Returns when the controller of {@code directory}, if it had a broker, holds it for gone; takes one to two seconds. The controller runs in a
     * process of its own, since what it says of its brokers it says of all in a JVM together.
     *
     * @throws IOException if the controller does not come to that
     */
    static void fence(Path directory) throws IOException {
        if (!Files.exists(directory.resolve("__cluster_metadata-0"))) {
            return;
        }
        Path log = directory.resolveSibling(directory.getFileName() + "-fence.log");
        Process controller = Child.start(
                List.of("-Xmx256m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                LastBroker.class,
                List.of(directory.toString()),
                log.toFile());
        try {
            int code = controller.waitFor();
            if (code != 0) {
                throw new IOException("the controller of " + directory + " does not give up its last broker (exit code "
                        + code + "); " + log + " says why");
            }
            Files.deleteIfExists(log);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while the controller of " + directory + " gives up its last broker");
        } finally {
            controller.destroyForcibly();
        }
    }

    /** Runs the controller until its broker is gone. Arguments: directory. */
    public static void main(String[] args) throws InterruptedException {
        Map<String, String> settings =
                new HashMap<>(Broker.controller(Path.of(args[0]), Ports.free(1).get(0)));
        settings.putAll(SESSION);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (brokers("Fenced") == 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        // None of either kind: it was gone before it had registered.
        boolean alive = brokers("Active") > 0;
        server.shutdown();
        server.awaitShutdown();
        if (alive) {
            System.out.println(
                    "after " + PATIENCE.toSeconds() + " s the controller still holds its last broker for alive");
        }
        System.exit(alive ? 1 : 0);
    }

    /** How many registered brokers the controller holds for alive, or for gone. */
    private static int brokers(String state) {
        try {
            ObjectName count = new ObjectName("kafka.controller:type=KafkaController,name=" + state + "BrokerCount");
            return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(count, "Value")).intValue();
        } catch (JMException e) {
            throw new IllegalStateException("a controller of Kafka that does not count its brokers", e);
        }
    }
}
