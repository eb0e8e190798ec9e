package io.deltawire.producer;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.Mark;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Writes marks to every partition. They go through the producer that sends the articles, whose records stay in order on each
 * partition: an article handed over before a mark lies before it. Thread-safe.
 */
final class Marker {
    /** A mark follows an article within this time, looked at twice as often. */
    static final Duration AFTER_ARTICLE = Duration.ofMillis(200);

    /** Marks of a quiet live source. */
    static final Duration WHEN_QUIET = Duration.ofSeconds(10);

    private final Producer<String, RawArticle> producer;
    private final String topic;
    private final EventClock eventClock;
    private @Nullable Instant marked;
    private long markedAtNanos;

    Marker(Producer<String, RawArticle> producer, String topic, EventClock eventClock) {
        this.producer = producer;
        this.topic = topic;
        this.eventClock = eventClock;
    }

    /**
     * Marks when it is time to. Call it every {@link #AFTER_ARTICLE} / 2.
     *
     * @param articleSent whether an article was sent since the last call
     * @param nanos {@link System#nanoTime()}
     */
    synchronized void tick(boolean articleSent, long nanos) {
        Optional<Instant> now = eventClock.now();
        boolean quietLong = nanos - markedAtNanos >= WHEN_QUIET.toNanos();
        if (now.isPresent() && !now.get().equals(marked) && (articleSent || marked == null || quietLong)) {
            mark(Mark.OPEN, now.get());
            markedAtNanos = nanos;
        }
    }

    /**
     * Writes the mark that says that a finite source is through, and waits until every partition has it; nothing if the
     * source had no article.
     */
    void end() throws InterruptedException, ExecutionException {
        Optional<Instant> now = eventClock.now();
        if (now.isPresent()) {
            markAndWait(Mark.END, now.get());
        }
    }

    /**
     * Writes one mark to every partition and waits until all have it.
     *
     * @throws ExecutionException if the broker refuses it
     */
    void markAndWait(Mark mark, Instant clock) throws InterruptedException, ExecutionException {
        while (!confirmed(mark(mark, clock))) {
            Thread.sleep(AFTER_ARTICLE.toMillis());
        }
    }

    /**
     * Writes one mark to every partition.
     *
     * @return what becomes of each; empty when the topic's partitions could not be learnt within {@code max.block.ms}
     */
    synchronized List<Future<RecordMetadata>> mark(Mark mark, Instant clock) {
        List<Future<RecordMetadata>> written = new ArrayList<>();
        try {
            for (PartitionInfo partition : producer.partitionsFor(topic)) {
                written.add(producer.send(mark.record(topic, partition.partition(), clock)));
            }
            marked = clock;
        } catch (TimeoutException e) {
            marked = null;
            written.clear();
        }
        return written;
    }

    /** False if the broker is away: there were no partitions, or the client did not take a record in time. */
    private boolean confirmed(List<Future<RecordMetadata>> written) throws InterruptedException, ExecutionException {
        producer.flush();
        for (Future<RecordMetadata> mark : written) {
            try {
                mark.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof TimeoutException) {
                    return false;
                }
                throw e;
            }
        }
        return !written.isEmpty();
    }
}
