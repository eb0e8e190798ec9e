package io.deltawire.local;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import javax.management.JMException;
import javax.management.ObjectName;
import kafka.server.KafkaConfig;
import kafka.server.KafkaRaftServer;
import org.apache.kafka.common.utils.Time;

/**
 * What a broker that did not shut down leaves behind. Its controller still holds it for alive, and the leader of all partitions, until
 * its session ends. A broker started meanwhile on the same directory takes up the transactions that were about to end, and when it loses
 * its partitions with the end of that session, Kafka 4.3 takes them for deleted and leaves out what ends those transactions: committed
 * records stay unread, or are aborted with the producer's next transaction (<a
 * href="https://issues.apache.org/jira/browse/KAFKA-20734">KAFKA-20734</a>). So the controller alone ends the session first.
 */
final class KilledBroker {
    /** Written by Kafka when all its logs are closed, and gone while it runs. */
    private static final String CLEAN = ".kafka_cleanshutdown";

    private static final String METADATA = "__cluster_metadata-0";

    /** The controller has no broker to hear of, so a short session is as good as a long one. */
    private static final Map<String, String> SESSION =
            Map.of("broker.session.timeout.ms", "500", "broker.heartbeat.interval.ms", "100");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final int POLL_MS = 20;

    private KilledBroker() {}

    /** Whether the last broker on {@code directory} ended without shutting down. */
    static boolean isIn(Path directory) {
        return Files.exists(directory.resolve(METADATA)) && !Files.exists(directory.resolve(CLEAN));
    }

    /**
     * Returns when the controller of {@code directory} holds its one broker for gone, half a second after it has started. This JVM must
     * have no other controller.
     *
     * @param controller settings of a node that is the controller and nothing else
     * @throws IOException if the controller does not come to that
     */
    static void fence(Path directory, Map<String, String> controller) throws IOException {
        Map<String, String> settings = new HashMap<>(controller);
        settings.putAll(SESSION);
        KafkaRaftServer server = new KafkaRaftServer(new KafkaConfig(settings, false), Time.SYSTEM);
        server.startup();
        try {
            long deadline = System.nanoTime() + PATIENCE.toNanos();
            while (brokers("Fenced") == 0 && System.nanoTime() < deadline) {
                TimeUnit.MILLISECONDS.sleep(POLL_MS);
            }
            // None of either kind: it was killed before it had registered.
            if (brokers("Active") > 0) {
                throw new IOException(
                        "the controller of " + directory + " does not give up a broker that was killed within "
                                + PATIENCE.toSeconds() + " s; its log says why");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException(
                    "interrupted while the controller of " + directory + " gives up a broker that was killed");
        } finally {
            server.shutdown();
            server.awaitShutdown();
        }
    }

    /** How many registered brokers this JVM's controller holds for alive, or for gone. */
    private static int brokers(String state) {
        try {
            ObjectName count = new ObjectName("kafka.controller:type=KafkaController,name=" + state + "BrokerCount");
            return ((Number) ManagementFactory.getPlatformMBeanServer().getAttribute(count, "Value")).intValue();
        } catch (JMException e) {
            throw new IllegalStateException("a controller of Kafka that does not count its brokers", e);
        }
    }
}
