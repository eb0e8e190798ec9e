package io.deltawire.entity;

import io.deltawire.text.Lexicon;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Word lists of one language for linking: titles, offices, given names by gender. */
final class NameLists {
    static final NameLists ENGLISH = new NameLists("en");

    private final Map<String, String> titles = new HashMap<>();
    /** Longest phrases first. */
    final Map<String, List<String>> offices = new LinkedHashMap<>();

    private final Map<String, Character> genders = new HashMap<>();

    private NameLists(String lang) {
        for (String[] row : Lexicon.rows(NameLists.class, lang + "/titles.tsv")) {
            titles.putIfAbsent(row[0], row[1]);
        }
        for (String[] row : Lexicon.rows(NameLists.class, lang + "/offices.tsv")) {
            offices.put(row[0], Arrays.asList(row[1].split(",", -1)));
        }
        for (String[] row : Lexicon.rows(NameLists.class, lang + "/given-names.tsv")) {
            for (String name : row[1].split(" ", -1)) {
                // A name in both lists tells nothing.
                genders.merge(name, row[0].charAt(0), (a, b) -> a.equals(b) ? a : '?');
            }
        }
    }

    /** "m", "f,given", "office", "title", or "" for a word that is no title. */
    String title(String lower) {
        String plain = lower.endsWith(".") ? lower.substring(0, lower.length() - 1) : lower;
        return titles.getOrDefault(plain, "");
    }

    /** 'm', 'f', or '?' where the given name does not tell. */
    char gender(String given) {
        return genders.getOrDefault(given, '?');
    }
}
