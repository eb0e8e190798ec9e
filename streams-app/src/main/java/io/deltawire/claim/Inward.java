package io.deltawire.claim;

import java.util.Set;

/** Passives that tell what their subject thinks: "was won over", "are divided over the plan", "were prepared to talk". */
final class Inward {
    private static final Set<String> MATTERS = Set.of("over", "on", "about", "between", "as");
    private static final String DRAW = "draw";

    private Inward() {}

    static boolean is(Reading reading, Lexicon stances, Frames frames, Clause clause) {
        return clause.passive() && !of(reading, stances, frames, clause).isEmpty();
    }

    /** The value of the position, or "" for a passive that tells none. */
    static String of(Reading reading, Lexicon stances, Frames frames, Clause clause) {
        if (!clause.passive()) {
            return "";
        }
        boolean deed = frames.clauses().stream().anyMatch(next -> clause.equals(next.governor()));
        if (stances.is(clause.lemma(), "swayed") && !deed && clause.after("of") == null) {
            return clause.negated() ? "rejects" : "accepts";
        }
        if (clause.lemma().equals(DRAW)) {
            return clause.negated() ? "undecided" : "";
        }
        boolean over = clause.obliques().stream().anyMatch(oblique -> MATTERS.contains(oblique.preposition()));
        if (stances.is(clause.lemma(), "torn") && over && !clause.negated()) {
            return "undecided";
        }
        String word = reading.lower(clause.verb().head());
        return deed && stances.is(word, "inclined") ? clause.negated() ? "rejects" : "accepts" : "";
    }
}
