package io.deltawire.claim;

import java.util.Set;

/**
 * Whether a clause tells of a position as one that its holder had till now: "had until now refused to pay", "ruled it out less than a week
 * ago", "a day after declining help". News recalls it so only where it holds no more.
 */
final class Abandoned {
    /** A position that the text only implies moves a fact just so. */
    static final double SURE = 0.55;

    private static final Set<String> UNTIL = Set.of("until", "till");
    private static final Set<String> NOW =
            Set.of("now", "then", "recently", "today", "yesterday", "lately", "friday", "last");
    private static final Set<String> SPANS =
            Set.of("minute", "hour", "day", "week", "fortnight", "month", "night", "year");
    private static final Set<String> ONLY = Set.of("only", "just", "still", "barely", "than");
    /** Words from a span to the verb: "eleven days after he announced that he would not attend", "had ruled it out less than a week ago". */
    private static final int REACH = 8;

    private static final int FAR = 12;
    private static final Set<String> AGO = Set.of("ago", "earlier", "before");
    /** The position stands all the same. */
    private static final Set<String> STANDS = Set.of(
            "repeat",
            "again",
            "reiterate",
            "remain",
            "reaffirm",
            "unchanged",
            "restate",
            "maintain",
            "renew",
            "stand",
            "stick",
            "confirm",
            "same");

    private Abandoned() {}

    /** What takes the place of a refusal given up; "" for what is given up for many things. */
    static String contrary(String value) {
        return value.equals("rejects") || value.equals("denies") ? "accepts" : "";
    }

    static boolean said(Reading reading, Frames frames, Clause clause) {
        int begin = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        boolean earlier = false;
        for (int t = begin; t < end; t++) {
            if (STANDS.contains(reading.lemma(t))) {
                return false;
            }
            earlier |= UNTIL.contains(reading.lower(t)) && NOW.contains(reading.lower(t + 1)) && past(reading, clause);
            earlier |= SPANS.contains(reading.lemma(t)) && span(reading, clause, t);
        }
        return earlier;
    }

    /** "three weeks after ruling it out", "less than a week ago", "only last week". */
    private static boolean span(Reading reading, Clause clause, int t) {
        int verb = clause.verb().first();
        if (reading.lower(t + 1).equals("after")) {
            // not "two days after the vote the party rejected the deal"
            boolean they = reading.pos(t + 2).equals("PRP") && past(reading, clause);
            return t < verb && verb - t <= REACH && (they || (reading.pos(verb).equals("VBG") && verb == t + 2));
        }
        boolean then =
                AGO.contains(reading.lower(t + 1)) || reading.lower(t - 1).equals("last");
        boolean only = ONLY.contains(reading.lower(t - 2)) || ONLY.contains(reading.lower(t - 3));
        boolean had = perfect(reading, clause);
        return then
                && Math.abs(verb - t) <= FAR
                && past(reading, clause)
                && (had || (only && relative(reading, clause)));
    }

    private static boolean perfect(Reading reading, Clause clause) {
        for (int t = clause.verb().first(); t < clause.verb().head(); t++) {
            if (reading.lower(t).equals("had")) {
                return true;
            }
        }
        return false;
    }

    private static boolean past(Reading reading, Clause clause) {
        String pos = reading.pos(clause.verb().head());
        return perfect(reading, clause)
                || pos.equals("VBD")
                || reading.lower(clause.verb().first()).equals("would")
                || reading.lower(clause.verb().first()).equals("did");
    }

    /** "the ministry that two weeks ago saw no need", "who said last week that": of whom the sentence says more. */
    private static boolean relative(Reading reading, Clause clause) {
        for (int t = clause.verb().first() - 1; t >= Math.max(0, clause.verb().first() - FAR); t--) {
            String lower = reading.lower(t);
            if (lower.equals("who") || lower.equals("which") || lower.equals("that")) {
                return true;
            }
            if (lower.equals(".")) {
                return false;
            }
        }
        return false;
    }
}
