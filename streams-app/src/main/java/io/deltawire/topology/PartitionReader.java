package io.deltawire.topology;

import io.deltawire.article.ArticleLimits;
import io.deltawire.avro.RawArticle;
import io.deltawire.engine.SourceClock;
import io.deltawire.schemas.Mark;
import io.deltawire.state.Pieces;
import io.deltawire.text.Article;
import java.time.Instant;
import org.apache.kafka.common.header.Headers;
import org.jspecify.annotations.Nullable;

/**
 * What READ makes of the records of one partition of {@code articles.raw}: checks each and keeps the partition's event clock.
 * The topology and a backtest from a topic share it, so that both hear the same. Not thread-safe.
 */
public final class PartitionReader {
    private final LineConfig config;
    private final SourceClock clock;

    /** @param pieces where the clock is kept */
    public PartitionReader(LineConfig config, Pieces pieces) {
        this.config = config;
        this.clock = new SourceClock(pieces, config.reorderBound());
    }

    /**
     * Hears one record, in the order of the partition.
     *
     * @param raw null for a mark
     * @param timestamp of the record, milliseconds since 1970
     * @throws RefusedArticleException if it is neither a sound article nor a mark; it has no effect then
     */
    public Heard hear(
            int partition,
            long offset,
            @Nullable String key,
            @Nullable RawArticle raw,
            long timestamp,
            Headers headers) {
        return raw == null
                ? mark(partition, offset, timestamp, headers)
                : article(partition, offset, key, raw, timestamp);
    }

    private Heard mark(int partition, long offset, long timestamp, Headers headers) {
        Mark mark = Mark.of(headers);
        if (mark == null) {
            throw new RefusedArticleException(
                    "neither an article nor a mark: no value, no header " + Mark.HEADER, null);
        }
        Instant time = notTooEarly(Instant.ofEpochMilli(timestamp));
        if (mark == Mark.END) {
            clock.end(time);
        } else {
            clock.mark(time);
        }
        return new Heard(null, true, "", clock.watermark(), origin(partition, offset));
    }

    private Heard article(int partition, long offset, @Nullable String key, RawArticle raw, long timestamp) {
        Instant written = Instant.ofEpochMilli(timestamp);
        boolean dated = raw.getPublishedAt() != null;
        Instant published = notTooEarly(dated ? raw.getPublishedAt() : written);
        Instant takenIn = raw.getIngestedAt() == null ? written : raw.getIngestedAt();
        if (published.isAfter(takenIn.plus(config.futureTolerance()))) {
            throw new RefusedArticleException(
                    "published_at " + published + " is in the future of " + takenIn + ", when it was taken in", null);
        }
        String id = raw.getId().isBlank() && key != null ? key : raw.getId();
        if (id.isBlank() || (raw.getTitle().isBlank() && raw.getText().isBlank())) {
            throw new RefusedArticleException("an article without id, or with neither title nor text", null);
        }
        Article article =
                new Article(id, raw.getUrl(), raw.getTitle(), raw.getText(), published, raw.getSource(), raw.getLang());
        Instant effective = clock.article(published);
        return new Heard(article, dated, raw.getSection(), effective, origin(partition, offset));
    }

    private static Instant notTooEarly(Instant time) {
        if (time.isBefore(ArticleLimits.EARLIEST)) {
            throw new RefusedArticleException("time " + time + " is before " + ArticleLimits.EARLIEST, null);
        }
        return time;
    }

    private Origin origin(int partition, long offset) {
        return new Origin(partition, config.sourcePartitions(), offset, clock.watermark());
    }
}
