package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.text.TimeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** STATUS: whether an event is planned, under way, happened, postponed, cancelled or denied. */
final class StatusReader implements ClaimReader {
    private static final Set<String> PEOPLE_EVENTS = Set.of(
            "arrest",
            "release",
            "extradition",
            "conviction",
            "acquittal",
            "charge",
            "sentencing",
            "resignation",
            "abdication",
            "surrender",
            "escape",
            "exchange",
            "deportation",
            "eviction",
            "execution",
            "hearing",
            "meeting",
            "impeachment");

    private static final Set<String> ANYONE = Set.of("anyone", "anybody", "someone", "somebody");
    private static final Set<String> EARLIER = Set.of("similar", "previous", "earlier", "past", "former");
    private static final Set<String> DENIALS = Set.of("deny", "refute", "rebut");

    /** What is put to the vote: that it is passed says no more than that the vote was held. */
    private static final Set<String> BALLOTED = Set.of("bill", "budget", "resolution", "vote", "referendum");

    private static final Set<String> RUNS = Set.of("run", "last", "enter");

    /** "called a strike", "summoned a meeting": it is yet to come. */
    private static final Set<String> CALLS = Set.of("call", "summon");

    /** What may stand behind a state told by "be" in one word: "the strike is off." */
    private static final Set<String> ENDS =
            Set.of(".", ",", ";", ":", "!", "and", "but", "after", "as", "in", "at", "for", "from");

    private static final int REACH = 2;
    private static final double SURE = 0.8;
    private static final double UNLISTED = 0.6;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;

    StatusReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        for (Clause clause : frames.clauses()) {
            none(frames, clause, history, claims);
            atLarge(frames, clause, history, claims);
            stands(frames, clause, history, claims);
            if (voted(frames, clause, history, claims)) {
                continue;
            }
            if (!nominal(frames, clause, history, claims)) {
                verbal(frames, clause, history, claims);
            }
        }
    }

    private boolean nominal(Frames frames, Clause clause, boolean history, Claims claims) {
        Lexicon verbs = lexicons.verbs();
        String lemma = phrase(clause);
        if (misread(clause) || (lemma.equals("be") && !dated(clause))) {
            return false;
        }
        boolean stops = verbs.is(lemma, "cancel")
                || verbs.is(lemma, "postpone")
                || verbs.is(lemma, "agree")
                || verbs.is(lemma, "hold");
        boolean self = verbs.is(lemma, "takeplace")
                || verbs.is(lemma, "collapse")
                || verbs.is(lemma, "start")
                || verbs.is(lemma, "end")
                || verbs.is(lemma, "continue")
                || verbs.is(lemma, "postpone");
        // "the probe lifted off": the verb is the event, not its subject
        self &= !lexicons.events().of(lemma).equals("launch");
        Chunk group = stops || verbs.is(lemma, "start") || verbs.is(lemma, "end") || verbs.is(lemma, "continue")
                ? eventIn(clause.patients())
                : null;
        boolean goesOn = verbs.is(lemma, "continue");
        if (group == null
                && self
                && !clause.passive()
                && (goesOn || clause.objects().isEmpty())) {
            group = eventIn(clause.subjects());
        }
        boolean bare = frames.sentence().headline() && !clause.passive() && clause.objects().isEmpty();
        if (group == null && bare && stops && clause.mood() == Clause.Mood.FACT) {
            group = eventIn(clause.subjects()); // "Summit cancelled after quake", "exchange delayed"
        }
        double sure = SURE;
        if (group == null && DENIALS.contains(lemma) && !clause.negated()) {
            Chunk denied = eventIn(clause.objects());
            if (denied != null && PEOPLE_EVENTS.contains(targets.eventOf(denied))) {
                claims.add(draft(frames, clause, targets.eventOf(denied), "denied", denied, history, sure));
                return true;
            }
        }
        if (group == null && lexicons.traits().is(lemma, "eventive")) {
            group = stops ? unlisted(clause.patients()) : null;
            boolean told = !stops || frames.sentence().headline();
            group = group == null && told && !clause.passive() ? unlisted(clause.subjects()) : group;
            sure = UNLISTED;
        }
        if (group == null) {
            return false;
        }
        String listed = targets.eventOf(group);
        if (listed.equals("project") && lexicons.traits().is(lemma, "both")) {
            return false; // the closure of the plant, not the plant
        }
        String event = listed.isEmpty() ? noun(group) : listed;
        String value = value(frames, event, lemma, clause);
        if (value.isEmpty()) {
            return false;
        }
        boolean unsaid = clause.negated() && !value.equals("denied");
        Draft draft = draft(frames, clause, event, value, group, history, unsaid ? Math.min(sure, UNLISTED) : sure);
        claims.add(unsaid ? draft.put(Modality.HAPPENED) : draft);
        return true;
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
            claims.add(draft(frames, clause, event, "cancelled", next, history, UNLISTED)
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
            claims.add(
                    draft(frames, clause, "arrest", "denied", clause.subjects().get(0), history, 0.7));
        }
    }

    /** "The strike is off", "the talks are back on", "the truce is in force": a state told by "be". */
    private void stands(Frames frames, Clause clause, boolean history, Claims claims) {
        boolean be = clause.lemma().equals("be")
                || clause.lemma().equals("remain")
                || clause.lemma().equals("be on");
        Chunk group = be && !clause.passive() ? eventIn(clause.subjects()) : null;
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
            claims.add(draft(frames, clause, targets.eventOf(group), said, group, history, 0.75));
        }
    }

    /** "The council approved the tram by 35 votes to 31": a body that decides by vote has voted. */
    private boolean voted(Frames frames, Clause clause, boolean history, Claims claims) {
        String answer = clause.lemma().equals("say") ? reading.lower(clause.verb().head() + 1) : "";
        boolean decides = lexicons.traits().is(clause.lemma(), "decides") || answer.equals("yes") || answer.equals("no");
        if (!decides || clause.negated() || clause.mood() != Clause.Mood.FACT) {
            return false;
        }
        Chunk by = clause.passive() ? clause.after("by") : clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        if (by != null && by.is(Chunk.Kind.NOUN) && lexicons.traits().is(reading.lemma(by.head()), "votes")) {
            claims.add(draft(frames, clause, "vote", "happened", by, history, UNLISTED));
            Chunk what = eventIn(clause.patients());
            return what != null && BALLOTED.contains(targets.eventOf(what));
        }
        return false;
    }

    private String state(String words, String otherwise) {
        String state = lexicons.traits().of("is " + words);
        return state.isEmpty() ? otherwise : state;
    }

    /** Whether a clause states something: no condition, wish or future. */
    private static boolean told(Clause clause) {
        return clause.mood() == Clause.Mood.FACT || clause.mood() == Clause.Mood.GERUND;
    }

    /** "The talks are on Thursday": "be" says that something takes place only with a day. */
    private static boolean dated(Clause clause) {
        return clause.obliques().stream().anyMatch(oblique -> oblique.group().is(Chunk.Kind.TIME));
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

    private @Nullable Chunk eventIn(List<Chunk> groups) {
        for (Chunk group : groups) {
            String event = targets.eventOf(group);
            if (!event.isEmpty()
                    && !targets.isGeneric(group)
                    && !lexicons.traits().is(event, "stateless")) {
                return group;
            }
        }
        return null;
    }

    private String value(Frames frames, String event, String lemma, Clause clause) {
        Lexicon verbs = lexicons.verbs();
        if (verbs.is(lemma, "postpone")) {
            boolean denied = clause.negated() || clause.mood() == Clause.Mood.POSSIBLE;
            return denied || clause.mood() == Clause.Mood.CONDITIONAL ? "" : "postponed";
        }
        if (clause.negated() && clause.mood() == Clause.Mood.FUTURE && verbs.is(lemma, "takeplace")) {
            return later(frames, clause) ? "postponed" : "cancelled"; // "will not go ahead", "will not open before May"
        }
        if (denied(frames, clause)) {
            return "denied";
        }
        boolean forward = clause.mood() == Clause.Mood.FUTURE
                || clause.mood() == Clause.Mood.INFINITIVE
                || clause.mood() == Clause.Mood.POSSIBLE;
        if (verbs.is(lemma, "cancel") || (verbs.is(lemma, "collapse") && !lemma.equals("end"))) {
            return forward || clause.negated() ? "" : "cancelled";
        }
        if (forward || CALLS.contains(lemma) || (verbs.is(lemma, "expect") && !verbs.is(lemma, "agree"))) {
            return "planned";
        }
        if (clause.negated()) {
            return "denied";
        }
        boolean durative = lexicons.traits().is(event, "durative");
        if (verbs.is(lemma, "end")) {
            boolean broken = lexicons.traits().is(event, "kept")
                    && !clause.passive()
                    && !clause.patients().isEmpty();
            return broken ? "cancelled" : "happened";
        }
        if (verbs.is(lemma, "agree")) {
            return durative ? "planned" : "happened"; // a truce agreed has not begun
        }
        boolean planned = present(clause) && verbs.is(lemma, "takeplace") && ahead(frames);
        if (planned) {
            return "planned";
        }
        if (RUNS.contains(lemma) && !durative) {
            return ""; // "the deal runs for four years"
        }
        if (verbs.is(lemma, "continue") || (verbs.is(lemma, "start") && durative)) {
            return "under way";
        }
        if (clause.verb().first() < clause.verb().head()
                && reading.pos(clause.verb().head()).equals("VBG")) {
            return durative || !verbs.is(lemma, "takeplace") ? "under way" : "planned"; // "the meeting is going ahead"
        }
        boolean headline = frames.sentence().headline();
        return present(clause) && verbs.is(lemma, "takeplace") && !headline ? "planned" : "happened";
    }

    private boolean present(Clause clause) {
        String pos = reading.pos(clause.verb().head());
        return pos.equals("VBZ") || pos.equals("VBP");
    }

    /** Whether the sentence has a day still to come. */
    private boolean ahead(Frames frames) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            TimeValue time = reading.time(t);
            if (time != null && time.begin().isAfter(reading.published())) {
                return true;
            }
        }
        return false;
    }

    /** "denied that anyone had been arrested", "denied that it meant to close the plant". */
    private boolean denied(Frames frames, Clause clause) {
        Clause top = clause;
        while (top.governor() != null) {
            top = top.governor();
        }
        Clause above = null;
        for (Clause other : frames.clauses()) {
            above = other.index() < top.index() ? other : above;
        }
        if (above == null || above.negated() || !DENIALS.contains(above.lemma())) {
            return false;
        }
        for (int t = above.verb().end();
                t < top.verb().first() && !reading.lower(t).equals(",");
                t++) {
            if (reading.lower(t).equals("that")) {
                return true;
            }
        }
        return false;
    }

    /** "police arrested a suspect", "the rocket lifted off", "the storm made landfall". */
    private void verbal(Frames frames, Clause clause, boolean history, Claims claims) {
        String lemma = clause.lemma();
        String event = lexicons.events().of(lemma);
        boolean transitive = lexicons.traits().is(lemma, "patient");
        if (lexicons.traits().is(lemma, "both") && !clause.patients().isEmpty()) {
            event = lemma.equals("launch") ? "launch" : event;
            transitive = true;
        }
        if (lemma.equals("make")
                && clause.objects().stream()
                        .anyMatch(o -> reading.lemma(o.head()).equals("landfall"))) {
            event = "landfall";
        }
        boolean seen = clause.mood() == Clause.Mood.GERUND; // "hurricane seen hitting Honduras"
        if (!seen && lexicons.traits().is(lemma, "ashore") && clause.subjects().stream().anyMatch(this::storm)) {
            event = "landfall";
        }
        List<Chunk> about = transitive ? clause.patients() : clause.subjects();
        if (event.isEmpty()) {
            return;
        }
        Chunk first = frames.chunks().get(0);
        if (about.isEmpty() && clause.passive() && PEOPLE_EVENTS.contains(event) && first.is(Chunk.Kind.NOUN)) {
            about = List.of(first); // "A man suspected of starting the fire that ruined the village has been arrested"
        }
        if (about.isEmpty()) {
            return;
        }
        Chunk group = about.get(0);
        boolean hits = event.equals("strike") && lemma.equals("strike") && !clause.objects().isEmpty(); // "struck a bargain"
        if (event.equals("strike") && (hits || clause.passive() || !Occasions.strikes(reading, lexicons, group))) {
            return;
        }
        boolean person = PEOPLE_EVENTS.contains(event);
        boolean someone = lexicons.persons().has(reading.lemma(group.head()))
                || lexicons.holders().has(reading.lemma(group.head()))
                || ANYONE.contains(reading.lower(group.head()))
                || parties.holder(group) != null;
        if (person && !someone) {
            return;
        }
        String value = verbalValue(frames, clause);
        if (!value.isEmpty()) {
            Draft draft = draft(frames, clause, event, value, group, history, 0.65);
            Entity entity = parties.holder(group);
            if (!event.equals("landfall")) {
                draft.with("of", entity == null ? reading.lemma(group.head()) : entity.id());
            }
            claims.add(draft);
        }
    }

    private boolean storm(Chunk group) {
        for (int t = group.first(); t < group.end(); t++) {
            if (lexicons.traits().is(reading.lemma(t), "storm")) {
                return true;
            }
        }
        return false;
    }

    private String verbalValue(Frames frames, Clause clause) {
        if (denied(frames, clause)) {
            return "denied";
        }
        boolean due = reading.lower(clause.verb().first()).equals("should") || (present(clause) && dated(clause));
        if (due && !clause.negated() && ahead(frames)) {
            return "planned";
        }
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        return switch (modality) {
            case PLANNED -> "planned";
            case DENIED -> "denied";
            case POSSIBLE -> "";
            case HAPPENED -> "happened";
        };
    }

    private Draft draft(
            Frames frames, Clause clause, String event, String value, Chunk group, boolean history, double sure) {
        int first = Math.min(group.first(), clause.verb().first());
        int end = Math.max(group.end(), clause.verb().end());
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        Draft draft = new Draft(Kind.STATUS, frames.sentence(), first, end)
                .about(event)
                .is(value)
                .on(reading.text(group))
                .put(value.equals("planned") && modality == Modality.HAPPENED ? Modality.PLANNED : modality)
                .sure(sure);
        if (value.equals("denied")) {
            draft.put(Modality.HAPPENED);
        }
        if (!targets.eventOf(group).isEmpty()) {
            for (Entity party : parties.of(frames, group)) {
                draft.with("with", parties.sideOf(party).isEmpty() ? party.id() : parties.sideOf(party));
            }
        }
        boolean other = false;
        for (int t = group.first(); t < group.head(); t++) {
            other |= EARLIER.contains(reading.lower(t));
        }
        if (history || other) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }
}
