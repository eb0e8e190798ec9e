package io.deltawire.backtest;

import io.deltawire.engine.DeskLine;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.fact.SharedHearings;
import io.deltawire.state.MapPieces;
import io.deltawire.story.StoryConfig;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** STORY and FACT of one configuration with its output: takes articles in their order, and counts. Not thread-safe. */
final class Desk {
    private final State state;
    private final Output output;
    private final DeskLine line;
    private Count count;

    /** What the engines keep. */
    record State(MapPieces story, MapPieces fact, MapPieces activity) {
        static State empty() {
            return new State(new MapPieces(), new MapPieces(), new MapPieces());
        }

        List<MapPieces> all() {
            return List.of(story, fact, activity);
        }
    }

    Desk(StoryConfig config, State state, Count count, Output output) {
        this(DeskLine.on(state.story(), state.fact(), state.activity(), config), state, count, output);
    }

    private Desk(DeskLine line, State state, Count count, Output output) {
        this.state = state;
        this.count = count;
        this.output = output;
        this.line = line;
    }

    /** One of a sweep, from the beginning. */
    static Desk beside(SharedHearings shared, StoryConfig config, Output output) {
        return new Desk(DeskLine.beside(shared, config), State.empty(), Count.NONE, output);
    }

    /** @param bad is told of an article that an engine fails on */
    void accept(Turn turn, Enriched enriched, String desk, Consumer<String> bad) throws IOException {
        pass(turn.effective());
        List<Emission> emissions = line.accept(enriched.digest().atDesk(desk), turn.effective());
        Optional<Emission.Refused> refusal = Count.refusal(emissions);
        boolean isNew = Count.isNew(turn, emissions);
        if (isNew || refusal.isPresent()) {
            output.write(turn, enriched);
        }
        output.write(Optional.of(turn), emissions);
        count = refusal.isPresent() ? count.failed(turn) : isNew ? count.through(turn) : count.repeated(turn);
        count = count.with(emissions);
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Refused refused) {
                bad.accept("article " + refused.articleId() + ": " + refused.step() + " failed: " + refused.reason());
            }
        }
    }

    /** ENRICH failed on an article. */
    void failed(Turn turn) {
        count = count.failed(turn);
    }

    /** The same article came again at the same time. */
    void repeated(Turn turn) {
        count = count.repeated(turn);
    }

    /** Lets event time pass. */
    void pass(Instant time) throws IOException {
        List<Emission> emissions = line.advance(time);
        output.write(Optional.empty(), emissions);
        count = count.with(emissions);
    }

    Count count() {
        return count;
    }

    State state() {
        return state;
    }

    /** Every story that is still kept, as it stands. */
    List<Emission.Picture> stories() {
        return line.stories();
    }
}
