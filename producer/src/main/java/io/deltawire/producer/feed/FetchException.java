package io.deltawire.producer.feed;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;

/** A feed could not be had. The message is for people. */
final class FetchException extends IOException {
    private static final long serialVersionUID = 1;

    private final boolean gone;
    private final long retryAfterSeconds;

    FetchException(String message) {
        this(message, false, Optional.empty());
    }

    /**
     * @param gone the server says it will never come back
     * @param retryAfter how long the server asks to be left alone
     */
    FetchException(String message, boolean gone, Optional<Duration> retryAfter) {
        super(message);
        this.gone = gone;
        this.retryAfterSeconds = retryAfter.map(Duration::toSeconds).orElse(0L);
    }

    boolean gone() {
        return gone;
    }

    Duration retryAfter() {
        return Duration.ofSeconds(retryAfterSeconds);
    }
}
