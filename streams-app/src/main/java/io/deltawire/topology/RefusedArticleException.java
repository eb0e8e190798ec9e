package io.deltawire.topology;

import org.jspecify.annotations.Nullable;

/** An article that READ or ENRICH cannot process: it goes to the dead letters, with this message, and the line goes on. */
public final class RefusedArticleException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final Refusal refusal;

    RefusedArticleException(Refusal refusal, String reason, @Nullable Throwable cause) {
        super(reason, cause);
        this.refusal = refusal;
    }

    /**
     * A defect of a stage. Its class and stack trace are kept and its message is not: a message may quote the article, and
     * article text must not reach the logs.
     */
    static RefusedArticleException defect(Refusal refusal, RuntimeException failure) {
        RefusedArticleException refused = new RefusedArticleException(
                refusal, refusal.tag() + ": " + failure.getClass().getName(), null);
        refused.setStackTrace(failure.getStackTrace());
        return refused;
    }

    Refusal refusal() {
        return refusal;
    }
}
