package io.deltawire.replay;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.deltawire.avro.RawArticle;
import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Turn;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import io.deltawire.state.MapPieces;
import io.deltawire.topology.Heard;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.PartitionReader;
import io.deltawire.topology.RefusedArticleException;
import java.io.EOFException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Set;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * The articles of a range of {@code articles.raw} in the one order, read as the line reads them: marks move the clocks, an article
 * without a time has that of its record, one that is late takes effect at its partition's clock. At the end of the range all that
 * still waits is given out, as if a closing mark stood there. Not thread-safe.
 */
public final class TopicArticles implements Articles {
    /** Articles that wait before only the partitions furthest behind are read. */
    private static final int MOST_WAITING = 2_000;

    /** So many inputs without one article among them: this is another topic. */
    private static final int WRONG_TOPIC_AFTER = 100;

    private final RangeReader reader;
    private final Deserializer<RawArticle> deserializer;
    private final Consumer<String> leftOut;
    private final Map<Integer, PartitionReader> partitions = new HashMap<>();
    private final Map<Integer, Instant> clocks = new HashMap<>();
    private final PriorityQueue<Turn> waiting = new PriorityQueue<>(Comparator.comparing(Turn::effective)
            .thenComparing(turn -> turn.article().id()));
    private Instant newest = Instant.EPOCH;
    private long articles;
    private long bad;

    /**
     * @param line what the line is told, above all the reorder bound
     * @param leftOut is told of every record that is no article: where, and why, in one line of text
     */
    public TopicArticles(RangeReader reader, LineConfig line, Settings settings, Consumer<String> leftOut) {
        this.reader = reader;
        this.leftOut = leftOut;
        deserializer = AvroSerde.of(RawArticle.class, settings.forClients()).deserializer();
        reader.range()
                .spans()
                .keySet()
                .forEach(partition -> partitions.put(partition, new PartitionReader(line, new MapPieces())));
    }

    @Override
    public Optional<Turn> next() throws IOException {
        while (true) {
            Turn first = waiting.peek();
            if (first != null && mayGo(first)) {
                return Optional.of(waiting.remove());
            }
            if (reader.open().isEmpty()) {
                if (articles == 0 && bad > 0) {
                    throw wrongTopic();
                }
                return Optional.ofNullable(waiting.poll());
            }
            read();
        }
    }

    /** Whether no earlier one can come: the clocks of all partitions that are not through are past it. */
    private boolean mayGo(Turn turn) {
        for (Integer partition : reader.open()) {
            Instant clock = clocks.get(partition);
            if (clock == null || !turn.effective().isBefore(clock)) {
                return false;
            }
        }
        return true;
    }

    private void read() throws IOException {
        for (ConsumerRecord<byte[], byte[]> record : reader.poll(wanted())) {
            boolean early = reader.range()
                    .from()
                    .filter(from -> record.timestamp() < from.toEpochMilli())
                    .isPresent();
            if (!early && !isPast(clocks.getOrDefault(record.partition(), Instant.MIN))) {
                hear(record);
            }
        }
    }

    private boolean isPast(Instant clock) {
        return reader.range().to().filter(to -> !clock.isBefore(to)).isPresent();
    }

    private Set<Integer> wanted() {
        Set<Integer> open = reader.open();
        if (waiting.size() < MOST_WAITING) {
            return open;
        }
        Set<Integer> behind = new HashSet<>();
        Instant least = Instant.MAX;
        for (Integer partition : open) {
            Instant clock = clocks.getOrDefault(partition, Instant.MIN);
            if (clock.isBefore(least)) {
                least = clock;
                behind.clear();
            }
            if (clock.equals(least)) {
                behind.add(partition);
            }
        }
        return behind;
    }

    private void hear(ConsumerRecord<byte[], byte[]> record) throws IOException {
        PartitionReader partition = partitions.get(record.partition());
        if (partition == null) {
            return;
        }
        try {
            Heard heard = partition.hear(
                    record.partition(),
                    record.offset(),
                    record.key() == null ? null : new String(record.key(), StandardCharsets.UTF_8),
                    deserialized(record),
                    Math.max(0, record.timestamp()),
                    record.headers());
            Instant clock = heard.origin().watermark();
            clocks.put(record.partition(), clock);
            take(heard, Instant.ofEpochMilli(record.timestamp()));
            if (isPast(clock)) {
                reader.finish(record.partition());
            }
        } catch (RefusedArticleException | SerializationException e) {
            bad++;
            leftOut.accept("partition %d, offset %d: %s".formatted(record.partition(), record.offset(), reason(e)));
            if (articles == 0 && bad >= WRONG_TOPIC_AFTER) {
                throw wrongTopic();
            }
        }
    }

    private void take(Heard heard, Instant written) {
        if (heard.article() == null) {
            newest = newest.isBefore(written) ? written : newest;
            return;
        }
        articles++;
        Instant published = heard.article().publishedAt();
        newest = newest.isBefore(published) ? published : newest;
        if (!isPast(heard.effective())) {
            waiting.add(new Turn(
                    heard.article(),
                    heard.dated(),
                    heard.section(),
                    heard.effective(),
                    heard.origin().partition(),
                    heard.origin().offset()));
        }
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
    @Override
    public Instant end() {
        Instant end = newest.equals(Instant.EPOCH) ? newest : newest.plusMillis(1);
        return reader.range().to().filter(to -> to.isBefore(end)).orElse(end);
    }

    /** Articles heard so far. */
    public long articles() {
        return articles;
    }

    @Override
    public double share() {
        return reader.share();
    }

    @Override
    public long expected() {
        return 0;
    }

    @Override
    public long bad() {
        return bad;
    }

    @Override
    public String name() {
        return reader.range().toString();
    }

    @Override
    public void close() {
        reader.close();
        deserializer.close();
    }
}
