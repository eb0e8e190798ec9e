package io.deltawire.claim;

import java.util.Set;

/** Plain ways of saying yes and no: "voted seven to two in favour", "has taken the offer", "is for the bridge". */
final class Answers {
    private static final String YES = "accepts";
    private static final String NO = "rejects";

    /** Words from "vote" to what it is for or against. */
    private static final int REACH = 12;

    private static final Set<String> STOPS = Set.of(",", ".", ";", "and", "but");
    private static final Set<String> DETERMINERS = Set.of("the", "a", "an", "this", "that", "such");
    private static final Set<String> TRADES = Set.of("sale", "auction", "start");

    private Answers() {}

    /** The value of the position, or "". */
    static String of(Reading reading, Lexicons lexicons, Frames frames, Clause clause) {
        if (clause.passive()) {
            return "";
        }
        String value = switch (clause.lemma()) {
            case "vote" -> vote(reading, frames, clause);
            case "take" -> taken(reading, lexicons.stances(), clause);
            case "be" -> isFor(reading, lexicons, frames, clause);
            default -> "";
        };
        return value.isEmpty() || !clause.negated() ? value : value.equals(YES) ? NO : YES;
    }

    private static String vote(Reading reading, Frames frames, Clause clause) {
        int end = Math.min(frames.sentence().endToken(), clause.verb().end() + REACH);
        for (int t = clause.verb().end(); t < end && !STOPS.contains(reading.lower(t)); t++) {
            String lower = reading.lower(t);
            String next = reading.lower(t + 1);
            if (lower.equals("in") && (next.equals("favour") || next.equals("favor"))) {
                return YES;
            }
            if (lower.equals("against")) {
                return NO;
            }
        }
        return "";
    }

    private static String taken(Reading reading, Lexicon stances, Clause clause) {
        boolean offer =
                clause.objects().stream().anyMatch(object -> stances.is(reading.lemma(object.head()), "offers"));
        return offer && clause.after("to", "from") == null ? YES : "";
    }

    private static String isFor(Reading reading, Lexicons lexicons, Frames frames, Clause clause) {
        int next = clause.index() + 1;
        if (!frames.has(next + 1)
                || !reading.lower(frames.chunks().get(next).first()).equals("for")) {
            return "";
        }
        Chunk what = frames.chunks().get(next + 1);
        String noun = reading.lemma(what.head());
        boolean matter = lexicons.targets().has(noun) || lexicons.stances().is(noun, "answerable");
        boolean one = DETERMINERS.contains(reading.lower(what.first())) && !TRADES.contains(noun);
        return matter && one ? YES : "";
    }
}
