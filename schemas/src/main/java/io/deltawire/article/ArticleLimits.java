package io.deltawire.article;

import io.deltawire.article.BadArticleException.Reason;
import java.time.Duration;
import java.time.Instant;

/**
 * What an article may be at most.
 *
 * @param maxBytes bytes of one article as it comes (a line, a file, a feed entry)
 * @param earliest first event time taken
 * @param latest last event time taken
 */
public record ArticleLimits(int maxBytes, Instant earliest, Instant latest) {
    /** 5 MB: a book is an article by mistake. */
    public static final int MAX_BYTES = 5 * 1024 * 1024;

    /** News on line starts about here; earlier dates are nearly always a zero or a two-digit year gone wrong. */
    public static final Instant EARLIEST = Instant.parse("1990-01-01T00:00:00Z");

    /** A Kafka broker refuses record timestamps further ahead than this by default (message.timestamp.after.max.ms). */
    public static final Duration FUTURE_TOLERANCE = Duration.ofHours(1);

    /** Sizes and earliest date by default, and nothing later than the tolerance after {@code now}. */
    public static ArticleLimits at(Instant now) {
        return new ArticleLimits(MAX_BYTES, EARLIEST, now.plus(FUTURE_TOLERANCE));
    }

    /** Sizes and earliest date by default, any later date: for replays, which have no clock to compare with. */
    public static ArticleLimits timeless() {
        return new ArticleLimits(MAX_BYTES, EARLIEST, Instant.parse("9999-12-31T00:00:00Z"));
    }

    /** Passes the time on if it is within bounds. */
    public Instant checked(Instant publishedAt) throws BadArticleException {
        if (publishedAt.isBefore(earliest)) {
            throw new BadArticleException(Reason.BAD_DATE, "published_at " + publishedAt + " is before " + earliest);
        }
        if (publishedAt.isAfter(latest)) {
            throw new BadArticleException(Reason.BAD_DATE, "published_at " + publishedAt + " is in the future");
        }
        return publishedAt;
    }
}
