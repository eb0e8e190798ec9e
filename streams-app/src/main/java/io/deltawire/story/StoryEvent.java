package io.deltawire.story;

import java.time.Instant;
import java.util.List;

/**
 * An event of {@code story-updates}.
 *
 * @param type what happened
 * @param storyId story it is about; for MERGED the one that goes away, for SPLIT the one that stays
 * @param otherStoryId MERGED: where it lives on; SPLIT: the new story; OPENED: predecessor it succeeds; else ""
 * @param articleId article that brought it; "" for CLOSED
 * @param at effective time
 * @param moved articles that changed story (MERGED, SPLIT), oldest first
 */
public record StoryEvent(
        Type type, String storyId, String otherStoryId, String articleId, Instant at, List<String> moved) {
    public enum Type {
        OPENED,
        GREW,
        MERGED,
        SPLIT,
        CLOSED,
        REOPENED
    }
}
