package io.deltawire.producer;

import io.deltawire.article.BadArticleException;
import java.io.PrintWriter;
import java.time.Duration;

/** Progress for people: on a terminal one line written over itself, elsewhere a line now and then. Thread-safe. */
public final class ConsoleProgress implements ProgressListener {
    private static final Duration SPARSE = Duration.ofSeconds(10);
    private static final int MOST_REPORTS = 50;
    private static final String CLEAR_LINE = "\r\u001b[K";

    private final PrintWriter out;
    private final boolean interactive;
    private boolean lineOpen;
    private long reports;
    private Duration printed = Duration.ZERO;

    /** @param interactive whether a line may be written over itself */
    public ConsoleProgress(PrintWriter out, boolean interactive) {
        this.out = out;
        this.interactive = interactive;
    }

    @Override
    public synchronized void progress(Progress progress) {
        if (interactive) {
            out.print(CLEAR_LINE + line(progress));
            out.flush();
            lineOpen = true;
        } else if (progress.elapsed().minus(printed).compareTo(SPARSE) >= 0) {
            printed = progress.elapsed();
            out.println(line(progress));
            out.flush();
        }
    }

    @Override
    public synchronized void skipped(String where, BadArticleException why) {
        reports++;
        if (reports <= MOST_REPORTS) {
            print("skipped " + Terminal.printable(where) + ": " + Terminal.printable(String.valueOf(why.getMessage())));
        } else if (reports == MOST_REPORTS + 1) {
            print("more are skipped and only counted");
        }
    }

    @Override
    public synchronized void waiting(String forWhat) {
        print("waiting for " + Terminal.printable(forWhat));
    }

    /** Ends the line written over itself, so that the next print has its own. */
    public synchronized void end() {
        if (lineOpen) {
            out.print(CLEAR_LINE);
            lineOpen = false;
        }
        out.flush();
    }

    private void print(String text) {
        end();
        out.println(text);
        out.flush();
    }

    private static String line(Progress progress) {
        StringBuilder line = new StringBuilder(String.format("%,d", progress.published()));
        if (progress.expected().isPresent() && progress.expected().getAsLong() > 0) {
            long expected = progress.expected().getAsLong();
            line.append(String.format(" of %,d (%d %%)", expected, 100 * progress.published() / expected));
        }
        line.append(String.format(" articles published, %,.0f/s", progress.rate()));
        if (progress.skipped() > 0) {
            line.append(String.format(", %,d skipped", progress.skipped()));
        }
        return line.toString();
    }
}
