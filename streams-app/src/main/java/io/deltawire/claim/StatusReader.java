package io.deltawire.claim;

import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** STATUS: whether an event is planned, under way, happened, postponed, cancelled or denied. */
final class StatusReader implements ClaimReader {
    /** What is put to the vote: that it is passed says no more than that the vote was held. */
    private static final Set<String> BALLOTED = Set.of("bill", "budget", "resolution", "vote", "referendum");

    private static final Set<String> RUNS = Set.of("run", "last", "enter");

    /** "called a strike", "summoned a meeting": it is yet to come. */
    private static final Set<String> CALLS = Set.of("call", "summon");

    /** What may stand behind a state told by "be" in one word: "the strike is off." */
    private static final Set<String> ENDS =
            Set.of(".", ",", ";", ":", "!", "and", "but", "after", "as", "in", "at", "for", "from");

    private static final Set<String> AGAIN = Set.of("resume", "restart", "reopen", "revive");

    private static final int REACH = 2;
    private static final double SURE = 0.8;
    private static final double UNLISTED = 0.6;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final States states;
    private final EventVerbs eventVerbs;
    private final Courses courses;

    StatusReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.states = new States(reading, lexicons, targets, parties);
        this.eventVerbs = new EventVerbs(reading, lexicons, parties, states);
        this.courses = new Courses(reading, states, eventVerbs);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        for (Clause clause : frames.clauses()) {
            none(frames, clause, history, claims);
            atLarge(frames, clause, history, claims);
            stands(frames, clause, history, claims);
            courses.read(frames, clause, history, claims);
            if (voted(frames, clause, history, claims)) {
                continue;
            }
            if (!nominal(frames, clause, history, claims)) {
                eventVerbs.read(frames, clause, history, claims);
            }
        }
    }

    private boolean nominal(Frames frames, Clause clause, boolean history, Claims claims) {
        String lemma = phrase(clause);
        if (misread(clause) || (lemma.equals("be") && !States.dated(clause))) {
            return false;
        }
        Lexicon.Listed verb = lexicons.verbs().listed(lemma);
        Chunk group = acted(frames, clause, verb);
        if (group == null && States.DENIALS.contains(lemma) && !clause.negated()) {
            Chunk denied = states.eventIn(clause.objects());
            if (denied != null && States.PEOPLE_EVENTS.contains(targets.eventOf(denied))) {
                String event = targets.eventOf(denied);
                claims.add(states.draft(frames, clause, event, "denied", denied, history, SURE));
                return true;
            }
        }
        double sure = group == null ? UNLISTED : SURE;
        group = group == null ? ofAnyNoun(frames, clause, lemma, verb) : group;
        if (group == null) {
            return false;
        }
        String listed = targets.eventOf(group);
        if (listed.equals("project") && lexicons.traits().is(lemma, "both")) {
            return false; // the closure of the plant, not the plant
        }
        String event = listed.isEmpty() ? noun(group) : listed;
        String value = value(frames, event, lemma, verb, clause);
        if (value.isEmpty()) {
            return false;
        }
        boolean unsaid = clause.negated() && !value.equals("denied");
        Draft draft =
                states.draft(frames, clause, event, value, group, history, unsaid ? Math.min(sure, UNLISTED) : sure);
        if (AGAIN.contains(lemma) && value.equals("under way")) {
            draft.cue(Claim.Cue.UPDATE); // what had stopped goes on
        }
        claims.add(unsaid ? draft.put(Modality.HAPPENED) : draft);
        return true;
    }

    /** Verbs that do something to an event: hold it, put it off, call it off. */
    private static boolean stops(Lexicon.Listed verb) {
        return (verb.is("cancel") && !verb.word().equals("rule out"))
                || verb.is("postpone")
                || verb.is("agree")
                || verb.is("hold");
    }

    /** The event that the verb is told of, by a noun that the lists know; null for none. */
    private @Nullable Chunk acted(Frames frames, Clause clause, Lexicon.Listed verb) {
        boolean stops = stops(verb);
        boolean goesOn = verb.is("continue");
        boolean phase = verb.is("start") || verb.is("end") || goesOn;
        boolean self = phase || verb.is("takeplace") || verb.is("collapse") || verb.is("postpone");
        // "the probe lifted off": the verb is the event, not its subject
        self = self && !lexicons.events().of(verb.word()).equals("launch");
        Chunk group = stops || phase ? states.eventIn(clause.patients()) : null;
        boolean alone = !clause.passive() && (goesOn || clause.objects().isEmpty());
        if (group == null && self && alone) {
            group = states.eventIn(clause.subjects());
        }
        boolean bare = frames.sentence().headline()
                && !clause.passive()
                && clause.objects().isEmpty();
        if (group == null && bare && stops && clause.mood() == Clause.Mood.FACT) {
            group = states.eventIn(clause.subjects()); // "Summit cancelled after quake", "exchange delayed"
        }
        return group;
    }

    private @Nullable Chunk ofAnyNoun(Frames frames, Clause clause, String lemma, Lexicon.Listed verb) {
        if (!lexicons.traits().is(lemma, "eventive")) {
            return null;
        }
        boolean stops = stops(verb);
        Chunk group = stops ? unlisted(clause.patients()) : null;
        boolean told = !stops || frames.sentence().headline();
        return group == null && told && !clause.passive() ? unlisted(clause.subjects()) : group;
    }

    /** "postponed the action": what unions call their strike. */
    private String noun(Chunk group) {
        String lemma = reading.lemma(group.head());
        return lemma.equals("action") && Standing.has(reading, "strike", "walkout", "stoppage") ? "strike" : lemma;
    }

    private boolean later(Frames frames, Clause clause) {
        for (int t = clause.verb().end(); t < frames.sentence().endToken(); t++) {
            if (reading.lower(t).equals("before") || reading.lower(t).equals("until")) {
                return true;
            }
        }
        return false;
    }

    /** Verb with the words that make it a phrase: "get under way", "come into force". */
    private String phrase(Clause clause) {
        int head = clause.verb().head();
        if (!lexicons.verbs().leads(reading.lemma(head))) {
            return clause.lemma();
        }
        String two = reading.lemma(head) + " " + reading.lower(head + 1);
        String three = two + " " + reading.lower(head + 2);
        return lexicons.verbs().has(three)
                ? three
                : lexicons.verbs().has(two) && !lexicons.verbs().has(clause.lemma()) ? two : clause.lemma();
    }

    /** "There will be no vote on 14 October". */
    private void none(Frames frames, Clause clause, boolean history, Claims claims) {
        boolean exists = clause.lemma().equals("be")
                && (reading.lower(clause.verb().first() - 1).equals("there")
                        || reading.lower(clause.verb().first() - 2).equals("there"));
        if (!exists || clause.mood() != Clause.Mood.FUTURE || !frames.has(clause.index() + 1)) {
            return;
        }
        Chunk next = frames.chunks().get(clause.index() + 1);
        String event = targets.eventOf(next);
        if (reading.lower(next.first()).equals("no") && !event.isEmpty()) {
            claims.add(states.draft(frames, clause, event, "cancelled", next, history, UNLISTED)
                    .put(Modality.HAPPENED));
        }
    }

    /** "A suspect was at large", "the gunman is on the run": not arrested yet. */
    private void atLarge(Frames frames, Clause clause, boolean history, Claims claims) {
        boolean be = clause.lemma().equals("be") || clause.lemma().equals("remain");
        Chunk where = clause.after("at", "on");
        boolean free = be
                && where != null
                && (reading.lower(where.head()).equals("large")
                        || reading.lower(where.head()).equals("run"));
        if (free && !clause.subjects().isEmpty()) {
            claims.add(states.draft(
                    frames, clause, "arrest", "denied", clause.subjects().get(0), history, 0.7));
        }
    }

    /** "The strike is off", "the talks are back on", "the truce is in force": a state told by "be". */
    private void stands(Frames frames, Clause clause, boolean history, Claims claims) {
        boolean be = clause.lemma().equals("be")
                || clause.lemma().equals("remain")
                || clause.lemma().equals("be on");
        Chunk group = be && !clause.passive() ? states.eventIn(clause.subjects()) : null;
        if (group == null || !told(clause)) {
            return;
        }
        int after = clause.verb().head() + 1;
        String value = "";
        for (int t = after; t < Math.min(frames.sentence().endToken(), after + REACH) && value.isEmpty(); t++) {
            String two = reading.lower(t) + " " + reading.lower(t + 1);
            String three = two + " " + reading.lower(t + 2);
            String ends = ENDS.contains(reading.lower(t + 1)) ? reading.lower(t) : "";
            value = state(three, state(two, state(ends, "")));
        }
        if (!value.isEmpty()) {
            String said = clause.negated() ? "" : value;
            claims.add(states.draft(frames, clause, targets.eventOf(group), said, group, history, 0.75));
        }
    }

    /** "The council approved the tram by 35 votes to 31": a body that decides by vote has voted. */
    private boolean voted(Frames frames, Clause clause, boolean history, Claims claims) {
        String answer =
                clause.lemma().equals("say") ? reading.lower(clause.verb().head() + 1) : "";
        boolean decides =
                lexicons.traits().is(clause.lemma(), "decides") || answer.equals("yes") || answer.equals("no");
        if (!decides || clause.negated() || clause.mood() != Clause.Mood.FACT) {
            return false;
        }
        Chunk by = clause.passive()
                ? clause.after("by")
                : clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        if (by != null && by.is(Chunk.Kind.NOUN) && lexicons.traits().is(reading.lemma(by.head()), "votes")) {
            claims.add(states.draft(frames, clause, "vote", "happened", by, history, UNLISTED));
            Chunk what = states.eventIn(clause.patients());
            return what != null && BALLOTED.contains(targets.eventOf(what));
        }
        return false;
    }

    private boolean halted(Clause clause) {
        return Stream.concat(clause.patients().stream(), clause.subjects().stream())
                .anyMatch(group -> reading.lemma(group.head()).equals("countdown"));
    }

    private boolean numberedDay(Clause clause) {
        Chunk on = clause.after("on");
        return on != null && reading.lower(on.head()).matches("\\d{1,2}(st|nd|rd|th)");
    }

    private String state(String words, String otherwise) {
        String state = lexicons.traits().of("is " + words);
        return state.isEmpty() ? otherwise : state;
    }

    /** Whether a clause states something: no condition, wish or future. */
    private static boolean told(Clause clause) {
        return clause.mood() == Clause.Mood.FACT || clause.mood() == Clause.Mood.GERUND;
    }

    /** "Trial gets new judge and later start": a noun taken for a verb does not agree with its subject. */
    private boolean misread(Clause clause) {
        String pos = reading.pos(clause.verb().head());
        boolean alone = true;
        for (int t = clause.verb().first(); t < clause.verb().head(); t++) {
            alone &= reading.pos(t).startsWith("RB");
        }
        return alone
                && (pos.equals("VBP") || pos.equals("VB"))
                && !clause.subjects().isEmpty()
                && clause.subjects().size() == 1
                && reading.pos(clause.subjects().get(0).head()).equals("NN");
    }

    /** Any noun is an event where the verb speaks only of events: "the dive got under way", "the fair was called off". */
    private @Nullable Chunk unlisted(List<Chunk> groups) {
        for (Chunk group : groups) {
            String lemma = reading.lemma(group.head());
            boolean noun = group.is(Chunk.Kind.NOUN)
                    && (reading.pos(group.head()).equals("NN")
                            || reading.pos(group.head()).equals("NNS"))
                    && reading.entity(group.head()) == null
                    && reading.time(group.head()) == null
                    && reading.number(group.head()) == null
                    && !lexicons.persons().has(lemma)
                    && !lexicons.holders().has(lemma)
                    && !lexicons.stances().is(lemma, "empty")
                    && !lexicons.measures().has(lemma);
            if (noun) {
                return group;
            }
        }
        return null;
    }

    private String value(Frames frames, String event, String lemma, Lexicon.Listed verb, Clause clause) {
        if (verb.is("postpone")) {
            boolean denied = clause.negated() || clause.mood() == Clause.Mood.POSSIBLE;
            return denied || clause.mood() == Clause.Mood.CONDITIONAL ? "" : "postponed";
        }
        if (clause.negated() && clause.mood() == Clause.Mood.FUTURE && verb.is("takeplace")) {
            return later(frames, clause) ? "postponed" : "cancelled"; // "will not go ahead", "will not open before May"
        }
        if (states.denied(frames, clause)) {
            return "denied";
        }
        boolean forward = clause.mood() == Clause.Mood.FUTURE
                || clause.mood() == Clause.Mood.INFINITIVE
                || clause.mood() == Clause.Mood.POSSIBLE;
        if (lemma.equals("rule out")) {
            return ""; // what somebody thinks of it
        }
        if (verb.is("cancel") || (verb.is("collapse") && !lemma.equals("end"))) {
            return forward || clause.negated() ? "" : "cancelled";
        }
        if (forward || CALLS.contains(lemma) || (verb.is("expect") && !verb.is("agree"))) {
            return "planned";
        }
        if (clause.negated()) {
            return "denied";
        }
        boolean durative = lexicons.traits().is(event, "durative");
        if (verb.is("end") && halted(clause)) {
            return "postponed"; // "stopped the countdown"
        }
        if (verb.is("end")) {
            if (event.equals("launch")) {
                return "postponed"; // "the computer halted the countdown"
            }
            boolean broken = lexicons.traits().is(event, "kept")
                    && !clause.passive()
                    && !clause.patients().isEmpty();
            return broken ? "cancelled" : "happened";
        }
        if (verb.is("agree")) {
            return durative ? "planned" : "happened"; // a truce agreed has not begun
        }
        boolean planned = states.present(clause) && verb.is("takeplace") && states.ahead(frames);
        if (planned) {
            return "planned";
        }
        if (RUNS.contains(lemma) && !durative) {
            return ""; // "the deal runs for four years"
        }
        if (states.present(clause) && verb.is("takeplace") && numberedDay(clause)) {
            return "planned"; // "truce signed, starts on the 12th"
        }
        if (verb.is("start") && clause.mood() == Clause.Mood.GERUND && states.ahead(frames)) {
            return "planned"; // "a strike is planned for Easter, starting on Friday"
        }
        if (verb.is("continue") || (verb.is("start") && durative)) {
            return "under way";
        }
        if (clause.verb().first() < clause.verb().head()
                && reading.pos(clause.verb().head()).equals("VBG")) {
            return durative || !verb.is("takeplace") ? "under way" : "planned"; // "the meeting is going ahead"
        }
        boolean headline = frames.sentence().headline();
        return states.present(clause) && verb.is("takeplace") && !headline ? "planned" : "happened";
    }
}
