package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Which words of a sentence say that something is in a condition: "was shut", "at large", "brought … under control". */
final class Conditions {
    /** How the words say it, as conditions.tsv has it. */
    enum Form {
        DONE("done "),
        WAS("was "),
        DOES("does "),
        IS("is ");

        private final String prefix;

        Form(String prefix) {
            this.prefix = prefix;
        }
    }

    /**
     * A state as some words tell it.
     *
     * @param state dimension and state, "access=closed"
     * @param words the words, as listed
     * @param end token behind the last of them
     */
    record Told(Form form, String state, String words, int end) {
        String dimension() {
            return state.substring(0, state.indexOf('='));
        }
    }

    /** Tokens behind a verb in which the rest of its phrase is looked for: "brought the wildfire near Vale under control". */
    private static final int GAP = 10;

    private static final int LONGEST = 5;
    private static final Set<String> MORE = Set.of("to", "of");
    private static final Set<String> BETWEEN =
            Set.of("still", "now", "again", "already", "also", "both", "all", "finally", "once", "more", "yet", "just");

    private static final Set<String> HOSPITALS = Set.of("hospital", "clinic", "infirmary");

    private final Reading reading;
    private final Lexicon words;

    Conditions(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.words = lexicons.conditions();
    }

    /** What a clause says. */
    List<Told> of(Frames frames, Clause clause) {
        int head = clause.verb().head();
        if (!reading.marked(head, Marks.CONDITION)) {
            return List.of();
        }
        int end = frames.sentence().endToken();
        String lemma = reading.verbLemma(head, words);
        List<Told> told = new ArrayList<>();
        Lexicon.Listed known = words.listed(lemma);
        if (!known.word().isEmpty()) {
            verb(known, clause.verb().end(), Math.min(end, clause.verb().end() + GAP), told);
        }
        if (known.is("state")) {
            hospital(clause.verb().end(), end, told);
            complement(clause.verb().end(), end, told);
        }
        if (known.is("as")) {
            seen(clause, end, told);
        }
        boolean participle =
                head > clause.verb().first() && clause.objects().isEmpty() && words.begins(reading.lower(head));
        if (participle && told.isEmpty()) {
            complement(head, end, told); // "is missing", "was trapped": the tagger takes it for the verb
        }
        return told;
    }

    /** What stands right behind a noun without a verb: "Hostages free", "Pass still closed". */
    List<Told> behind(int token, int end) {
        List<Told> told = new ArrayList<>();
        complement(token, end, told);
        return told;
    }

    private void verb(Lexicon.Listed verb, int from, int end, List<Told> told) {
        if (verb.leads()) {
            for (int t = from; t < end && !stops(t); t++) {
                if (reading.marked(t, Marks.CONDITION_REST) && phrase(verb.word() + " ", t, end, told)) {
                    return;
                }
            }
        }
        keep(verb, from, told, Form.DONE, Form.WAS, Form.DOES);
    }

    private boolean phrase(String lead, int from, int end, List<Told> told) {
        String phrase = lead;
        int before = told.size();
        // "made off with the paintings": who made off, and with what
        for (int t = from; t < Math.min(end, from + LONGEST - 1); t++) {
            phrase = t == from ? phrase + reading.lower(t) : phrase + " " + reading.lower(t);
            keep(words.listed(phrase), t + 1, told, Form.DONE, Form.WAS, Form.DOES);
        }
        return told.size() > before;
    }

    /** "Was described as stable", "is feared trapped", "doctors describe the girl as stable". */
    private void seen(Clause clause, int end, List<Told> told) {
        int next = clause.verb().end();
        if (clause.passive()) {
            complement(reading.lower(next).equals("as") ? next + 1 : next, end, told);
            return;
        }
        for (int t = next; t < Math.min(end, next + GAP) && !stops(t); t++) {
            if (reading.lower(t).equals("as")) {
                complement(t + 1, end, told);
                return;
            }
        }
    }

    /** "Is in Bor hospital", "are at a clinic in Riga". */
    private void hospital(int from, int end, List<Told> told) {
        int first = from;
        while (first < end && BETWEEN.contains(reading.lower(first))) {
            first++;
        }
        boolean in = reading.lower(first).equals("in") || reading.lower(first).equals("at");
        for (int t = first + 1; in && t < Math.min(end, first + LONGEST) && !stops(t); t++) {
            if (HOSPITALS.contains(reading.lemma(t))) {
                told.add(new Told(Form.IS, "patient=in hospital", "in hospital", t + 1));
                return;
            }
        }
    }

    private void complement(int from, int end, List<Told> told) {
        int first = from;
        while (first < end && BETWEEN.contains(reading.lower(first))) {
            first++;
        }
        if (!words.begins(reading.lower(first))) {
            return;
        }
        String phrase = "";
        List<Told> longest = List.of();
        int most = reading.marked(first + 1, Marks.CONDITION_REST) ? LONGEST : 1;
        for (int t = first; t < Math.min(end, first + most); t++) {
            phrase = t == first ? reading.lower(t) : phrase + " " + reading.lower(t);
            List<Told> found = new ArrayList<>();
            boolean noun = reading.pos(t + 1).startsWith("NN") && t + 1 < end; // "missing persons", "open letters"
            boolean more = noun || MORE.contains(reading.lower(t + 1)); // "free to return", "free of charge"
            if (!more) {
                keep(words.listed(phrase), t + 1, found, Form.IS);
            }
            longest = found.isEmpty() ? longest : found;
        }
        told.addAll(longest);
    }

    private static void keep(Lexicon.Listed phrase, int end, List<Told> told, Form... forms) {
        for (String listed : phrase.classes()) {
            for (Form form : forms) {
                String state = listed.startsWith(form.prefix) ? listed.substring(form.prefix.length()) : "";
                if (!state.isEmpty()
                        && told.stream()
                                .noneMatch(
                                        one -> one.form() == form && one.state().equals(state))) {
                    told.add(new Told(form, state, phrase.word(), end));
                }
            }
        }
    }

    private boolean stops(int t) {
        String lower = reading.lower(t);
        return lower.equals(",")
                || lower.equals(";")
                || lower.equals(".")
                || lower.equals("and")
                || lower.equals("but");
    }

    /** The state that denying this one comes to; "" for none. */
    String denied(String state) {
        return words.of("not " + state);
    }

    boolean onset(String state) {
        return words.is(state, "onset");
    }
}
