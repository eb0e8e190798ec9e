package io.deltawire.bench;

import io.deltawire.backtest.Watch;
import java.io.PrintWriter;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/** Looks at the heap after a collection every so many articles of a run, and ends the run after a time. */
final class HeapWatch implements Watch {
    /** What is flat: the heap of the last third of a run over that of its middle third. */
    private static final double FLAT = 1.1;

    private final int every;
    private final Duration most;
    private final PrintWriter err;
    private final long begin = System.nanoTime();
    private final long beginCpu = Machine.processNanos();
    private final List<Look> looks = new ArrayList<>();
    private final AtomicLong leftOut = new AtomicLong();
    private long gone;
    private boolean stop;

    private record Look(long articles, long nanos, long cpu, double megabytes) {}

    /** @param most zero for a run to the end */
    HeapWatch(int every, Duration most, PrintWriter err) {
        this.every = every;
        this.most = most;
        this.err = err;
        looks.add(new Look(0, begin, beginCpu, heap()));
    }

    @Override
    public void progress(long articles, Instant reached, double share) {
        gone = articles;
        if (articles % every == 0) {
            look(reached);
            stop = !most.isZero() && System.nanoTime() - begin > most.toNanos();
        }
    }

    @Override
    public boolean stopped() {
        return stop;
    }

    /** A mixed text can be one that is taken for no text. */
    @Override
    public void leftOut(String what) {
        leftOut.incrementAndGet();
    }

    private void look(Instant reached) {
        Look before = looks.get(looks.size() - 1);
        Look now = new Look(gone, System.nanoTime(), Machine.processNanos(), heap());
        looks.add(now);
        long more = now.articles() - before.articles();
        err.printf(
                Locale.ROOT,
                "%,10d articles, at %s: %,.0f/s, %.2f cpu ms an article, heap after collection %.0f MB, load %.1f%n",
                gone,
                reached.atZone(ZoneOffset.UTC).toLocalDate(),
                more * 1e9 / (now.nanos() - before.nanos()),
                (now.cpu() - before.cpu()) / 1e6 / more,
                now.megabytes(),
                Machine.load());
        err.flush();
    }

    /** Rates of the whole run, the heap at each look, and how it went on from the middle to the end. */
    void report(Report report) {
        report.add("articles through", "articles/s", gone * 1e9 / (System.nanoTime() - begin));
        report.add("cost", "cpu ms/article", (Machine.processNanos() - beginCpu) / 1e6 / gone);
        report.condition("left out", leftOut.get());
        report.add("heap before the first article", "MB", looks.get(0).megabytes());
        List<Double> heaps =
                looks.subList(1, looks.size()).stream().map(Look::megabytes).toList();
        heaps.forEach(each -> report.add("heap after collection", "MB", each));
        int third = heaps.size() / 3;
        if (third > 0) {
            double middle =
                    Spread.of(heaps.subList(third, heaps.size() - third)).median();
            double last =
                    Spread.of(heaps.subList(heaps.size() - third, heaps.size())).median();
            report.add("heap, last third over middle third", "ratio", last / middle, false, FLAT);
        }
    }

    private static double heap() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed() / 1e6;
    }
}
