package io.deltawire.backtest;

import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import java.io.IOException;
import java.util.ArrayDeque;
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
    private final Turns input;
    private final ArrayDeque<Pending> pending = new ArrayDeque<>();
    private boolean ended;

    private record Pending(Turn turn, Future<Enriched> enriched) {}

    /** Articles one after another. */
    interface Turns {
        Optional<Turn> next() throws IOException, InterruptedException;
    }

    /**
     * One article after ENRICH.
     *
     * @param enriched empty when ENRICH failed on it
     * @param failure why it failed; "" when it did not
     */
    record Result(Turn turn, Optional<Enriched> enriched, String failure) {}

    ParallelEnrich(Enricher enricher, int threads, Turns input) {
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
    Optional<Result> next() throws IOException, InterruptedException {
        while (pending.size() < ahead && !ended) {
            Optional<Turn> turn = input.next();
            ended = turn.isEmpty();
            turn.ifPresent(each ->
                    pending.add(new Pending(each, threads.submit(() -> enricher.enrich(each.article())))));
        }
        Pending first = pending.poll();
        if (first == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Result(first.turn(), Optional.of(first.enriched().get()), ""));
        } catch (ExecutionException e) {
            return Optional.of(new Result(first.turn(), Optional.empty(), String.valueOf(e.getCause())));
        }
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
