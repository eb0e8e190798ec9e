package io.deltawire.producer.feed;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** Polls feeds and passes on what is new in them. */
public final class FeedPoller {
    private static final int THREADS = 8;
    private static final int REMEMBERED = 100_000;

    private final List<URI> feeds;
    private final FeedOptions options;
    private final Clock clock;
    private final Sink sink;
    private final Fetcher fetcher;
    private final HostTurns turns;
    private final SeenArticles seen = new SeenArticles(REMEMBERED);
    private final CountDownLatch left;
    private final AtomicReference<@Nullable RuntimeException> failure = new AtomicReference<>();

    /** Where the articles go; called from several threads. */
    public interface Sink {
        void article(SourceArticle article);

        /**
         * An entry that is no article, or a whole feed that cannot be had or read at present.
         *
         * @param where address of the feed
         */
        void bad(String where, BadArticleException why);
    }

    /**
     * @param feeds http or https addresses
     */
    public FeedPoller(List<URI> feeds, FeedOptions options, Clock clock, Sink sink) {
        this.feeds = List.copyOf(feeds);
        this.options = options;
        this.clock = clock;
        this.sink = sink;
        this.fetcher = new Fetcher(options.limits());
        this.turns = new HostTurns(options.hostPause());
        this.left = new CountDownLatch(this.feeds.size());
    }

    /**
     * Polls until interrupted; returns earlier when every feed was polled once, if that was asked for, or is gone for good.
     *
     * @throws RuntimeException what the sink threw
     */
    public void run() throws InterruptedException {
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(Math.min(feeds.size(), THREADS));
        try {
            feeds.forEach(uri -> schedule(threads, Feed.unread(uri), Duration.ZERO));
            left.await();
        } finally {
            threads.shutdownNow();
            threads.awaitTermination(options.limits().timeout().toMillis(), TimeUnit.MILLISECONDS);
        }
        RuntimeException thrown = failure.get();
        if (thrown != null) {
            throw thrown;
        }
    }

    private void schedule(ScheduledThreadPoolExecutor threads, Feed feed, Duration delay) {
        if (!threads.isShutdown()) {
            var unused = threads.schedule(() -> turn(threads, feed), delay.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    private void turn(ScheduledThreadPoolExecutor threads, Feed feed) {
        String host = String.valueOf(feed.uri().getHost());
        if (!turns.enter(host, System.nanoTime())) {
            schedule(
                    threads,
                    feed,
                    Duration.ofMillis(Math.max(options.hostPause().toMillis(), 10)));
            return;
        }
        try {
            Optional<Feed> next = poll(feed);
            if (next.isEmpty() || options.once()) {
                left.countDown();
            } else {
                schedule(threads, next.get(), next.get().pause());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (RuntimeException e) {
            failure.set(e);
            while (left.getCount() > 0) {
                left.countDown();
            }
        } finally {
            turns.leave(host, System.nanoTime());
        }
    }

    /** The feed as it is to be polled next; empty when it is gone. */
    private Optional<Feed> poll(Feed feed) throws InterruptedException {
        String where = where(feed.uri());
        try {
            Answer answer = fetcher.fetch(feed.uri(), feed.etag(), feed.lastModified());
            Duration ttl = answer.body().isEmpty()
                    ? Duration.ZERO
                    : take(where, answer.body().get().bytes(), answer.contentType());
            return Optional.of(feed.answered(answer, options.every(), ttl));
        } catch (FetchException e) {
            sink.bad(where, new BadArticleException(Reason.UNREADABLE, String.valueOf(e.getMessage())));
            return feed.failed(e, options.every());
        } catch (IOException e) {
            sink.bad(where, new BadArticleException(Reason.UNREADABLE, e.toString()));
            return feed.failed(new FetchException(e.toString()), options.every());
        }
    }

    private Duration take(String where, byte[] bytes, String contentType) {
        try {
            FeedReader reader = new FeedReader(new ArticleParser(ArticleLimits.at(clock.instant())));
            FeedReader.Contents contents = reader.read(bytes, contentType, why -> sink.bad(where, why));
            for (SourceArticle article : contents.articles()) {
                if (!seen.contains(article.id())) {
                    sink.article(article);
                    seen.add(article.id());
                }
            }
            return contents.ttl();
        } catch (BadArticleException e) {
            sink.bad(where, e);
            return Duration.ZERO;
        }
    }

    /** Without user and query, which may hold keys. */
    private static String where(URI uri) {
        int port = uri.getPort();
        return uri.getScheme() + "://" + uri.getHost() + (port < 0 ? "" : ":" + port) + uri.getRawPath();
    }
}
