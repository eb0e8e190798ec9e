package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import java.util.Set;

/**
 * Sums: "bringing the number of dead to 19", "that brings to 16 the number of deaths", "the number killed climbed to 31",
 * "taking the total to 44". What is summed stands with the sum's word, or was counted just before.
 */
final class Totals {
    private static final Set<String> SUMS =
            Set.of("number", "total", "toll", "tally", "count", "figure", "sum", "rank");
    private static final Set<String> LEVEL = Set.of("to", "at", "of", "is", "was", "are", "were", "now");
    private static final int REACH = 22;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Fates fates;

    Totals(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.fates = new Fates(reading, lexicons);
    }

    /** Measure of which this number is the sum, "" when it is none. {@code before}: measure counted last in the text. */
    String of(Sentence sentence, NumberValue number, String before) {
        int first = number.firstToken();
        String preposition = reading.lower(first - 1);
        boolean level = LEVEL.contains(preposition)
                || lexicons.verbs().is(reading.lemma(first - 1), "reach")
                || lexicons.verbs().is(reading.lemma(first - 1), "change");
        if (!level) {
            return "";
        }
        if (preposition.equals("to")) {
            int behind = number.endToken();
            if (reading.lower(behind).equals("the") && SUMS.contains(reading.lemma(behind + 1))) {
                return summed(sentence, behind + 1, before); // "to five the number of people in custody"
            }
        }
        for (int t = first - 2; t >= Math.max(sentence.firstToken(), first - REACH); t--) {
            String lower = reading.lower(t);
            NumberValue other = reading.number(t);
            if (lower.equals(";") || (other != null && other.use() == NumberValue.Use.COUNT)) {
                return "";
            }
            if (SUMS.contains(reading.lemma(t)) && reading.pos(t).startsWith("NN")) {
                return governs(t, first) ? summed(sentence, t, before) : "";
            }
        }
        return "";
    }

    /** Whether nothing between the sum's word and the number counts something else: at most one verb of change or being. */
    private boolean governs(int sum, int first) {
        int verbs = 0;
        for (int t = sum + 1; t < first; t++) {
            boolean finite = reading.pos(t).equals("VBD")
                    || reading.pos(t).equals("VBZ")
                    || reading.pos(t).equals("VBP");
            Lexicon.Listed verb = lexicons.verbs().listed(reading.lemma(t));
            boolean change = verb.is("change")
                    || verb.is("reach")
                    || verb.is("up")
                    || verb.is("down")
                    || verb.is("gauge")
                    || reading.lemma(t).equals("be")
                    || reading.lemma(t).equals("have");
            verbs += finite && !change ? 1 : 0;
        }
        return verbs <= 1;
    }

    private String summed(Sentence sentence, int sum, String before) {
        boolean owned =
                reading.lower(sum - 1).equals("'s") || reading.lower(sum - 1).equals("’s");
        if (owned && !reading.lemma(sum).equals("toll")) {
            return ""; // "the ministry's figure of 15" is one side's, told beside another
        }
        if (reading.lemma(sum).equals("toll")) {
            return fates.personState(reading.lower(sum - 1)).equals("injured") ? "injured" : "killed";
        }
        for (int t = sum - 1; t >= Math.max(sentence.firstToken(), sum - 2); t--) {
            String state = fates.personState(reading.lower(t));
            String listed = lexicons.measures().of(reading.lemma(t));
            if (!state.isEmpty() || !listed.isEmpty()) {
                return state.isEmpty() ? listed : state;
            }
        }
        int end = Math.min(sentence.endToken(), sum + 9);
        for (int t = sum + 1; t < end; t++) {
            String lower = reading.lower(t);
            boolean told = (lower.equals("in") || lower.equals("at"))
                    && !lexicons.fates().of(reading.lower(t + 1)).isEmpty();
            if (told) {
                return lexicons.fates().of(reading.lower(t + 1));
            }
            if (reading.number(t) != null || lower.equals("in") || lower.equals("at") || lower.equals("to")) {
                break;
            }
            String fate = fates.fate(t, t + 1);
            if (fate.isEmpty() && lower.equals("cut") && reading.lower(t + 1).equals("off")) {
                fate = "without power";
            }
            if (!fate.isEmpty()) {
                return fate;
            }
            String listed = lexicons.measures().of(reading.lemma(t));
            if (!listed.isEmpty()) {
                return listed;
            }
        }
        for (int t = sum + 1; t < end && reading.number(t) == null; t++) {
            // "the number of northerners who have had to abandon their homes"
            String fate = lexicons.fates().of(reading.lemma(t));
            if (!fate.isEmpty()) {
                return fate;
            }
        }
        int of = sum + 1;
        if (reading.lower(of).equals("of")) {
            for (int t = of + 1; t < end; t++) {
                String lower = reading.lower(t);
                if (lower.equals("custody") || lower.equals("held")) {
                    return "arrested";
                }
                String fate = fates.fate(t, t + 1);
                if (!fate.isEmpty()) {
                    return fate;
                }
            }
            return "";
        }
        return before;
    }
}
