package io.deltawire.producer;

import io.deltawire.article.ArticleLimits;
import io.deltawire.avro.RawArticle;
import io.deltawire.producer.source.Archive;
import io.deltawire.producer.source.Archives;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.errors.InterruptException;

/**
 * Publishes sources to {@code articles.raw}, with marks: files, folders, {@code -} for standard input, or feeds at http(s)
 * addresses. Files are finite: in time order, their event clock the newest publication, an end mark when all is through.
 * Feeds go on until the thread is interrupted, and their event clock is the wall's. While broker or registry are away it
 * waits.
 *
 * @param settings with {@code bootstrap.servers}, {@code schema.registry.url}, and what else Kafka clients may be told
 */
public record Publication(Settings settings, PublishOptions options, ProgressListener listener) {
    private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(5);

    /**
     * Returns when all that is finite is through and confirmed by the broker, or when interrupted: then the summary is
     * incomplete and the thread's interrupt flag is cleared.
     *
     * @throws IllegalArgumentException if feeds and files are mixed
     * @throws IOException if a source is not there
     * @throws StrictStopException see {@link PublishOptions#strict()}
     */
    public Summary publish(List<String> sources) throws IOException {
        Clock clock = Clock.systemUTC();
        List<URI> feeds =
                sources.stream().filter(Publication::isFeed).map(URI::create).toList();
        if (!feeds.isEmpty() && feeds.size() < sources.size()) {
            throw new IllegalArgumentException(
                    "feeds and files can't be published together: a feed's event clock is the"
                            + " wall's, so every article of a file would be late");
        }
        boolean live = !feeds.isEmpty();
        String topic = settings.topics().articlesRaw();
        EventClock eventClock = live ? EventClock.wall(clock) : EventClock.newestPublished();
        ArticleLimits limits = ArticleLimits.at(clock.instant());
        List<Archive> archives = live ? List.of() : archives(sources, limits);
        Waiting waiting = new Waiting(listener);
        try {
            new Gate(settings, topic, waiting).await();
        } catch (InterruptedException | InterruptException e) {
            Thread.interrupted();
            return new Summary(0, Map.of(), Duration.ZERO, false);
        }
        Producer<String, RawArticle> producer = ProducerSettings.open(settings);
        try {
            PublishRun run = new PublishRun(producer, topic, eventClock, clock, options, listener, waiting);
            return live ? run.feeds(feeds) : run.archives(archives, System.in, sources.contains("-"));
        } finally {
            producer.close(CLOSE_TIMEOUT);
            for (Archive archive : archives) {
                archive.close();
            }
        }
    }

    private static boolean isFeed(String source) {
        return source.startsWith("http://") || source.startsWith("https://");
    }

    private static List<Archive> archives(List<String> sources, ArticleLimits limits) throws IOException {
        List<Archive> archives = new ArrayList<>();
        for (String source : sources) {
            if (!source.equals("-")) {
                archives.addAll(Archives.in(Path.of(source), limits));
            }
        }
        return archives;
    }
}
