package io.deltawire.replay;

import io.deltawire.schemas.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/**
 * How far a replay's app has come, told from what its group has committed: offsets are committed in one transaction with what
 * came out, so that all output is there when they are at the end. Markers of transactions after the last record don't count.
 */
final class Through implements Closeable {
    private final Settings settings;
    private final String digests;
    private final Admin admin;
    private final RawRange raw;

    Through(Settings settings, String digests) throws IOException {
        this.settings = settings;
        this.digests = digests;
        try (RangeReader reader = whole(settings, settings.topics().articlesRaw())) {
            raw = reader.range();
        }
        admin = Admin.create(settings.forClients());
    }

    private static RangeReader whole(Settings settings, String topic) throws IOException {
        return RangeReader.open(settings, topic, Bound.OF_TOPIC, Bound.OF_TOPIC);
    }

    /** Share of the articles that has been read. */
    double share() throws IOException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        long done = 0;
        for (Map.Entry<Integer, RawRange.Span> span : raw.spans().entrySet()) {
            long at = committed.getOrDefault(new TopicPartition(raw.topic(), span.getKey()), 0L);
            done += Math.max(
                    0, Math.min(at, span.getValue().end()) - span.getValue().begin());
        }
        return raw.size() == 0 ? 1 : (double) done / raw.size();
    }

    boolean isAll() throws IOException, InterruptedException {
        return share() >= 1 && RangeReader.isThere(settings, digests) && noDigestLeft();
    }

    private boolean noDigestLeft() throws IOException, InterruptedException {
        Map<TopicPartition, Long> committed = committed();
        RawRange all;
        try (RangeReader reader = whole(settings, digests)) {
            all = reader.range();
        }
        TreeMap<Integer, RawRange.Span> rest = new TreeMap<>();
        all.spans().forEach((partition, span) -> {
            long at = committed.getOrDefault(new TopicPartition(digests, partition), span.begin());
            rest.put(partition, new RawRange.Span(Math.min(Math.max(at, span.begin()), span.end()), span.end()));
        });
        try (RangeReader reader = RangeReader.open(settings, new RawRange(digests, rest, all.from(), all.to()))) {
            while (!reader.open().isEmpty()) {
                if (!reader.poll(reader.open()).isEmpty()) {
                    return false;
                }
            }
        }
        return true;
    }

    private Map<TopicPartition, Long> committed() throws IOException, InterruptedException {
        try {
            Map<TopicPartition, Long> committed = new HashMap<>();
            for (Map.Entry<TopicPartition, OffsetAndMetadata> each : admin.listConsumerGroupOffsets(
                            settings.get("application.id", ""))
                    .partitionsToOffsetAndMetadata()
                    .get()
                    .entrySet()) {
                if (each.getValue() != null) {
                    committed.put(each.getKey(), each.getValue().offset());
                }
            }
            return committed;
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e);
        }
    }

    /** Committed records on each topic. */
    static Map<String, Long> counts(Settings settings, List<String> topics) throws IOException {
        Map<String, Long> counts = new TreeMap<>();
        for (String topic : topics) {
            long count = 0;
            try (RangeReader reader = whole(settings, topic)) {
                while (!reader.open().isEmpty()) {
                    count += reader.poll(reader.open()).size();
                }
            }
            counts.put(topic, count);
        }
        return counts;
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
