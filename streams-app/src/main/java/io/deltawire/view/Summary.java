package io.deltawire.view;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * A story as it stands in a list.
 *
 * @param openedAt effective time of the first article
 * @param updatedAt of the last article or change
 * @param kinds kinds of its facts
 * @param facts number of facts
 * @param disputed number of disputed facts
 * @param changes number of changes by type
 * @param recent the latest changes, latest first: of those by which something no longer holds, and of the others, as many
 * @param activity articles by hour, oldest first
 */
public record Summary(
        String id,
        String desk,
        String title,
        String state,
        String redirect,
        String predecessor,
        Instant openedAt,
        Instant updatedAt,
        int articleCount,
        int outletCount,
        int independentSources,
        List<Named> entities,
        List<String> kinds,
        int facts,
        int disputed,
        SortedMap<String, Integer> changes,
        List<Shift> recent,
        List<Hour> activity) {
    private static final int ENTITIES = 12;
    private static final int HOURS = 48;
    private static final int SHIFTS = 5;
    private static final Set<String> TELLING = Set.of("REVISED", "DISPUTED", "SETTLED", "RETRACTED");

    /** An entity by which a story is found. */
    public record Named(String id, String name, String type) {}

    /** A change as it stands under its story. */
    public record Shift(
            String id,
            String type,
            String kind,
            Instant at,
            String text,
            String subject,
            String attribute,
            String before,
            String after,
            String unit) {
        /** Whether something that had been said no longer holds, or is doubted. */
        boolean isTelling() {
            return TELLING.contains(type);
        }
    }

    /** Articles of one hour, which began at {@code begin}; {@code burst}: clearly more than was to be expected. */
    public record Hour(Instant begin, int articles, boolean burst) {}

    /** A story of which only changes have come yet. */
    static Summary unknown(String id) {
        return new Summary(
                id,
                "",
                "",
                "OPEN",
                "",
                "",
                Instant.EPOCH,
                Instant.EPOCH,
                0,
                0,
                0,
                List.of(),
                List.of(),
                0,
                0,
                new TreeMap<>(),
                List.of(),
                List.of());
    }

    /** With the picture that {@code stories} has. */
    Summary with(JsonNode story) {
        List<Named> named = new ArrayList<>();
        for (JsonNode entity : story.path("entities")) {
            if (named.size() < ENTITIES) {
                named.add(new Named(
                        entity.path("id").asText(),
                        entity.path("name").asText(),
                        entity.path("type").asText()));
            }
        }
        TreeSet<String> found = new TreeSet<>();
        int contested = 0;
        for (JsonNode fact : story.path("facts")) {
            found.add(fact.path("kind").asText());
            contested += fact.path("disputed").asBoolean() ? 1 : 0;
        }
        return new Summary(
                id,
                story.path("desk").asText(),
                story.path("title").asText(),
                story.path("state").asText(),
                story.path("redirect").asText(),
                story.path("predecessor").asText(),
                Instant.parse(story.path("opened_at").asText()),
                Instant.parse(story.path("updated_at").asText()),
                story.path("article_count").asInt(),
                story.path("outlets").size(),
                story.path("independent_sources").asInt(),
                List.copyOf(named),
                List.copyOf(found),
                story.path("facts").size(),
                contested,
                changes,
                recent,
                activity);
    }

    /** With one change more. */
    Summary with(Event change) {
        SortedMap<String, Integer> counted = new TreeMap<>(changes);
        counted.merge(change.type(), 1, Integer::sum);
        JsonNode json = change.json();
        Instant at = Instant.ofEpochMilli(change.at());
        List<Shift> latest = new ArrayList<>(recent);
        latest.add(
                0,
                new Shift(
                        change.id(),
                        change.type(),
                        json.path("kind").asText(),
                        at,
                        json.path("text").asText(),
                        json.path("subject").asText(),
                        json.path("attribute").asText(),
                        json.path("before").asText(),
                        json.path("after").asText(),
                        json.path("unit").asText()));
        latest.sort(Comparator.comparing(Shift::at).reversed());
        List<Shift> telling =
                latest.stream().filter(Shift::isTelling).limit(SHIFTS).toList();
        latest = Stream.concat(
                        telling.stream(),
                        latest.stream().filter(each -> !each.isTelling()).limit(SHIFTS))
                .sorted(Comparator.comparing(Shift::at).reversed())
                .toList();
        return new Summary(
                id,
                desk,
                title,
                state,
                redirect,
                predecessor,
                openedAt,
                updatedAt.isAfter(at) ? updatedAt : at,
                articleCount,
                outletCount,
                independentSources,
                entities,
                kinds,
                facts,
                disputed,
                counted,
                latest,
                activity);
    }

    /** With what an hour holds so far. */
    Summary with(Hour hour) {
        List<Hour> hours = new ArrayList<>(activity);
        hours.removeIf(each -> each.begin().equals(hour.begin()));
        hours.add(hour);
        hours.sort(Comparator.comparing(Hour::begin));
        List<Hour> kept = hours.subList(Math.max(0, hours.size() - HOURS), hours.size());
        return new Summary(
                id,
                desk,
                title,
                state,
                redirect,
                predecessor,
                openedAt,
                updatedAt,
                articleCount,
                outletCount,
                independentSources,
                entities,
                kinds,
                facts,
                disputed,
                changes,
                recent,
                List.copyOf(kept));
    }

    @JsonIgnore
    public int changeCount() {
        return changes.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Whether it is about that entity, given by id or by name. */
    public boolean isAbout(String entity) {
        return entities.stream()
                .anyMatch(each -> each.id().equals(entity) || each.name().equalsIgnoreCase(entity));
    }

    /** Whether all of these lower-case words are in its title, entities or latest changes. */
    public boolean mentions(List<String> words) {
        if (words.isEmpty()) {
            return true;
        }
        StringBuilder text = new StringBuilder(title);
        entities.forEach(each -> text.append(' ').append(each.name()));
        recent.forEach(each -> text.append(' ').append(each.text()));
        String low = Words.fold(text.toString());
        return words.stream().allMatch(low::contains);
    }
}
