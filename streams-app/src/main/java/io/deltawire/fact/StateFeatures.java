package io.deltawire.fact;

import io.deltawire.claim.Kind;
import io.deltawire.text.WordVectors;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the judge of turns is told of states: which they are, what is in them, and what else of the story is in such a state. */
final class StateFeatures {
    /** How many {@link #add} adds. */
    private static final int COUNT = 7;

    /** States that something begins with, and those that it comes to. */
    private static final List<String> ONSETS = List.of(
            "closed",
            "stopped",
            "out",
            "missing",
            "stolen",
            "trapped",
            "held hostage",
            "at large",
            "burning",
            "in force",
            "critical",
            "in hospital",
            "silent",
            "proposed");

    private static final List<String> ENDS = List.of(
            "open",
            "resumed",
            "restored",
            "found",
            "found alive",
            "found dead",
            "recovered",
            "rescued",
            "freed",
            "questioned",
            "arrested",
            "charged",
            "convicted",
            "acquitted",
            "released",
            "under control",
            "lifted",
            "stable",
            "discharged",
            "in contact",
            "approved",
            "rejected",
            "suspended",
            "withdrawn");

    /** Like beside like, so that a tree's bound says something. */
    private static final List<String> VALUES = Stream.of(
                    List.of(
                            "accepts",
                            "supports",
                            "proposes",
                            "demands",
                            "conditional",
                            "undecided",
                            "opposes",
                            "rejects",
                            "denies"),
                    List.of("planned", "postponed", "cancelled", "under way", "happened", "denied"),
                    ONSETS,
                    ENDS)
            .flatMap(List::stream)
            .toList();

    /** Determiners of what is known already. */
    private static final Set<String> KNOWN =
            Set.of("the", "its", "their", "his", "her", "this", "that", "these", "those", "both", "all");

    private static final Set<String> NEW = Set.of("a", "an", "another", "one", "some", "more", "other");

    private static final Map<String, Integer> PLACES = places();

    private final List<Fact> facts;
    /** States of the story by what they are of, as "running" and "running|rail"; counted when first asked for. */
    private @Nullable Map<String, Integer> counts;

    /** @param facts the story's of kind STATUS */
    StateFeatures(List<Fact> facts) {
        this.facts = facts;
    }

    private static Map<String, Integer> places() {
        Map<String, Integer> places = new HashMap<>();
        for (String value : VALUES) {
            places.put(value, places.size());
        }
        return places;
    }

    /** Place of a position or state among all, like beside like; -1 of one that is not listed. */
    static int place(String value) {
        return PLACES.getOrDefault(value, -1);
    }

    /** Whether a state is the end of another, of what the two are told, and what else of the story is in such a state. */
    void add(Row row, Slot slot, Slot other, String before, String value) {
        if (slot.kind() != Kind.STATUS) {
            for (int i = 0; i < COUNT; i++) {
                row.add(0);
            }
            return;
        }
        row.add(course(before, value));
        List<String> mine = words(slot.attribute());
        List<String> theirs = words(other.attribute());
        int shared = 0;
        for (String word : mine) {
            shared += theirs.contains(word) && !KNOWN.contains(word) ? 1 : 0;
        }
        row.add(shared);
        row.add(
                mine.isEmpty() || theirs.isEmpty()
                        ? -1
                        : WordVectors.english().cosine(mine.get(mine.size() - 1), theirs.get(theirs.size() - 1)));
        row.add(definite(mine));
        row.add(definite(theirs));
        String what = what(slot);
        row.add(count(slot.subject()));
        row.add(what.isEmpty() ? 0 : count(slot.subject() + "|" + what));
    }

    private int count(String key) {
        Map<String, Integer> known = counts;
        if (known == null) {
            known = new HashMap<>();
            for (Fact fact : facts) {
                known.merge(fact.slot().subject(), 1, Integer::sum);
                known.merge(fact.slot().subject() + "|" + what(fact.slot()), 1, Integer::sum);
            }
            counts = known;
        }
        return known.getOrDefault(key, 0);
    }

    private static String what(Slot slot) {
        return String.join(",", slot.values(Slot.WHAT));
    }

    /** 1 from an onset to an end, 2 back, 3 and 4 from one onset or end to another; 0 of other states. */
    private static int course(String before, String value) {
        int first = place(ONSETS.get(0));
        int last = first + ONSETS.size();
        int was = place(before);
        int now = place(value);
        boolean begun = was >= first && was < last;
        boolean begins = now >= first && now < last;
        boolean ended = was >= last;
        boolean ends = now >= last;
        if (begun) {
            return ends ? 1 : begins ? 3 : 0;
        }
        return !ended ? 0 : begins ? 2 : ends ? 4 : 0;
    }

    private static List<String> words(String thing) {
        return thing.isEmpty()
                ? List.of()
                : List.of(thing.toLowerCase(Locale.ROOT).split(" "));
    }

    private static int definite(List<String> words) {
        return words.isEmpty() ? 0 : KNOWN.contains(words.get(0)) ? 1 : NEW.contains(words.get(0)) ? -1 : 0;
    }
}
