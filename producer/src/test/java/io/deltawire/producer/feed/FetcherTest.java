package io.deltawire.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FetcherTest {
    private static final FetchLimits LIMITS = new FetchLimits(100_000, Duration.ofMillis(1500), 3, false);
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
    void validatorsOfTheLastAnswerBringNotModified() throws Exception {
        server.on("/feed", exchange -> {
            boolean same = "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
            exchange.getResponseHeaders().add("ETag", "\"v1\"");
            exchange.getResponseHeaders().add("Last-Modified", "Mon, 12 May 2025 08:00:00 GMT");
            if (same) {
                exchange.sendResponseHeaders(304, -1);
            } else {
                FeedServer.send(exchange, 200, "<rss/>".getBytes(StandardCharsets.UTF_8));
            }
        });
        Fetcher fetcher = new Fetcher(LIMITS);
        Answer first = fetcher.fetch(server.at("/feed"), "", "");
        Answer second = fetcher.fetch(server.at("/feed"), first.etag(), first.lastModified());
        assertThat(first.body()).isPresent();
        assertThat(second.body()).isEmpty();
        assertThat(server.asked.get(1).ifModifiedSince()).isEqualTo("Mon, 12 May 2025 08:00:00 GMT");
    }

    @Test
    void compressedAnswersAreUnpacked() throws Exception {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, gzip("<rss/>".getBytes(StandardCharsets.UTF_8)));
        });
        Answer answer = new Fetcher(LIMITS).fetch(server.at("/feed"), "", "");
        assertThat(answer.body().orElseThrow().bytes()).isEqualTo("<rss/>".getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void aSmallAnswerThatUnpacksToAHugeOneIsRefused() throws Exception {
        byte[] bomb = gzip(new byte[50_000_000]);
        assertThat(bomb.length).isLessThan(LIMITS.maxBytes());
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().add("Content-Encoding", "gzip");
            FeedServer.send(exchange, 200, bomb);
        });
        assertRefused("/feed", "once unpacked");
    }

    @Test
    void anAnswerWithoutEndIsCutAtTheLimit() {
        server.on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            byte[] chunk = new byte[8192];
            while (!Thread.currentThread().isInterrupted()) {
                out.write(chunk);
            }
        });
        assertRefused("/feed", "more than 100000 bytes");
    }

    @Test
    void aServerThatDripsIsLeftWhenItsTimeIsUp() {
        CountDownLatch refused = new CountDownLatch(1);
        server.on("/feed", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            OutputStream out = exchange.getResponseBody();
            while (!refused.await(100, TimeUnit.MILLISECONDS)) {
                out.write('x');
                out.flush();
            }
        });
        assertRefused("/feed", "no whole answer within");
        refused.countDown();
    }

    @Test
    void redirectToAPrivateAddressIsRefused() {
        server.redirect("/out", 302, server.at("/secret").toString()).feed("/secret", "<rss/>");
        assertRefused("/out", "private address");
        assertThat(server.asked).extracting(FeedServer.Asked::path).containsExactly("/out");
    }

    @Test
    void redirectToAPrivateAddressIsFollowedWhenAllowed() throws Exception {
        server.redirect("/out", 302, "/feed").feed("/feed", "<rss/>");
        FetchLimits allowing = new FetchLimits(100_000, Duration.ofSeconds(5), 3, true);
        Answer answer = new Fetcher(allowing).fetch(server.at("/out"), "", "");
        assertThat(answer.body()).isPresent();
        assertThat(answer.movedTo()).isEmpty();
    }

    @Test
    void permanentRedirectsAreRemembered() throws Exception {
        server.redirect("/a", 301, "/b").redirect("/b", 308, "/feed").feed("/feed", "<rss/>");
        FetchLimits allowing = new FetchLimits(100_000, Duration.ofSeconds(5), 3, true);
        assertThat(new Fetcher(allowing).fetch(server.at("/a"), "", "").movedTo())
                .contains(server.at("/feed"));
    }

    @Test
    void redirectsInACircleEnd() {
        server.redirect("/a", 302, "/a");
        FetchLimits allowing = new FetchLimits(100_000, Duration.ofSeconds(5), 3, true);
        assertThatThrownBy(() -> new Fetcher(allowing).fetch(server.at("/a"), "", ""))
                .hasMessageContaining("more than 3 redirects");
        assertThat(server.asked).hasSize(4);
    }

    @Test
    void redirectToAFileIsRefused() {
        server.redirect("/a", 302, "file:///etc/passwd");
        assertRefused("/a", "neither http nor https");
    }

    @Test
    void aServerThatAsksToBeLeftAloneIsHeard() {
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().add("Retry-After", "7200");
            exchange.sendResponseHeaders(503, -1);
        });
        FetchException refused = refused("/feed");
        assertThat(refused.retryAfter()).isEqualTo(Duration.ofHours(2));
        assertThat(refused.gone()).isFalse();
    }

    @Test
    void goneIsGone() {
        server.on("/feed", exchange -> exchange.sendResponseHeaders(410, -1));
        assertThat(refused("/feed").gone()).isTrue();
    }

    @Test
    void anAddressThatIsNoneIsAReasonAndNotABug() {
        assertThatThrownBy(() -> new Fetcher(LIMITS).fetch(URI.create("http:///x"), "", ""))
                .isInstanceOf(FetchException.class);
    }

    private void assertRefused(String path, String why) {
        assertThat(refused(path)).hasMessageContaining(why);
    }

    private FetchException refused(String path) {
        return catchThrowableOfType(FetchException.class, () -> new Fetcher(LIMITS).fetch(server.at(path), "", ""));
    }

    private static byte[] gzip(byte[] bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(bytes);
        }
        return packed.toByteArray();
    }
}
