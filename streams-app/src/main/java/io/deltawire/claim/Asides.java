package io.deltawire.claim;

import java.util.Set;

/** What an aside behind a holder says that it thought until now: "the board, until now against the bridge,", "an opponent so far". */
final class Asides {
    private static final Set<String> UNTIL =
            Set.of("until", "till", "hitherto", "formerly", "previously", "once", "long");
    private static final Set<String> SINCE =
            Set.of("far", "now", "recently", "then", "lately", "last", "yesterday", "ago");

    private static final int LONGEST = 14;

    private Asides() {}

    /** The value held before, or "". */
    static String was(Reading reading, Lexicons lexicons, Frames frames, Clause clause) {
        if (clause.subjects().isEmpty() || clause.negated()) {
            return "";
        }
        int comma = clause.subjects().get(0).end();
        int end = Math.min(clause.verb().first(), comma + LONGEST);
        if (!reading.lower(comma).equals(",") || frames.sentence().headline()) {
            return "";
        }
        int close = comma + 1;
        while (close < end && !reading.lower(close).equals(",")) {
            close++;
        }
        boolean former = close < end
                && (former(reading, comma + 1, close)
                        || now(reading, close, frames.sentence().endToken()));
        return former ? value(reading, lexicons.stances(), comma + 1, close) : "";
    }

    private static boolean former(Reading reading, int from, int end) {
        for (int t = from; t < end; t++) {
            String lower = reading.lower(t);
            boolean so = lower.equals("so") && reading.lower(t + 1).equals("far");
            boolean until = UNTIL.contains(lower) && (t == from || SINCE.contains(reading.lower(t + 1)));
            if (so || until) {
                return true;
            }
        }
        return false;
    }

    /** "flatly against it in May, said it now had no view". */
    private static boolean now(Reading reading, int from, int end) {
        for (int t = from; t < end; t++) {
            if (reading.lower(t).equals("now")) {
                return true;
            }
        }
        return false;
    }

    private static String value(Reading reading, Lexicon stances, int from, int end) {
        for (int t = from; t < end; t++) {
            String lower = reading.lower(t);
            String lemma = reading.lemma(t);
            if (lower.equals("against") || stances.is(lower, "closed") || stances.is(lemma, "opponents")) {
                return "rejects";
            }
            boolean favours = lower.equals("in") && stances.is("in " + reading.lower(t + 1), "open");
            if (favours || stances.is(lower, "open") || stances.is(lemma, "supporters")) {
                return "accepts";
            }
            if (stances.is(lower, "unsure")) {
                return "undecided";
            }
        }
        return "";
    }
}
