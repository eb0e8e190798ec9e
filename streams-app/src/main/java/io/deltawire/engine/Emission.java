package io.deltawire.engine;

import io.deltawire.fact.Change;
import io.deltawire.fact.FactView;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import java.time.Instant;
import java.util.List;

/** What a desk tells the world: one record of an output topic, or a line of a backtest. */
public sealed interface Emission {
    /** Story whose record it is. */
    String storyId();

    /** Effective time of what brought it. */
    Instant at();

    /**
     * A record of {@code story-updates}.
     *
     * @param id content-derived
     * @param title title of the story then
     * @param duplicateOf as in the placement of the article that brought it; "" when none did
     * @param source independent source of that article
     */
    record Update(String id, StoryEvent event, String title, String duplicateOf, String source, boolean late)
            implements Emission {
        @Override
        public String storyId() {
            return event.storyId();
        }

        @Override
        public Instant at() {
            return event.at();
        }
    }

    /** A record of {@code fact-changes}. */
    record Shift(Change change) implements Emission {
        @Override
        public String storyId() {
            return change.storyId();
        }

        @Override
        public Instant at() {
            return change.at();
        }
    }

    /**
     * A record of {@code stories}: the latest picture.
     *
     * @param at effective time of what changed it
     */
    record Picture(StoryView story, List<FactView> facts, Instant at) implements Emission {
        @Override
        public String storyId() {
            return story.id();
        }
    }

    /**
     * A record of {@code story-activity}.
     *
     * @param articles articles of the window so far
     * @param outlets distinct outlets of the window so far
     * @param at effective time of the article that was counted
     */
    record Active(String storyId, Window window, Instant begin, int articles, int outlets, boolean burst, Instant at)
            implements Emission {}

    /**
     * An article that an engine failed on; it left no trace in that engine's state.
     *
     * @param step "story" or "fact"
     * @param reason class and message of the failure
     */
    record Refused(String storyId, String articleId, String step, String reason, Instant at) implements Emission {}
}
