package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.engine.DeskLine;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.story.StoryConfig;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Runs a file of articles through the engines: ENRICH on all cores, STORY and FACT single file in the one order.
 *
 * @param threads threads for ENRICH
 * @param bad is told of every article left out, in one line of text
 * @param stories settings of STORY
 * @param stop is asked before every article; once it says so, what came so far is left as valid files
 */
public record Backtest(
        int threads, ArticleLimits limits, Consumer<String> bad, StoryConfig stories, BooleanSupplier stop) {
    /** With the defaults of STORY. */
    public Backtest(int threads, ArticleLimits limits, Consumer<String> bad, BooleanSupplier stop) {
        this(threads, limits, bad, StoryConfig.defaults(), stop);
    }

    /** To the end of the file. */
    public Backtest(int threads, ArticleLimits limits, Consumer<String> bad) {
        this(threads, limits, bad, () -> false);
    }

    /**
     * How it went.
     *
     * @param articles articles that went through
     * @param undated of these, without a time of their own
     * @param skipped lines and articles left out
     * @param repeated lines left out because an earlier article has their id
     * @param stories stories that have articles at the end
     * @param reached event time of the last article
     * @param whole false when it was stopped before the end of the file
     */
    public record Summary(
            int articles, int undated, int skipped, int repeated, int stories, Instant reached, boolean whole) {}

    /**
     * Writes the files of the contract.
     *
     * @param input JSONL, plain or gzip
     * @param output folder; made when it is not there, files in it are written over
     */
    public Summary run(Path input, Path output) throws IOException, InterruptedException {
        Summary summary;
        try (OutputFiles files = new OutputFiles(output)) {
            summary = run(input, files);
        }
        Manifest.write(output, input, summary);
        return summary;
    }

    /** Gives everything to an output, which is not closed. */
    public Summary run(Path input, Output output) throws IOException, InterruptedException {
        int[] skipped = {0};
        Consumer<String> skip = reason -> {
            skipped[0]++;
            bad.accept(reason);
        };
        ArticleFile file = ArticleFile.read(input, limits, skip);
        DeskLine desk = DeskLine.inMemory(stories);
        Instant reached = Instant.EPOCH;
        int through = 0;
        try (ArticleReader articles = file.open();
                ParallelEnrich enrich = new ParallelEnrich(new Enricher(), threads, articles)) {
            Optional<ParallelEnrich.Result> next = enrich.next();
            while (next.isPresent() && !stop.getAsBoolean()) {
                Article article = next.get().article();
                reached = article.publishedAt();
                if (next.get().enriched().isPresent()) {
                    Enriched enriched = next.get().enriched().get();
                    output.write(enriched);
                    write(output, desk.accept(enriched.digest(), reached), skip);
                    through++;
                } else {
                    skip.accept("article " + article.id() + ": ENRICH failed: "
                            + next.get().failure());
                }
                next = enrich.next();
            }
            boolean whole = next.isEmpty();
            if (whole) {
                // The closing mark of a finite source: one millisecond past its last article.
                reached = file.last();
                write(output, desk.advance(reached.plusMillis(1)), skip);
            }
            return new Summary(through, file.undated(), skipped[0], file.repeated(), output.stories(), reached, whole);
        }
    }

    private static void write(Output output, List<Emission> emissions, Consumer<String> skip) throws IOException {
        output.write(emissions);
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Refused refused) {
                skip.accept("article " + refused.articleId() + ": " + refused.step() + " failed: " + refused.reason());
            }
        }
    }
}
