package io.deltawire.text;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Phrases of one or more atoms with what is said of them; the longest wins. */
final class PhraseTable {
    /** @param columns the row's columns after the phrase */
    record Phrase(List<String> words, List<String> columns) {}

    private final Map<String, List<Phrase>> byFirst = new HashMap<>();
    private final Map<String, List<Phrase>> byLast = new HashMap<>();

    PhraseTable(List<String[]> rows) {
        for (String[] row : rows) {
            List<String> words = List.of(row[0].replace(".", "").split(" ", -1));
            Phrase phrase = new Phrase(words, List.of(row).subList(1, row.length));
            byFirst.computeIfAbsent(words.get(0), key -> new ArrayList<>()).add(phrase);
            byLast.computeIfAbsent(words.get(words.size() - 1), key -> new ArrayList<>())
                    .add(phrase);
        }
        Comparator<Phrase> longestFirst =
                Comparator.comparingInt((Phrase phrase) -> -phrase.words().size());
        byFirst.values().forEach(list -> list.sort(longestFirst));
        byLast.values().forEach(list -> list.sort(longestFirst));
    }

    /** Words that phrases begin with. */
    Set<String> beginnings() {
        return byFirst.keySet();
    }

    /** The longest phrase that begins at an atom, or null. */
    @Nullable
    Phrase startingAt(Atoms atoms, int i) {
        List<Phrase> candidates = byFirst.get(atoms.at(i));
        return candidates == null ? null : firstMatch(candidates, atoms, i, true);
    }

    /** The longest phrase whose last atom is {@code i}, or null. */
    @Nullable
    Phrase endingAt(Atoms atoms, int i) {
        List<Phrase> candidates = byLast.get(atoms.at(i));
        return candidates == null ? null : firstMatch(candidates, atoms, i, false);
    }

    private static @Nullable Phrase firstMatch(List<Phrase> candidates, Atoms atoms, int i, boolean forward) {
        for (Phrase phrase : candidates) {
            int n = phrase.words().size();
            int first = forward ? i : i - n + 1;
            if (atoms.sameSentence(first, first + n - 1) && matches(phrase, atoms, first)) {
                return phrase;
            }
        }
        return null;
    }

    private static boolean matches(Phrase phrase, Atoms atoms, int first) {
        for (int k = 0; k < phrase.words().size(); k++) {
            if (!atoms.at(first + k).equals(phrase.words().get(k))) {
                return false;
            }
        }
        return true;
    }
}
