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
            throw refused(Refusal.NO_VALUE, "neither an article nor a mark: no value, no header " + Mark.HEADER);
        }
        Instant time = notTooEarly(Instant.ofEpochMilli(timestamp));
        if (mark == Mark.END) {
            clock.end(time);
        } else {
            clock.mark(time);
        }
        return new Heard(null, true, "", clock.watermark(), origin(partition, offset, 0));
    }

    private Heard article(int partition, long offset, @Nullable String key, RawArticle raw, long timestamp) {
        Instant written = Instant.ofEpochMilli(timestamp);
        boolean dated = raw.getPublishedAt() != null;
        Instant published = notTooEarly(dated ? raw.getPublishedAt() : written);
        // Both clocks are asked: one that runs ahead must not vouch for the article it dated.
        notAhead(published, raw.getIngestedAt(), "when it was taken in");
        notAhead(published, written, "when it was written");
        String id = raw.getId().isBlank() && key != null ? key : raw.getId();
        if (id.isBlank() || (raw.getTitle().isBlank() && raw.getText().isBlank())) {
            throw refused(Refusal.EMPTY, "an article without id, or with neither title nor text");
        }
        long size = (long) raw.getTitle().length() + raw.getText().length();
        if (size > ArticleLimits.MAX_BYTES) {
            throw refused(
                    Refusal.TOO_LARGE, size + " characters of text; an article may have " + ArticleLimits.MAX_BYTES);
        }
        Article article =
                new Article(id, raw.getUrl(), raw.getTitle(), raw.getText(), published, raw.getSource(), raw.getLang());
        Instant effective = clock.article(published);
        long takenIn = raw.getIngestedAt() == null ? 0 : raw.getIngestedAt().toEpochMilli();
        return new Heard(article, dated, raw.getSection(), effective, origin(partition, offset, takenIn));
    }

    private void notAhead(Instant published, @Nullable Instant by, String what) {
        if (by != null && published.isAfter(by.plus(config.futureTolerance()))) {
            throw refused(
                    Refusal.IN_THE_FUTURE, "published_at " + published + " is in the future of " + by + ", " + what);
        }
    }

    private static Instant notTooEarly(Instant time) {
        if (time.isBefore(ArticleLimits.EARLIEST)) {
            throw refused(Refusal.TOO_EARLY, "time " + time + " is before " + ArticleLimits.EARLIEST);
        }
        return time;
    }

    private static RefusedArticleException refused(Refusal refusal, String reason) {
        return new RefusedArticleException(refusal, reason, null);
    }

    private Origin origin(int partition, long offset, long takenIn) {
        return new Origin(partition, config.sourcePartitions(), offset, clock.watermark(), takenIn);
    }
}
