package io.deltawire.fact;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one story in memory, by id and by bucket. */
final class StoryFacts {
    private final TreeMap<String, Fact> byId = new TreeMap<>();
    private final Map<String, TreeMap<String, Fact>> byBucket = new HashMap<>();

    /** The bucket's facts in order of id. */
    Collection<Fact> bucket(String bucket) {
        TreeMap<String, Fact> facts = byBucket.get(bucket);
        return facts == null ? Collections.emptyList() : facts.values();
    }

    Collection<Fact> all() {
        return byId.values();
    }

    @Nullable
    Fact get(String id) {
        return byId.get(id);
    }

    void put(Fact fact) {
        byId.put(fact.id(), fact);
        byBucket.computeIfAbsent(fact.slot().bucket(), bucket -> new TreeMap<>())
                .put(fact.id(), fact);
    }

    void remove(Fact fact) {
        byId.remove(fact.id());
        TreeMap<String, Fact> facts = byBucket.get(fact.slot().bucket());
        if (facts != null) {
            facts.remove(fact.id());
            if (facts.isEmpty()) {
                byBucket.remove(fact.slot().bucket());
            }
        }
    }

    int size() {
        return byId.size();
    }
}
