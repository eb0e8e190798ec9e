package io.deltawire.producer.feed;

import java.time.Duration;

/**
 * What a server may do to us.
 *
 * @param maxBytes of an answer, as sent and again once unpacked
 * @param timeout for a whole answer, redirects included
 * @param maxRedirects followed
 * @param allowPrivate whether a redirect may lead to an address that is not public
 */
public record FetchLimits(int maxBytes, Duration timeout, int maxRedirects, boolean allowPrivate) {
    public static final FetchLimits DEFAULT = new FetchLimits(10 * 1024 * 1024, Duration.ofSeconds(30), 5, false);
}
