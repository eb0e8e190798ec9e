package io.deltawire.local;

import io.deltawire.schemas.Settings;
import io.deltawire.topology.LineTopology;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Tells when the streams app has worked off all that is on its input topics, and all that it wrote can be read. Not thread-safe.
 */
public final class Backlog implements AutoCloseable {
    private static final Duration POLL = Duration.ofMillis(100);

    private final Admin admin;
    private final KafkaConsumer<byte[], byte[]> consumer;
    private final String application;
    private final List<String> inputs;
    private final List<String> outputs;

    /** @param settings those that the app was started with */
    public Backlog(Settings settings) {
        application = settings.get("application.id", "deltawire");
        // In the order of the flow: what is through is through before it is asked whether the next is.
        inputs = List.of(settings.topics().articlesRaw(), LineTopology.digestsTopic(application));
        outputs = List.of(
                settings.topics().storyUpdates(),
                settings.topics().factChanges(),
                settings.topics().stories());
        Map<String, Object> config =
                Map.of("bootstrap.servers", settings.get("bootstrap.servers", ""), "isolation.level", "read_committed");
        admin = Admin.create(Map.<String, Object>of("bootstrap.servers", settings.get("bootstrap.servers", "")));
        consumer = new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether nothing is left to do. */
    public boolean isThrough() throws ExecutionException, InterruptedException {
        Map<TopicPartition, OffsetAndMetadata> done = committed();
        for (String topic : inputs) {
            List<TopicPartition> partitions = partitions(topic);
            if (!settled(partitions)) {
                return false;
            }
            for (TopicPartition partition : partitions) {
                OffsetAndMetadata at = done.get(partition);
                if (!nothingFrom(partition, at == null ? 0 : at.offset())) {
                    return false;
                }
            }
        }
        for (String topic : outputs) {
            if (!settled(partitions(topic))) {
                return false;
            }
        }
        return true;
    }

    /** How far the app has come, in offsets added up: a figure that stands still says that the app does. */
    public long worked() throws ExecutionException, InterruptedException {
        return committed().values().stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }

    private Map<TopicPartition, OffsetAndMetadata> committed() throws ExecutionException, InterruptedException {
        return admin.listConsumerGroupOffsets(application)
                .partitionsToOffsetAndMetadata()
                .get();
    }

    private List<TopicPartition> partitions(String topic) {
        return consumer.partitionsFor(topic).stream()
                .map(partition -> new TopicPartition(topic, partition.partition()))
                .toList();
    }

    /** Whether no transaction is open: everything written can be read. */
    private boolean settled(Collection<TopicPartition> partitions) throws ExecutionException, InterruptedException {
        Map<TopicPartition, Long> readable = consumer.endOffsets(partitions);
        Map<TopicPartition, OffsetSpec> latest = new HashMap<>();
        partitions.forEach(partition -> latest.put(partition, OffsetSpec.latest()));
        return admin.listOffsets(latest).all().get().entrySet().stream()
                .allMatch(written -> readable.getOrDefault(written.getKey(), 0L)
                        >= written.getValue().offset());
    }

    /** Offsets alone do not tell: what ends a transaction has an offset too, and no app commits beyond it. */
    private boolean nothingFrom(TopicPartition partition, long offset) {
        Set<TopicPartition> one = Set.of(partition);
        long end = consumer.endOffsets(one).getOrDefault(partition, 0L);
        if (offset >= end) {
            return true;
        }
        consumer.assign(one);
        consumer.seek(partition, offset);
        while (consumer.position(partition) < end) {
            if (!consumer.poll(POLL).isEmpty()) {
                return false;
            }
        }
        return true;
    }

    @Override
    public void close() {
        consumer.close();
        admin.close();
    }
}
