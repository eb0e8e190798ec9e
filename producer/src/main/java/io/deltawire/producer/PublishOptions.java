package io.deltawire.producer;

import io.deltawire.producer.feed.FeedOptions;

/**
 * How to publish.
 *
 * @param strict stop at the first input that is no article, with a {@link StrictStopException}
 * @param asIs keep the order of the files instead of putting all articles in time order
 * @param rate articles a second at most; 0 for as fast as the broker takes them
 * @param feeds for sources that are feeds
 */
public record PublishOptions(boolean strict, boolean asIs, double rate, FeedOptions feeds) {
    public static final PublishOptions DEFAULT = new PublishOptions(false, false, 0, FeedOptions.DEFAULT);
}
