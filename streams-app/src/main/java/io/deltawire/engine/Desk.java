package io.deltawire.engine;

import io.deltawire.fact.Change;
import io.deltawire.fact.FactEngine;
import io.deltawire.fact.FactView;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** STORY and FACT behind one another: what a desk's one writer does with each article in order. Not thread-safe. */
public final class Desk {
    private final StoryEngine storyEngine;
    private final FactEngine factEngine;

    public Desk(StoryEngine storyEngine, FactEngine factEngine) {
        this.storyEngine = storyEngine;
        this.factEngine = factEngine;
    }

    /** What one article did: its place and events, then the changes in order. */
    public record Outcome(Placement placement, List<Change> changes) {}

    /** Lets event time pass; see {@link StoryEngine#advance}. */
    public List<StoryEvent> advance(Instant time) {
        return storyEngine.advance(time);
    }

    /** Takes the next article of the one order. */
    public Outcome accept(Digest digest, Instant effective) {
        Placement placement = storyEngine.place(digest, effective);
        return new Outcome(placement, factEngine.accept(digest, placement, effective));
    }

    public @Nullable StoryView story(String storyId) {
        return storyEngine.view(storyId);
    }

    public List<FactView> facts(String storyId) {
        return factEngine.facts(storyId);
    }
}
