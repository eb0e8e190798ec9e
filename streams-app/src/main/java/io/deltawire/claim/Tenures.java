package io.deltawire.claim;

import java.util.Set;

/** Words of taking and leaving an office as they stand in a text: one word by its base form, or a phrase that begins with it. */
final class Tenures {
    private static final int LONGEST = 4;

    private final Reading reading;
    private final Lexicon words;

    Tenures(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.words = lexicons.tenures();
    }

    /**
     * A verb or phrase of changing office.
     *
     * @param classes classes of tenures.tsv that it belongs to
     */
    record Word(Set<String> classes, String lemma, int first, int end) {
        static final Word NONE = new Word(Set.of(), "", 0, 0);

        boolean is(String name) {
            return classes.contains(name);
        }
    }

    /** The longest that begins at a token; {@link Word#NONE} when none does. A single word must be a verb. */
    Word at(int t, int end) {
        if (reading.entity(t) != null && !reading.pos(t).startsWith("VB")) {
            return Word.NONE;
        }
        String lemma = lemma(t);
        if (!words.begins(lemma)) {
            return Word.NONE;
        }
        for (int length = words.leads(lemma) ? Math.min(LONGEST, end - t) : 1; length > 1; length--) {
            StringBuilder phrase = new StringBuilder(lemma);
            for (int k = t + 1; k < t + length; k++) {
                phrase.append(' ').append(reading.lower(k));
            }
            Set<String> classes = words.classes(phrase.toString());
            if (!classes.isEmpty()) {
                return new Word(classes, phrase.toString(), t, t + length);
            }
        }
        // "and named economist Eva Horn": a verb that the tagger may take for an adjective
        boolean verb = reading.pos(t).startsWith("VB")
                || (reading.lower(t).endsWith("ed") && !reading.pos(t).startsWith("NNP"));
        return verb && words.has(lemma) ? new Word(words.classes(lemma), lemma, t, t + 1) : Word.NONE;
    }

    boolean is(int t, String name) {
        String lemma = reading.lemma(t);
        String lower = reading.lower(t);
        if (words.is(lemma, name) || (!lower.equals(lemma) && words.is(lower, name))) {
            return true;
        }
        String verb = lemma(t);
        return !verb.equals(lemma) && words.is(verb, name);
    }

    boolean any(int from, int to, String name) {
        for (int t = from; t < to; t++) {
            if (is(t, name)) {
                return true;
            }
        }
        return false;
    }

    /** "steps", which the tagger may take for a noun in a headline. */
    private String lemma(int t) {
        String lemma = reading.lemma(t);
        return reading.pos(t).startsWith("VB") || reading.lower(t).endsWith("ed") ? reading.verbLemma(t, words) : lemma;
    }
}
