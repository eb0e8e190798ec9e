package io.deltawire.producer.feed;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/**
 * A feed between two polls.
 *
 * @param etag validator of the last answer; empty when there was none
 * @param lastModified validator of the last answer; empty when there was none
 * @param failures since the last answer
 * @param pause until the next poll
 */
record Feed(URI uri, String etag, String lastModified, int failures, Duration pause) {
    static final Duration LONGEST_BACKOFF = Duration.ofHours(1);
    private static final Duration LONGEST_REQUEST = Duration.ofDays(1);

    static Feed unread(URI uri) {
        return new Feed(uri, "", "", 0, Duration.ZERO);
    }

    /** After an answer. A 304 may come without validators; the old ones hold then. */
    Feed answered(Answer answer, Duration every, Duration ttl) {
        boolean unchanged = answer.body().isEmpty();
        return new Feed(
                answer.movedTo().orElse(uri),
                unchanged && answer.etag().isEmpty() ? etag : answer.etag(),
                unchanged && answer.lastModified().isEmpty() ? lastModified : answer.lastModified(),
                0,
                longer(every, shorter(ttl, LONGEST_REQUEST)));
    }

    /** After a failure: twice as long each time, at least as long as the server asks; empty when the feed is gone. */
    Optional<Feed> failed(FetchException failure, Duration every) {
        if (failure.gone()) {
            return Optional.empty();
        }
        Duration doubled = every.multipliedBy(1L << Math.min(failures + 1, 10));
        Duration asked = shorter(failure.retryAfter(), LONGEST_REQUEST);
        Duration next = longer(longer(shorter(doubled, LONGEST_BACKOFF), asked), every);
        return Optional.of(new Feed(uri, etag, lastModified, failures + 1, next));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    private static Duration longer(Duration a, Duration b) {
        return a.compareTo(b) > 0 ? a : b;
    }
}
