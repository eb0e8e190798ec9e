package io.deltawire.bench;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench throughput}: articles a second of ceiling, line and engines, in one run and in turn. */
@Command(
        name = "throughput",
        description = {
            "Articles a second over a topic that is filled beforehand, broker and registry on the same machine, in turn:",
            "a  pass-through with the same serdes and one repartition: the ceiling of Kafka Streams here",
            "b  the whole line, exactly once",
            "c  the whole line, at least once",
            "d  the engines alone, in memory",
            "and what an article costs in processor time and bytes, by stage."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class ThroughputCommand implements Callable<Integer> {
    private static final int SHORT_ARTICLES = 2_500;
    private static final int SHORT_WARM_UP = 300;
    private static final int FULL_ARTICLES = 20_000;
    private static final int FULL_WARM_UP = 2_000;
    private static final String EXACTLY_ONCE = "exactly_once_v2";
    private static final String AT_LEAST_ONCE = "at_least_once";

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--articles", description = "Articles a run (default: 2,500; with --full 20,000).")
    private int articles;

    @Option(names = "--rounds", description = "Rounds after the one that warms up (default: 1; with --full 2).")
    private int rounds;

    @Option(
            names = "--warm-up",
            description =
                    "Articles of the round that warms up (default: 300; with --full 2,000). The JVM compiles for the first 40,000 or so: figures of the short form are those of a young JVM.")
    private int warmUp;

    @Option(names = "--partitions", defaultValue = "8", description = "Of articles.raw (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Option(names = "--only", split = ",", description = "Only these of a, b, c, d.")
    private List<String> only = List.of("a", "b", "c", "d");

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        int count = articles > 0 ? articles : options.full() ? FULL_ARTICLES : SHORT_ARTICLES;
        int warming = warmUp > 0 ? warmUp : options.full() ? FULL_WARM_UP : SHORT_WARM_UP;
        Workload all = options.workload(Math.max(count, warming));
        Workload workload = all.first(count);
        Report report = options.report("bench throughput", workload);
        report.condition("partitions", partitions);
        int measured = rounds > 0 ? rounds : options.full() ? 2 : 1;
        try (Rig rig = Rig.start(options.settings())) {
            round(rig, all.first(warming), new Report("warming up"), err);
            for (int round = 0; round < measured; round++) {
                round(rig, workload, report, err);
            }
        }
        Stages.measure(workload.first(2_000), report);
        ratios(report);
        options.finish(report, out);
        return 0;
    }

    private void round(Rig rig, Workload workload, Report report, PrintWriter err)
            throws IOException, InterruptedException, ExecutionException {
        Map<String, Run> runs = new LinkedHashMap<>();
        runs.put("a", () -> line(rig, workload, "a pass-through", EXACTLY_ONCE, true, report));
        runs.put("b", () -> line(rig, workload, "b line, exactly once", EXACTLY_ONCE, false, report));
        runs.put("c", () -> line(rig, workload, "c line, at least once", AT_LEAST_ONCE, false, report));
        runs.put("d", () -> engines(workload, report));
        for (Map.Entry<String, Run> run : runs.entrySet()) {
            if (only.contains(run.getKey())) {
                long begin = System.nanoTime();
                run.getValue().run();
                err.printf(
                        "%s: %d articles, %.0f s in all%n",
                        run.getKey(), workload.articles().size(), (System.nanoTime() - begin) / 1e9);
                err.flush();
            }
        }
    }

    private interface Run {
        void run() throws IOException, InterruptedException, ExecutionException;
    }

    private void line(Rig rig, Workload workload, String name, String guarantee, boolean passThrough, Report report)
            throws IOException, InterruptedException, ExecutionException {
        String id = name.substring(0, 1);
        Settings line = rig.next(id, partitions, Map.of("processing.guarantee", guarantee));
        try (Feed feed = new Feed(line)) {
            feed.fill(workload.articles());
        }
        long begin = System.nanoTime();
        try (Running running = passThrough ? Running.passThrough(line, partitions) : Running.line(line)) {
            running.awaitRunning();
            long started = System.nanoTime();
            long registry = rig.registryNanos();
            CpuByThread cpu = running.cpuAtStart();
            Rig.awaitThrough(line);
            double seconds = (System.nanoTime() - started) / 1e9;
            int count = workload.articles().size();
            if (id.equals("b")) {
                report.add(name, "articles/s", count / seconds, true, 400);
            } else {
                report.add(name, "articles/s", count / seconds);
            }
            report.add(id + ": start of the app", "s", (started - begin) / 1e9);
            long all = 0;
            Map<String, Long> kinds = CpuByThread.since(cpu);
            kinds.put("registry", rig.registryNanos() - registry);
            for (Map.Entry<String, Long> kind : kinds.entrySet()) {
                report.add(id + ": " + kind.getKey(), "cpu ms/article", kind.getValue() / 1e6 / count);
                all += kind.getValue();
            }
            report.add(id + ": all", "cpu ms/article", all / 1e6 / count);
        }
        rig.bytes(line.get("application.id", ""))
                .forEach((topic, size) -> report.add(
                        id + ": " + topic.replaceFirst("^[.-]", ""),
                        "bytes/article",
                        (double) size / workload.articles().size()));
        rig.discard(line);
    }

    private static void engines(Workload workload, Report report) throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        long cpu = Machine.processNanos();
        Engines.run(workload.articles());
        int count = workload.articles().size();
        report.add("d engines alone", "articles/s", count * 1e9 / (System.nanoTime() - begin));
        report.add("d: all", "cpu ms/article", (Machine.processNanos() - cpu) / 1e6 / count);
    }

    private void ratios(Report report) {
        if (only.containsAll(List.of("a", "b"))) {
            report.add("b/a", "ratio", report.median("b line, exactly once") / report.median("a pass-through"));
        }
        if (only.containsAll(List.of("b", "d"))) {
            double ratio = report.median("b line, exactly once") / report.median("d engines alone");
            report.add("b/d", "ratio", ratio, true, 0.6);
        }
        if (only.containsAll(List.of("b", "c"))) {
            report.add("b/c", "ratio", report.median("b line, exactly once") / report.median("c line, at least once"));
        }
    }
}
