package io.deltawire.topology;

import io.deltawire.text.Article;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What READ hears on {@code articles.raw}: an article, or a mark.
 *
 * @param article null for a mark
 * @param dated false when the source gave no time and the time of writing stands in
 * @param section section or tenant of the article; "" when unknown
 * @param effective effective time of the article; for a mark the clock
 */
public record Heard(@Nullable Article article, boolean dated, String section, Instant effective, Origin origin) {
    /** Taken in now, by the wall clock, unless the producer said when. Metrics alone ask. */
    Heard takenInAt(long now) {
        return new Heard(article, dated, section, effective, origin.takenInAt(now));
    }
}
