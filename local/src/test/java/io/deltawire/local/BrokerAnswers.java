package io.deltawire.local;

import static org.awaitility.Awaitility.await;

import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.kafka.KafkaContainer;

/** Waits until a broker answers a client; unlike the default, which waits for a line in a log that an image may not write. */
final class BrokerAnswers extends AbstractWaitStrategy {
    private final KafkaContainer kafka;

    BrokerAnswers(KafkaContainer kafka) {
        this.kafka = kafka;
    }

    @Override
    protected void waitUntilReady() {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.getBootstrapServers(),
                "request.timeout.ms", 5_000,
                "default.api.timeout.ms", 5_000);
        await().atMost(startupTimeout).ignoreExceptions().until(() -> {
            try (Admin admin = Admin.create(settings)) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }
}
