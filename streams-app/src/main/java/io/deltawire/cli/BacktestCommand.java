package io.deltawire.cli;

import io.deltawire.article.ArticleLimits;
import io.deltawire.backtest.Backtest;
import io.deltawire.schemas.Settings;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs a file of articles through the engines, without a broker, and writes what came out:",
            "assignments.jsonl, entities.jsonl, claims.jsonl, updates.jsonl.",
            "Input lines: id? url? title? text published_at? source? lang? (JSON, one object a line).",
            "Articles are taken in order of published_at. One without is taken to be a minute after the line before it."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all articles went through",
            "1:failed",
            "2:usage; the output folder is not empty",
            "3:some lines or articles were left out; each is named on standard error"
        })
public final class BacktestCommand implements Callable<Integer> {
    private static final long STOP_WITHIN_MS = 30_000;

    @Option(names = "--input", required = true, paramLabel = "FILE", description = "JSONL, plain or gzip.")
    private Path input = Path.of("");

    @Option(names = "--output", required = true, paramLabel = "DIR", description = "Folder for the files.")
    private Path output = Path.of("");

    @Option(names = "--force", description = "Write into a folder that is not empty.")
    private boolean force;

    @Option(names = "--threads", paramLabel = "N", description = "Threads that read articles; all cores by default.")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Option(names = "--config", paramLabel = "FILE", description = "Properties file; deltawire.story.* is heard.")
    private @Nullable Path config;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        if (!Files.isReadable(input) || Files.isDirectory(input)) {
            err.println("deltawire: cannot read " + input);
            return 2;
        }
        if (!force && holdsFiles(output)) {
            err.println("deltawire: " + output + " is not empty; use another folder or --force");
            return 2;
        }
        StoryConfig stories;
        try {
            Settings settings = Settings.of(Map.of());
            stories = StoryConfig.from((config == null ? settings : settings.withFile(config)).values());
        } catch (IOException | IllegalArgumentException e) {
            err.println("deltawire: " + e.getMessage());
            return 2;
        }
        long begin = System.nanoTime();
        AtomicBoolean stop = new AtomicBoolean();
        Thread worker = Thread.currentThread();
        Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(stop, worker), "stop"));
        Backtest backtest = new Backtest(
                Math.max(1, threads),
                ArticleLimits.at(Instant.now()),
                line -> err.println("skipped " + line),
                stories,
                stop::get);
        Backtest.Summary summary = backtest.run(input, output);
        double seconds = (System.nanoTime() - begin) / 1e9;
        err.printf(
                "%s%d articles in %.1f s (%.0f/s) to %s, %d stories, %d skipped%n",
                summary.whole() ? "" : "stopped after ",
                summary.articles(),
                seconds,
                summary.articles() / seconds,
                summary.reached(),
                summary.stories(),
                summary.skipped());
        note(err, summary.undated(), "without a date, taken to be a minute after the line before them");
        note(err, summary.repeated(), "with the id of an earlier article, left out");
        err.flush();
        return summary.skipped() == 0 ? 0 : 3;
    }

    private static void note(PrintWriter err, int count, String what) {
        if (count > 0) {
            err.printf("%d %s%n", count, what);
        }
    }

    /** Ctrl-C: lets the files be ended properly. */
    private static void stop(AtomicBoolean stop, Thread worker) {
        stop.set(true);
        try {
            worker.join(STOP_WITHIN_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static boolean holdsFiles(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return false;
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.findAny().isPresent();
        }
    }
}
