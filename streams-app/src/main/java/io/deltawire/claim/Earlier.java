package io.deltawire.claim;

import io.deltawire.text.Sentence;
import java.util.Set;

/** Tells a value that the text only recalls, "up from 41", "not 41", "instead of 2 June", "first put at 41", from what is news. */
final class Earlier {
    private static final int REACH = 9;
    private static final int PHRASE = 3;
    private static final Set<String> CORRECTS =
            Set.of("correct", "withdraw", "retract", "drop", "abandon", "revise", "replace", "disown");
    private static final Set<String> FORMER = Set.of("earlier", "previous", "preliminary", "original", "prior");
    private static final Set<String> LINKS = Set.of(
            "the", "a", "an", "its", "their", "his", "her", "at", "on", "for", "to", "of", "in", "as", "about",
            "around", "that", "be", "by", "only", "just", "some", "any", "than", "was", "is");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Lexicon words;

    Earlier(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.words = lexicons.earlier();
    }

    /** Whether the value at these tokens is an earlier one; {@code end} may take in the noun it counts. */
    boolean is(Sentence sentence, int first, int end) {
        return corrected(first)
                || left(sentence.firstToken(), first)
                || right(end, sentence.endToken())
                || recalled(sentence.firstToken(), first)
                || from(sentence, first, end);
    }

    /** "Correcting the figure of 150 given by the rescue services", "the earlier speed of 64 km/h". */
    private boolean corrected(int first) {
        boolean of = reading.lower(first - 1).equals("of");
        if (of
                && FORMER.contains(reading.lower(first - 3))
                && reading.pos(first - 2).startsWith("NN")) {
            return true;
        }
        return of
                && words.is(reading.lemma(first - 2), "number")
                && CORRECTS.contains(
                        reading.lemma(first - (reading.pos(first - 3).equals("DT") ? 4 : 3)));
    }

    /** "rather than", "instead of", "and not in" before the token. */
    boolean instead(int begin, int first) {
        return left(begin, first)
                && (reading.lower(first - 1).equals("of")
                        || reading.lower(first - 1).equals("than")
                        || reading.lower(first - 1).equals("not")
                        || reading.lower(first - 2).equals("not")
                        || reading.lower(first - 2).equals("of")
                        || reading.lower(first - 2).equals("than"));
    }

    private boolean left(int begin, int first) {
        int at = first;
        while (at > begin
                && LINKS.contains(reading.lower(at - 1))
                && !reading.lower(at - 1).equals("than")) {
            if (ends(begin, at)) {
                return true;
            }
            at--;
        }
        return ends(begin, at);
    }

    private boolean ends(int begin, int at) {
        for (int t = at - 1; t >= Math.max(begin, at - PHRASE); t--) {
            if (reading.marked(t, Marks.EARLIER) && (t == at - 1 || words.leads(reading.lower(t)))) {
                String phrase = phrase(t, at);
                if (words.is(phrase, "left")) {
                    return !phrase.equals("not") || contrasts(begin, t);
                }
            }
        }
        return false;
    }

    private String phrase(int first, int end) {
        String phrase = reading.lower(first);
        for (int t = first + 1; t < end; t++) {
            phrase = phrase + " " + reading.lower(t);
        }
        return phrase;
    }

    /** "24, not 18" and "not 18 but 24", but neither "did not kill" nor "not at least 12". */
    private boolean contrasts(int begin, int not) {
        String before = reading.lower(not - 1);
        return not <= begin
                || before.equals(",")
                || before.equals("and")
                || before.equals("(")
                || before.equals("–")
                || before.equals("—")
                || reading.lemma(not - 1).equals("be")
                || reading.pos(not - 1).startsWith("NN")
                || reading.number(not - 1) != null
                || reading.time(not - 1) != null;
    }

    private boolean right(int from, int end) {
        int at = from;
        while (at < end && (reading.lower(at).equals(",") || reading.lower(at).equals("people"))) {
            at++;
        }
        if (!reading.marked(at, Marks.EARLIER)) {
            return false;
        }
        StringBuilder phrase = new StringBuilder();
        for (int t = at; t < Math.min(end, at + PHRASE); t++) {
            phrase.append(phrase.length() == 0 ? "" : " ").append(reading.lower(t));
            if (words.is(phrase.toString(), "right")) {
                // "on 4 June, a day earlier than scheduled" is the new date
                return !reading.lower(t + 1).equals("than");
            }
        }
        return false;
    }

    /** "had initially put the toll at 41", "an earlier figure of 41", "after first speaking of 41", "had been due on 15 May". */
    private boolean recalled(int begin, int first) {
        boolean said = false;
        boolean number = false;
        for (int t = first - 1; t >= Math.max(begin, first - REACH); t--) {
            String lower = reading.lower(t);
            if (lower.equals(";") || lower.equals(":") || reading.marked(t, Marks.NUMBER | Marks.TIME)) {
                return false;
            }
            boolean listed = reading.marked(t, Marks.EARLIER);
            if (listed && number && words.is(lower, "former")) {
                return true;
            }
            if (pastPerfect(t) && (said || lower.equals("to") || lower.equals("should"))) {
                return true;
            }
            if (listed && said && words.is(lower, "before")) {
                return true;
            }
            Lexicon.Listed base = listed ? words.listed(reading.lemma(t)) : Lexicon.Listed.NONE;
            Lexicon.Listed form = listed ? words.listed(lower) : Lexicon.Listed.NONE;
            number |= base.is("number") || form.is("number");
            boolean verb = base.is("said") || form.is("said");
            if (verb && words.is(reading.lower(t - 1), "before")) {
                return true;
            }
            said |= verb && !reading.lemma(t).equals("be");
            if (lower.equals(",") || lower.equals("but") || lower.equals("and")) {
                return false;
            }
        }
        return false;
    }

    /** "had been due", "was to have opened", "should have been held": what no longer holds. */
    private boolean pastPerfect(int t) {
        boolean had = reading.lower(t).equals("had") && reading.lower(t + 1).equals("been");
        boolean was = reading.lower(t).equals("to")
                && reading.lower(t + 1).equals("have")
                && reading.lemma(t - 1).equals("be");
        boolean should = (reading.lower(t).equals("should") || reading.lower(t).equals("would"))
                && reading.lower(t + 1).equals("have")
                && reading.pos(t + 2).equals("VBN");
        return had || was || should;
    }

    /** "from 41 to 118", "to 118 from 41", with a verb of change before it. */
    private boolean from(Sentence sentence, int first, int end) {
        int at = first - 1;
        while (at > sentence.firstToken() && LINKS.contains(reading.lower(at))) {
            at--;
        }
        if (!reading.lower(at).equals("from")) {
            return false;
        }
        for (int t = end; t < Math.min(sentence.endToken(), end + 4); t++) {
            boolean to = reading.lower(t).equals("to") || reading.lower(t).equals("until");
            if (to && (valueAt(t + 1) || valueAt(t + 2))) {
                return true;
            }
        }
        for (int t = at - 1; t >= sentence.firstToken(); t--) {
            Lexicon.Listed verb = lexicons.verbs().listed(reading.lemma(t));
            if (verb.is("change")
                    || verb.is("postpone")
                    || verb.is("advance")
                    || (reading.lower(t).equals("to") && valueAt(t + 1))) {
                return true;
            }
        }
        return false;
    }

    private boolean valueAt(int t) {
        return reading.number(t) != null || reading.time(t) != null;
    }
}
