package io.deltawire.cli;

import io.deltawire.replay.Bound;
import io.deltawire.replay.ClusterReplay;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code deltawire replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Runs the streams app over a part of the past on a cluster, beside the live line: the articles are copied to topics",
            "under a prefix of their own, and an application id of their own takes them in. Stops when all is through; stopped",
            "before, the same command goes on. More instances of it share the work. --clean takes away all it made."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:all is through, or taken away",
            "1:failed, or there was nothing to replay",
            "2:usage; a setting is wrong",
            "3:through, but there are dead letters",
            "130:stopped by Ctrl-C; the same command goes on"
        })
public final class ReplayCommand implements Callable<Integer> {
    private static final String RAW = "articles.raw";

    @Mixin
    private ClusterOptions cluster = new ClusterOptions();

    @Option(
            names = "--topic",
            paramLabel = "NAME",
            defaultValue = RAW,
            description = "Topic to replay; '" + RAW + "' is taken under --prefix.")
    private String topic = RAW;

    @Option(
            names = "--output-prefix",
            required = true,
            paramLabel = "TEXT",
            description = "Begins the names of all topics of the replay, which must not be there yet: replay-1.")
    private String outputPrefix = "";

    @Option(
            names = "--from",
            paramLabel = "TIME|OFFSETS",
            defaultValue = "beginning",
            description = "beginning, an event time, or partition:offset,…")
    private String from = "beginning";

    @Option(
            names = "--to",
            paramLabel = "TIME|OFFSETS",
            defaultValue = "end",
            description = "end, an event time, or offsets; what lies there is not included.")
    private String to = "end";

    @Option(names = "--clean", description = "Delete what the replay under this prefix made, and nothing else.")
    private boolean clean;

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            Settings settings = cluster.settings();
            String raw = topic.equals(RAW) ? settings.topics().articlesRaw() : topic;
            if (outputPrefix.isBlank()
                    || outputPrefix.equals(settings.topics().prefix())
                    || raw.equals(outputPrefix + RAW)) {
                err.println("deltawire: --output-prefix must be another one than that of the live topics");
                return 2;
            }
            Bound begin = Bound.parse(from);
            Bound end = Bound.parse(to);
            try (ClusterReplay replay = new ClusterReplay(settings, raw, outputPrefix)) {
                if (clean) {
                    replay.clean(out::println);
                    return 0;
                }
                return run(replay, begin, end, out, err);
            }
        } catch (IllegalArgumentException e) {
            err.println("deltawire: " + e.getMessage());
            return 2;
        }
    }

    private static int run(ClusterReplay replay, Bound begin, Bound end, PrintWriter out, PrintWriter err)
            throws IOException, InterruptedException {
        CountDownLatch stop = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(() -> stopAndWait(stop, ended), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
        boolean terminal = Meter.isTerminal();
        try {
            out.println(replay.prepare(begin, end, share -> show(err, terminal, "copying", share)));
            boolean through = replay.run(stop, share -> show(err, terminal, "replaying", share));
            if (!through) {
                out.println("stopped; the same command goes on");
                return 1;
            }
            Map<String, Long> counts = replay.counts();
            counts.forEach((topic, count) -> out.println(topic + " " + count));
            Long letters = counts.get(replay.own().topics().articlesDlq());
            return letters == null || letters == 0 ? 0 : 3;
        } finally {
            ended.countDown();
            if (stop.getCount() > 0) {
                Runtime.getRuntime().removeShutdownHook(hook);
            }
        }
    }

    private static void stopAndWait(CountDownLatch stop, CountDownLatch ended) {
        stop.countDown();
        try {
            ended.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void show(PrintWriter err, boolean terminal, String what, double share) {
        if (terminal) {
            err.print(String.format(Locale.ROOT, "\r\u001b[K%s %.0f %%", what, 100 * share) + (share >= 1 ? "\n" : ""));
            err.flush();
        }
    }
}
