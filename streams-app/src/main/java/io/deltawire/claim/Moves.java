package io.deltawire.claim;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Whether a clause says that an event was put off, brought forward or taken elsewhere: "was shifted to Monday". */
final class Moves {
    private static final Set<String> SHIFTS = Set.of(
            "move",
            "shift",
            "push",
            "switch",
            "bring forward",
            "change",
            "transfer",
            "relocate",
            "extend",
            "prolong",
            "lengthen");

    /** Participles of such verbs that the lexicon of verbs does not know. */
    private static final Set<String> TAKEN = Set.of("shifted", "switched", "relocated", "prolonged");

    private final Reading reading;
    private final Lexicons lexicons;

    Moves(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    boolean in(@Nullable Clause clause) {
        return clause != null && (puts(clause) || shifts(clause));
    }

    /** "Postponed", "brought forward". */
    static boolean puts(Clause clause) {
        return clause.is("postpone") || clause.is("advance");
    }

    /** Not told of events alone: "moved", "extended". */
    boolean shifts(Clause clause) {
        return SHIFTS.contains(clause.lemma()) || participle(clause);
    }

    /** "Was shifted", "was extended", where the tagger takes the participle for an adjective. */
    boolean participle(Clause clause) {
        if (!clause.lemma().equals("be")) {
            return false;
        }
        String word = reading.lower(clause.verb().end());
        return TAKEN.contains(word)
                || SHIFTS.contains(reading.verbLemma(clause.verb().end(), lexicons.verbs()));
    }
}
