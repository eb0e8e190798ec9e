package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/** Reads {@code articles.dlq} as bytes, without a group. Not thread-safe. */
public final class LetterBox implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration FETCH_WITHIN = Duration.ofSeconds(20);

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String topic;

    public LetterBox(Settings settings) {
        topic = settings.topics().articlesDlq();
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.remove("group.id");
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Every letter that is there now, by id, in the order of each partition. */
    public Map<String, Letter> letters() {
        Map<String, Letter> letters = new LinkedHashMap<>();
        List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                .map((PartitionInfo info) -> new TopicPartition(info.topic(), info.partition()))
                .toList();
        consumer.assign(partitions);
        consumer.seekToBeginning(partitions);
        Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
        while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                Header receipt = record.headers().lastHeader(Letter.RETRY_OF);
                if (receipt != null && record.value() == null) {
                    String id = new String(receipt.value(), java.nio.charset.StandardCharsets.UTF_8);
                    letters.computeIfPresent(id, (same, letter) -> letter.asRetried());
                } else {
                    Letter letter = Letter.of(record);
                    letters.put(letter.id(), letter);
                }
            }
        }
        return letters;
    }

    /** The record that a letter is about, from the topic it came from; empty when it is no longer kept there. */
    Optional<ConsumerRecord<byte[], byte[]>> original(Letter.Origin origin) {
        TopicPartition partition = origin.topicPartition();
        if (consumer.partitionsFor(origin.topic()).size() <= origin.partition()) {
            return Optional.empty();
        }
        consumer.assign(List.of(partition));
        long begin = consumer.beginningOffsets(List.of(partition)).getOrDefault(partition, 0L);
        long end = consumer.endOffsets(List.of(partition)).getOrDefault(partition, 0L);
        if (origin.offset() < begin || origin.offset() >= end) {
            return Optional.empty();
        }
        consumer.seek(partition, origin.offset());
        long deadline = System.nanoTime() + FETCH_WITHIN.toNanos();
        while (System.nanoTime() < deadline && consumer.position(partition) <= origin.offset()) {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                return record.offset() == origin.offset() ? Optional.of(record) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
