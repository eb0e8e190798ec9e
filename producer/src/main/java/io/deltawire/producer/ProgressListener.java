package io.deltawire.producer;

import io.deltawire.article.BadArticleException;

/** Is told how a publication goes. Calls may come from several threads. */
public interface ProgressListener {
    /** Hears nothing. */
    ProgressListener SILENT = new ProgressListener() {};

    /** About five times a second, and at the end. */
    default void progress(Progress progress) {}

    /**
     * An input that is no article was passed over.
     *
     * @param where file and line, feed, or article
     */
    default void skipped(String where, BadArticleException why) {}

    /** Nothing gets through at present and nothing is lost; once at the start and then once a minute. */
    default void waiting(String forWhat) {}
}
