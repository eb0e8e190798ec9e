package io.deltawire.engine;

import io.deltawire.fact.FactEngine;
import io.deltawire.fact.SharedHearings;
import io.deltawire.state.MapPieces;
import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryModels;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** STORY and FACT behind one another in one process: what the topology's desk task does, without Kafka. Not thread-safe. */
public final class DeskLine {
    private final StoryStep story;
    private final FactStep fact;

    public DeskLine(StoryStep story, FactStep fact) {
        this.story = story;
        this.fact = fact;
    }

    /** With default engines and all state in memory. */
    public static DeskLine inMemory() {
        return inMemory(StoryConfig.defaults());
    }

    /** With the given settings of STORY and all state in memory. */
    public static DeskLine inMemory(StoryConfig config) {
        return on(new MapPieces(), new MapPieces(), new MapPieces(), config);
    }

    /** On the state of a line before, which it goes on with, or on empty pieces. */
    public static DeskLine on(Pieces stories, Pieces facts, Pieces activity, StoryConfig config) {
        return on(stories, facts, activity, config, FactEngine::new);
    }

    /** With state in memory, beside others that take the same articles through other settings. */
    public static DeskLine beside(SharedHearings shared, StoryConfig config) {
        return on(
                new MapPieces(), new MapPieces(), new MapPieces(), config, pieces -> FactEngine.beside(pieces, shared));
    }

    private static DeskLine on(
            Pieces stories, Pieces facts, Pieces activity, StoryConfig config, Function<Pieces, FactEngine> opener) {
        StoryModels models = StoryModels.shipped();
        return new DeskLine(
                new StoryStep(stories, pieces -> new StoryEngine(pieces, config, models)),
                new FactStep(facts, activity, opener));
    }

    /** Takes the next article of the one order (effective time, article id). */
    public List<Emission> accept(Digest digest, Instant effective) {
        return emissions(story.accept(digest, effective));
    }

    /** Lets event time pass. */
    public List<Emission> advance(Instant time) {
        return emissions(story.advance(time));
    }

    public int liveStories() {
        return story.liveStories();
    }

    /** Every story that is kept, with its facts, by desk and id: live ones, closed ones that may come back, merged ones. */
    public List<Emission.Picture> stories() {
        return story.views().stream()
                .map(view -> new Emission.Picture(view, fact.facts(view), view.updatedAt()))
                .toList();
    }

    private List<Emission> emissions(List<Placed> placed) {
        List<Emission> out = new ArrayList<>();
        placed.forEach(each -> out.addAll(fact.accept(each)));
        return out;
    }
}
