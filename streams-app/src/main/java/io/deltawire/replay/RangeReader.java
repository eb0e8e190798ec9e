package io.deltawire.replay;

import io.deltawire.schemas.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;

/**
 * Reads a range of a topic with a consumer of its own: it is assigned and not subscribed, is in no group and commits nothing, so
 * no live group notices. A partition is through when the consumer's position has reached its end: positions pass over gaps
 * that compaction left and over markers of transactions, offsets of records do not. Not thread-safe.
 */
public final class RangeReader implements Closeable {
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int ANSWER_SECONDS = 20;

    private final KafkaConsumer<byte[], byte[]> consumer;
    private final RawRange range;
    private final Set<Integer> open = new TreeSet<>();

    private RangeReader(KafkaConsumer<byte[], byte[]> consumer, RawRange range) {
        this.consumer = consumer;
        this.range = range;
        List<TopicPartition> partitions = new ArrayList<>();
        range.spans().forEach((partition, span) -> {
            partitions.add(partition(partition));
            open.add(partition);
        });
        consumer.assign(partitions);
        range.spans().forEach((partition, span) -> consumer.seek(partition(partition), span.begin()));
        close(range.spans().keySet());
    }

    /**
     * Fixes the range to what is there now.
     *
     * @throws IOException if broker or topic can't be reached, or the range is not on the topic
     */
    public static RangeReader open(Settings settings, String topic, Bound from, Bound to) throws IOException {
        int partitions = partitions(settings, topic);
        KafkaConsumer<byte[], byte[]> consumer = consumer(settings);
        try {
            List<TopicPartition> all = new ArrayList<>();
            for (int partition = 0; partition < partitions; partition++) {
                all.add(new TopicPartition(topic, partition));
            }
            return new RangeReader(consumer, RawRange.of(consumer, topic, all, from, to));
        } catch (IOException | RuntimeException e) {
            consumer.close();
            throw e;
        }
    }

    /** Reads a range that was fixed before. */
    public static RangeReader open(Settings settings, RawRange range) throws IOException {
        partitions(settings, range.topic());
        return new RangeReader(consumer(settings), range);
    }

    private static KafkaConsumer<byte[], byte[]> consumer(Settings settings) {
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.remove("group.id");
        config.remove("group.instance.id");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "none");
        config.put("isolation.level", "read_committed");
        config.put("allow.auto.create.topics", false);
        config.put("client.id", "deltawire-backtest");
        return new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer());
    }

    /** Whether there is such a topic. */
    static boolean isThere(Settings settings, String topic) throws IOException {
        return describe(settings, topic) > 0;
    }

    private static int partitions(Settings settings, String topic) throws IOException {
        int partitions = describe(settings, topic);
        if (partitions == 0) {
            throw new IOException("there is no topic " + topic + " on " + settings.get("bootstrap.servers", ""));
        }
        return partitions;
    }

    /** Number of partitions, 0 when there is no such topic. */
    private static int describe(Settings settings, String topic) throws IOException {
        String broker = settings.get("bootstrap.servers", "");
        try (Admin admin = Admin.create(settings.forClients())) {
            return admin.describeTopics(Set.of(topic))
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .values()
                    .iterator()
                    .next()
                    .partitions()
                    .size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return 0;
            }
            throw new IOException(broker + ": " + e.getCause(), e);
        } catch (TimeoutException e) {
            throw new IOException("no broker answers at " + broker, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        }
    }

    private TopicPartition partition(int partition) {
        return new TopicPartition(range.topic(), partition);
    }

    public RawRange range() {
        return range;
    }

    /** Partitions that are not through. */
    public Set<Integer> open() {
        return Set.copyOf(open);
    }

    /** Leaves the rest of a partition out. */
    public void finish(int partition) {
        open.remove(partition);
    }

    /**
     * More records, of the partitions wanted alone; none when nothing came within a moment.
     *
     * @throws IOException if the topic no longer has what the range says
     */
    public List<ConsumerRecord<byte[], byte[]>> poll(Set<Integer> wanted) throws IOException {
        List<TopicPartition> read = new ArrayList<>();
        List<TopicPartition> rest = new ArrayList<>();
        for (TopicPartition partition : consumer.assignment()) {
            boolean wants = wanted.contains(partition.partition()) && open.contains(partition.partition());
            (wants ? read : rest).add(partition);
        }
        consumer.pause(rest);
        consumer.resume(read);
        List<ConsumerRecord<byte[], byte[]>> records = new ArrayList<>();
        try {
            for (ConsumerRecord<byte[], byte[]> record : consumer.poll(POLL)) {
                RawRange.Span span = range.spans().get(record.partition());
                if (span != null && record.offset() < span.end()) {
                    records.add(record);
                }
            }
        } catch (OffsetOutOfRangeException e) {
            throw new IOException(
                    "records of the range are no longer on " + range.topic() + ": " + e.offsetOutOfRangePartitions(),
                    e);
        }
        close(wanted);
        return records;
    }

    private void close(Set<Integer> partitions) {
        for (Integer partition : partitions) {
            RawRange.Span span = range.spans().get(partition);
            if (span != null && open.contains(partition) && position(partition) >= span.end()) {
                open.remove(partition);
            }
        }
    }

    private long position(int partition) {
        return consumer.position(partition(partition));
    }

    /** Share of the range that is read, 0 to 1; what is left out counts as read. */
    public double share() {
        long left = 0;
        for (Integer partition : open) {
            RawRange.Span span = range.spans().get(partition);
            left += span == null ? 0 : Math.max(0, span.end() - position(partition));
        }
        return range.size() == 0 ? 1 : 1 - (double) left / range.size();
    }

    @Override
    public void close() {
        consumer.close();
    }
}
