package io.deltawire.backtest;

import io.deltawire.engine.Emission;
import java.util.List;
import java.util.Optional;

/**
 * How far a run has come.
 *
 * @param last place of the last article that was looked at
 * @param articles articles that went through
 * @param undated of these, without a time of their own
 * @param failed articles that an engine failed on
 * @param repeated articles left out because they were seen before
 * @param stories stories that have articles
 */
record Count(Turn.Place last, int articles, int undated, int failed, int repeated, int stories) {
    static final Count NONE = new Count(Turn.Place.BEFORE_ALL, 0, 0, 0, 0, 0);

    Count through(Turn turn) {
        return new Count(turn.place(), articles + 1, undated + (turn.dated() ? 0 : 1), failed, repeated, stories);
    }

    Count failed(Turn turn) {
        return new Count(turn.place(), articles, undated, failed + 1, repeated, stories);
    }

    Count repeated(Turn turn) {
        return new Count(turn.place(), articles, undated, failed, repeated + 1, stories);
    }

    /** After what was given out: stories that opened and went. */
    Count with(List<Emission> emissions) {
        int more = 0;
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Update update) {
                more += switch (update.event().type()) {
                    case OPENED, SPLIT -> 1;
                    case MERGED -> -1;
                    case GREW, REOPENED, CLOSED -> 0;
                };
            }
        }
        return new Count(last, articles, undated, failed, repeated, stories + more);
    }

    /** What STORY made of an article: the failure, or whether it was new. */
    static Optional<Emission.Refused> refusal(List<Emission> emissions) {
        return emissions.stream()
                .filter(Emission.Refused.class::isInstance)
                .map(Emission.Refused.class::cast)
                .filter(refused -> refused.step().equals("story"))
                .findFirst();
    }

    static boolean isNew(Turn turn, List<Emission> emissions) {
        return emissions.stream()
                .anyMatch(emission -> emission instanceof Emission.Update update
                        && update.event().articleId().equals(turn.article().id()));
    }
}
