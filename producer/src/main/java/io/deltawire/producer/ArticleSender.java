package io.deltawire.producer;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import io.deltawire.avro.RawArticle;
import java.time.Clock;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.common.errors.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Sends articles to {@code articles.raw}: keyed by id with the client's own partitioning, so that one article always lies on
 * one partition, and with its publication as record timestamp. When the client's buffer is full it waits. Thread-safe.
 */
final class ArticleSender {
    private final Producer<String, RawArticle> producer;
    private final String topic;
    private final EventClock eventClock;
    private final Clock wallClock;
    private final ProgressListener listener;
    private final AtomicLong sent = new AtomicLong();
    private final AtomicLong acknowledged = new AtomicLong();
    private final AtomicLong refused = new AtomicLong();
    private volatile @Nullable Exception failure;

    ArticleSender(
            Producer<String, RawArticle> producer,
            String topic,
            EventClock eventClock,
            Clock wallClock,
            ProgressListener listener) {
        this.producer = producer;
        this.topic = topic;
        this.eventClock = eventClock;
        this.wallClock = wallClock;
        this.listener = listener;
    }

    /**
     * Returns when the client has taken the article into its buffer; how long that takes is up to the broker.
     *
     * @throws IllegalStateException if the broker refused an earlier record for good (no permission, say)
     */
    void send(SourceArticle article) {
        requireHealthy();
        Instant time = article.publishedAt().orElseGet(wallClock::instant);
        ProducerRecord<String, RawArticle> record =
                new ProducerRecord<>(topic, null, time.toEpochMilli(), article.id(), raw(article));
        boolean taken = false;
        while (!taken) {
            taken = offer(record);
        }
        sent.incrementAndGet();
        // After the record, never before: a mark taken from the clock must not overtake the article it speaks of.
        eventClock.published(time);
    }

    /** Articles handed to the client. */
    long sent() {
        return sent.get();
    }

    /** Articles the broker has confirmed. */
    long acknowledged() {
        return acknowledged.get();
    }

    /** Articles the broker would not take: too large for the topic, or too far in the future. */
    long refused() {
        return refused.get();
    }

    /** Articles in the client's buffer or under way. */
    long pending() {
        return sent.get() - acknowledged.get() - refused.get();
    }

    void requireHealthy() {
        Exception cause = failure;
        if (cause != null) {
            throw new IllegalStateException("the broker refused an article: " + cause.getMessage(), cause);
        }
    }

    /** False when the client hands the record back unsent: buffer full, or leaders unknown, for {@code max.block.ms}. */
    private boolean offer(ProducerRecord<String, RawArticle> record) {
        Receipt receipt = new Receipt(record.key());
        var unused = producer.send(record, (metadata, refusal) -> receipt.settle(refusal));
        return receipt.handOver();
    }

    private RawArticle raw(SourceArticle article) {
        return RawArticle.newBuilder()
                .setId(article.id())
                .setUrl(article.url())
                .setTitle(article.title())
                .setText(article.text())
                .setPublishedAt(article.publishedAt().orElse(null))
                .setSource(article.source())
                .setLang(article.lang())
                .setSection(article.section())
                .setIngestedAt(eventClock.isLive() ? wallClock.instant() : null)
                .build();
    }

    /** Fate of one record. A time-out before the client took it is no loss, one after it is. */
    private final class Receipt {
        private final String id;
        private boolean handedOver;
        private boolean handedBack;

        Receipt(String id) {
            this.id = id;
        }

        synchronized boolean handOver() {
            handedOver = true;
            return !handedBack;
        }

        synchronized void settle(@Nullable Exception refusal) {
            if (refusal == null) {
                acknowledged.incrementAndGet();
            } else if (refusal instanceof TimeoutException && !handedOver) {
                handedBack = true;
            } else if (refusal instanceof RecordTooLargeException) {
                refuse(Reason.TOO_LARGE, "larger than the topic takes");
            } else if (refusal instanceof InvalidTimestampException) {
                refuse(Reason.BAD_DATE, "the broker does not take its timestamp");
            } else {
                failure = refusal;
            }
        }

        private void refuse(Reason reason, String why) {
            refused.incrementAndGet();
            listener.skipped("article " + id, new BadArticleException(reason, why));
        }
    }
}
