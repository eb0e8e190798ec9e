package io.deltawire.webhook;

import io.deltawire.ops.TopicPlan;
import io.deltawire.ops.TopicSpec;
import io.deltawire.schemas.Settings;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code webhooks.dlq}: events that a webhook did not take, as they were, with headers that say which webhook, from where, how often it was
 * tried and why it failed. The topic is made when there are webhooks.
 */
final class DeadLetterBox implements AutoCloseable {
    private static final String THIRTY_DAYS = "2592000000";

    private final String topic;
    private final KafkaProducer<String, byte[]> producer;

    DeadLetterBox(Settings settings) throws InterruptedException {
        topic = topic(settings);
        Map<String, Object> config = new HashMap<>(settings.forClients());
        try (Admin admin = Admin.create(config)) {
            TopicSpec.create(
                    admin,
                    new TopicSpec(
                            topic,
                            1,
                            TopicPlan.replication(settings),
                            Map.of("retention.ms", THIRTY_DAYS, "message.timestamp.type", "LogAppendTime")));
        }
        config.put("acks", "all");
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    static String topic(Settings settings) {
        return settings.topics().prefix() + "webhooks.dlq";
    }

    /** Returns when it is written; the event must not be passed over before. */
    void put(Webhook hook, ConsumerRecord<String, byte[]> record, int tries, String failure) {
        ProducerRecord<String, byte[]> letter = new ProducerRecord<>(topic, record.key(), record.value());
        Map.of(
                        "deltawire-webhook", hook.name(),
                        "deltawire-topic", record.topic(),
                        "deltawire-partition", Integer.toString(record.partition()),
                        "deltawire-offset", Long.toString(record.offset()),
                        "deltawire-tries", Integer.toString(tries),
                        "deltawire-failure", failure)
                .forEach((name, value) -> letter.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        try {
            producer.send(letter).get();
        } catch (ExecutionException e) {
            throw new IllegalStateException("dead letter can't be written", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
