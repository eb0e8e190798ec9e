package io.deltawire.backtest;

import io.deltawire.article.ArticleLimits;
import io.deltawire.engine.DeskLine;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Runs a file of articles through the engines: ENRICH on all cores, STORY and FACT single file in the one order.
 *
 * @param threads threads for ENRICH
 * @param bad is told of every article left out, in one line of text
 */
public record Backtest(int threads, ArticleLimits limits, Consumer<String> bad) {
    /**
     * How it went.
     *
     * @param articles articles that went through
     * @param undated of these, without a time of their own
     * @param skipped lines and articles left out
     * @param stories stories that have articles at the end
     */
    public record Summary(int articles, int undated, int skipped, int stories, Instant reached) {}

    /**
     * @param input JSONL, plain or gzip
     * @param output folder; made when it is not there, files in it are written over
     */
    public Summary run(Path input, Path output) throws IOException, InterruptedException {
        int[] skipped = {0};
        Consumer<String> skip = reason -> {
            skipped[0]++;
            bad.accept(reason);
        };
        ArticleFile file = ArticleFile.read(input, limits, skip);
        DeskLine desk = DeskLine.inMemory();
        Instant reached = Instant.EPOCH;
        int through = 0;
        try (OutputFiles files = new OutputFiles(output);
                ParallelEnrich enrich = new ParallelEnrich(
                        new Enricher(), threads, file.articles().iterator())) {
            Optional<ParallelEnrich.Result> next = enrich.next();
            while (next.isPresent()) {
                Article article = next.get().article();
                reached = article.publishedAt();
                if (next.get().enriched().isPresent()) {
                    Enriched enriched = next.get().enriched().get();
                    files.write(enriched);
                    write(files, desk.accept(enriched.digest(), reached), skip);
                    through++;
                } else {
                    skip.accept("article " + article.id() + ": ENRICH failed: "
                            + next.get().failure());
                }
                next = enrich.next();
            }
            // The closing mark that a producer writes when a finite source is through: one millisecond past the last
            // article.
            write(files, desk.advance(reached.plusMillis(1)), skip);
            return new Summary(through, file.undated(), skipped[0], files.stories(), reached);
        }
    }

    private static void write(OutputFiles files, List<Emission> emissions, Consumer<String> skip) throws IOException {
        files.write(emissions);
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Refused refused) {
                skip.accept("article " + refused.articleId() + ": " + refused.step() + " failed: " + refused.reason());
            }
        }
    }
}
