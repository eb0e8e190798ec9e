package io.deltawire.cli;

import io.deltawire.article.ArticleLimits;
import io.deltawire.backtest.ArticleFiles;
import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Folder;
import io.deltawire.backtest.Summary;
import io.deltawire.engine.Enricher;
import io.deltawire.ops.MadeWith;
import io.deltawire.replay.Bound;
import io.deltawire.replay.CatalogTopic;
import io.deltawire.replay.RangeReader;
import io.deltawire.replay.RawRange;
import io.deltawire.replay.TopicArticles;
import io.deltawire.replay.TopicsOutput;
import io.deltawire.schemas.Settings;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.LiveCatalog;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code deltawire backtest}. */
@Command(
        name = "backtest",
        mixinStandardHelpOptions = true,
        description = {
            "Runs articles through the engines in this process and writes what came out:",
            "assignments.jsonl, entities.jsonl, claims.jsonl, updates.jsonl, stories.jsonl, manifest.json; or topics.",
            "Input lines: id? url? title? text published_at? source? lang? section? (JSON, one object a line).",
            "Articles of files are taken in order of published_at; one without is taken to be a minute after the line before",
            "it. A topic is read as the line reads it; nothing is committed to any group.",
            "Ctrl-C leaves valid files; --resume goes on from there."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all articles went through",
            "1:failed, or there was nothing to read",
            "2:usage; the output folder is not empty",
            "3:some lines or articles were left out; each is named on standard error",
            "130:stopped by Ctrl-C; what came so far is in the folder"
        })
public final class BacktestCommand implements Callable<Integer> {
    private static final String RAW = "articles.raw";

    @Mixin
    private BacktestOptions options = new BacktestOptions();

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            String wrong = wrong();
            if (!wrong.isEmpty()) {
                err.println("deltawire: " + wrong);
                return 2;
            }
            // Before anything is read: what is wrong with settings, times and files named.
            Settings settings = settings();
            LineConfig.of(settings, 1, "");
            Bound from = Bound.parse(options.from);
            Bound to = Bound.parse(options.to);
            Optional<Instant> asOf = Optional.ofNullable(options.asOf).map(Bound::time);
            LiveCatalog catalog = catalog(settings);
            return run(settings, from, to, asOf, catalog);
        } catch (IllegalArgumentException e) {
            err.println("deltawire: " + e.getMessage());
            return 2;
        }
    }

    private String wrong() throws IOException {
        String wrong = options.wrong();
        if (!wrong.isEmpty()) {
            return wrong;
        }
        Path folder = options.output;
        if (folder != null && options.resume && !Backtest.canResume(folder)) {
            return "there is nothing in " + folder + " to go on with: no run was broken off there";
        }
        if (folder != null
                && !options.resume
                && !options.force
                && !Folder.files(folder).isEmpty()) {
            return folder + " is not empty; use another folder, --resume or --force";
        }
        return "";
    }

    /** A registry that is away fails a backtest soon, where the line would wait. */
    private Settings settings() throws IOException {
        Settings settings = cluster.settings();
        return settings.values().containsKey("deltawire.registry.wait.ms")
                ? settings
                : settings.with(Map.of("deltawire.registry.wait.ms", "15000"));
    }

    private LiveCatalog catalog(Settings settings) throws IOException {
        if (options.catalog != null) {
            return CatalogInput.read(options.catalog);
        }
        return options.topic == null ? new LiveCatalog() : CatalogTopic.read(under(settings, topic(settings)));
    }

    private int run(Settings settings, Bound from, Bound to, Optional<Instant> asOf, LiveCatalog catalog)
            throws IOException, InterruptedException {
        try (Meter meter = new Meter(spec.commandLine().getErr());
                Articles articles = articles(settings, from, to, meter)) {
            LineConfig line = LineConfig.of(settings, 1, "");
            MadeWith made = MadeWith.of(settings, catalog.added());
            Backtest backtest =
                    new Backtest(new Enricher(catalog), Math.max(1, options.threads), line.deskRule(), asOf, meter);
            if (options.sweep != null && options.output != null) {
                return new SweepRun(spec, options.sweep, options.output, Optional.ofNullable(options.gold))
                        .run(backtest, articles, settings, catalog.added(), meter);
            }
            Summary summary = options.output == null
                    ? toTopics(backtest, articles, settings, line, made)
                    : backtest.toFiles(articles, options.output, line.stories(), made, options.resume);
            return tell(summary, articles, meter);
        }
    }

    private Summary toTopics(Backtest backtest, Articles articles, Settings settings, LineConfig line, MadeWith made)
            throws IOException, InterruptedException {
        String prefix = String.valueOf(options.outputPrefix);
        Settings under = settings.with(Map.of(Settings.PREFIX, prefix));
        String source = options.topic == null ? "" : topic(settings);
        try (TopicsOutput output = TopicsOutput.open(under, line.deskRule(), source, made.runId())) {
            Summary summary = backtest.run(articles, line.stories(), output);
            output.commit();
            return summary;
        }
    }

    private Articles articles(Settings settings, Bound from, Bound to, Meter meter) throws IOException {
        if (options.input != null) {
            ArticleFiles files = ArticleFiles.scan(options.input, ArticleLimits.at(Instant.now()), meter::leftOut);
            if (files.size() == 0) {
                throw new IOException("there is no article in " + options.input);
            }
            return files.open();
        }
        String topic = topic(settings);
        Optional<RawRange> before = options.resume && options.output != null
                ? RawRange.parse(Backtest.brokenOff(options.output), topic)
                : Optional.empty();
        RangeReader reader = before.isPresent()
                ? RangeReader.open(settings, before.get())
                : RangeReader.open(settings, topic, from, to);
        if (reader.open().isEmpty()) {
            reader.close();
            throw new IOException("there is nothing in the range: " + reader.range());
        }
        int partitions = reader.range().spans().size();
        return new TopicArticles(reader, LineConfig.of(settings, partitions, ""), settings, meter::leftOut);
    }

    private String topic(Settings settings) {
        String topic = String.valueOf(options.topic);
        return topic.equals(RAW) ? settings.topics().articlesRaw() : topic;
    }

    /** The settings under the prefix that a topic of articles has. */
    private static Settings under(Settings settings, String topic) {
        return topic.endsWith(RAW)
                ? settings.with(Map.of(Settings.PREFIX, topic.substring(0, topic.length() - RAW.length())))
                : settings;
    }

    private int tell(Summary summary, Articles articles, Meter meter) {
        if (summary.whole() && summary.articles() + summary.repeated() + summary.skipped() == 0) {
            meter.print("deltawire: there is no article in " + articles.name()
                    + (options.asOf == null ? "" : " up to " + options.asOf));
            return 1;
        }
        double seconds = meter.elapsed().toNanos() / 1e9;
        meter.print("%s%d articles in %.1f s (%.0f/s) to %s, %d stories, %d skipped"
                .formatted(
                        summary.whole() ? "" : "stopped after ",
                        summary.articles(),
                        seconds,
                        summary.articles() / seconds,
                        summary.reached(),
                        summary.stories(),
                        summary.skipped()));
        note(meter, summary.undated(), "without a date of their own");
        note(meter, summary.repeated(), "seen before, left out");
        if (!summary.whole() && options.output != null) {
            meter.print("go on with: --resume --output " + options.output);
        }
        return summary.skipped() == 0 ? 0 : 3;
    }

    private static void note(Meter meter, long count, String what) {
        if (count > 0) {
            meter.print(count + " " + what);
        }
    }
}
