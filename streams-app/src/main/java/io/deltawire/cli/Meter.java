package io.deltawire.cli;

import io.deltawire.backtest.Watch;
import java.io.Console;
import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Shows how a run goes: on a terminal a bar that is written over itself, elsewhere only what was left out. Ctrl-C makes it stop the
 * run and wait until what came so far is on disk.
 */
final class Meter implements Watch, AutoCloseable {
    private static final long EVERY_NANOS = Duration.ofMillis(250).toNanos();
    private static final int BAR = 24;
    private static final int MOST_REPORTS = 50;
    private static final long STOP_WITHIN_MS = 60_000;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private static final DateTimeFormatter MINUTES =
            DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final PrintWriter err;
    private final boolean terminal;
    private final long begun = System.nanoTime();
    private final AtomicBoolean stopped = new AtomicBoolean();
    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook = new Thread(this::stop, "stop");
    private double shareAtStart = -1;
    private long shown;
    private boolean lineOpen;
    private int reports;

    Meter(PrintWriter err) {
        this(err, isTerminal());
        Runtime.getRuntime().addShutdownHook(hook);
    }

    Meter(PrintWriter err, boolean terminal) {
        this.err = err;
        this.terminal = terminal;
    }

    /** Ctrl-C. */
    private void stop() {
        stopped.set(true);
        try {
            if (!ended.await(STOP_WITHIN_MS, TimeUnit.MILLISECONDS)) {
                err.println("deltawire: not stopped in time; --resume goes on from the last checkpoint");
                err.flush();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public boolean stopped() {
        return stopped.get();
    }

    @Override
    public synchronized void progress(long articles, Instant reached, double share) {
        long now = System.nanoTime();
        shareAtStart = shareAtStart < 0 ? share : shareAtStart;
        if (terminal && now - shown >= EVERY_NANOS) {
            shown = now;
            err.print(CLEAR_LINE + line(articles, reached, share, Duration.ofNanos(now - begun)));
            err.flush();
            lineOpen = true;
        }
    }

    /** {@code [#####---] 41 %  12,345 articles, 512/s, at 2014-03-02, about 1 min 20 s left}. */
    private String line(long articles, Instant reached, double share, Duration elapsed) {
        int done = (int) Math.round(BAR * share);
        double seconds = Math.max(1e-3, elapsed.toNanos() / 1e9);
        String left = "";
        if (share > shareAtStart && elapsed.toSeconds() >= 3) {
            double rest = seconds * (1 - share) / (share - shareAtStart);
            left = ", about " + span(Math.round(rest)) + " left";
        }
        return String.format(
                Locale.ROOT,
                "[%s%s] %2.0f %%  %,d articles, %,.0f/s, at %s%s",
                "#".repeat(done),
                "-".repeat(BAR - done),
                100 * share,
                articles,
                articles / seconds,
                MINUTES.format(reached),
                left);
    }

    private static String span(long seconds) {
        return seconds >= 3600
                ? seconds / 3600 + " h " + seconds % 3600 / 60 + " min"
                : seconds >= 60 ? seconds / 60 + " min " + seconds % 60 + " s" : seconds + " s";
    }

    @Override
    public synchronized void leftOut(String what) {
        reports++;
        if (reports <= MOST_REPORTS) {
            print("skipped " + WatchText.printable(what));
        } else if (reports == MOST_REPORTS + 1) {
            print("more are skipped and only counted");
        }
    }

    /** A line of its own. */
    synchronized void print(String line) {
        if (lineOpen) {
            err.print(CLEAR_LINE);
            lineOpen = false;
        }
        err.println(line);
        err.flush();
    }

    Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    @Override
    public synchronized void close() {
        if (lineOpen) {
            err.print(CLEAR_LINE);
            err.flush();
            lineOpen = false;
        }
        ended.countDown();
        if (!stopped.get()) {
            try {
                Runtime.getRuntime().removeShutdownHook(hook);
            } catch (IllegalStateException shuttingDown) {
                stopped.set(true);
            }
        }
    }

    @SuppressWarnings("SystemConsoleNull") // asked by name below
    static boolean isTerminal() {
        Console console = System.console();
        if (console == null || "dumb".equals(System.getenv("TERM"))) {
            return false;
        }
        try {
            // From Java 22 on there is a console even when output is piped, and this method to tell.
            return (Boolean) Console.class.getMethod("isTerminal").invoke(console);
        } catch (ReflectiveOperationException e) {
            return true;
        }
    }
}
