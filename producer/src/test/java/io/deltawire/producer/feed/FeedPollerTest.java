package io.deltawire.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.deltawire.article.BadArticleException;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FeedPollerTest {
    private static final Duration PAUSE = Duration.ofMillis(100);
    private final List<String> articles = new CopyOnWriteArrayList<>();
    private final List<String> bad = new CopyOnWriteArrayList<>();
    private FeedServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FeedServer();
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void whatIsNewInAFeedIsPassedOnOnce() throws Exception {
        AtomicInteger polls = new AtomicInteger();
        server.on("/feed", exchange -> {
            String xml = polls.incrementAndGet() < 3 ? rss("One") : rss("One", "Two");
            FeedServer.send(exchange, 200, xml.getBytes(StandardCharsets.UTF_8));
        });
        Thread thread = new Thread(() -> run(poller(Duration.ofMillis(50), false, "/feed")));
        thread.start();
        await().atMost(Duration.ofSeconds(20)).until(() -> polls.get() >= 5);
        thread.interrupt();
        thread.join(10_000);
        assertThat(thread.isAlive()).isFalse();
        assertThat(articles).containsExactly("One", "Two");
    }

    @Test
    void aDeadFeedDoesNotHoldUpTheOthers() throws Exception {
        server.on("/dead", exchange -> exchange.sendResponseHeaders(500, -1)).feed("/alive", rss("One"));
        poller(Duration.ofMinutes(5), true, "/dead", "/alive").run();
        assertThat(articles).containsExactly("One");
        assertThat(bad).singleElement().asString().contains("/dead").contains("500");
    }

    @Test
    void feedsOfOneHostAreAskedOneAfterTheOtherWithAPause() throws Exception {
        server.feed("/a", rss("A")).feed("/b", rss("B")).feed("/c", rss("C"));
        poller(Duration.ofMinutes(5), true, "/a", "/b", "/c").run();
        assertThat(articles).containsExactlyInAnyOrder("A", "B", "C");
        for (int i = 1; i < 3; i++) {
            long apart = server.asked.get(i).nanos() - server.asked.get(i - 1).nanos();
            assertThat(Duration.ofNanos(apart)).isGreaterThanOrEqualTo(PAUSE);
        }
    }

    @Test
    void aFeedThatIsGoneEndsTheRunWhenItIsTheLast() throws Exception {
        server.on("/feed", exchange -> exchange.sendResponseHeaders(410, -1));
        poller(Duration.ofMillis(50), false, "/feed").run();
        assertThat(server.asked).hasSize(1);
    }

    @Test
    void aFailureFurtherOnEndsTheRun() {
        server.feed("/feed", rss("One"));
        FeedPoller.Sink broken = new FeedPoller.Sink() {
            @Override
            public void article(SourceArticle article) {
                throw new IllegalStateException("the broker refuses");
            }

            @Override
            public void bad(String where, BadArticleException why) {}
        };
        FeedPoller poller = new FeedPoller(
                List.of(server.at("/feed")), options(Duration.ofMillis(50), false), Clock.systemUTC(), broken);
        assertThatThrownBy(poller::run).hasMessage("the broker refuses");
    }

    @Test
    void keysInAnAddressAreNotShown() throws Exception {
        server.on("/feed", exchange -> exchange.sendResponseHeaders(403, -1));
        poller(Duration.ofMinutes(5), true, "/feed?apikey=hunter2").run();
        assertThat(bad).singleElement().asString().doesNotContain("hunter2");
    }

    private FeedPoller poller(Duration every, boolean once, String... paths) {
        List<URI> feeds = List.of(paths).stream().map(server::at).toList();
        FeedPoller.Sink sink = new FeedPoller.Sink() {
            @Override
            public void article(SourceArticle article) {
                articles.add(article.title());
            }

            @Override
            public void bad(String where, BadArticleException why) {
                bad.add(where + " " + why.getMessage());
            }
        };
        return new FeedPoller(feeds, options(every, once), Clock.systemUTC(), sink);
    }

    private static FeedOptions options(Duration every, boolean once) {
        return new FeedOptions(every, once, PAUSE, new FetchLimits(100_000, Duration.ofSeconds(5), 3, false));
    }

    private static void run(FeedPoller poller) {
        try {
            poller.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static String rss(String... titles) {
        StringBuilder xml = new StringBuilder("<rss version=\"2.0\"><channel><title>t</title>");
        for (String title : titles) {
            xml.append("<item><title>" + title + "</title><link>https://gazette.example/" + title + "</link></item>");
        }
        return xml + "</channel></rss>";
    }
}
