package io.deltawire.backtest;

import io.deltawire.fact.SharedHearings;
import io.deltawire.ops.MadeWith;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * Several configurations of STORY over one reading of the articles: ENRICH once, then STORY for each configuration, and FACT once for
 * what is the same story in several.
 */
public final class Sweep {
    /** Articles that go through ENRICH before the configurations take them: so that each has something to do at a time. */
    private static final int BATCH = 64;

    private final Backtest backtest;
    private final Articles articles;
    private final Path folder;
    private final SharedHearings shared = new SharedHearings();

    /** One configuration and what its output is made with. */
    public record Variant(StoryConfig config, MadeWith made) {}

    Sweep(Backtest backtest, Articles articles, Path folder) {
        this.backtest = backtest;
        this.articles = articles;
        this.folder = folder;
    }

    Map<String, Summary> run(Map<String, Variant> variants) throws IOException, InterruptedException {
        Map<String, Desk> desks = new LinkedHashMap<>();
        Map<String, OutputFiles> files = new LinkedHashMap<>();
        ExecutorService threads = Executors.newFixedThreadPool(backtest.threads());
        try {
            for (Map.Entry<String, Variant> each : variants.entrySet()) {
                Path own = folder.resolve(each.getKey());
                Folder.empty(own);
                OutputFiles output = new OutputFiles(own, false, Map.of());
                files.put(each.getKey(), output);
                desks.put(each.getKey(), Desk.beside(shared, each.getValue().config(), output));
            }
            return through(variants, desks, files, threads);
        } finally {
            threads.shutdownNow();
            for (OutputFiles each : files.values()) {
                each.close();
            }
        }
    }

    private Map<String, Summary> through(
            Map<String, Variant> variants,
            Map<String, Desk> desks,
            Map<String, OutputFiles> files,
            ExecutorService threads)
            throws IOException, InterruptedException {
        Course course = new Course(articles, Turn.Place.BEFORE_ALL, backtest.asOf());
        Instant reached = Instant.EPOCH;
        long given = 0;
        boolean whole = false;
        try (ParallelEnrich enrich = new ParallelEnrich(backtest.enricher(), backtest.threads(), course)) {
            while (!whole && !backtest.watch().stopped()) {
                List<ParallelEnrich.Result> batch = batch(enrich);
                whole = batch.size() < BATCH;
                takeAll(desks, batch, threads);
                shared.clear();
                given += batch.size();
                if (!batch.isEmpty()) {
                    reached = batch.get(batch.size() - 1).turn().effective();
                    backtest.watch().progress(given, reached, articles.share());
                }
            }
        }
        if (whole) {
            reached = course.end();
        }
        Map<String, Summary> summaries = new LinkedHashMap<>();
        for (Map.Entry<String, Desk> each : desks.entrySet()) {
            Desk desk = each.getValue();
            if (whole) {
                desk.pass(reached);
            }
            OutputFiles output = files.get(each.getKey());
            Variant variant = variants.get(each.getKey());
            if (output != null && variant != null) {
                output.complete(desk.stories());
                output.close();
                Path own = folder.resolve(each.getKey());
                Folder.delete(own.resolve(OutputFiles.WORK));
                Summary summary = Backtest.sweepSummary(articles, course, desk.count(), reached, whole);
                Manifest.write(own, articles.name(), backtest.asOf(), variant.made(), summary);
                summaries.put(each.getKey(), summary);
            }
        }
        return summaries;
    }

    private static List<ParallelEnrich.Result> batch(ParallelEnrich enrich) throws IOException, InterruptedException {
        List<ParallelEnrich.Result> batch = new ArrayList<>(BATCH);
        while (batch.size() < BATCH) {
            Optional<ParallelEnrich.Result> next = enrich.next();
            if (next.isEmpty()) {
                return batch;
            }
            batch.add(next.get());
        }
        return batch;
    }

    private void takeAll(Map<String, Desk> desks, List<ParallelEnrich.Result> batch, ExecutorService threads)
            throws IOException, InterruptedException {
        for (ParallelEnrich.Result result : batch) {
            if (result.enriched().isEmpty()) {
                backtest.watch()
                        .leftOut("article " + result.turn().article().id() + ": ENRICH failed: " + result.failure());
            }
        }
        List<String> names = backtest.deskOf(batch);
        List<Callable<Boolean>> work = new ArrayList<>();
        desks.forEach((name, desk) -> work.add(() -> {
            take(name, desk, batch, names);
            return true;
        }));
        for (Future<Boolean> done : threads.invokeAll(work)) {
            try {
                done.get();
            } catch (ExecutionException e) {
                if (e.getCause() instanceof IOException failure) {
                    throw failure;
                }
                throw new IllegalStateException(e.getCause());
            }
        }
    }

    private void take(String name, Desk desk, List<ParallelEnrich.Result> batch, List<String> desksOf) {
        for (int i = 0; i < batch.size(); i++) {
            ParallelEnrich.Result result = batch.get(i);
            try {
                if (result.enriched().isPresent()) {
                    desk.accept(
                            result.turn(),
                            result.enriched().get(),
                            desksOf.get(i),
                            line -> backtest.watch().leftOut(name + ": " + line));
                } else {
                    desk.failed(result.turn());
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
