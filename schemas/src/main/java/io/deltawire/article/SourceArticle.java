package io.deltawire.article;

import java.time.Instant;
import java.util.Optional;

/**
 * An article as a source gave it.
 *
 * @param id given by the source, or derived by {@link ArticleIds}; never empty
 * @param url as given; empty when unknown
 * @param title headline; empty when the source gave none
 * @param text body, plain text; empty for a headline-only article
 * @param publishedAt event time; empty when the source gave none
 * @param source outlet name or host; empty when unknown
 * @param lang declared ISO 639-1 language; empty when the source gave none
 * @param section of the outlet, or tenant, for desks that are divided by it; empty when the source gave none
 */
public record SourceArticle(
        String id,
        String url,
        String title,
        String text,
        Optional<Instant> publishedAt,
        String source,
        String lang,
        String section) {}
