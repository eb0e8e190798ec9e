package io.deltawire.story;

import io.deltawire.state.Pieces;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * STORY: decides, online and in one order, which articles are one story. One writer; not thread-safe. All state is in the
 * pieces; the index in memory is rebuilt from them on start.
 */
public final class StoryEngine {
    private final Pieces pieces;
    private final Map<String, StoryView> stories = new HashMap<>();

    public StoryEngine(Pieces pieces) {
        this.pieces = pieces;
    }

    /**
     * Lets event time pass: closes every story whose gap or longest life ends at or before {@code time}, each stamped with the
     * time it ended, in order of that time and then story id. Calling it more often changes nothing.
     */
    public List<StoryEvent> advance(Instant time) {
        return List.of();
    }

    /**
     * Places one article. Call in order of (effective time, article id), after {@code advance(effective)}. An article id seen
     * before is given its old place and no events.
     */
    public Placement place(Digest digest, Instant effective) {
        String id = digest.desk() + ":" + digest.articleId();
        pieces.put(id, digest.title().getBytes(StandardCharsets.UTF_8));
        stories.put(
                id,
                new StoryView(
                        id,
                        digest.desk(),
                        digest.title(),
                        digest.articleId(),
                        StoryView.State.OPEN,
                        "",
                        "",
                        effective,
                        effective,
                        1,
                        List.of(digest.articleId()),
                        List.of(digest.source()),
                        1,
                        digest.entities()));
        StoryEvent opened = new StoryEvent(StoryEvent.Type.OPENED, id, "", digest.articleId(), effective, List.of());
        return new Placement(id, "", digest.source(), false, new ArrayList<>(List.of(opened)));
    }

    /** A story as it stands, or null when it is unknown or forgotten. */
    public @Nullable StoryView view(String storyId) {
        return stories.get(storyId);
    }

    /** Number of live stories. */
    public int liveStories() {
        return stories.size();
    }
}
