package io.deltawire.text;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Finds numbers and times and says what they are for. English gets everything; of other languages it reads digits with their
 * language's separators, signs, percentages and dates in figures. Days are resolved against the day the text
 * says that it is of, else the publication day in UTC.
 * Thread-safe: holds only word lists. Work and memory are linear in the text, cues are looked for within 14 words.
 */
public final class ValueFinder {
    private record Finders(TimeFinder times, NumberFinder numbers, WordNotes<Integer> beginnings) {}

    private final Map<String, Finders> byLanguage = new ConcurrentHashMap<>();

    /** Never throws, whatever the text. */
    public Values find(Document document) {
        // Languages without lists share one entry per decimal convention's language code, of which there are few.
        Finders finders = byLanguage.computeIfAbsent(language(document.lang()), ValueFinder::load);
        Atoms atoms = new Atoms(document, finders.beginnings());
        TimeFinder.Found times = finders.times().find(atoms, document);
        return new Values(finders.numbers().find(atoms, times.atoms()), times.times());
    }

    private static String language(String declared) {
        boolean code = declared.length() == 2 && Character.isLowerCase(declared.charAt(0)) && declared.charAt(1) < 128;
        return code && declared.charAt(0) < 128 && Character.isLetter(declared.charAt(1)) ? declared : "und";
    }

    private static Finders load(String lang) {
        NumberWords words = new NumberWords(lang);
        NumeralParser numerals = new NumeralParser(words);
        TimeFinder times = new TimeFinder(new CalendarWords(lang), numerals);
        NumberFinder numbers = new NumberFinder(words, numerals);
        return new Finders(
                times,
                numbers,
                new WordNotes<>(
                        WordNotes.Place.VALUES,
                        word -> times.beginnings(word.lower()) | numbers.beginnings(word.lower())));
    }
}
