package io.deltawire.backtest;

import io.deltawire.engine.Emission;
import io.deltawire.story.StoryEvent;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;

/**
 * Where every article belongs, told from {@code story-updates} alone: what any subscriber can do.
 */
final class Assignments {
    private final Map<String, Place> places = new LinkedHashMap<>();
    private final Map<String, List<String>> members = new HashMap<>();

    /**
     * Place of an article.
     *
     * @param arrival story it was given when it came
     * @param now story it is in after all merges and splits
     */
    record Place(String arrival, String now, String duplicateOf) {}

    void hear(Emission.Update update) {
        StoryEvent event = update.event();
        switch (event.type()) {
            case OPENED, GREW, REOPENED -> arrive(update);
            case MERGED -> {
                List<String> all = members.getOrDefault(event.storyId(), List.of());
                move(List.copyOf(all), event.storyId(), event.otherStoryId());
                move(event.moved(), event.storyId(), event.otherStoryId());
            }
            case SPLIT -> move(event.moved(), event.storyId(), event.otherStoryId());
            case CLOSED -> {}
        }
    }

    private void arrive(Emission.Update update) {
        String article = update.event().articleId();
        String story = update.event().storyId();
        if (!article.isEmpty() && !places.containsKey(article)) {
            places.put(article, new Place(story, story, update.duplicateOf()));
            members.computeIfAbsent(story, id -> new ArrayList<>()).add(article);
        }
    }

    private void move(List<String> articles, String from, String to) {
        for (String article : articles) {
            Place place = places.get(article);
            if (place != null && place.now().equals(from)) {
                places.put(article, new Place(place.arrival(), to, place.duplicateOf()));
                members.computeIfAbsent(to, id -> new ArrayList<>()).add(article);
            }
        }
        members.computeIfPresent(from, (id, list) -> {
            list.removeIf(article -> {
                Place place = places.get(article);
                return place == null || !place.now().equals(from);
            });
            return list.isEmpty() ? null : list;
        });
    }

    /** Story an article is in now; "" for one that was never placed. */
    String storyOf(String articleId) {
        Place place = places.get(articleId);
        return place == null ? "" : place.now();
    }

    /** Visits all articles in the order they came. */
    void forEach(BiConsumer<String, Place> visitor) {
        places.forEach(visitor);
    }

    int stories() {
        return members.size();
    }
}
