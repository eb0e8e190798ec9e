package io.deltawire.view;

import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.stream.Stream;

/**
 * Summaries of the stories that changed last, in memory, by id and newest first. One thread writes, any number read.
 * Stories beyond the limit are let go here, the oldest first; the shelf still has them.
 */
final class StoryList {
    private final int limit;
    private final Map<String, Summary> byId = new ConcurrentHashMap<>();
    private final ConcurrentSkipListMap<Summary, Summary> newestFirst = new ConcurrentSkipListMap<>(
            Comparator.comparing(Summary::updatedAt).reversed().thenComparing(Summary::id));

    StoryList(int limit) {
        this.limit = limit;
    }

    void put(Summary summary) {
        Summary before = byId.put(summary.id(), summary);
        newestFirst.put(summary, summary);
        if (before != null && !before.updatedAt().equals(summary.updatedAt())) {
            newestFirst.remove(before);
        }
        while (byId.size() > limit) {
            Map.Entry<Summary, Summary> oldest = newestFirst.pollLastEntry();
            if (oldest == null) {
                break;
            }
            byId.remove(oldest.getKey().id());
        }
    }

    void remove(String id) {
        Summary before = byId.remove(id);
        if (before != null) {
            newestFirst.remove(before);
        }
    }

    Optional<Summary> find(String id) {
        return Optional.ofNullable(byId.get(id));
    }

    Collection<Summary> newestFirst() {
        return newestFirst.values();
    }

    int size() {
        return byId.size();
    }

    void clear() {
        byId.clear();
        newestFirst.clear();
    }

    /** Entities of all stories with the stories they are in, most stories first. */
    List<Entity> entities(List<String> words, String type) {
        Map<String, Summary.Named> named = new HashMap<>();
        Map<String, Set<String>> stories = new HashMap<>();
        for (Summary summary : newestFirst.values()) {
            if (summary.state().equals("MERGED")) {
                continue;
            }
            for (Summary.Named each : summary.entities()) {
                named.putIfAbsent(each.id(), each);
                stories.computeIfAbsent(each.id(), id -> new LinkedHashSet<>()).add(summary.id());
            }
        }
        return named.values().stream()
                .filter(each -> type.isEmpty() || each.type().equals(type))
                .filter(each -> containsAll(Words.fold(each.name()), words))
                .map(each -> new Entity(
                        each.id(),
                        each.name(),
                        each.type(),
                        stories.getOrDefault(each.id(), Collections.emptySet()).size()))
                .sorted(Comparator.comparingInt(Entity::stories)
                        .reversed()
                        .thenComparing(Entity::name)
                        .thenComparing(Entity::id))
                .toList();
    }

    private static boolean containsAll(String text, List<String> words) {
        return words.stream().allMatch(text::contains);
    }

    Stream<Summary> stream() {
        return newestFirst.values().stream();
    }
}
