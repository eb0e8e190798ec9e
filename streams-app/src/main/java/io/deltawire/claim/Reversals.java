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
    private static final Set<String> TURNS = Set.of("reverse", "abandon", "backtrack", "soften", "relent", "overturn");
    private static final Set<String> DENIALS = Set.of(
            "denial",
            "deny",
            "refusal",
            "refuse",
            "insist",
            "opposition",
            "oppose",
            "resistance",
            "resist",
            "objection",
            "rejection",
            "reject",
            "dispute",
            "vow",
            "assurance",
            "hesitation",
            "hesitate");

    private Reversals() {}

    /** Whether the verb itself says that a position is given up. */
    static boolean yields(Lexicons lexicons, Clause clause) {
        Lexicon stances = lexicons.stances();
        return !clause.negated()
                && (stances.is(clause.lemma(), "yields")
                        || (stances.is(clause.lemma(), "drop")
                                && clause.patients().stream().anyMatch(object -> !object.is(Chunk.Kind.VERB))));
    }

    /** "contrary to its earlier denials", "after days of denying it", "having ruled it out two weeks ago": the sentence tells the turn. */
    static boolean turns(Reading reading, Frames frames, Clause clause) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            String lemma = reading.lemma(t);
            String next = reading.lower(t + 1);
            boolean back = TURNS.contains(lemma)
                    && reading.pos(t).startsWith("VB")
                    && t != clause.verb().head();
            boolean before = (lemma.equals("after") || lemma.equals("contrary") || lemma.equals("despite"))
                    && denialNear(reading, t, frames.sentence().endToken());
            if (back || before || (lemma.equals("after") && next.equals("all"))) {
                return true;
            }
        }
        return false;
    }

    private static boolean denialNear(Reading reading, int from, int end) {
        for (int t = from + 1; t < Math.min(end, from + BEFORE); t++) {
            if (DENIALS.contains(reading.lemma(t))) {
                return true;
            }
        }
        return false;
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
        int begin = Math.max(frames.sentence().firstToken(), verb - BEFORE);
        for (int t = begin; t < verb; t++) {
            // "said on Monday that it had accepted": the day is that of the saying
            begin = lexicons.verbs().is(reading.lemma(t), "report")
                            && reading.pos(t).startsWith("VB")
                    ? verb
                    : begin;
        }
        int end = Math.min(frames.sentence().endToken(), clause.verb().end() + BEFORE);
        return Standing.says(reading, lexicons, begin, end, "formerly");
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
