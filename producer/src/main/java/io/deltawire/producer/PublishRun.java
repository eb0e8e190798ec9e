package io.deltawire.producer;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.JsonLines;
import io.deltawire.article.SourceArticle;
import io.deltawire.avro.RawArticle;
import io.deltawire.producer.feed.FeedPoller;
import io.deltawire.producer.source.Archive;
import io.deltawire.producer.source.InTimeOrder;
import io.deltawire.producer.source.JsonlStream;
import io.deltawire.producer.source.Visitor;
import java.io.InputStream;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.OptionalLong;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;

/** One publication through an open client: articles in this thread (or the poller's), marks and progress beside it. */
final class PublishRun implements Visitor, FeedPoller.Sink {
    private static final Duration LAST_RECORDS = Duration.ofSeconds(5);

    private final Producer<String, RawArticle> producer;
    private final Clock clock;
    private final PublishOptions options;
    private final ProgressListener listener;
    private final Tally tally;
    private final ArticleSender sender;
    private final Marker marker;
    private final Waiting waiting;
    private final Pace pace;
    private final long begunNanos = System.nanoTime();
    private volatile OptionalLong expected = OptionalLong.empty();

    PublishRun(
            Producer<String, RawArticle> producer,
            String topic,
            EventClock eventClock,
            Clock clock,
            PublishOptions options,
            ProgressListener listener,
            Waiting waiting) {
        this.producer = producer;
        this.clock = clock;
        this.options = options;
        this.listener = listener;
        this.tally = new Tally(listener);
        this.sender = new ArticleSender(producer, topic, eventClock, clock, tally);
        this.marker = new Marker(producer, topic, eventClock);
        this.waiting = waiting;
        this.pace = new Pace(options.rate());
    }

    /** Publishes archives, then a stream of JSON lines as they come. */
    Summary archives(List<Archive> archives, InputStream lines, boolean hasLines) {
        return run(() -> {
            if (options.asIs()) {
                archives.forEach(archive -> archive.scan(this));
            } else {
                InTimeOrder.scan(archives, count -> expected = OptionalLong.of(count), this);
            }
            if (hasLines) {
                JsonlStream.scan(
                        "standard input",
                        () -> new JsonLines(JsonLines.inflated(lines), ArticleLimits.MAX_BYTES),
                        () -> new ArticleParser(ArticleLimits.at(clock.instant())),
                        this);
            }
            marker.end();
        });
    }

    /** Publishes feeds until interrupted. */
    Summary feeds(List<URI> feeds) {
        return run(() -> new FeedPoller(feeds, options.feeds(), clock, this).run());
    }

    private interface Work {
        void run() throws InterruptedException, ExecutionException;
    }

    private Summary run(Work work) {
        try (Beat beat = new Beat(marker, sender, waiting, () -> listener.progress(progress()))) {
            work.run();
            producer.flush();
            beat.requireHealthy();
        } catch (CancellationException | InterruptedException | InterruptException e) {
            return stopped();
        } catch (ExecutionException e) {
            throw new IllegalStateException("the broker refused a mark: " + e.getMessage(), e);
        }
        sender.requireHealthy();
        listener.progress(progress());
        return summary(true);
    }

    private Summary stopped() {
        // The client would give up at once on an interrupted thread.
        Thread.interrupted();
        producer.close(LAST_RECORDS);
        listener.progress(progress());
        return summary(false);
    }

    @Override
    public void article(long place, SourceArticle article) {
        article(article);
    }

    @Override
    public void article(SourceArticle article) {
        pace.step();
        requireGoingOn();
        sender.send(article);
    }

    @Override
    public void bad(String where, BadArticleException why) {
        // A file read by an interrupted thread is closed under it: no fault of the file.
        requireGoingOn();
        tally.skipped(where, why);
        if (options.strict()) {
            throw new StrictStopException(where, why);
        }
    }

    private static void requireGoingOn() {
        if (Thread.currentThread().isInterrupted()) {
            throw new CancellationException();
        }
    }

    private Progress progress() {
        return new Progress(sender.acknowledged(), tally.inAll(), expected, elapsed());
    }

    private Summary summary(boolean complete) {
        return new Summary(sender.acknowledged(), tally.byReason(), elapsed(), complete);
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begunNanos);
    }
}
