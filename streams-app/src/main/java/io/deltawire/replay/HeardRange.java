package io.deltawire.replay;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import io.deltawire.state.MapPieces;
import io.deltawire.topology.Heard;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.PartitionReader;
import io.deltawire.topology.RefusedArticleException;
import java.io.Closeable;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** A range of {@code articles.raw} as READ hears it, partition by partition. Not thread-safe. */
final class HeardRange implements Closeable {
    /** So many inputs without one article among them: this is another topic. */
    private static final int WRONG_TOPIC_AFTER = 100;

    private final RangeReader reader;
    private final Deserializer<RawArticle> deserializer;
    private final Consumer<String> leftOut;
    private final Map<Integer, PartitionReader> partitions = new HashMap<>();
    private final Map<Integer, Instant> clocks = new HashMap<>();
    private Instant newest = Instant.EPOCH;
    private long articles;
    private long bad;

    /**
     * A record within the range.
     *
     * @param heard empty when READ refuses it
     */
    record Item(ConsumerRecord<byte[], byte[]> record, Optional<Heard> heard) {}

    /** @param leftOut is told of every record that READ refuses: where, and why, in one line of text */
    HeardRange(RangeReader reader, LineConfig line, Settings settings, Consumer<String> leftOut) {
        this.reader = reader;
        this.leftOut = leftOut;
        deserializer = AvroSerde.of(RawArticle.class, settings.forClients()).deserializer();
        reader.range()
                .spans()
                .keySet()
                .forEach(partition -> partitions.put(partition, new PartitionReader(line, new MapPieces())));
    }

    /** Partitions that are not through. */
    Set<Integer> open() {
        return reader.open();
    }

    /** How far a partition's clock has come; the beginning of time while nothing was heard of it. */
    Instant clock(int partition) {
        return clocks.getOrDefault(partition, Instant.MIN);
    }

    /** More of the partitions wanted; none when nothing came within a moment. */
    List<Item> read(Set<Integer> wanted) throws IOException {
        List<Item> items = new ArrayList<>();
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(wanted)) {
            boolean early = reader.range()
                    .from()
                    .filter(from -> record.timestamp() < from.toEpochMilli())
                    .isPresent();
            if (!early && !isPast(clock(record.partition()))) {
                hear(record).ifPresent(items::add);
            }
        }
        if (open().isEmpty() && articles == 0 && bad > 0) {
            throw wrongTopic();
        }
        return items;
    }

    /** Whether a time lies where the range is cut. */
    private boolean isPast(Instant time) {
        return reader.range().to().filter(to -> !time.isBefore(to)).isPresent();
    }

    private Optional<Item> hear(ConsumerRecord<byte[], byte[]> record) throws IOException {
        PartitionReader partition = partitions.get(record.partition());
        if (partition == null) {
            return Optional.empty();
        }
        Heard heard;
        try {
            heard = partition.hear(
                    record.partition(),
                    record.offset(),
                    record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                    deserialized(record),
                    Math.max(0, record.timestamp()),
                    record.headers());
        } catch (RefusedArticleException | SerializationException e) {
            bad++;
            leftOut.accept("partition %d, offset %d: %s".formatted(record.partition(), record.offset(), reason(e)));
            if (articles == 0 && bad >= WRONG_TOPIC_AFTER) {
                throw wrongTopic();
            }
            return Optional.of(new Item(record, Optional.empty()));
        }
        Instant clock = heard.origin().watermark();
        clocks.put(record.partition(), clock);
        if (isPast(clock)) {
            reader.finish(record.partition());
        }
        articles += heard.article() == null ? 0 : 1;
        Instant time = heard.article() == null
                ? Instant.ofEpochMilli(record.timestamp())
                : heard.article().publishedAt();
        newest = newest.isBefore(time) ? time : newest;
        return isPast(heard.effective()) ? Optional.empty() : Optional.of(new Item(record, Optional.of(heard)));
    }

    /** @throws IOException if the registry can't be reached: that is no fault of the record */
    private @Nullable RawArticle deserialized(ConsumerRecord<byte[], byte[]> record) throws IOException {
        try {
            return record.value() == null ? null : deserializer.deserialize(record.topic(), record.value());
        } catch (SerializationException e) {
            for (Throwable cause = e; cause != null; cause = cause.getCause()) {
                if (cause instanceof RestClientException) {
                    throw e;
                }
                if (cause instanceof IOException line && !(line instanceof EOFException)) {
                    throw new IOException(e.getMessage(), e);
                }
            }
            throw e;
        }
    }

    private static String reason(RuntimeException failure) {
        Throwable cause = failure.getCause();
        String because = cause instanceof RestClientException ? ": " + cause.getMessage() : "";
        return failure.getMessage() + because;
    }

    private IOException wrongTopic() {
        return new IOException(
                "none of the first %d records of %s is an article; is it the right topic? The reasons are above"
                        .formatted(bad, reader.range().topic()));
    }

    /** The closing mark: a millisecond past the newest time heard, or where the range was cut. */
    Instant end() {
        Instant end = newest.equals(Instant.EPOCH) ? newest : newest.plusMillis(1);
        return reader.range().to().filter(to -> to.isBefore(end)).orElse(end);
    }

    double share() {
        return reader.share();
    }

    long articles() {
        return articles;
    }

    long bad() {
        return bad;
    }

    RawRange range() {
        return reader.range();
    }

    @Override
    public void close() {
        reader.close();
        deserializer.close();
    }
}
