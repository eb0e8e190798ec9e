package io.deltawire.claim;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Words of taking and leaving an office as they stand in a text: one word by its base form, or a phrase that begins with it. */
final class Tenures {
    private static final int LONGEST = 4;

    private final Reading reading;
    private final Lexicon words;

    /** By token, what is known of its base form as a verb; null where nobody has asked. */
    private final Lexicon.@Nullable Listed[] verbs;

    /** By token, whether it is in the list in any form; of use where the above is known. */
    private final boolean[] listed;

    /** By token, its classes in any of its forms, once asked for. */
    private final @Nullable Forms[] forms;

    private record Forms(List<String> classes) {}

    Tenures(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.words = lexicons.tenures();
        this.verbs = new Lexicon.Listed[reading.size()];
        this.listed = new boolean[reading.size()];
        this.forms = new Forms[reading.size()];
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
        if (!isListed(t)) {
            return Word.NONE;
        }
        Lexicon.Listed base = verb(t);
        String lemma = base.word();
        if (lemma.isEmpty() || (reading.entity(t) != null && !reading.pos(t).startsWith("VB"))) {
            return Word.NONE;
        }
        boolean goesOn = base.leads() && reading.marked(t + 1, Marks.TENURE_REST);
        for (int length = goesOn ? Math.min(LONGEST, end - t) : 1; length > 1; length--) {
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
        return verb && base.has() ? new Word(base.all(), lemma, t, t + 1) : Word.NONE;
    }

    boolean is(int t, String name) {
        if (!isListed(t)) {
            return false;
        }
        Forms known = forms[t];
        if (known == null) {
            Set<String> classes = new LinkedHashSet<>(words.classes(reading.lemma(t)));
            classes.addAll(words.classes(reading.lower(t)));
            classes.addAll(verb(t).all());
            known = new Forms(List.copyOf(classes));
            forms[t] = known;
        }
        return known.classes.contains(name);
    }

    boolean any(int from, int to, String name) {
        for (int t = from; t < to; t++) {
            if (is(t, name)) {
                return true;
            }
        }
        return false;
    }

    /** Whether the word at a token, in any of its forms, is in the list or begins a phrase of it; most are not. */
    boolean isListed(int t) {
        if (!reading.marked(t, Marks.TENURE)) {
            return false;
        }
        if (verbs[t] == null) {
            Lexicon.Listed verb = words.listed(readVerb(t));
            verbs[t] = verb;
            listed[t] = !verb.word().isEmpty() || words.begins(reading.lower(t)) || words.begins(reading.lemma(t));
        }
        return listed[t];
    }

    private Lexicon.Listed verb(int t) {
        return isListed(t) ? Objects.requireNonNull(verbs[t]) : Lexicon.Listed.NONE;
    }

    /** "steps", which the tagger may take for a noun in a headline. */
    private String readVerb(int t) {
        String lemma = reading.lemma(t);
        return reading.pos(t).startsWith("VB") || reading.lower(t).endsWith("ed") ? reading.verbLemma(t, words) : lemma;
    }
}
