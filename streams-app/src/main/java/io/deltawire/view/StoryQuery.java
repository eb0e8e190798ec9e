package io.deltawire.view;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Which stories are asked for; an empty text or list asks for all.
 *
 * @param type stories with at least one change of that type
 * @param words all must be mentioned
 * @param from changed at or after; null for no bound
 * @param to changed before; null for no bound
 * @param openedBy opened at or before; null for no bound
 */
public record StoryQuery(
        Set<String> ids,
        String desk,
        Set<String> states,
        String entity,
        String kind,
        String type,
        List<String> words,
        boolean disputed,
        int minSources,
        @Nullable Instant from,
        @Nullable Instant to,
        @Nullable Instant openedBy)
        implements Predicate<Summary> {
    @Override
    public boolean test(Summary story) {
        return (ids.isEmpty() || ids.contains(story.id()))
                && (desk.isEmpty() || story.desk().equals(desk))
                && states.contains(story.state())
                && (entity.isEmpty() || story.isAbout(entity))
                && (kind.isEmpty() || story.kinds().contains(kind))
                && (type.isEmpty() || story.changes().containsKey(type))
                && (!disputed || story.disputed() > 0)
                && story.independentSources() >= minSources
                && (from == null || !story.updatedAt().isBefore(from))
                && (to == null || story.updatedAt().isBefore(to))
                && (openedBy == null || !story.openedAt().isAfter(openedBy))
                && story.mentions(words);
    }
}
