package io.deltawire.backtest;

import java.io.IOException;
import java.time.Instant;
import java.util.Optional;

/**
 * The part of a source that a run goes through: from where an earlier run stopped, to the time asked for, and without articles
 * that come twice at one place.
 */
final class Course implements ParallelEnrich.Turns {
    private final Articles articles;
    private final Turn.Place done;
    private final Optional<Instant> asOf;
    private Turn.Place last = Turn.Place.BEFORE_ALL;
    private long repeated;

    /** @param done place of the last article that an earlier run went through */
    Course(Articles articles, Turn.Place done, Optional<Instant> asOf) {
        this.articles = articles;
        this.done = done;
        this.asOf = asOf;
    }

    @Override
    public Optional<Turn> next() throws IOException, InterruptedException {
        for (Optional<Turn> next = articles.next(); next.isPresent(); next = articles.next()) {
            Turn turn = next.get();
            Turn.Place place = turn.place();
            if (asOf.isPresent() && turn.effective().isAfter(asOf.get())) {
                return Optional.empty();
            }
            boolean again = place.equals(last);
            repeated += again ? 1 : 0;
            last = place;
            if (!again && place.compareTo(done) > 0) {
                return next;
            }
        }
        return Optional.empty();
    }

    /** Event time that the run comes to, once all is through. */
    Instant end() {
        Instant end = articles.end();
        return asOf.isPresent() && asOf.get().isBefore(end) ? asOf.get() : end;
    }

    /** Articles left out because the same one stood at the same place before. */
    long repeated() {
        return repeated;
    }
}
