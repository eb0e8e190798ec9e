package io.deltawire.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FeedTest {
    private static final Duration EVERY = Duration.ofMinutes(5);
    private final Feed feed = Feed.unread(URI.create("https://gazette.example/rss"));

    @Test
    void eachFailureDoublesThePauseUpToAnHour() {
        FetchException failure = new FetchException("refused");
        Feed once = feed.failed(failure, EVERY).orElseThrow();
        Feed twice = once.failed(failure, EVERY).orElseThrow();
        Feed often = twice.failed(failure, EVERY).orElseThrow();
        for (int i = 0; i < 100; i++) {
            often = often.failed(failure, EVERY).orElseThrow();
        }
        assertThat(once.pause()).isEqualTo(Duration.ofMinutes(10));
        assertThat(twice.pause()).isEqualTo(Duration.ofMinutes(20));
        assertThat(often.pause()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void aServerMayAskForMoreButNotForever() {
        Feed asked = feed.failed(new FetchException("busy", false, Optional.of(Duration.ofHours(3))), EVERY)
                .orElseThrow();
        Feed years = feed.failed(new FetchException("busy", false, Optional.of(Duration.ofDays(900))), EVERY)
                .orElseThrow();
        assertThat(asked.pause()).isEqualTo(Duration.ofHours(3));
        assertThat(years.pause()).isEqualTo(Duration.ofDays(1));
    }

    @Test
    void aFeedThatIsGoneIsNotPolledAgain() {
        assertThat(feed.failed(new FetchException("gone", true, Optional.empty()), EVERY))
                .isEmpty();
    }

    @Test
    void validatorsSurviveAnAnswerWithout() {
        Answer full =
                new Answer(Optional.of(new Answer.Body(new byte[0])), "", "\"v1\"", "yesterday", Optional.empty());
        Answer unchanged = new Answer(Optional.empty(), "", "", "", Optional.empty());
        Feed next = feed.answered(full, EVERY, Duration.ZERO).answered(unchanged, EVERY, Duration.ZERO);
        assertThat(next.etag()).isEqualTo("\"v1\"");
        assertThat(next.lastModified()).isEqualTo("yesterday");
    }

    @Test
    void theFeedsOwnRhythmCountsWhenItIsSlower() {
        Answer full = new Answer(Optional.of(new Answer.Body(new byte[0])), "", "", "", Optional.empty());
        assertThat(feed.answered(full, EVERY, Duration.ofMinutes(30)).pause()).isEqualTo(Duration.ofMinutes(30));
        assertThat(feed.answered(full, EVERY, Duration.ofMinutes(1)).pause()).isEqualTo(EVERY);
    }
}
