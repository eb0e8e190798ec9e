package io.deltawire.webhook;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.ops.TopicPlan;
import io.deltawire.ops.TopicSpec;
import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * {@code <prefix>webhooks}: webhooks by name, so that all instances have the same and take up a change while they run. Compacted, one
 * partition; the value is an object as in a file of webhooks, none takes the webhook away. Made when it is first used.
 */
public final class WebhookTopic implements AutoCloseable {
    /** Whether instances follow it: {@code true} or {@code false}. */
    public static final String FOLLOWED = "deltawire.webhooks.topic";

    private static final Duration POLL = Duration.ofMillis(500);
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Object> config;
    private final TopicPartition partition;
    private final KafkaConsumer<String, String> consumer;

    public WebhookTopic(Settings settings) throws InterruptedException {
        partition = new TopicPartition(settings.topics().prefix() + "webhooks", 0);
        config = new HashMap<>(settings.forClients());
        try (Admin admin = Admin.create(config)) {
            TopicSpec.create(
                    admin,
                    new TopicSpec(
                            partition.topic(),
                            1,
                            TopicPlan.replication(settings),
                            Map.of("cleanup.policy", "compact")));
        }
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("acks", "all");
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer());
        consumer.assign(List.of(partition));
    }

    /** Whether this instance is to follow it. */
    static boolean isFollowed(Settings settings) {
        String value = settings.get(FOLLOWED, "false");
        if (!value.equals("true") && !value.equals("false")) {
            throw new IllegalArgumentException(FOLLOWED + " is '" + value + "'; it must be true or false");
        }
        return value.equals("true");
    }

    /**
     * Webhooks that a text names, an object or an array of them, as they are to be written.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    public static SortedMap<String, String> parse(String text) {
        JsonNode read;
        try {
            read = JSON.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("webhooks are no JSON: " + e.getOriginalMessage(), e);
        }
        SortedMap<String, String> hooks = new TreeMap<>();
        for (JsonNode node : read.isArray() ? read : JSON.createArrayNode().add(read)) {
            String name = Webhook.of(node, "webhook", Secrets.named()).name();
            if (hooks.put(name, node.toString()) != null) {
                throw new IllegalArgumentException("two webhooks are named '" + name + "'");
            }
        }
        return hooks;
    }

    /** @throws IllegalArgumentException if it is not as it has to be, or its secret is not here */
    static Webhook webhook(String name, String text, Map<String, String> environment) {
        try {
            Webhook hook = Webhook.of(JSON.readTree(text), "webhooks topic", Secrets.ofEnvironment(environment));
            Webhook.require(hook.name().equals(name), "webhooks topic, '" + name + "': its name is not its key");
            return hook;
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("webhooks topic, '" + name + "': " + e.getOriginalMessage(), e);
        }
    }

    /** What is on it now, by name. */
    public SortedMap<String, String> read() {
        consumer.seekToBeginning(List.of(partition));
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        SortedMap<String, String> all = new TreeMap<>();
        while (consumer.position(partition) < end) {
            take(consumer.poll(POLL), all);
        }
        return all;
    }

    /**
     * Tells all that is on it, now and after each change, until {@link #wakeup}.
     *
     * @throws org.apache.kafka.common.errors.WakeupException at the end
     */
    void follow(Consumer<SortedMap<String, String>> told) {
        SortedMap<String, String> all = read();
        told.accept(new TreeMap<>(all));
        while (true) {
            ConsumerRecords<String, String> came = consumer.poll(POLL);
            if (!came.isEmpty()) {
                take(came, all);
                told.accept(new TreeMap<>(all));
            }
        }
    }

    private static void take(ConsumerRecords<String, String> records, Map<String, String> all) {
        for (ConsumerRecord<String, String> record : records) {
            String name = record.key() == null ? "" : record.key();
            if (record.value() == null) {
                all.remove(name);
            } else {
                all.put(name, record.value());
            }
        }
    }

    /** Writes webhooks in the place of those of the same names. */
    public void write(Map<String, String> hooks) throws InterruptedException {
        List<ProducerRecord<String, String>> records = new ArrayList<>();
        hooks.forEach((name, text) -> records.add(new ProducerRecord<>(partition.topic(), 0, name, text)));
        send(records);
    }

    /** Takes a webhook away. */
    public void remove(String name) throws InterruptedException {
        send(List.of(new ProducerRecord<>(partition.topic(), 0, name, null)));
    }

    private void send(List<ProducerRecord<String, String>> records) throws InterruptedException {
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            for (ProducerRecord<String, String> record : records) {
                producer.send(record).get();
            }
        } catch (ExecutionException e) {
            throw new IllegalStateException(partition.topic() + " can't be written: " + e.getCause(), e);
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
