package io.deltawire.backtest;

import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.text.Article;
import java.util.ArrayDeque;
import java.util.Iterator;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** ENRICH on several threads with the order restored; never more than a few articles a thread ahead. */
final class ParallelEnrich implements AutoCloseable {
    private static final int AHEAD_PER_THREAD = 16;

    private final Enricher enricher;
    private final int ahead;
    private final ExecutorService threads;
    private final Iterator<Article> input;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();

    private record Pending(Article article, Future<Enriched> enriched) {}

    /**
     * One article after ENRICH.
     *
     * @param enriched empty when ENRICH failed on it
     * @param failure why it failed; "" when it did not
     */
    record Result(Article article, Optional<Enriched> enriched, String failure) {}

    ParallelEnrich(Enricher enricher, int threads, Iterator<Article> input) {
        this.enricher = enricher;
        this.ahead = threads * AHEAD_PER_THREAD;
        this.input = input;
        this.threads = Executors.newFixedThreadPool(threads, work -> {
            Thread thread = new Thread(work, "enrich");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** The next article in the order of the input, or empty at its end. */
    Optional<Result> next() throws InterruptedException {
        while (pending.size() < ahead && input.hasNext()) {
            Article article = input.next();
            pending.add(new Pending(article, threads.submit(() -> enricher.enrich(article))));
        }
        Pending first = pending.poll();
        if (first == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Result(first.article(), Optional.of(first.enriched().get()), ""));
        } catch (ExecutionException e) {
            return Optional.of(new Result(first.article(), Optional.empty(), String.valueOf(e.getCause())));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
