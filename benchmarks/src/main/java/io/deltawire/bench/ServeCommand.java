package io.deltawire.bench;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.schemas.Settings;
import io.deltawire.serve.Instance;
import io.deltawire.web.HttpSettings;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench serve}: lists of many stories, and what subscribers to the stream take from the line. */
@Command(
        name = "serve",
        description = {
            "Pages of a list of stories beside an endpoint that does nothing; then a line that works off articles at full speed",
            "beside an instance that serves changes at an even rate: the line's articles a second in short spans, in turn without",
            "and with subscribers to the instance's stream, so that whatever else the machine does falls on both. Stories and",
            "changes that are served are put onto its topics; broker, registry and subscribers share the machine."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class ServeCommand implements Callable<Integer> {
    private static final int STORIES = 10_000;
    private static final int CALLS = 200;
    private static final int PARTITIONS = 8;
    private static final int SHORT_ARTICLES = 6_000;
    private static final int FULL_ARTICLES = 40_000;
    private static final int SHORT_SPANS = 24;
    private static final int FULL_SPANS = 120;

    /** Half of a span: the first is for the line to take up its pace. */
    private static final long HALF_MILLIS = 2_000;

    private static final double SHARE = 0.05;
    private static final double LIST_MILLIS = 50;
    private static final double KEPT = 0.95;
    private static final int WARMING = 1_500;

    /** An answer that no file and no story is read for. */
    private static final String NOTHING = "/api/status";

    private static final List<String> LISTS = List.of(
            "/api/stories",
            "/api/stories?limit=200",
            "/api/stories?sort=articles&limit=50",
            "/api/stories?q=number+77&limit=50",
            "/api/stories?entity=Bay&disputed=false");

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--subscribers", defaultValue = "200", description = "(default: ${DEFAULT-VALUE})")
    private int count;

    @Option(names = "--changes", defaultValue = "50", description = "Changes a second (default: ${DEFAULT-VALUE}).")
    private int perSecond;

    @Option(
            names = "--articles",
            description = "Articles that the line has before it (default: 6,000; with --full 40,000).")
    private int articles;

    @Option(names = "--spans", description = "Spans of four seconds, at most (default: 24; with --full 120).")
    private int spans;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    private final HttpClient client = HttpClient.newHttpClient();

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        int each = articles > 0 ? articles : options.full() ? FULL_ARTICLES : SHORT_ARTICLES;
        int most = spans > 0 ? spans : options.full() ? FULL_SPANS : SHORT_SPANS;
        Workload workload = options.workload(each);
        Report report = options.report("bench serve", workload);
        report.condition("stories served", STORIES);
        report.condition("subscribers", count + ", in this process, one thread");
        report.condition("changes served", perSecond + " a second");
        try (Rig rig = Rig.start(options.settings())) {
            Settings served = rig.next("served", 3, Map.of(HttpSettings.PORT, "0", HttpSettings.RATE, "0"));
            MadeUpStories.write(served, STORIES);
            try (Instance instance = Instance.start(served)) {
                URI address = URI.create(instance.address().orElseThrow());
                lists(address, report);
                try (var ticking = new MadeUpStories.Ticking(served, STORIES, perSecond)) {
                    rates(rig, workload, address, ticking, most, report);
                }
            }
        }
        double cores = Runtime.getRuntime().availableProcessors();
        report.add(
                "what subscribers cost",
                "of this machine",
                (report.median("with: serving") - report.median("without: serving")) / 100 / cores,
                false,
                SHARE);
        options.finish(report, spec.commandLine().getOut());
        return 0;
    }

    private void say(String what) {
        spec.commandLine().getErr().println(what);
        spec.commandLine().getErr().flush();
    }

    private void lists(URI address, Report report) throws IOException, InterruptedException {
        ObjectMapper json = new ObjectMapper();
        while (json.readTree(ask(address, NOTHING).body()).path("stories").asInt() < STORIES) {
            Thread.sleep(100);
        }
        for (int i = -CALLS; i < CALLS; i++) {
            double nothing = millis(address, NOTHING);
            if (i >= 0) {
                report.add(NOTHING, "ms", nothing);
            }
            for (String list : LISTS) {
                double took = millis(address, list);
                if (i >= 0) {
                    report.add(list, "ms", took, false, LIST_MILLIS);
                }
            }
        }
        for (String list : LISTS) {
            report.add(list + " / " + NOTHING, "ratio", report.median(list) / report.median(NOTHING));
        }
    }

    private double millis(URI address, String path) throws IOException, InterruptedException {
        long begin = System.nanoTime();
        HttpResponse<String> answer = ask(address, path);
        double millis = (System.nanoTime() - begin) / 1e6;
        if (answer.statusCode() != 200) {
            throw new IOException(path + " answered " + answer.statusCode());
        }
        return millis;
    }

    private HttpResponse<String> ask(URI address, String path) throws IOException, InterruptedException {
        return client.send(HttpRequest.newBuilder(address.resolve(path)).build(), BodyHandlers.ofString());
    }

    /** One line over its articles, while in turn none and all subscribe to the instance beside it. */
    private void rates(Rig rig, Workload workload, URI address, MadeUpStories.Ticking ticking, int most, Report report)
            throws IOException, InterruptedException, ExecutionException {
        Settings line = rig.next("line", PARTITIONS, Map.of());
        try (Feed feed = new Feed(line)) {
            feed.fill(workload.articles());
        }
        try (Running running = Running.line(line);
                Progress progress = new Progress(line)) {
            running.awaitRunning();
            say("warming up");
            while (progress.articles() < Math.min(WARMING, workload.articles().size() / 4)) {
                Thread.sleep(200);
            }
            @Nullable Span last = null;
            for (int span = 0; span < most; span++) {
                boolean with = span % 4 == 1 || span % 4 == 2;
                try (Subscribers listening = Subscribers.connect(address, with ? count : 0)) {
                    Thread.sleep(HALF_MILLIS);
                    Span now = span(progress, ticking, listening);
                    if (now.articles() == 0) {
                        break;
                    }
                    // In pairs: without and with, with and without.
                    if (span % 2 == 1 && last != null) {
                        add(report, with ? "with" : "without", now);
                        add(report, with ? "without" : "with", last);
                        double without = (with ? last : now).articlesPerSecond();
                        double rate = (with ? now : last).articlesPerSecond();
                        report.add("with / without, pair by pair", "ratio", rate / without, true, KEPT);
                        say(String.format(
                                Locale.ROOT,
                                "pair %d: %.0f articles/s without, %.0f with",
                                span / 2 + 1,
                                without,
                                rate));
                    }
                    last = now;
                }
            }
        }
        rig.discard(line);
    }

    private record Span(double seconds, long articles, long servingNanos, long bytes, long changes) {
        double articlesPerSecond() {
            return articles / seconds;
        }
    }

    private static Span span(Progress progress, MadeUpStories.Ticking ticking, Subscribers listening)
            throws InterruptedException, ExecutionException {
        long articles = progress.articles();
        long begin = System.nanoTime();
        long serving = serving();
        long bytes = listening.bytes();
        long changes = ticking.sent();
        Thread.sleep(HALF_MILLIS);
        long worked = progress.articles() - articles;
        return new Span(
                (System.nanoTime() - begin) / 1e9,
                worked,
                serving() - serving,
                listening.bytes() - bytes,
                ticking.sent() - changes);
    }

    private static void add(Report report, String name, Span span) {
        report.add(name, "articles/s", span.articlesPerSecond());
        report.add(name + ": serving", "% of a core", 100 * span.servingNanos() / 1e9 / span.seconds());
        report.add(name + ": changes served", "changes/s", span.changes() / span.seconds());
        if (name.equals("with")) {
            report.add(name + ": sent", "MB/s", span.bytes() / 1e6 / span.seconds());
        }
    }

    /** Processor time of the threads that serve, and of those that read what is served, in nanoseconds. */
    private static long serving() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isServing(thread.getThreadName())) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos;
    }

    private static boolean isServing(String name) {
        return name.equals("view")
                || name.equals("change-stream")
                || name.startsWith("Jetty")
                || name.startsWith("qtp")
                || Subscribers.isThread(name);
    }
}
