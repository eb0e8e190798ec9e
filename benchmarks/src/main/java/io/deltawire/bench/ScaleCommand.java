package io.deltawire.bench;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench scale}: more instances, more partitions, more live stories. */
@Command(
        name = "scale",
        description = {
            "The whole line, exactly once, with one and two instances of one thread each and with more and more partitions;",
            "and STORY by itself with more and more stories under way: cost, state, opening, memory."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class ScaleCommand implements Callable<Integer> {
    private static final int SHORT_ARTICLES = 1_500;
    private static final int FULL_ARTICLES = 6_000;
    private static final int WARMING = 500;

    /** Heap that a live story needs here, with its saved state; a million do not fit in 6 GB. */
    private static final long HEAP_A_STORY = 10_000;

    private static final long GIGABYTE = 1L << 30;

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--articles", description = "Articles a run (default: 1,500; with --full 6,000).")
    private int articles;

    @Option(names = "--instances", split = ",", description = "Default: 1, 2.")
    private List<Integer> instances = List.of(1, 2);

    @Option(names = "--partitions", split = ",", description = "Default: 1, 8; with --full 1, 2, 4, 8.")
    private List<Integer> partitions = List.of();

    @Option(names = "--stories", split = ",", description = "Default: 1000, 10000; with --full also 100000, 1000000.")
    private List<Integer> stories = List.of();

    @Option(names = "--no-line", description = "Leave out instances and partitions.")
    private boolean noLine;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter err = spec.commandLine().getErr();
        int count = articles > 0 ? articles : options.full() ? FULL_ARTICLES : SHORT_ARTICLES;
        Workload workload = options.workload(count);
        Report report = options.report("bench scale", workload);
        if (!noLine) {
            lines(workload, report, err);
        }
        List<Integer> sizes = !stories.isEmpty()
                ? stories
                : options.full() ? List.of(1_000, 10_000, 100_000, 1_000_000) : List.of(1_000, 10_000);
        LiveStories.measure(Math.min(1_000, sizes.get(0)), new Report("warming up"));
        List<Integer> measured = new ArrayList<>();
        for (int size : sizes) {
            long heap = size * HEAP_A_STORY;
            if (heap > Runtime.getRuntime().maxMemory()) {
                err.printf(
                        "%,d live stories: left out, they need a heap of %d GB (DELTAWIRE_OPTS=-Xmx%dg)%n",
                        size, 1 + heap / GIGABYTE, 1 + heap / GIGABYTE);
            } else {
                LiveStories.measure(size, report);
                measured.add(size);
                err.printf("%,d live stories: done%n", size);
            }
            err.flush();
        }
        if (measured.size() > 1) {
            double least = report.median(LiveStories.name(measured.get(0)) + ": STORY");
            double most = report.median(LiveStories.name(measured.get(measured.size() - 1)) + ": STORY");
            report.add("cost with most over cost with fewest stories", "ratio", most / least, false, 1.5);
        }
        options.finish(report, spec.commandLine().getOut());
        return 0;
    }

    private void lines(Workload workload, Report report, PrintWriter err)
            throws IOException, InterruptedException, ExecutionException {
        List<Integer> spread =
                !partitions.isEmpty() ? partitions : options.full() ? List.of(1, 2, 4, 8) : List.of(1, 8);
        try (Rig rig = Rig.start(options.settings())) {
            rate(rig, workload.first(WARMING), 1, 8);
            for (int many : instances) {
                double rate = rate(rig, workload, many, 8);
                report.add(many + " instances of one thread, 8 partitions", "articles/s", rate);
                err.printf("%d instances: %.0f articles/s%n", many, rate);
                err.flush();
            }
            for (int many : spread) {
                double rate = rate(rig, workload, 1, many);
                report.add("1 instance, " + many + " partitions", "articles/s", rate);
                err.printf("%d partitions: %.0f articles/s%n", many, rate);
                err.flush();
            }
        }
        if (instances.containsAll(List.of(1, 2))) {
            double one = report.median("1 instances of one thread, 8 partitions");
            double two = report.median("2 instances of one thread, 8 partitions");
            // Broker and registry share the cores: two instances have two cores less what these take.
            report.add("2 instances over 1", "ratio", two / one, true, 1.7);
        }
    }

    private static double rate(Rig rig, Workload workload, int instances, int partitions)
            throws IOException, InterruptedException, ExecutionException {
        Settings line = rig.next("scale", partitions, Map.of("num.stream.threads", "1"));
        try (Feed feed = new Feed(line)) {
            feed.fill(workload.articles());
        }
        List<Running> running = new ArrayList<>();
        long begin = System.nanoTime();
        try {
            for (int i = 0; i < instances; i++) {
                String folder = line.get("state.dir", "") + "-" + i;
                running.add(Running.line(line.with(Map.of("state.dir", folder))));
            }
            for (Running each : running) {
                each.awaitRunning();
            }
            begin = System.nanoTime();
            Rig.awaitThrough(line);
            return workload.articles().size() * 1e9 / (System.nanoTime() - begin);
        } finally {
            running.forEach(Running::close);
            rig.discard(line);
        }
    }
}
