package io.deltawire.producer;

import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;

/**
 * Waits until a topic is there. A producer that only sends would have the broker make it, with whatever number of partitions
 * is the broker's default.
 */
final class TopicGate {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS = 10;

    private TopicGate() {}

    /**
     * @throws IllegalStateException if the broker answers and refuses (no permission, say)
     */
    static void await(Settings settings, String topic, Waiting waiting) throws InterruptedException {
        try (Admin admin = Admin.create(Settings.of(Map.of("reconnect.backoff.max.ms", "2000"))
                .with(settings.values())
                .forClients())) {
            while (!isThere(admin, settings, topic, waiting)) {
                Thread.sleep(BETWEEN.toMillis());
            }
        }
    }

    private static boolean isThere(Admin admin, Settings settings, String topic, Waiting waiting)
            throws InterruptedException {
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                waiting.on("the topic " + topic + ", which is not there yet (deltawire topics create makes it)");
                return false;
            }
            if (e.getCause() instanceof RetriableException) {
                waiting.on("the broker at " + settings.get("bootstrap.servers", "?"));
                return false;
            }
            throw new IllegalStateException("the broker refuses: " + e.getMessage(), e);
        } catch (TimeoutException e) {
            waiting.on("the broker at " + settings.get("bootstrap.servers", "?"));
            return false;
        }
    }
}
