package io.deltawire.producer.feed;

import java.time.Duration;

/**
 * How to poll feeds.
 *
 * @param every time between two polls of one feed; a feed or server that asks for more gets more
 * @param once poll every feed once and end
 * @param hostPause time between two requests to one host
 * @param limits of every request
 */
public record FeedOptions(Duration every, boolean once, Duration hostPause, FetchLimits limits) {
    public static final FeedOptions DEFAULT =
            new FeedOptions(Duration.ofMinutes(5), false, Duration.ofSeconds(1), FetchLimits.DEFAULT);
}
