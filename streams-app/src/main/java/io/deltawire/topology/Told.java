package io.deltawire.topology;

import io.deltawire.engine.Enriched;
import org.jspecify.annotations.Nullable;

/**
 * What ENRICH tells of what was heard.
 *
 * @param enriched null for a mark
 * @param desk desk of the article; "" for a mark
 */
record Told(Heard heard, @Nullable Enriched enriched, String desk) {
    boolean isArticle() {
        return enriched != null;
    }
}
