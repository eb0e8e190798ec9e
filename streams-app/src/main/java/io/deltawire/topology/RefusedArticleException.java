package io.deltawire.topology;

import org.jspecify.annotations.Nullable;

/** An article that READ or ENRICH cannot process: it goes to the dead letters, with this message, and the line goes on. */
public final class RefusedArticleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    RefusedArticleException(String reason, @Nullable Throwable cause) {
        super(reason, cause);
    }
}
