package io.deltawire.fact;

import io.deltawire.claim.Kind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The facts of one story in memory, by id, by kind and by bucket. */
final class StoryFacts {
    private static final int MOST_HELD_AGAINST = 200;

    private static final Comparator<Fact> LAST_FIRST =
            Comparator.comparing(Fact::lastAt).reversed().thenComparing(Fact::id);

    private final TreeMap<String, Fact> byId = new TreeMap<>();
    private final Map<Kind, TreeMap<String, Fact>> byKind = new EnumMap<>(Kind.class);
    private final Map<String, TreeMap<String, Fact>> byBucket = new HashMap<>();

    /** The bucket's facts in order of id. */
    Collection<Fact> bucket(String bucket) {
        TreeMap<String, Fact> facts = byBucket.get(bucket);
        return facts == null ? Collections.emptyList() : facts.values();
    }

    Collection<Fact> all() {
        return byId.values();
    }

    /** The kind's facts in order of id. */
    Collection<Fact> of(Kind kind) {
        TreeMap<String, Fact> facts = byKind.get(kind);
        return facts == null ? Collections.emptyList() : facts.values();
    }

    /** Those of some kinds that something leads, heard of last first; no more than an article's claims are held against. */
    List<Fact> lastHeardOf(Kind... kinds) {
        List<Fact> led = new ArrayList<>();
        for (Kind kind : kinds) {
            for (Fact fact : of(kind)) {
                if (fact.leading() != null) {
                    led.add(fact);
                }
            }
        }
        led.sort(LAST_FIRST);
        return List.copyOf(led.subList(0, Math.min(MOST_HELD_AGAINST, led.size())));
    }

    @Nullable
    Fact get(String id) {
        return byId.get(id);
    }

    void put(Fact fact) {
        byId.put(fact.id(), fact);
        byKind.computeIfAbsent(fact.slot().kind(), kind -> new TreeMap<>()).put(fact.id(), fact);
        byBucket.computeIfAbsent(fact.slot().bucket(), bucket -> new TreeMap<>())
                .put(fact.id(), fact);
    }

    void remove(Fact fact) {
        byId.remove(fact.id());
        TreeMap<String, Fact> ofKind = byKind.get(fact.slot().kind());
        if (ofKind != null) {
            ofKind.remove(fact.id());
        }
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
