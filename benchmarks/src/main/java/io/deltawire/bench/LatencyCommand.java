package io.deltawire.bench;

import io.deltawire.article.SourceArticle;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code bench latency}: from the append to {@code articles.raw} to what a subscriber sees. */
@Command(
        name = "latency",
        description = {
            "Sends articles at an even rate, whether or not the line keeps up, and takes the time from when each was to be sent",
            "until a subscriber that reads committed records sees its story update, and its fact changes. Articles are dated",
            "evenly over the time that they span, and marks follow that clock ten times a second, as a publisher writes them that",
            "replays at such a speed. Rates are shares of what the line can do with the same articles, which is measured first."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:measured", "1:failed", "2:wrong use of the command"})
final class LatencyCommand implements Callable<Integer> {
    private static final int SHORT_SECONDS = 10;
    private static final int FULL_SECONDS = 90;
    private static final int WARMING_SECONDS = 6;
    private static final int CAPACITY_ARTICLES = 1_800;
    private static final long MARK_EVERY = TimeUnit.MILLISECONDS.toNanos(100);
    private static final long PATIENCE = TimeUnit.SECONDS.toNanos(30);

    @Mixin
    private BenchOptions options = new BenchOptions();

    @Option(names = "--capacity", description = "Articles a second to take shares of (default: measured first).")
    private double capacity;

    @Option(
            names = "--warm-up",
            description =
                    "Articles that go through first (default: ${DEFAULT-VALUE}). A young JVM compiles for the first 40,000 or so, and what queues up meanwhile delays all that follow.")
    private int warmUp = CAPACITY_ARTICLES;

    @Option(names = "--shares", split = ",", description = "Per cent of the capacity (default: 25, 50, 75).")
    private List<Integer> shares = List.of(25, 50, 75);

    @Option(names = "--seconds", description = "Seconds at each rate (default: 10; with --full 90).")
    private int seconds;

    @Option(names = "--partitions", defaultValue = "8", description = "Of articles.raw (default: ${DEFAULT-VALUE}).")
    private int partitions;

    @Spec
    @SuppressWarnings("NullAway.Init") // picocli sets it
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException, InterruptedException, ExecutionException {
        PrintWriter err = spec.commandLine().getErr();
        int length = seconds > 0 ? seconds : options.full() ? FULL_SECONDS : SHORT_SECONDS;
        Workload workload = options.workload(Math.max(20_000, warmUp));
        Report report = options.report("bench latency", workload);
        report.condition("partitions", partitions);
        try (Rig rig = Rig.start(options.settings())) {
            through(rig, workload.first(warmUp));
            double most = capacity > 0 ? capacity : through(rig, workload.first(CAPACITY_ARTICLES));
            report.add("capacity", "articles/s", most);
            err.printf("capacity %.0f articles/s%n", most);
            err.flush();
            for (int share : shares) {
                rate(rig, workload.articles(), most * share / 100, length, "at " + share + " %", report);
                err.printf("at %d %%: done%n", share);
                err.flush();
            }
        }
        options.finish(report, spec.commandLine().getOut());
        return 0;
    }

    /** Articles a second of a line that finds them all there. */
    private double through(Rig rig, Workload workload) throws IOException, InterruptedException, ExecutionException {
        Settings line = rig.next("capacity", partitions, Map.of());
        try (Feed feed = new Feed(line)) {
            feed.fill(workload.articles());
        }
        double rate;
        try (Running running = Running.line(line)) {
            running.awaitRunning();
            long begin = System.nanoTime();
            Rig.awaitThrough(line);
            rate = workload.articles().size() * 1e9 / (System.nanoTime() - begin);
        }
        rig.discard(line);
        return rate;
    }

    private void rate(Rig rig, List<SourceArticle> articles, double rate, int length, String name, Report report)
            throws IOException, InterruptedException, ExecutionException {
        Settings line = rig.next("latency", partitions, Map.of());
        try (Running running = Running.line(line);
                Feed feed = new Feed(line);
                Watching watching = new Watching(line)) {
            running.awaitRunning();
            long begin = System.nanoTime() + TimeUnit.SECONDS.toNanos(WARMING_SECONDS);
            int warming = (int) (rate * WARMING_SECONDS);
            int count = Math.min(articles.size(), warming + (int) (rate * length));
            long first = begin - (long) (warming * 1e9 / rate);
            Clock clock = new Clock(first, Workload.dated(articles.get(0)), stepNanos(articles, count) * rate / 1e9);
            long marked = 0;
            for (int i = 0; i < count; i++) {
                long due = first + (long) (i * 1e9 / rate);
                while (System.nanoTime() < due) {
                    marked = mark(feed, marked, clock, due);
                    LockSupport.parkNanos(Math.min(1_000_000, Math.max(1, due - System.nanoTime())));
                }
                marked = mark(feed, marked, clock, due);
                if (i >= warming) {
                    watching.expect(articles.get(i).id(), due);
                }
                feed.send(articles.get(i), clock.at(due), (metadata, failure) -> {});
            }
            long sent = System.nanoTime();
            while (watching.seen() < count - warming && System.nanoTime() - sent < PATIENCE) {
                marked = mark(feed, marked, clock, Long.MAX_VALUE);
                LockSupport.parkNanos(10_000_000);
            }
            report(report, name, rate, count - warming, watching);
        }
        rig.discard(line);
    }

    /** Nanoseconds between the dates of two articles when so many are dated evenly over the time that they span. */
    private static double stepNanos(List<SourceArticle> articles, int count) {
        return (double) Duration.between(Workload.dated(articles.get(0)), Workload.dated(articles.get(count - 1)))
                        .toNanos()
                / count;
    }

    /**
     * The articles' time as time goes by: at whatever rate, as many stories are alive at a time as where
     * the capacity was measured.
     *
     * @param begin {@link System#nanoTime()} at which the first article is due
     * @param dated its date
     * @param speed nanoseconds of the articles' time in one that goes by
     */
    private record Clock(long begin, Instant dated, double speed) {
        Instant at(long nanos) {
            return dated.plusNanos((long) ((nanos - begin) * speed));
        }
    }

    /** @param next when the next article is due, for none may be older than a mark before it */
    private static long mark(Feed feed, long marked, Clock clock, long next) {
        long now = System.nanoTime();
        if (now - marked < MARK_EVERY) {
            return marked;
        }
        feed.mark(Mark.OPEN, clock.at(Math.min(now, next)));
        return now;
    }

    private static void report(Report report, String name, double rate, int expected, Watching watching) {
        report.add(name + ": rate", "articles/s", rate);
        report.add(name + ": articles not seen", "articles", (double) Math.max(0, expected - watching.seen()));
        report.add(name + ": update p50", "ms", watching.updateMillis(50));
        if (name.equals("at 50 %")) {
            report.add(name + ": update p99", "ms", watching.updateMillis(99), false, 1_000);
        } else {
            report.add(name + ": update p99", "ms", watching.updateMillis(99));
        }
        report.add(name + ": update p99.9", "ms", watching.updateMillis(99.9));
        report.add(name + ": changes seen", "changes", (double) watching.changesSeen());
        if (watching.changesSeen() > 0) {
            report.add(name + ": change p50", "ms", watching.changeMillis(50));
            report.add(name + ": change p99", "ms", watching.changeMillis(99));
            report.add(name + ": change p99.9", "ms", watching.changeMillis(99.9));
        }
    }
}
