package io.deltawire.view;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the five topics that the view is a copy of: committed records, from the positions on the shelf. One thread. */
final class Feeder implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feeder.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final long LOOK_FOR_PARTITIONS_NANOS = Duration.ofMinutes(1).toNanos();

    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Deserializer<? extends SpecificRecord>> readers;
    private final String storiesTopic;
    private Map<TopicPartition, Long> ends = Map.of();
    private long looked;

    Feeder(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "earliest");
        config.put("client.id", settings.get("application.id", "deltawire") + "-view");
        // What a batch may hold in memory: a picture of a large story and an article's text are tens of kilobytes.
        config.put("max.poll.records", 500);
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        Topics topics = settings.topics();
        storiesTopic = topics.stories();
        readers = new LinkedHashMap<>();
        readers.put(topics.stories(), reader(Story.class, config));
        readers.put(topics.factChanges(), reader(FactChange.class, config));
        readers.put(topics.storyUpdates(), reader(StoryUpdate.class, config));
        readers.put(topics.storyActivity(), reader(StoryActivity.class, config));
        readers.put(topics.articlesEnriched(), reader(EnrichedArticle.class, config));
    }

    private static <T extends SpecificRecord> Deserializer<T> reader(Class<T> type, Map<String, Object> config) {
        return AvroSerde.of(type, config).deserializer();
    }

    /** Partitions of all topics; none as long as one of the topics is not there yet. */
    List<TopicPartition> partitions() {
        List<TopicPartition> all = new ArrayList<>();
        for (String topic : readers.keySet()) {
            List<PartitionInfo> found = partitionsOf(topic);
            if (found.isEmpty()) {
                return List.of();
            }
            found.forEach(partition -> all.add(new TopicPartition(topic, partition.partition())));
        }
        return all;
    }

    private List<PartitionInfo> partitionsOf(String topic) {
        try {
            return Objects.requireNonNullElse(consumer.partitionsFor(topic), List.of());
        } catch (UnknownTopicOrPartitionException | TimeoutException e) {
            return List.of();
        }
    }

    /** Ends of the partitions as they are now. */
    Map<TopicPartition, Long> ends(List<TopicPartition> partitions) {
        return consumer.endOffsets(partitions);
    }

    /** Begins at these positions, and at the beginning of partitions that have none. */
    void assign(List<TopicPartition> partitions, Map<TopicPartition, Long> positions) {
        consumer.assign(partitions);
        List<TopicPartition> fresh = new ArrayList<>();
        for (TopicPartition partition : partitions) {
            Long position = positions.get(partition);
            if (position == null) {
                fresh.add(partition);
            } else {
                consumer.seek(partition, position);
            }
        }
        if (!fresh.isEmpty()) {
            consumer.seekToBeginning(fresh);
        }
        ends = consumer.endOffsets(partitions);
        looked = System.nanoTime();
    }

    /** Whether all has been read that was there when it began. */
    boolean isCaughtUp() {
        return ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue());
    }

    /** Reads what has come into the intake; false if nothing has. */
    boolean read(Intake intake) throws IOException {
        lookForPartitions();
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        for (ConsumerRecord<String, byte[]> record : records) {
            TopicPartition from = new TopicPartition(record.topic(), record.partition());
            if (record.key() != null && record.value() == null && record.topic().equals(storiesTopic)) {
                intake.deleteStory(from, record.offset(), record.key());
            } else {
                intake.take(from, record.offset(), Objects.requireNonNullElse(record.key(), ""), value(record));
            }
        }
        return !records.isEmpty();
    }

    private @Nullable SpecificRecord value(ConsumerRecord<String, byte[]> record) {
        Deserializer<? extends SpecificRecord> reader = Objects.requireNonNull(readers.get(record.topic()));
        try {
            return record.value() == null ? null : reader.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} can't be read and is left out", record.topic(), record.partition(), record.offset(), e);
            return null;
        }
    }

    private void lookForPartitions() {
        if (System.nanoTime() - looked < LOOK_FOR_PARTITIONS_NANOS) {
            return;
        }
        looked = System.nanoTime();
        List<TopicPartition> now = partitions();
        if (!now.isEmpty() && !new HashSet<>(now).equals(consumer.assignment())) {
            Map<TopicPartition, Long> positions = new HashMap<>();
            consumer.assignment().forEach(each -> positions.put(each, consumer.position(each)));
            assign(now, positions);
        }
    }

    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        readers.values().forEach(Deserializer::close);
    }
}
