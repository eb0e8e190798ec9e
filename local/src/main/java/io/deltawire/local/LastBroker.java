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

    /** For the whole process, its start and end with it. */
    private static final Duration AT_MOST = Duration.ofMinutes(2);

    private static final int POLL_MS = 20;

    private LastBroker() {}

    /**
     * Returns when the controller of {@code directory}, if it had a broker, holds it for gone; takes one to two seconds, and half a minute
     * where it never had one. The controller runs in a process of its own, since what it says of its brokers it says of all in a JVM together.
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
            boolean ended = controller.waitFor(AT_MOST.toSeconds(), TimeUnit.SECONDS);
            if (!ended || controller.exitValue() != 0) {
                throw new IOException("the controller of " + directory + " does not give up its last broker; " + log
                        + " says why. Does another process use that folder?");
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
    public static void main(String[] args) {
        try {
            System.exit(isGone(Path.of(args[0])) ? 0 : 1);
        } catch (InterruptedException | RuntimeException e) {
            e.printStackTrace(); // the log is all there is; threads of the controller would keep the process
            System.exit(1);
        }
    }

    private static boolean isGone(Path directory) throws InterruptedException {
        Map<String, String> settings =
                new HashMap<>(Broker.controller(directory, Ports.free(1).get(0)));
        settings.putAll(SESSION);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (count("FencedBroker") == 0 && System.nanoTime() < deadline) {
            TimeUnit.MILLISECONDS.sleep(POLL_MS);
        }
        // Brokers of neither kind: it was gone before it had registered.
        boolean gone = count("ActiveController") > 0 && count("ActiveBroker") == 0;
        if (!gone) {
            System.out.println("after " + PATIENCE.toSeconds() + " s: active controllers " + count("ActiveController")
                    + ", brokers held for alive " + count("ActiveBroker"));
        }
        server.shutdown();
        server.awaitShutdown();
        return gone;
    }

    /** What the controller counts: brokers it holds for alive or for gone, or itself when it is at work. */
    private static int count(String what) {
        try {
            ObjectName name = new ObjectName("kafka.controller:type=KafkaController,name=" + what + "Count");
            return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(name, "Value")).intValue();
        } catch (JMException e) {
            throw new IllegalStateException("a controller of Kafka without a count of " + what, e);
        }
    }
}
