package io.deltawire.claim;

import java.util.List;
import java.util.Set;

/** Positions given up: "yielded", "backed down", "who last month had refused … would now support". */
final class Reversals {
    /** Target of a position whose text does not say on what: it only follows what its holder held before. */
    static final String MATTER = "matter";

    static final String REVERSE = "reverse";

    private static final Set<String> AGAINST = Set.of("rejects", "denies");
    private static final Set<String> FOR = Set.of("accepts", "proposes", "demands");
    private static final int BEFORE = 6;
    private static final Set<String> OLDER = Set.of("first", "earlier", "previous", "initial", "original", "opening");
    private static final Set<String> EARLIER =
            Set.of("initially", "originally", "first", "earlier", "previously", "long", "once", "until", "repeatedly");
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
    static boolean yields(Reading reading, Lexicons lexicons, Clause clause) {
        Lexicon stances = lexicons.stances();
        return !clause.negated()
                && (turnsRound(reading, stances, clause)
                        || stances.is(clause.lemma(), "yields")
                        || (clause.passive() && stances.is(clause.lemma(), "swayed"))
                        || (stances.is(clause.lemma(), "drop")
                                && clause.patients().stream().anyMatch(object -> !object.is(Chunk.Kind.VERB))));
    }

    /** "changed sides", "made a U-turn", "had a change of heart": that one thinks otherwise now, not what. */
    static boolean turnsRound(Reading reading, Lexicon stances, Clause clause) {
        if (clause.negated() || clause.mood() != Clause.Mood.FACT) {
            return false;
        }
        if (clause.lemma().equals(REVERSE)
                && reading.lower(clause.verb().head() + 1).endsWith("self")) {
            return true; // "the governor reversed himself"
        }
        Lexicon.Listed verb = stances.listed(clause.lemma());
        boolean shifts = verb.is("shifts");
        boolean performs = verb.is("performs");
        return (shifts || performs)
                && clause.objects().stream()
                        .map(object -> reading.lemma(object.head()))
                        .anyMatch(noun -> (shifts && stances.is(noun, "standpoint"))
                                || (performs && stances.is(noun, "turnabout")));
    }

    /** "bowed", "gave in": verbs whose object is whom, not what. */
    static boolean gives(Lexicons lexicons, Clause clause) {
        return lexicons.stances().is(clause.lemma(), "yields")
                && lexicons.stances().is(clause.lemma(), "weak");
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
        Clause top = clause;
        while (top.governor() != null) {
            top = top.governor(); // "which last month promised to oppose the deal"
        }
        int verb = top.verb().first();
        if (reading.lower(verb).equals("having") && top.verb().head() > verb) {
            return true; // "having first declined help, they now accepted it"
        }
        boolean perfect = lately(reading, frames, verb);
        if (relative(reading, frames, verb) && answersOlder(reading, clause)) {
            return true;
        }
        for (int t = verb; t < top.verb().head(); t++) {
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

    private static boolean relative(Reading reading, Frames frames, int verb) {
        String before = verb > frames.sentence().firstToken() ? reading.lower(verb - 1) : "";
        return before.equals("who") || before.equals("which");
    }

    /** "which dismissed the first approach": there has been another since. */
    private static boolean answersOlder(Reading reading, Clause clause) {
        return clause.objects().stream().anyMatch(object -> {
            for (int t = object.first(); t < object.head(); t++) {
                if (OLDER.contains(reading.lower(t))) {
                    return true;
                }
            }
            return false;
        });
    }

    /** "which only last month promised to oppose it". */
    private static boolean lately(Reading reading, Frames frames, int verb) {
        for (int t = verb - 1; t >= Math.max(frames.sentence().firstToken(), verb - BEFORE); t--) {
            String lower = reading.lower(t);
            if (lower.equals("who") || lower.equals("which")) {
                boolean past =
                        reading.pos(verb).equals("VBD") || reading.lower(verb).equals("would");
                boolean day = reading.lower(t + 1).equals("on") && reading.time(t + 2) != null; // "who on Monday"
                return past
                        && (day
                                || reading.lower(t + 1).equals("last")
                                || reading.lower(t + 2).equals("last")
                                || reading.lower(verb - 1).equals("ago")
                                || EARLIER.contains(reading.lower(t + 1)));
            }
        }
        return false;
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
