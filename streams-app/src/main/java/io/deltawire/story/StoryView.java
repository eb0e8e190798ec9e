package io.deltawire.story;

import java.time.Instant;
import java.util.List;

/**
 * A story as it stands, without its facts: the picture that {@code stories} carries.
 *
 * @param state OPEN, CLOSED, or MERGED (then {@code redirect} names where it lives on)
 * @param leadArticleId article that best stands for the story
 */
public record StoryView(
        String id,
        String desk,
        String title,
        String leadArticleId,
        State state,
        String redirect,
        String predecessor,
        Instant openedAt,
        Instant updatedAt,
        int articleCount,
        List<String> articles,
        List<String> outlets,
        int independentSources,
        List<Digest.EntityWeight> entities) {
    public enum State {
        OPEN,
        CLOSED,
        MERGED
    }
}
