package io.deltawire.claim;

import java.util.List;
import java.util.Set;

/** Positions given up: "yielded", "backed down", "who last month had refused … would now support". */
final class Reversals {
    /** Target of a position whose text does not say on what: it only follows what its holder held before. */
    static final String MATTER = "matter";

    private static final Set<String> AGAINST = Set.of("rejects", "denies");
    private static final Set<String> FOR = Set.of("accepts", "proposes", "demands");
    private static final int BEFORE = 6;

    private Reversals() {}

    /** Whether the verb itself says that a position is given up. */
    static boolean yields(Lexicons lexicons, Clause clause) {
        Lexicon stances = lexicons.stances();
        return !clause.negated()
                && (stances.is(clause.lemma(), "yields")
                        || (stances.is(clause.lemma(), "drop")
                                && clause.patients().stream().anyMatch(object -> !object.is(Chunk.Kind.VERB))));
    }

    /** "who until then had ruled it out", "had earlier refused": what was held before, told again. */
    static boolean recalled(Reading reading, Lexicons lexicons, Frames frames, Clause clause) {
        int verb = clause.verb().first();
        boolean perfect = false;
        for (int t = verb; t < clause.verb().head(); t++) {
            perfect |= reading.lower(t).equals("had");
        }
        if (!perfect) {
            return false;
        }
        for (int t = verb - 1; t >= Math.max(frames.sentence().firstToken(), verb - BEFORE); t--) {
            String lower = reading.lower(t);
            if (lower.equals("who") || lower.equals("which")) {
                return true;
            }
            if (lower.equals(",") || lower.equals("that")) {
                break;
            }
        }
        int end = Math.min(frames.sentence().endToken(), clause.verb().end() + BEFORE);
        return Standing.says(
                reading, lexicons, Math.max(frames.sentence().firstToken(), verb - BEFORE), end, "formerly");
    }

    /** A position told beside the contrary one that its holder had before is a new one. */
    static void mark(List<Draft> drafts) {
        for (Draft draft : drafts) {
            for (Draft old : drafts) {
                boolean contrary = (AGAINST.contains(old.value) && FOR.contains(draft.value))
                        || (FOR.contains(old.value) && AGAINST.contains(draft.value));
                if (contrary
                        && old.cues.contains(Claim.Cue.HISTORY)
                        && !draft.cues.contains(Claim.Cue.HISTORY)
                        && old.subject.equals(draft.subject)) {
                    draft.cue(Claim.Cue.UPDATE);
                }
            }
        }
    }
}
