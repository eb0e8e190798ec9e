package io.deltawire.bench;

import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.HdrHistogram.Histogram;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;

/** A subscriber that reads committed records only and notes how long after its article each became visible. */
final class Watching implements AutoCloseable {
    private static final long LONGEST_MICROS = Duration.ofMinutes(5).toNanos() / 1_000;
    private static final Duration POLL = Duration.ofMillis(100);

    private final Map<String, Long> due = new ConcurrentHashMap<>();
    private final Set<String> updated = new HashSet<>();
    private final Histogram updates = new Histogram(LONGEST_MICROS, 3);
    private final Histogram changes = new Histogram(LONGEST_MICROS, 3);
    private final KafkaConsumer<String, byte[]> consumer;
    private final Deserializer<StoryUpdate> updateReader;
    private final Deserializer<FactChange> changeReader;
    private final String updateTopic;
    private final Thread thread;
    private volatile boolean open = true;

    Watching(Settings line) {
        updateReader = AvroSerde.of(StoryUpdate.class, line.forClients()).deserializer();
        changeReader = AvroSerde.of(FactChange.class, line.forClients()).deserializer();
        updateTopic = line.topics().storyUpdates();
        consumer = new KafkaConsumer<>(
                Map.of(
                        "bootstrap.servers", line.get("bootstrap.servers", ""),
                        "isolation.level", "read_committed",
                        "auto.offset.reset", "earliest"),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        List<TopicPartition> partitions = new ArrayList<>();
        for (String topic : List.of(updateTopic, line.topics().factChanges())) {
            consumer.partitionsFor(topic)
                    .forEach(partition -> partitions.add(new TopicPartition(topic, partition.partition())));
        }
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        thread = new Thread(this::read, "subscriber");
        thread.start();
    }

    /** Says when an article was to be sent, in {@link System#nanoTime()}: before it is sent, so that a late send counts. */
    void expect(String article, long nanos) {
        due.put(article, nanos);
    }

    private void read() {
        while (open) {
            for (ConsumerRecord<String, byte[]> record : consumer.poll(POLL)) {
                long now = System.nanoTime();
                if (record.topic().equals(updateTopic)) {
                    String article = updateReader
                            .deserialize(record.topic(), record.value())
                            .getArticleId();
                    // An article that makes two stories one brings several updates.
                    if (updated.add(article)) {
                        note(updates, article, now);
                    }
                } else {
                    note(
                            changes,
                            changeReader
                                    .deserialize(record.topic(), record.value())
                                    .getArticleId(),
                            now);
                }
            }
        }
    }

    private synchronized void note(Histogram histogram, String article, long now) {
        Long since = due.get(article);
        if (since != null) {
            histogram.recordValue(Math.min(LONGEST_MICROS, Math.max(0, (now - since) / 1_000)));
        }
    }

    /** Updates seen so far. */
    synchronized long seen() {
        return updates.getTotalCount();
    }

    /** Milliseconds within which such a share, in per cent, of the updates was visible. */
    synchronized double updateMillis(double percentile) {
        return updates.getValueAtPercentile(percentile) / 1e3;
    }

    synchronized double changeMillis(double percentile) {
        return changes.getValueAtPercentile(percentile) / 1e3;
    }

    synchronized long changesSeen() {
        return changes.getTotalCount();
    }

    @Override
    public void close() {
        open = false;
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        consumer.close();
    }
}
