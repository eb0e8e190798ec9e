package io.deltawire.bench;

import io.deltawire.article.SourceArticle;
import io.deltawire.engine.DeskLine;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.story.StoryConfig;
import io.deltawire.text.Article;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** The engines without Kafka: ENRICH on all cores, STORY and FACT in one thread, in order. */
final class Engines {
    private static final int AHEAD = 64;

    private Engines() {}

    static Article article(SourceArticle source) {
        return new Article(
                source.id(),
                source.url(),
                source.title(),
                source.text(),
                source.publishedAt().orElse(Instant.EPOCH),
                source.source(),
                source.lang());
    }

    /** Runs all articles through and returns how many emissions came out. */
    static long run(List<SourceArticle> articles) throws InterruptedException, ExecutionException {
        Enricher enricher = new Enricher();
        DeskLine desk = DeskLine.inMemory(StoryConfig.defaults());
        ArrayDeque<Future<Enriched>> ahead = new ArrayDeque<>();
        ExecutorService threads =
                Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());
        long emissions = 0;
        try {
            for (int i = 0, next = 0; i < articles.size(); i++) {
                while (next < articles.size() && ahead.size() < AHEAD) {
                    Article article = article(articles.get(next++));
                    ahead.add(threads.submit(() -> enricher.enrich(article)));
                }
                Enriched enriched = ahead.remove().get();
                emissions += desk.accept(enriched.digest(), enriched.digest().publishedAt())
                        .size();
            }
            return emissions;
        } finally {
            threads.shutdownNow();
        }
    }
}
