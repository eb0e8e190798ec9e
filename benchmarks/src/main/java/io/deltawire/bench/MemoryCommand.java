package io.deltawire.bench;

import io.deltawire.article.ArticleLimits;
import io.deltawire.backtest.ArticleFiles;
import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Folder;
import io.deltawire.backtest.Summary;
import io.deltawire.ops.MadeWith;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench memory}: a history of years through one backtest. */
@Command(
        name = "memory",
        description = {
            "A backtest of a long made-up history, files to files: articles a second and the heap after a collection, again and",
            "again. Memory is to follow the stories that live, not the length of the history. Give the heap a bound:",
            "DELTAWIRE_OPTS=-Xmx1g."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class MemoryCommand implements Callable<Integer> {
    private static final int SHORT_ARTICLES = 20_000;
    private static final int FULL_ARTICLES = 1_000_000;
    private static final int LOOKS = 20;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--articles", description = "Articles of the history (default: 20,000; with --full 1,000,000).")
    private int articles;

    @Option(
            names = "--days",
            description =
                    "Days it spans (default: 7,300, with a pace so that stories end). Fewer days, more stories alive at a time.")
    private int days = 7_300;

    @Option(names = "--characters", description = "Least length of a text (default: ${DEFAULT-VALUE}).")
    private int characters = 300;

    @Option(names = "--every", description = "Articles between two looks at the heap (default: a twentieth).")
    private int every;

    @Option(names = "--minutes", description = "Stop after so long; 0 (default) goes to the end.")
    private int minutes;

    @Option(names = "--threads", description = "Threads that read articles; all cores by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        int count = articles > 0 ? articles : options.full() ? FULL_ARTICLES : SHORT_ARTICLES;
        Path folder = Files.createTempDirectory("deltawire-memory");
        try {
            Path history = folder.resolve("history.jsonl");
            options.history().write(history, count, Duration.ofDays(days), characters);
            err.printf("history of %,d articles written, %,d MB%n", count, Files.size(history) >> 20);
            err.flush();
            Report report = options.report("bench memory");
            report.condition(
                    "history",
                    "%,d articles over %,d days, %d bytes a line".formatted(count, days, Files.size(history) / count));
            HeapWatch watch =
                    new HeapWatch(every > 0 ? every : Math.max(1, count / LOOKS), Duration.ofMinutes(minutes), err);
            Summary summary = run(history, folder.resolve("out"), watch);
            report.condition(
                    "through",
                    "%,d articles, %,d stories in all, to %s"
                            .formatted(summary.articles(), summary.stories(), summary.reached()));
            watch.report(report);
            options.finish(report, spec.commandLine().getOut());
            return 0;
        } finally {
            Folder.delete(folder);
        }
    }

    private Summary run(Path history, Path out, HeapWatch watch) throws IOException, InterruptedException {
        StoryConfig config = StoryConfig.from(options.settings());
        MadeWith made = MadeWith.of(StreamsSettings.defaults().with(options.settings()), "");
        try (Articles all = ArticleFiles.scan(history, ArticleLimits.timeless(), watch::leftOut)
                .open()) {
            return new Backtest(threads, watch).toFiles(all, out, config, made, false);
        }
    }
}
