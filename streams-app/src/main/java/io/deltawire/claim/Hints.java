package io.deltawire.claim;

import java.util.Set;

/**
 * What somebody is heard to think without a verb of assent or refusal: "will not pay", "sees no need for", "there has never been a crack".
 * Too loose to move anything, but what a later article that tells of a turn will say was given up.
 */
final class Hints {
    /** Under the least confidence that moves a fact: it opens one. */
    static final double SURE = 0.45;

    /** What a bare "there was no warning" is about: FACT compares its words. */
    static final String DENIAL = "denial";

    private static final Set<String> WITHOUT = Set.of("see", "have", "be", "find", "feel");
    private static final Set<String> NEEDS = Set.of(
            "need",
            "plan",
            "intention",
            "reason",
            "question",
            "point",
            "room",
            "appetite",
            "desire",
            "wish",
            "case",
            "use");
    private static final Set<String> INTENDS = Set.of("plan", "intend", "go", "need", "want", "wish", "mean");
    private static final Set<String> IDLE =
            Set.of("be", "have", "do", "know", "see", "happen", "last", "become", "mean");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Judgement judgement;

    Hints(Reading reading, Lexicons lexicons, Judgement judgement) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.judgement = judgement;
    }

    /** "rejects", "denies" or "" for none. */
    String of(Frames frames, Clause clause) {
        if (clause.mood() == Clause.Mood.CONDITIONAL
                || clause.passive()
                || clause.subjects().isEmpty()) {
            return "";
        }
        if (clause.negated() && judgement.ahead(clause) && !IDLE.contains(clause.lemma())) {
            return lexicons.stances().is(clause.lemma(), "speaks") ? "" : "rejects";
        }
        if (WITHOUT.contains(clause.lemma()) && clause.patients().stream().anyMatch(this::noNeed)) {
            return "rejects";
        }
        if (ofThere(reading, clause)
                && judgement.ahead(clause)
                && clause.objects().stream().anyMatch(this::none)) {
            return "rejects"; // "there would be no payment"
        }
        if (clause.negated() && intends(frames, clause)) {
            return "rejects";
        }
        return clause.negated() && clause.mood() == Clause.Mood.FACT ? "denies" : "";
    }

    /** "there was no truth in it": it is the sayer that thinks so. */
    static boolean ofThere(Reading reading, Clause clause) {
        return !clause.subjects().isEmpty()
                && reading.pos(clause.subjects().get(0).head()).equals("EX");
    }

    /** "there will be no refund", "there is no question of one": as plain a refusal as any. */
    boolean plain(Clause clause, String value) {
        return value.equals("rejects")
                && ofThere(reading, clause)
                && (judgement.ahead(clause)
                        || clause.objects().stream()
                                .anyMatch(object -> reading.lemma(object.head()).equals("question")));
    }

    private boolean none(Chunk object) {
        return reading.lower(object.first()).equals("no")
                && reading.pos(object.head()).startsWith("NN");
    }

    /** "no need", "no plans". */
    private boolean noNeed(Chunk object) {
        return ofNeed(reading, object);
    }

    static boolean ofNeed(Reading reading, Chunk object) {
        return NEEDS.contains(reading.lemma(object.head()))
                && (reading.lower(object.first()).equals("no")
                        || reading.lower(object.first()).equals("little"));
    }

    /** "is not planning to storm the camp", "does not intend to". */
    private boolean intends(Frames frames, Clause clause) {
        for (int t = clause.verb().first(); t < clause.verb().head(); t++) {
            if (INTENDS.contains(reading.lemma(t)) && reading.pos(t).startsWith("VB")) {
                return true;
            }
        }
        return INTENDS.contains(clause.lemma())
                && frames.clauses().stream().anyMatch(next -> clause.equals(next.governor()));
    }
}
