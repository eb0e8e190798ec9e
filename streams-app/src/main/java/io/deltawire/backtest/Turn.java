package io.deltawire.backtest;

import io.deltawire.text.Article;
import java.time.Instant;

/**
 * An article whose turn has come in the one order: by effective time in milliseconds, then article id.
 *
 * @param dated false when its source gave no time
 * @param section section or tenant, for desks that are divided by it; "" when unknown
 * @param effective effective time; for files the article's own
 * @param partition of {@code articles.raw} that it comes from; {@value #OF_A_FILE} for a file
 * @param offset on that partition
 */
public record Turn(Article article, boolean dated, String section, Instant effective, int partition, long offset) {
    static final int OF_A_FILE = -1;

    static Turn ofFile(Article article, boolean dated, String section) {
        return new Turn(article, dated, section, article.publishedAt(), OF_A_FILE, OF_A_FILE);
    }

    Place place() {
        return new Place(effective.toEpochMilli(), article.id());
    }

    /** Whether it comes from a topic and not from a file. */
    public boolean ofTopic() {
        return partition != OF_A_FILE;
    }

    /** Place in the one order. */
    record Place(long effective, String articleId) implements Comparable<Place> {
        static final Place BEFORE_ALL = new Place(Long.MIN_VALUE, "");

        @Override
        public int compareTo(Place other) {
            int byTime = Long.compare(effective, other.effective);
            return byTime != 0 ? byTime : articleId.compareTo(other.articleId);
        }
    }
}
