package io.deltawire.view;

import io.deltawire.avro.EnrichedArticle;
import java.time.Instant;

/**
 * What is kept of an article; its text stays on {@code articles.enriched}.
 *
 * @param dated whether the source gave the time
 * @param partition where its text is
 * @param offset where its text is
 */
public record Article(
        String id,
        String url,
        String source,
        Instant publishedAt,
        boolean dated,
        String lang,
        String desk,
        String title,
        int partition,
        long offset) {
    static Article of(EnrichedArticle article, int partition, long offset) {
        return new Article(
                article.getId(),
                article.getUrl(),
                article.getSource(),
                article.getPublishedAt(),
                article.getDated(),
                article.getLang(),
                article.getDesk(),
                article.getTitle(),
                partition,
                offset);
    }
}
