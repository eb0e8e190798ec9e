package io.deltawire.backtest;

import java.io.Closeable;
import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/** A finite source of articles, given out in the one order (effective time, article id). Not thread-safe. */
public interface Articles extends Closeable {
    /** The next article, or empty at the end. */
    Optional<Turn> next() throws IOException, InterruptedException;

    /** How far the source's clock has come when all is through; the epoch when it had nothing. Ask after the end. */
    Instant end();

    /** Share of the source that has been read, 0 to 1. */
    double share();

    /** Articles in all where that is known, else 0. */
    long expected();

    /** Inputs left out so far because they are no articles; each was told of. */
    long bad();

    /** What is read, and which part of it: the same for the same articles, so that a run can be taken up again. */
    String name();
}
