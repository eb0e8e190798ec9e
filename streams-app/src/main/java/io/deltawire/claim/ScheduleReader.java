package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SCHEDULE: when an event takes place, by when something must happen, and where. */
final class ScheduleReader implements ClaimReader {
    private static final Set<String> FROM = Set.of("from");
    private static final Set<String> TO = Set.of("to");
    private static final Set<String> DEADLINE = Set.of("by", "before", "until", "till");
    private static final Set<String> AHEAD = Set.of("to", "until", "till", "for");
    private static final Set<String> SHIFTS = Set.of("move", "shift", "push", "switch", "bring forward", "change");
    private static final Set<String> PLACE = Set.of("in", "at", "near");
    private static final int RECENT_DAYS = 3;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;

    ScheduleReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
    }

    @Override
    public void read(Frames frames, Claims claims) {
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        for (int i = 0; i < frames.chunks().size(); i++) {
            Chunk chunk = frames.chunks().get(i);
            TimeValue time = timeIn(chunk);
            if (time != null) {
                dated(frames, i, time, claims);
            }
            if (chunk.is(Chunk.Kind.NOUN) && !targets.eventOf(chunk).isEmpty()) {
                placed(frames, i, history, claims);
            }
        }
    }

    private @Nullable TimeValue timeIn(Chunk chunk) {
        if (chunk.is(Chunk.Kind.TIME)) {
            return reading.time(chunk.first());
        }
        if (chunk.is(Chunk.Kind.NOUN)) {
            for (int t = chunk.first(); t < chunk.head(); t++) {
                if (reading.time(t) != null) {
                    return reading.time(t);
                }
            }
        }
        return null;
    }

    private void dated(Frames frames, int i, TimeValue found, Claims claims) {
        LocalDate published = Standing.published(reading);
        String before = reading.lower(found.firstToken() - 1);
        boolean usable =
                found.precision() != TimeValue.Precision.SEASON && found.precision() != TimeValue.Precision.DECADE;
        boolean oldYear =
                found.precision() == TimeValue.Precision.YEAR && found.end().isBefore(published);
        if (!usable || oldYear || before.equals("since") || before.equals("after")) {
            return;
        }
        Clause clause = clauseOf(frames, i);
        Event event = event(frames, i, clause, found);
        if (event == null) {
            return;
        }
        boolean moves = event.moved() || moves(clause) || moves(event.clause());
        boolean to = AHEAD.contains(before);
        // "on Saturday postponed the vote from 2 to 9 May": neither the day it was said nor the old date is the date
        boolean aside =
                moves && !to && clause != null && !inside(frames.chunks().get(i), event);
        if (aside || (before.equals("from") && movedTo(frames, i))) {
            return;
        }
        TimeValue time = to && (moves || movedFrom(frames, i)) ? ahead(found, published) : found;
        boolean due = DEADLINE.contains(before) || before.equals("than");
        boolean deadline = (due && !moves) || deadlineNoun(frames, i);
        Draft draft = new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        Math.min(event.first(), time.firstToken()),
                        Math.max(event.end(), time.endToken()))
                .about(event.name())
                .is(time.canonical())
                .with("field", deadline ? "deadline" : "date")
                .on(deadline ? "deadline" : "date")
                .put(
                        deadline
                                ? Modality.PLANNED
                                : modality(frames, event.clause() == null ? clause : event.clause(), time, published))
                .sure(event.sure());
        with(draft, frames, event.group());
        boolean day = time.precision() == TimeValue.Precision.DAY;
        if (time.end().isBefore(published.minusDays(day ? RECENT_DAYS : 0))) {
            draft.cue(Claim.Cue.HISTORY);
        }
        if (moves) {
            draft.cue(Claim.Cue.UPDATE);
        }
        claims.add(draft);
    }

    private boolean moves(@Nullable Clause clause) {
        return clause != null
                && (lexicons.verbs().is(clause.lemma(), "postpone")
                        || lexicons.verbs().is(clause.lemma(), "advance")
                        || SHIFTS.contains(clause.lemma()));
    }

    private static boolean inside(Chunk chunk, Event event) {
        return chunk.equals(event.group());
    }

    /** "from 2 May" with "to 9 May" behind it or before it. */
    private boolean movedTo(Frames frames, int i) {
        return timeAfter(frames, i + 1, i + 4, AHEAD) || timeAfter(frames, i - 4, i, AHEAD);
    }

    private boolean movedFrom(Frames frames, int i) {
        return timeAfter(frames, i + 1, i + 4, FROM) || timeAfter(frames, i - 4, i, FROM);
    }

    private boolean timeAfter(Frames frames, int from, int to, Set<String> prepositions) {
        for (int k = Math.max(0, from); k + 1 < frames.chunks().size() && k < to; k++) {
            Chunk preposition = frames.chunks().get(k);
            if (prepositions.contains(reading.lower(preposition.first()))
                    && timeIn(frames.chunks().get(k + 1)) != null) {
                return true;
            }
        }
        return false;
    }

    /** "postponed to Wednesday" means the coming one, whatever the tense. */
    private static TimeValue ahead(TimeValue time, LocalDate published) {
        boolean lastWeek = time.precision() == TimeValue.Precision.DAY
                && time.end().isBefore(published)
                && !time.end().isBefore(published.minusDays(7));
        return lastWeek
                ? new TimeValue(
                        time.firstToken(),
                        time.endToken(),
                        time.begin().plusDays(7),
                        time.end().plusDays(7),
                        time.precision(),
                        time.clock())
                : nextYear(time, published);
    }

    /** "postponed to 2 January", said in December. */
    private static TimeValue nextYear(TimeValue time, LocalDate published) {
        boolean past = time.end().isBefore(published) && time.end().plusYears(1).isAfter(published);
        boolean dated = time.precision() == TimeValue.Precision.DAY || time.precision() == TimeValue.Precision.MONTH;
        return past && dated
                ? new TimeValue(
                        time.firstToken(),
                        time.endToken(),
                        time.begin().plusYears(1),
                        time.end().plusYears(1),
                        time.precision(),
                        time.clock())
                : time;
    }

    private Modality modality(Frames frames, @Nullable Clause clause, TimeValue time, LocalDate published) {
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        return modality == Modality.HAPPENED && time.begin().isAfter(published) ? Modality.PLANNED : modality;
    }

    private boolean deadlineNoun(Frames frames, int i) {
        for (int k = Math.max(0, i - 3); k <= Math.min(i + 1, frames.chunks().size() - 1); k++) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.NOUN) && reading.lemma(chunk.head()).equals("deadline")) {
                return true;
            }
        }
        return false;
    }

    private record Event(
            String name,
            @Nullable Chunk group,
            @Nullable Clause clause,
            boolean moved,
            int first,
            int end,
            double sure) {}

    /** The event that a time at group i dates. */
    private @Nullable Event event(Frames frames, int i, @Nullable Clause clause, TimeValue time) {
        Chunk own = frames.chunks().get(i);
        String inside = own.is(Chunk.Kind.NOUN) ? targets.eventOf(own) : "";
        if (!inside.isEmpty()) {
            return event(inside, own, clause, false, 0.85);
        }
        Event attached = attached(frames, i);
        if (clause != null && datesTheSaying(i, clause, time)) {
            return null;
        }
        if (attached != null) {
            return attached;
        }
        if (clause == null) {
            return null;
        }
        Lexicon verbs = lexicons.verbs();
        String lemma = clause.lemma();
        boolean moved = verbs.is(lemma, "postpone") || verbs.is(lemma, "advance");
        boolean schedules = moved
                || verbs.is(lemma, "hold")
                || verbs.is(lemma, "takeplace")
                || verbs.is(lemma, "expect")
                || verbs.is(lemma, "agree")
                || verbs.is(lemma, "end")
                || verbs.is(lemma, "meet")
                || verbs.is(lemma, "start")
                || lexicons.stances().is(lemma, "proposes")
                || lexicons.stances().is(lemma, "demands")
                || lexicons.stances().is(lemma, "accepts");
        if (schedules
                && clause.index() > 0
                && frames.chunks().get(clause.index() - 1).is(Chunk.Kind.COMMA)
                && clause.verb().first() == clause.verb().head()) {
            // "talks in Istanbul, scheduled for Thursday"
            Event apposed = attached(frames, clause.index() - 1);
            if (apposed != null) {
                return new Event(apposed.name(), apposed.group(), clause, moved, apposed.first(), apposed.end(), 0.8);
            }
        }
        if (lexicons.events().of(lemma).equals("launch") && clause.objects().isEmpty()) {
            // "the probe will lift off on Monday": the verb is the event, not its subject
            return verbal(clause);
        }
        for (Clause c = clause; c != null && schedules; c = c.governor()) {
            Event found = nominal(c.patients(), c, moved);
            found = found == null && c.lemma().equals("launch") ? verbal(c) : found;
            found = found == null ? nominal(c.subjects(), c, moved) : found;
            if (found != null) {
                return found;
            }
        }
        return verbal(clause);
    }

    /** "on Sunday proposed talks", "proposed talks on Sunday": a past day with a verb of saying dates that, not the talks. */
    private boolean datesTheSaying(int i, Clause clause, TimeValue time) {
        String lemma = clause.lemma();
        boolean says = lexicons.stances().has(lemma) || lexicons.verbs().is(lemma, "report");
        boolean ahead = time.begin().isAfter(Standing.published(reading));
        boolean past = reading.pos(clause.verb().head()).startsWith("VB") && !ahead;
        return says
                && past
                && (i > clause.index() || clause.index() - i < 4)
                && !lexicons.verbs().is(lemma, "postpone")
                && !lexicons.verbs().is(lemma, "takeplace")
                && !lexicons.verbs().is(lemma, "start");
    }

    private Event event(String name, Chunk group, @Nullable Clause clause, boolean moved, double sure) {
        return new Event(name, group, clause, moved, group.first(), group.end(), sure);
    }

    private @Nullable Event nominal(java.util.List<Chunk> groups, Clause clause, boolean moved) {
        for (Chunk group : groups) {
            String name = targets.eventOf(group);
            if (!name.isEmpty() && !targets.isGeneric(group)) {
                return event(name, group, clause, moved, 0.85);
            }
        }
        return null;
    }

    /** "talks with Ukraine in Istanbul on Thursday": a noun group with only prepositional groups up to the time. */
    private @Nullable Event attached(Frames frames, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 10; k--) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.NOUN)) {
                String name = targets.eventOf(chunk);
                Clause voting = k > 0 ? clauseOf(frames, k) : null;
                if (!name.isEmpty()
                        && voting != null
                        && voting.lemma().equals("vote")
                        && reading.lower(frames.chunks().get(k - 1).first()).equals("on")) {
                    return new Event("vote", chunk, voting, false, chunk.first(), chunk.end(), 0.75);
                }
                boolean voted = k >= 2
                        && reading.lower(frames.chunks().get(k - 1).first()).equals("on")
                        && targets.eventOf(frames.chunks().get(k - 2)).equals("vote");
                if (!name.isEmpty() && !targets.isGeneric(chunk) && !voted) {
                    return event(name, chunk, clauseOf(frames, k), false, 0.8);
                }
                boolean joined = k > 0
                        && (frames.chunks().get(k - 1).is(Chunk.Kind.PREPOSITION)
                                || frames.chunks().get(k - 1).is(Chunk.Kind.CONJUNCTION)
                                || frames.chunks().get(k - 1).is(Chunk.Kind.COMMA));
                if (!joined) {
                    return null;
                }
            } else if (!chunk.is(Chunk.Kind.PREPOSITION)
                    && !chunk.is(Chunk.Kind.TIME)
                    && !chunk.is(Chunk.Kind.ADVERB)
                    && !chunk.is(Chunk.Kind.CONJUNCTION)
                    && !chunk.is(Chunk.Kind.COMMA)) {
                return null;
            }
        }
        return null;
    }

    /** "will meet on Friday", "voters go to the polls on Sunday", "the rocket lifts off on Monday". */
    private @Nullable Event verbal(Clause clause) {
        String name = lexicons.events().of(clause.lemma());
        Chunk poll = clause.after("to");
        if (clause.lemma().equals("go") && poll != null && targets.eventOf(poll).equals("election")) {
            name = "election";
        }
        if (clause.lemma().equals("launch")
                && clause.objects().stream().allMatch(o -> targets.eventOf(o).isEmpty())) {
            name = "launch";
        }
        if (name.isEmpty() || lexicons.traits().is(clause.lemma(), "patient")) {
            return null;
        }
        Chunk group = clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        return new Event(
                name, group, clause, false, clause.verb().first(), clause.verb().end(), 0.7);
    }

    private @Nullable Clause clauseOf(Frames frames, int i) {
        Clause best = null;
        for (Clause clause : frames.clauses()) {
            if (clause.index() < i) {
                best = clause;
            } else if (best == null && clause.index() > i) {
                return clause;
            }
        }
        return best;
    }

    /** "talks in Istanbul", "the summit will be held in Doha". */
    private void placed(Frames frames, int i, boolean history, Claims claims) {
        Chunk event = frames.chunks().get(i);
        if (targets.isGeneric(event)) {
            return;
        }
        Entity place = placeAfter(frames, i + 1, i + 7, PLACE);
        Clause clause = clauseOf(frames, i);
        if (place == null) {
            Clause held = null;
            for (Clause c : frames.clauses()) {
                boolean about = c.patients().contains(event) || c.subjects().contains(event);
                boolean holds = lexicons.verbs().is(c.lemma(), "hold")
                        || lexicons.verbs().is(c.lemma(), "takeplace")
                        || moves(c)
                        || c.lemma().equals("be");
                held = about && holds && !c.lemma().equals("be") ? c : held;
            }
            if (held == null) {
                return;
            }
            Set<String> prepositions = moves(held) ? TO : PLACE;
            place = placeAfter(frames, held.index() + 1, held.index() + 8, prepositions);
            clause = held;
        }
        if (place == null) {
            return;
        }
        Draft draft = new Draft(Kind.SCHEDULE, frames.sentence(), event.first(), event.end())
                .about(targets.eventOf(event))
                .is(place)
                .with("field", "place")
                .on("place")
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(0.7);
        with(draft, frames, event);
        if (moves(clause)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        claims.add(draft);
    }

    private @Nullable Entity placeAfter(Frames frames, int from, int to, Set<String> prepositions) {
        for (int k = from; k + 1 < frames.chunks().size() && k < to; k++) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.VERB)
                    || chunk.is(Chunk.Kind.BREAK)
                    || chunk.is(Chunk.Kind.SUBORDINATOR)
                    || chunk.is(Chunk.Kind.RELATIVE)) {
                return null;
            }
            boolean at = chunk.is(Chunk.Kind.PREPOSITION) && prepositions.contains(reading.lower(chunk.first()));
            Chunk group = frames.chunks().get(k + 1);
            if (at && group.is(Chunk.Kind.NOUN)) {
                Entity entity = reading.named(group);
                boolean owned = group.end() - group.first() > 1
                        && reading.pos(group.end() - 1).equals("POS");
                if (entity != null
                        && entity.type() == EntityType.PLACE
                        && !owned
                        && !reading.pos(group.head()).startsWith("JJ")) {
                    return entity;
                }
                return null;
            }
        }
        return null;
    }

    private void with(Draft draft, Frames frames, @Nullable Chunk group) {
        if (group == null) {
            return;
        }
        for (Entity party : parties.of(frames, group)) {
            draft.with("with", parties.sideOf(party).isEmpty() ? party.id() : parties.sideOf(party));
        }
    }
}
