package io.deltawire.view;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/**
 * Which events are wanted; an empty text or set wants all.
 *
 * @param entity id or name of an entity that the story is about, or that the change's claim names
 * @param minSources independent sources that hold the value after a change, at least; events without one count as 0
 * @param minConfidence confidence of a change, at least; events without one count as 0
 */
public record Filter(
        Set<Event.Log> logs,
        String story,
        String entity,
        Set<String> kinds,
        Set<String> types,
        int minSources,
        double minConfidence) {
    private static final Set<String> NAMED_BY =
            Set.of("subject_id", "value_id", "speaker_id", "subject", "value", "speaker");

    /** @param summaries finds the story of an event */
    public boolean wants(Event event, Function<String, Optional<Summary>> summaries) {
        JsonNode json = event.json();
        return logs.contains(event.log())
                && (story.isEmpty() || story.equals(event.storyId()))
                && (types.isEmpty() || types.contains(event.type()))
                && (kinds.isEmpty() || kinds.contains(json.path("kind").asText()))
                && (minSources == 0 || json.path("after_sources").size() >= minSources)
                && json.path("confidence").asDouble() >= minConfidence
                && (entity.isEmpty() || names(json.path("evidence")) || about(event.storyId(), summaries));
    }

    /** The same without its entity. */
    public Filter ofAnyEntity() {
        return new Filter(logs, story, "", kinds, types, minSources, minConfidence);
    }

    private boolean about(String storyId, Function<String, Optional<Summary>> summaries) {
        return summaries
                .apply(storyId)
                .filter(summary -> summary.isAbout(entity))
                .isPresent();
    }

    private boolean names(JsonNode evidence) {
        String low = entity.toLowerCase(Locale.ROOT);
        return NAMED_BY.stream()
                .anyMatch(field ->
                        evidence.path(field).asText().toLowerCase(Locale.ROOT).equals(low));
    }

    public boolean wantsAll() {
        return logs.size() == Event.Log.values().length
                && story.isEmpty()
                && entity.isEmpty()
                && kinds.isEmpty()
                && types.isEmpty()
                && minSources == 0
                && minConfidence == 0;
    }
}
