package io.deltawire.text;

import java.time.Instant;

/**
 * An article as it came in, before anything is read from it: the engine's view of a record of {@code articles.raw}.
 *
 * @param id article id: hash of the canonical URL, or of source, title and time
 * @param title headline, plain text; empty when the source gave none
 * @param text body as the source gave it, plain text with line breaks; empty for a headline-only article
 * @param publishedAt event time
 * @param source outlet name or host; empty when unknown
 * @param lang declared ISO 639-1 language; empty when the source gave none
 */
public record Article(
        String id, String url, String title, String text, Instant publishedAt, String source, String lang) {}
