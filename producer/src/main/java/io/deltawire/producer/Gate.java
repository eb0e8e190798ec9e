package io.deltawire.producer;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.ClientOptions;
import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.errors.RetriableException;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Waits until a topic is there, and its schema. A producer that only sends would have the broker make the topic, with
 * whatever number of partitions is the broker's default.
 */
final class Gate {
    private static final Duration BETWEEN = Duration.ofSeconds(1);
    private static final int ANSWER_SECONDS = 10;
    private static final RawArticle ANY = RawArticle.newBuilder().setId("").build();

    private final Settings settings;
    private final String topic;
    private final Waiting waiting;

    Gate(Settings settings, String topic, Waiting waiting) {
        this.settings = settings;
        this.topic = topic;
        this.waiting = waiting;
    }

    /**
     * @throws IllegalStateException if the broker or the registry answers and refuses (no permission, say)
     */
    void await() throws InterruptedException {
        Settings quick = Settings.of(Map.of("reconnect.backoff.max.ms", "2000")).with(settings.values());
        Admin admin = Admin.create(quick.forClients());
        try {
            while (!topicIsThere(admin)) {
                Thread.sleep(BETWEEN.toMillis());
            }
        } finally {
            // Without a limit it would wait for the answer that we gave up waiting for.
            admin.close(Duration.ZERO);
        }
        Settings impatient = settings.with(Map.of("deltawire.registry.wait.ms", "0"));
        try (AvroSerde<RawArticle> serde = AvroSerde.of(RawArticle.class, impatient.forClients())) {
            while (!schemaIsThere(serde.serializer())) {
                Thread.sleep(BETWEEN.toMillis());
            }
        }
        waiting.over();
    }

    private boolean topicIsThere(Admin admin) throws InterruptedException {
        String broker = "the broker at " + settings.get(ClientOptions.BROKER, "?");
        try {
            admin.describeTopics(List.of(topic)).allTopicNames().get(ANSWER_SECONDS, TimeUnit.SECONDS);
            return true;
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                waiting.on("the topic " + topic + ", which is not there yet (deltawire topics create makes it)");
            } else if (e.getCause() instanceof RetriableException) {
                waiting.on(broker);
            } else {
                throw new IllegalStateException(broker + " refuses: " + e.getMessage(), e);
            }
        } catch (TimeoutException e) {
            waiting.on(broker);
        }
        return false;
    }

    private boolean schemaIsThere(Serializer<RawArticle> serializer) {
        String registry = "the schema registry at " + settings.get(ClientOptions.REGISTRY, "?");
        try {
            serializer.serialize(topic, ANY);
            return true;
        } catch (SerializationException e) {
            RestClientException answer = answer(e);
            if (answer == null || answer.getStatus() >= 500) {
                waiting.on(registry);
            } else if (answer.getStatus() == 404) {
                waiting.on("the schema of " + topic + " in " + registry + " (deltawire topics create registers it)");
            } else {
                throw new IllegalStateException(registry + " refuses: " + answer.getMessage(), e);
            }
            return false;
        }
    }

    /** What the registry answered; null when it did not. */
    private static @Nullable RestClientException answer(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                return answer;
            }
        }
        return null;
    }
}
