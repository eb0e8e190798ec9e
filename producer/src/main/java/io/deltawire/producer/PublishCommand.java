package io.deltawire.producer;

import io.deltawire.producer.feed.FeedOptions;
import io.deltawire.producer.feed.FetchLimits;
import io.deltawire.schemas.ClientOptions;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code deltawire publish}. */
@Command(
        name = "publish",
        mixinStandardHelpOptions = true,
        description = {
            "Publishes articles to <prefix>articles.raw, and marks that tell how far in",
            "time they have come.",
            "",
            "JSONL lines: id? url? title? text published_at? source? lang? section?",
            "published_at is ISO 8601, in UTC unless it says otherwise. An id that is not",
            "given is derived from the URL, else from source, title and time: publishing",
            "again gives the same ids.",
            "",
            "Files are published oldest article first; undated articles come last, as of",
            "now. Pages (.txt, .html) without a date are as old as their file. Standard",
            "input is published as it comes, feeds are polled until Ctrl-C.",
            "",
            "While broker or registry are away, it waits."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all was published",
            "1:failed, or stopped by --strict",
            "2:wrong use, or no such file",
            "3:published, but something was skipped; each is named on standard error"
        })
public final class PublishCommand implements Callable<Integer> {
    static final int SKIPPED = 3;

    @Parameters(
            arity = "1..*",
            paramLabel = "SOURCE",
            description =
                    "Folder of .txt, .html and .jsonl[.gz] files; JSONL file, gzip or not; - for JSONL on standard"
                            + " input; http(s) address of an RSS or Atom feed.")
    private List<String> sources = List.of();

    @Option(names = "--as-is", description = "Keep the order of the files.")
    private boolean asIs;

    @Option(names = "--strict", description = "Stop at the first input that is no article.")
    private boolean strict;

    @Option(names = "--rate", paramLabel = "N", description = "At most N articles a second.")
    private double rate;

    @Option(
            names = "--every",
            paramLabel = "DURATION",
            defaultValue = "PT5M",
            description =
                    "Feeds: time between polls, ISO 8601 (default: ${DEFAULT-VALUE}). Feeds and servers that ask for"
                            + " more get more.")
    private Duration every = FeedOptions.DEFAULT.every();

    @Option(names = "--once", description = "Feeds: poll each once and end.")
    private boolean once;

    @Option(names = "--allow-private", description = "Feeds: follow redirects to addresses that are not public.")
    private boolean allowPrivate;

    @Mixin
    private ClientOptions client = new ClientOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    @SuppressWarnings("try") // the interruption works by being there
    public Integer call() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        ConsoleProgress console = new ConsoleProgress(err, Terminal.isInteractive());
        try (Interruption interruption = new Interruption()) {
            Summary summary = new Publication(client.settings(), options(), console).publish(sources);
            console.end();
            err.println(summary);
            err.flush();
            return summary.skippedInAll() > 0 ? SKIPPED : 0;
        } catch (NoSuchFileException e) {
            throw new ParameterException(spec.commandLine(), e.getFile() + ": " + e.getReason(), e);
        } catch (IllegalArgumentException e) {
            throw new ParameterException(spec.commandLine(), String.valueOf(e.getMessage()), e);
        } finally {
            console.end();
        }
    }

    private PublishOptions options() {
        FetchLimits defaults = FetchLimits.DEFAULT;
        FetchLimits limits =
                new FetchLimits(defaults.maxBytes(), defaults.timeout(), defaults.maxRedirects(), allowPrivate);
        FeedOptions feeds = new FeedOptions(every, once, FeedOptions.DEFAULT.hostPause(), limits);
        return new PublishOptions(strict, asIs, rate, feeds);
    }
}
