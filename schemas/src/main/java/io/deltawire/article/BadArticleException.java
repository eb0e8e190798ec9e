package io.deltawire.article;

/** An input that is no article. The message is for people, in one line, and quotes nothing of the input. */
public final class BadArticleException extends Exception {
    private static final long serialVersionUID = 1;

    /** What is wrong, for counting. */
    public enum Reason {
        /** Neither title nor text, or a file without articles. */
        EMPTY,
        /** More bytes than {@link ArticleLimits#maxBytes()}. */
        TOO_LARGE,
        /** Control characters that no text has. */
        BINARY,
        /** Not the encoding it claims, or UTF-8 where nothing is claimed. */
        MIS_ENCODED,
        /** Not JSON, not an object, a field of the wrong type, not XML. */
        MALFORMED,
        /** A date that cannot be read, or outside {@link ArticleLimits}. */
        BAD_DATE,
        /** The file, or the rest of it, cannot be read. */
        UNREADABLE
    }

    private final Reason reason;

    public BadArticleException(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    public Reason reason() {
        return reason;
    }
}
