package io.deltawire.entity;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The names deltawire knows, as an immutable snapshot: those that ship with it and those added at run time, each from its
 * {@code effectiveFrom} on. A later entry of the same id replaces an earlier one. Thread-safe.
 */
public final class Catalog {
    private static final Catalog BUILT_IN = new Catalog(CatalogFiles.load());

    private final CatalogIndex base;
    /** Added entries by effective time; empty for a snapshot that {@link #at} gave out. */
    private final List<CatalogEntry> added;

    private final CatalogIndex index;
    private final AtomicReferenceArray<@Nullable Catalog> snapshots;

    private Catalog(CatalogIndex base) {
        this(base, List.of(), base);
    }

    private Catalog(CatalogIndex base, List<CatalogEntry> added, CatalogIndex index) {
        this.base = base;
        this.added = added;
        this.index = index;
        this.snapshots = new AtomicReferenceArray<>(added.size() + 1);
    }

    /** The catalog that ships with deltawire. */
    public static Catalog builtIn() {
        return BUILT_IN;
    }

    /**
     * This catalog with more entries.
     *
     * @param entries of any order and effective time; where two have one id and time, the later in the list holds
     */
    public Catalog with(Collection<CatalogEntry> entries) {
        if (entries.isEmpty()) {
            return this;
        }
        List<CatalogEntry> all = new ArrayList<>(added);
        all.addAll(entries);
        all.sort(Comparator.comparing(CatalogEntry::effectiveFrom));
        return new Catalog(base, List.copyOf(all), index);
    }

    /** What was in effect at an event time: entries with {@code effectiveFrom} at or before it. */
    public Catalog at(Instant time) {
        if (added.isEmpty()) {
            return this;
        }
        int count = 0;
        while (count < added.size() && !added.get(count).effectiveFrom().isAfter(time)) {
            count++;
        }
        Catalog snapshot = snapshots.get(count);
        if (snapshot == null) {
            Map<String, CatalogEntry> latest = new LinkedHashMap<>();
            added.subList(0, count).forEach(entry -> latest.put(entry.id(), entry));
            CatalogIndex over =
                    base.with(latest.values().stream().map(this::known).toList());
            snapshot = new Catalog(base, List.of(), over);
            snapshots.set(count, snapshot);
        }
        return snapshot;
    }

    /** An entry that replaces one that ships keeps what the topic has no words for: office, region, size, and country if it names none. */
    private Known known(CatalogEntry entry) {
        Known before = base.byId(entry.id());
        return before == null || before.entry().type() != entry.type() ? Known.of(entry) : before.replacedBy(entry);
    }

    /** The entry of an id, or null. Reads only what is in this snapshot. */
    public @Nullable CatalogEntry entry(String id) {
        Known known = index.byId(id);
        return known == null ? null : known.entry();
    }

    CatalogIndex index() {
        return index;
    }

    /** Lookup tables of a snapshot, over those of another one where there is one. */
    static final class CatalogIndex {
        private final @Nullable CatalogIndex under;
        private final Map<String, Known> byId = new HashMap<>();
        private final Map<String, List<Known>> byName = new HashMap<>();
        private final Map<String, List<Known>> bySurname = new HashMap<>();
        private final Map<String, List<Known>> byGiven = new HashMap<>();
        private final Map<String, Known> byDemonym = new HashMap<>();
        private final Map<String, Integer> longestByFirst = new HashMap<>();

        CatalogIndex(Collection<Known> entries, Map<String, Known> demonyms) {
            this(null, entries);
            byDemonym.putAll(demonyms);
        }

        private CatalogIndex(@Nullable CatalogIndex under, Collection<Known> entries) {
            this.under = under;
            entries.forEach(this::add);
        }

        CatalogIndex with(Collection<Known> entries) {
            return new CatalogIndex(this, entries);
        }

        private void add(Known known) {
            CatalogEntry entry = known.entry();
            byId.put(entry.id(), known);
            name(entry.name(), known);
            entry.aliases().forEach(alias -> name(alias, known));
            if (entry.type() == EntityType.PERSON && !known.surname().isEmpty()) {
                bySurname
                        .computeIfAbsent(NameKeys.sound(known.surname()), key -> new ArrayList<>())
                        .add(known);
                String given =
                        NameKeys.personParts(NameKeys.normal(entry.name())).get(0);
                byGiven.computeIfAbsent(given, key -> new ArrayList<>()).add(known);
            }
        }

        private void name(String name, Known known) {
            String normal = NameKeys.normal(name);
            if (normal.isEmpty()) {
                return;
            }
            List<Known> list = byName.computeIfAbsent(normal, key -> new ArrayList<>(1));
            if (!list.contains(known)) {
                list.add(known);
            }
            int space = normal.indexOf(' ');
            String first = space < 0 ? normal : normal.substring(0, space);
            int words = 1 + (int) normal.chars().filter(c -> c == ' ').count();
            longestByFirst.merge(first, words, Math::max);
        }

        @Nullable
        Known byId(String id) {
            Known known = byId.get(id);
            return known != null || under == null ? known : under.byId(id);
        }

        /** All that bear a name, in the catalog's order; an entry that was replaced is left out. */
        List<Known> named(String normal) {
            return found(byName, under == null ? List.of() : under.named(normal), normal);
        }

        List<Known> surnamed(String surname) {
            return found(bySurname, under == null ? List.of() : under.surnamed(surname), NameKeys.sound(surname));
        }

        List<Known> given(String given) {
            return found(byGiven, under == null ? List.of() : under.given(given), given);
        }

        @Nullable
        Known demonym(String text) {
            Known known = byDemonym.get(text);
            return known != null || under == null ? known : under.demonym(text);
        }

        /** Words of the longest name that begins with a word; 0 when none does. */
        int longestFrom(String first) {
            int own = longestByFirst.getOrDefault(first, 0);
            return under == null ? own : Math.max(own, under.longestFrom(first));
        }

        private List<Known> found(Map<String, List<Known>> map, List<Known> below, String key) {
            List<Known> own = map.getOrDefault(key, List.of());
            if (below.isEmpty()) {
                return own;
            }
            List<Known> all = new ArrayList<>(own);
            below.stream()
                    .filter(known -> !byId.containsKey(known.entry().id()))
                    .forEach(all::add);
            return all;
        }
    }
}
