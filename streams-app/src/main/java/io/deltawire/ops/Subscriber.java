package io.deltawire.ops;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.GeneratedClasses;
import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndTimestamp;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;

/** Reads topics as any subscriber would: committed records only, no group, Confluent's deserializer. */
public final class Subscriber implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(200);

    private final KafkaConsumer<String, SpecificRecord> consumer;
    private final Map<TopicPartition, Long> ends;
    private final long earliest;

    /** @param from where to begin: empty for the end of the topics, {@link Instant#EPOCH} for their beginning */
    public Subscriber(Settings settings, List<String> topics, Optional<Instant> from) {
        GeneratedClasses.trust();
        Map<String, Object> config = new HashMap<>(AvroSerde.defaults());
        config.putAll(settings.forClients());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("key.deserializer", StringDeserializer.class);
        config.put("value.deserializer", KafkaAvroDeserializer.class);
        consumer = new KafkaConsumer<>(config);
        List<TopicPartition> partitions = topics.stream()
                .flatMap(topic -> consumer.partitionsFor(topic).stream())
                .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                .toList();
        consumer.assign(partitions);
        earliest = from.orElse(Instant.EPOCH).toEpochMilli();
        ends = consumer.endOffsets(partitions);
        if (from.isEmpty()) {
            consumer.seekToEnd(partitions);
        } else if (from.get().equals(Instant.EPOCH)) {
            consumer.seekToBeginning(partitions);
        } else {
            seek(partitions, from.get());
        }
    }

    // Brokers look at commit markers too, and these carry the wall clock's time: in a topic of past events the offset
    // found
    // may lie anywhere before the first record that is late enough. So `read` looks at each record's time again.
    private void seek(List<TopicPartition> partitions, Instant from) {
        Map<TopicPartition, Long> times = new HashMap<>();
        partitions.forEach(partition -> times.put(partition, from.toEpochMilli()));
        Map<TopicPartition, OffsetAndTimestamp> found = consumer.offsetsForTimes(times);
        for (TopicPartition partition : partitions) {
            OffsetAndTimestamp at = found.get(partition);
            consumer.seek(partition, at == null ? ends.getOrDefault(partition, 0L) : at.offset());
        }
    }

    /** Gives records to the taker until it says false, or until what was there at the start has been read. */
    public void read(boolean follow, Predicate<ConsumerRecord<String, SpecificRecord>> taker) {
        boolean more = true;
        while (more && (follow || !atEnd())) {
            for (ConsumerRecord<String, SpecificRecord> record : consumer.poll(POLL)) {
                more = more && (record.timestamp() < earliest || taker.test(record));
            }
        }
    }

    private boolean atEnd() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Makes {@link #read} end from another thread. */
    public void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
