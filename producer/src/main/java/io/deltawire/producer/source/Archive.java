package io.deltawire.producer.source;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import java.io.Closeable;
import java.io.IOException;

/** A finite source: can be gone through, and after that read at any place. Not thread-safe. */
public interface Archive extends Closeable {
    /** Goes through all of it once, in its own order. What cannot be read is shown as bad. */
    void scan(Visitor visitor);

    /** Reads the article at a place that {@link #scan} showed. */
    SourceArticle read(long place) throws IOException, BadArticleException;

    /** Where a place is, for people. */
    String where(long place);
}
