package io.deltawire.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the value of a position off a clause: verb class, negation, what is said of the object, conditions. */
final class Judgement {
    private static final Set<String> COPULA =
            Set.of("be", "remain", "seem", "appear", "stay", "become", "sound", "stand", "declare", "say");
    private static final Set<String> CONDITION_WORDS =
            Set.of("if", "unless", "provided", "providing", "contingent", "conditional", "condition");
    private static final Set<String> CONDITION_STARTS = Set.of("if", "when", "once", "after", "on");
    private static final Set<String> SETS = Set.of("on", "with", "one", "under", "set", "attach");
    /** "did not rule out", "has not shut the door on", "did not say no": who does not refuse need not accept. */
    private static final Set<String> DOORS = Set.of("rule", "say", "shut", "close", "slam", "turn", "dismiss");

    static final Set<String> WILL = Set.of("will", "wo", "would", "shall");

    private static final Set<String> MAY = Set.of("may", "might", "could");

    /** How far behind its verb "after all" may stand. */
    private static final int NEAR = 10;

    private static final String SETTLE = "settle";
    private static final String APPEAL = "appeal";
    private static final Set<String> PLEADS = Set.of("plead", "enter", "change");
    private static final Set<String> ORDER = Set.of("before", "first", "precondition", "prerequisite", "beforehand");
    private static final Set<String> MUST =
            Set.of("must", "should", "need", "needs", "requires", "require", "required");

    private static final Set<String> VALUES =
            Set.of("rejects", "accepts", "demands", "proposes", "denies", "undecided");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Lexicon stances;
    private final Lexicon verbs;

    Judgement(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.stances = lexicons.stances();
        this.verbs = lexicons.verbs();
    }

    /** One of the position values, or "" when the clause takes none. */
    String of(Frames frames, Clause clause) {
        boolean may = reading.marked(clause.verb().head(), Marks.STANCE)
                || reading.marked(clause.verb().first(), Marks.WILL);
        String value = may ? plain(frames, clause) : "";
        if (value.isEmpty()) {
            return "";
        }
        if (value.equals("accepts") && turned(clause).isEmpty() && conditional(frames, clause)) {
            return "conditional";
        }
        return value;
    }

    /** Whether a clause with this verb may take a position without the help of {@link #WILL}. */
    static boolean mayTake(Lexicons lexicons, String base) {
        String verb = Reading.verbLemma(base, lexicons.verbs());
        return lexicons.stances().begins(verb)
                || Idioms.shared().begins(base)
                || COPULA.contains(verb)
                || PLEADS.contains(verb)
                || verb.equals(APPEAL)
                || verb.equals(Reversals.REVERSE);
    }

    private String plain(Frames frames, Clause clause) {
        String lemma = phrase(frames, clause);
        Idioms.Found idiom =
                Idioms.shared().at(reading, clause, frames.sentence().endToken());
        String turned = turned(clause);
        if (!turned.isEmpty()) {
            return turned;
        }
        String pleaded = pleaded(frames, clause);
        if (!pleaded.isEmpty()) {
            return pleaded;
        }
        String inward = Inward.of(reading, stances, frames, clause);
        if (!inward.isEmpty()) {
            return inward;
        }
        String answer = Answers.of(reading, lexicons, frames, clause);
        if (!answer.isEmpty()) {
            return answer;
        }
        if (Negations.ofBoth(reading, clause)) {
            return clause.lemma().equals("confirm") ? "undecided" : "";
        }
        Clause governor = clause.governor();
        boolean own = Recalls.hangs(reading, clause); // "agreed to the deal after rejecting it"
        if (governor != null
                && !own
                && (clause.mood() == Clause.Mood.INFINITIVE || clause.mood() == Clause.Mood.GERUND)) {
            String governed = governed(lemma, idiom, clause, governor);
            if (governed != null) {
                return governed;
            }
        }
        if (idiom != null) {
            return idiomatic(idiom, frames, clause);
        }
        if (clause.lemma().equals(APPEAL)
                && Standing.has(reading, "court", "judge", "ruling", "fine", "verdict", "sentence", "judgment")) {
            boolean asks = clause.after("for", "to") != null || clause.mood() == Clause.Mood.CONDITIONAL;
            return asks ? "" : clause.negated() ? "accepts" : "rejects";
        }
        if (provided(frames, clause)) {
            return "conditional";
        }
        String judged = stances.is(lemma, "label") ? labelled(frames, clause) : "";
        if (!judged.isEmpty()) {
            return clause.negated() ? "" : judged;
        }
        if (COPULA.contains(clause.lemma()) && !clause.passive()) {
            return adjective(frames, clause);
        }
        if (stances.is(lemma, "carry")) {
            String noun = nominal(frames, clause);
            if (!noun.isEmpty()) {
                return clause.negated() ? negative(noun) : noun;
            }
        }
        String kept = stances.is(clause.lemma(), "keeps") && !clause.negated() ? nominal(frames, clause) : "";
        if (!kept.isEmpty() && !kept.equals("proposes")) {
            return kept; // "stands by its refusal"
        }
        if (clause.negated() && stances.is(lemma, "respond") && !stances.is(lemma, "accepts")) {
            return "undecided";
        }
        if (clause.negated() && ahead(clause) && Negations.ofHeed(stances, clause)) {
            return "rejects"; // "would not hear of an exchange"
        }
        String value = classOf(lemma);
        boolean may = may(frames, clause);
        if (value.isEmpty()) {
            boolean terms =
                    deed(clause) && !clause.negated() && (may || (ahead(clause) && conditional(frames, clause)));
            return terms ? "conditional" : willed(clause) ? "accepts" : "";
        }
        if (value.equals("accepts") && Negations.ofNothing(reading, clause)) {
            return "rejects"; // "would sign nothing of the sort"
        }
        if (value.equals("accepts") && !clause.negated() && Negations.ofOpposing(stances, frames, clause)) {
            return "rejects"; // "wants to block the merger"
        }
        boolean would = reading.lower(clause.verb().first()).equals("would") && !reported(frames, clause);
        if (clause.negated()) {
            boolean stops = value.equals("denies") && Negations.noLonger(reading, clause);
            return stances.is(lemma, "excludes") ? "undecided" : stops ? "accepts" : negative(value);
        }
        return (would || may) && value.equals("accepts") ? "conditional" : value;
    }

    /** "now says it might accept one": what somebody says they may yet do. */
    private boolean may(Frames frames, Clause clause) {
        return MAY.contains(reading.lower(clause.verb().first()))
                && !clause.subjects().isEmpty()
                && reading.pos(clause.subjects().get(0).head()).equals("PRP")
                && reported(frames, clause);
    }

    /** "Will attend after all": of deeds that are in one's power. That somebody will not need be no refusal, so it is not read. */
    boolean willed(Clause clause) {
        return ahead(clause)
                && doable(clause)
                && !clause.passive()
                && !clause.negated()
                && (afterAll(clause) || (deed(clause) && now(clause)));
    }

    boolean deed(Clause clause) {
        return stances.is(clause.lemma(), "willed");
    }

    boolean doable(Clause clause) {
        return deed(clause) || stances.is(clause.lemma(), "doable");
    }

    boolean ahead(Clause clause) {
        String first = reading.lower(clause.verb().first());
        return clause.mood() != Clause.Mood.CONDITIONAL && WILL.contains(first);
    }

    private boolean now(Clause clause) {
        for (int t = clause.verb().first(); t < clause.verb().head(); t++) {
            if (reading.lower(t).equals("now")) {
                return true;
            }
        }
        return false;
    }

    private boolean afterAll(Clause clause) {
        for (int t = clause.verb().first() + 1; t < clause.verb().end() + NEAR; t++) {
            if (reading.lower(t).equals("after") && reading.lower(t + 1).equals("all")) {
                return true;
            }
        }
        return false;
    }

    /** "made up its mind" says nothing of what was decided, "has not made up its mind" does. */
    private String idiomatic(Idioms.Found idiom, Frames frames, Clause clause) {
        boolean negated = clause.negated() != idiom.negated();
        if (idiom.value().equals(SETTLE)) {
            return negated ? "undecided" : "";
        }
        if (negated
                && idiom.value().equals("rejects")
                && DOORS.contains(reading.lemma(clause.verb().head()))) {
            return "undecided";
        }
        boolean would = reading.lower(clause.verb().first()).equals("would") && !reported(frames, clause);
        return negated
                ? negative(idiom.value())
                : would && idiom.value().equals("accepts") ? "conditional" : idiom.value();
    }

    /** "would suspend the levy provided that", "will come only if": whatever it is that is made to depend. */
    private boolean provided(Frames frames, Clause clause) {
        String first = reading.lower(clause.verb().first());
        boolean ahead = first.equals("would") || first.equals("will") || MAY.contains(first);
        if (!ahead || clause.negated() || clause.mood() == Clause.Mood.CONDITIONAL) {
            return false;
        }
        for (int t = clause.verb().end(); t < frames.sentence().endToken(); t++) {
            String lower = reading.lower(t);
            boolean only = lower.equals("only") && CONDITION_STARTS.contains(reading.lower(t + 1));
            boolean on = lower.equals("on") && reading.lower(t + 1).equals("condition");
            boolean asLong = lower.equals("long")
                    && (reading.lower(t - 1).equals("as")
                            || reading.lower(t - 1).equals("so"))
                    && reading.lower(t + 1).equals("as");
            if (only || on || asLong || lower.equals("provided") || lower.equals("providing")) {
                return true;
            }
        }
        return false;
    }

    /** What is said of a thing: "the offer was inadequate", "a truce is out of the question", "the plan is acceptable". */
    String ofThing(Frames frames, Clause clause) {
        Idioms.Found idiom =
                Idioms.shared().at(reading, clause, frames.sentence().endToken());
        String value = idiom == null ? labelled(frames, clause) : idiom.value();
        boolean takes = value.equals("rejects") || value.equals("accepts");
        return !takes || clause.mood() == Clause.Mood.CONDITIONAL ? "" : clause.negated() ? negative(value) : value;
    }

    /** "said she would vote for": the past of "will". */
    private boolean reported(Frames frames, Clause clause) {
        for (int t = frames.sentence().firstToken(); t < clause.verb().first(); t++) {
            if (verbs.is(reading.lemma(t), "report") && reading.pos(t).startsWith("VB")) {
                return true;
            }
        }
        return false;
    }

    /** "dropped its opposition to", "withdrew their support for": an attitude given up is its contrary. */
    private String turned(Clause clause) {
        if (Reversals.turnsRound(reading, stances, clause)) {
            return "accepts";
        }
        if (!stances.is(clause.lemma(), "drop") || clause.negated()) {
            return "";
        }
        for (Chunk object : clause.patients()) {
            String noun = reading.lemma(object.head());
            if (stances.is(noun, "nounrejects")
                    || stances.is(noun, "nouncontests")
                    || stances.is(noun, "noundemands")) {
                return "accepts";
            }
            if (stances.is(noun, "nounaccepts")) {
                return "rejects";
            }
        }
        return "";
    }

    /** "pleaded not guilty", "changed his plea to guilty". */
    private String pleaded(Frames frames, Clause clause) {
        if (!PLEADS.contains(clause.lemma())) {
            return "";
        }
        for (int t = clause.verb().end();
                t < Math.min(frames.sentence().endToken(), clause.verb().end() + 7);
                t++) {
            if (reading.lower(t).equals("guilty")) {
                return reading.lower(t - 1).equals("not")
                                || reading.lower(t - 2).equals("not")
                        ? "denies"
                        : "accepts";
            }
        }
        return "";
    }

    /** The group that the verb's own preposition leads to, "came out against the tax"; null when verb and preposition are no pair. */
    Clause.@Nullable Oblique bound(Clause clause) {
        if (clause.obliques().isEmpty()) {
            return null;
        }
        Clause.Oblique first = clause.obliques().get(0);
        if (!leads(clause)) {
            return null;
        }
        String pair = clause.lemma() + " " + first.preposition();
        return classOf(pair).isEmpty() && !stances.is(pair, "respond") && !stances.is(pair, "heeds") ? null : first;
    }

    /** "refused to accept", "stopped short of endorsing", "has yet to respond", "agreed to hold"; null when nothing special. */
    private @Nullable String governed(String lemma, Idioms.@Nullable Found idiom, Clause clause, Clause governor) {
        String above = governor.lemma();
        if (idiom != null && between(governor, clause, "yet")) {
            return "undecided";
        }
        boolean yet = between(governor, clause, "yet");
        if (yet || (above.equals("stop") && between(governor, clause, "short"))) {
            return stances.is(lemma, "respond") || !classOf(lemma).isEmpty() ? "undecided" : "";
        }
        if (verbs.is(above, "fail")) {
            if (stances.is(lemma, "respond") && !stances.is(lemma, "accepts")) {
                return "undecided";
            }
            String value = classOf(lemma);
            if (stances.is(lemma, "excludes")) {
                return "undecided";
            }
            return value.isEmpty()
                    ? ""
                    : stances.is(above, "rejects") || above.equals("refuse") ? "rejects" : "undecided";
        }
        if (stances.is(above, "demands") && !governor.objects().isEmpty()) {
            return "";
        }
        if (!classOf(above).isEmpty() && stances.is(above, "accepts")) {
            return "";
        }
        return null;
    }

    private boolean between(Clause from, Clause to, String word) {
        int stop = to.verb().head();
        for (int t = from.verb().first(); t < stop; t++) {
            if (reading.lower(t).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** Verb with the preposition after it where the lexicon knows the pair: "call for", "agree to". */
    private String phrase(Frames frames, Clause clause) {
        if (!clause.obliques().isEmpty() && leads(clause)) {
            String pair = clause.lemma() + " " + clause.obliques().get(0).preposition();
            Clause.Oblique first = clause.obliques().get(0);
            int after = clause.index() + 1;
            while (frames.has(after) && frames.chunks().get(after).is(Chunk.Kind.ADVERB)) {
                after++; // "has come down unanimously against"
            }
            boolean adverbial =
                    frames.has(after + 1) && frames.chunks().get(after + 1).equals(first.group());
            boolean next = adverbial
                    || (frames.has(clause.index() + 2)
                            && (frames.chunks().get(clause.index() + 2).equals(first.group())
                                    || frames.chunks()
                                            .get(Math.min(
                                                    clause.index() + 3,
                                                    frames.chunks().size() - 1))
                                            .equals(first.group())));
            if (next && !classOf(pair).isEmpty()) {
                return pair;
            }
        }
        return clause.lemma();
    }

    /** Whether the stances may know the clause's verb with a preposition. */
    private boolean leads(Clause clause) {
        int blank = clause.lemma().indexOf(' ');
        return stances.leads(blank < 0 ? clause.lemma() : clause.lemma().substring(0, blank));
    }

    private String classOf(String lemma) {
        String value = stances.of(lemma);
        return VALUES.contains(value) ? value : "";
    }

    private static String negative(String value) {
        return switch (value) {
            case "accepts", "proposes" -> "rejects";
            case "rejects" -> "accepts";
            case "undecided" -> "rejects";
            default -> "";
        };
    }

    /** "labeled the offer a distraction", "called it a great day", "dismissed the plan as absurd". */
    private String labelled(Frames frames, Clause clause) {
        int stop = Math.min(clause.index() + 9, frames.chunks().size());
        for (int i = clause.index() + 1; i < stop; i++) {
            Chunk chunk = frames.chunks().get(i);
            if (chunk.is(Chunk.Kind.SUBORDINATOR) || chunk.is(Chunk.Kind.BREAK)) {
                break;
            }
            for (int t = chunk.first(); t < chunk.end(); t++) {
                String one = reading.lemma(t);
                String two = stances.leads(one) ? one + " " + reading.lemma(t + 1) : one;
                if (stances.is(one, "bad") || stances.is(two, "bad") || stances.is(reading.lower(t), "bad")) {
                    return "rejects";
                }
                if (stances.is(one, "good") || stances.is(two, "good")) {
                    return "accepts";
                }
            }
        }
        return "";
    }

    /** "is ready for talks", "remained opposed to the deal", "is undecided on". */
    private String adjective(Frames frames, Clause clause) {
        int stop = Math.min(clause.index() + 3, frames.chunks().size());
        for (int i = clause.index() + 1; i < stop; i++) {
            Chunk chunk = frames.chunks().get(i);
            if (chunk.is(Chunk.Kind.VERB) || chunk.is(Chunk.Kind.BREAK)) {
                return "";
            }
            String word = reading.lower(chunk.head());
            String value = stances.is(word, "open")
                    ? "accepts"
                    : stances.is(word, "closed") ? "rejects" : stances.is(word, "unsure") ? "undecided" : "";
            if (!value.isEmpty()) {
                return clause.negated() ? negative(value) : value;
            }
        }
        return "";
    }

    /** "expressed readiness for", "voiced opposition to", "extended an invitation". */
    private String nominal(Frames frames, Clause clause) {
        List<Chunk> objects = new ArrayList<>(clause.objects());
        int last = objects.isEmpty() ? -1 : frames.indexOf(objects.get(objects.size() - 1));
        if (last >= 0 && frames.has(last + 1) && frames.chunks().get(last + 1).is(Chunk.Kind.NOUN)) {
            objects.add(frames.chunks().get(last + 1)); // "gave the offer their backing"
        }
        if (objects.isEmpty()
                && stances.is(clause.lemma(), "keeps")
                && !clause.obliques().isEmpty()) {
            objects.add(clause.obliques().get(0).group()); // "clung to its refusal"
        }
        for (Chunk object : objects) {
            String noun = reading.lemma(object.head());
            if (stances.is(noun, "nounaccepts")) {
                return "accepts";
            }
            if (stances.is(noun, "nounrejects")) {
                return "rejects";
            }
            if (stances.is(noun, "nounproposes")) {
                return "proposes";
            }
            if (stances.is(noun, "noundemands")) {
                return "demands";
            }
        }
        return "";
    }

    /** "… but stressed that a ceasefire must come first", "only if", "contingent upon". */
    private boolean conditional(Frames frames, Clause clause) {
        boolean must = false;
        boolean first = false;
        boolean stressed = false;
        for (int t = clause.verb().first(); t < frames.sentence().endToken(); t++) {
            String lower = reading.lower(t);
            boolean the =
                    reading.lower(t - 1).equals("the") && reading.lower(t - 2).equals("on");
            boolean made = !lower.equals("condition") || the || SETS.contains(reading.lower(t - 1));
            if (CONDITION_WORDS.contains(lower) && made && !reading.lower(t - 1).equals("without")) {
                return true;
            }
            must |= MUST.contains(lower);
            first |= ORDER.contains(lower);
            stressed |=
                    stances.is(reading.lemma(t), "stress") && t > clause.verb().end();
        }
        return first && (must || stressed);
    }
}
