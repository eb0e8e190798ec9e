package io.deltawire.claim;

import io.deltawire.entity.Entity;
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
            "hearing",
            "meeting",
            "impeachment");

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
            if (!nominal(frames, clause, history, claims)) {
                verbal(frames, clause, history, claims);
            }
        }
    }

    private boolean nominal(Frames frames, Clause clause, boolean history, Claims claims) {
        Lexicon verbs = lexicons.verbs();
        String lemma = clause.lemma();
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
        if (group == null) {
            return false;
        }
        String event = targets.eventOf(group);
        String value = value(event, lemma, clause);
        if (value.isEmpty()) {
            return false;
        }
        claims.add(draft(frames, clause, event, value, group, history, 0.8));
        return true;
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
            claims.add(draft(frames, clause, event, "cancelled", next, history, 0.75)
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

    private String value(String event, String lemma, Clause clause) {
        Lexicon verbs = lexicons.verbs();
        if (verbs.is(lemma, "postpone")) {
            return "postponed";
        }
        boolean forward = clause.mood() == Clause.Mood.FUTURE
                || clause.mood() == Clause.Mood.INFINITIVE
                || clause.mood() == Clause.Mood.POSSIBLE;
        if (verbs.is(lemma, "cancel") || (verbs.is(lemma, "collapse") && !lemma.equals("end"))) {
            return forward ? "" : "cancelled";
        }
        if (forward || (verbs.is(lemma, "expect") && !verbs.is(lemma, "agree"))) {
            return "planned";
        }
        if (clause.negated()) {
            return "denied";
        }
        boolean durative = lexicons.traits().is(event, "durative");
        if (verbs.is(lemma, "end")) {
            return "happened";
        }
        if (verbs.is(lemma, "agree")) {
            return "happened";
        }
        if (verbs.is(lemma, "continue") || (verbs.is(lemma, "start") && durative)) {
            return "under way";
        }
        boolean present = reading.pos(clause.verb().head()).equals("VBZ")
                || reading.pos(clause.verb().head()).equals("VBP");
        return present && verbs.is(lemma, "takeplace") ? "planned" : "happened";
    }

    /** "police arrested a suspect", "the rocket lifted off", "the storm made landfall". */
    private void verbal(Frames frames, Clause clause, boolean history, Claims claims) {
        String lemma = clause.lemma();
        String event = lexicons.events().of(lemma);
        boolean transitive = lexicons.traits().is(lemma, "patient");
        if (lemma.equals("launch") && !clause.patients().isEmpty()) {
            event = "launch";
            transitive = true;
        }
        if (lemma.equals("make")
                && clause.objects().stream()
                        .anyMatch(o -> reading.lemma(o.head()).equals("landfall"))) {
            event = "landfall";
        }
        List<Chunk> about = transitive ? clause.patients() : clause.subjects();
        if (event.isEmpty() || about.isEmpty()) {
            return;
        }
        Chunk group = about.get(0);
        if (event.equals("strike") && (clause.passive() || !Occasions.strikes(reading, lexicons, group))) {
            return;
        }
        boolean person = PEOPLE_EVENTS.contains(event);
        if (person && !lexicons.persons().has(reading.lemma(group.head())) && parties.holder(group) == null) {
            return;
        }
        String value = verbalValue(frames, clause);
        if (!value.isEmpty()) {
            Draft draft = draft(frames, clause, event, value, group, history, 0.65);
            Entity entity = parties.holder(group);
            draft.with("of", entity == null ? reading.lemma(group.head()) : entity.id());
            claims.add(draft);
        }
    }

    private String verbalValue(Frames frames, Clause clause) {
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
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }
}
