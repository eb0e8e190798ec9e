package io.deltawire.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The calendar words and tense cues of one language; empty for a language without lists. */
final class CalendarWords {
    enum Role {
        WEEKDAY,
        WEEKDAY_SHORT,
        MONTH,
        SEASON,
        PERIOD,
        /** "yesterday": days from publication. */
        DAY,
        DAYPART,
        /** "noon". */
        CLOCK,
        /** "p.m.": hours to add. */
        HALF,
        /** "early", "late", "mid". */
        PART,
        WEEKDAYS
    }

    record Word(Role role, String value) {
        int number() {
            return Integer.parseInt(value);
        }
    }

    private final Map<String, Word> words = new HashMap<>();
    private final Map<String, String> tense = new HashMap<>();
    final PhraseTable feasts;

    CalendarWords(String lang) {
        String folder = "values/" + lang + "/";
        List<String[]> feastRows = new ArrayList<>();
        if (Lexicon.has(CalendarWords.class, folder + "calendar.tsv")) {
            for (String[] row : Lexicon.rows(CalendarWords.class, folder + "calendar.tsv")) {
                if (row[1].equals("feast")) {
                    feastRows.add(new String[] {row[0], row[2]});
                } else {
                    Role role = Role.valueOf(
                            row[1].toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
                    words.put(row[0], new Word(role, row[2]));
                }
            }
            for (String[] row : Lexicon.rows(CalendarWords.class, folder + "tense.tsv")) {
                tense.putIfAbsent(row[0], row[1]);
            }
        }
        feasts = new PhraseTable(feastRows);
    }

    boolean isEmpty() {
        return words.isEmpty();
    }

    Set<String> all() {
        return words.keySet();
    }

    @Nullable
    Word word(String lower) {
        return words.get(lower);
    }

    /** The word when it plays the role, else null. */
    @Nullable
    Word word(String lower, Role role) {
        Word word = words.get(lower);
        return word != null && word.role() == role ? word : null;
    }

    /** future, plan, ahead, back, past, or "" for a word that says nothing of time. */
    String tense(String lower) {
        return tense.getOrDefault(lower, "");
    }
}
