package io.deltawire.producer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.avro.RawArticle;
import io.deltawire.producer.feed.FeedOptions;
import io.deltawire.producer.feed.FeedServer;
import io.deltawire.producer.feed.FetchLimits;
import io.deltawire.schemas.Mark;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class FeedRunTest {
    private static final String FEED = "<rss version=\"2.0\"><channel><title>Gazette</title>"
            + "<item><title>Dated</title><link>https://gazette.example/1</link>"
            + "<pubDate>Mon, 12 May 2025 08:00:00 GMT</pubDate></item>"
            + "<item><title>Undated</title><link>https://gazette.example/2</link></item>"
            + "<item><link>https://gazette.example/3</link></item></channel></rss>";
    private final Sent sent = new Sent();
    private final Instant begin = Instant.now();

    @Test
    void entriesArePublishedWithTheirOwnTimeOrThatOfTakingIn() throws Exception {
        try (FeedServer server = new FeedServer().feed("/rss", FEED)) {
            Summary summary = run(true).feeds(List.of(server.at("/rss")));
            assertThat(summary.published()).isEqualTo(2);
            assertThat(summary.skipped()).isEqualTo(Map.of(Reason.EMPTY, 1L));
        }
        RawArticle dated = sent.articles().get(0).value();
        RawArticle undated = sent.articles().get(1).value();
        assertThat(dated.getPublishedAt()).isEqualTo(Instant.parse("2025-05-12T08:00:00Z"));
        assertThat(dated.getIngestedAt()).isAfterOrEqualTo(begin.minusMillis(1));
        assertThat(undated.getPublishedAt()).isNull();
        assertThat(sent.articles().get(1).timestamp()).isGreaterThanOrEqualTo(begin.toEpochMilli());
        assertThat(sent.marks()).noneMatch(mark -> Mark.of(mark.headers()) == Mark.END);
    }

    @Test
    void marksTellTheClockOnTheWallUntilItIsInterrupted() throws Exception {
        AtomicReference<Summary> summary = new AtomicReference<>();
        try (FeedServer server = new FeedServer().feed("/rss", FEED)) {
            List<URI> feeds = List.of(server.at("/rss"));
            Thread thread = new Thread(() -> summary.set(run(false).feeds(feeds)));
            thread.start();
            await().atMost(Duration.ofSeconds(20))
                    .until(() -> sent.articles().size() == 2
                            && sent.marks().stream()
                                    .anyMatch(mark -> mark.timestamp()
                                            > sent.articles().get(1).timestamp()));
            thread.interrupt();
            thread.join(20_000);
        }
        assertThat(summary.get().published()).isEqualTo(2);
        assertThat(summary.get().complete()).isFalse();
        assertThat(sent.marks()).allMatch(mark -> Mark.of(mark.headers()) == Mark.OPEN);
    }

    private PublishRun run(boolean once) {
        FeedOptions feeds = new FeedOptions(
                Duration.ofMinutes(5),
                once,
                Duration.ofMillis(10),
                new FetchLimits(100_000, Duration.ofSeconds(5), 3, false));
        return new PublishRun(
                sent,
                Sent.TOPIC,
                EventClock.wall(Clock.systemUTC()),
                Clock.systemUTC(),
                new PublishOptions(false, false, 0, feeds),
                ProgressListener.SILENT,
                new Waiting(ProgressListener.SILENT));
    }
}
