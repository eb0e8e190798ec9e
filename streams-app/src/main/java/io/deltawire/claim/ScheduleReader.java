package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SCHEDULE: when an event takes place, by when something must happen, and where. */
final class ScheduleReader implements ClaimReader {
    private static final Set<String> FROM = Set.of("from");
    private static final Set<String> DEADLINE = Set.of("by", "before", "until", "till");
    static final Set<String> AHEAD = Set.of("to", "until", "till", "for");
    static final Set<String> DUE = Set.of(
            "due",
            "set",
            "scheduled",
            "planned",
            "slated",
            "expected",
            "fixed",
            "called",
            "originally",
            "billed",
            "announced",
            "arranged",
            "booked",
            "meant",
            "pencilled",
            "penciled",
            "supposed",
            "intended",
            "targeted");
    private static final int RECENT_DAYS = 3;

    /** Sentences of which a headline speaks. */
    private static final int LEAD = 2;

    /** Days within which an event named by its day is the story's own, not one of long ago. */
    private static final int JUST_OVER = 10;

    private static final double DAY_NAMED = 0.8;
    private static final double NAMED = 0.7;
    static final double LIKELY = 0.6;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Terms terms;
    private final Targets targets;
    private final Earlier earlier;
    private final Occasions occasions;
    private final Rearranged rearranged;
    private final SetAside setAside;
    private final Moves moves;
    private final Venues venues;
    private final Relocations relocations;
    private final UnnamedDays unnamed;
    /** "Lunar landing delayed by two days": the dates to come that the text gives are new ones. */
    private boolean movedHeadline;
    /** The event and day last said not to be: a new day behind it is its own. */
    private @Nullable Draft denied;
    /** Days of the sentence on which nothing will be, since it was called off. */
    private final Set<Draft> off = Collections.newSetFromMap(new IdentityHashMap<>());

    ScheduleReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.terms = new Terms(reading, lexicons);
        this.targets = targets;
        this.earlier = new Earlier(reading, lexicons);
        this.occasions = new Occasions(reading, lexicons, targets);
        this.moves = new Moves(reading, lexicons);
        this.venues = new Venues(reading, lexicons, targets, parties, earlier, occasions);
        this.setAside = new SetAside(reading, lexicons);
        this.rearranged = new Rearranged(reading, lexicons, occasions);
        this.relocations = new Relocations(reading, lexicons, targets, earlier);
        this.unnamed = new UnnamedDays(reading, lexicons, venues);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        List<Draft> drafts = new ArrayList<>();
        TimeValue recalled = null;
        Occasions.Event lapsed = null;
        if (frames.sentence().headline()) {
            movedHeadline = Standing.says(reading, lexicons, frames.sentence(), "moved");
        }
        for (int i = 0; i < frames.chunks().size(); i++) {
            Chunk chunk = frames.chunks().get(i);
            TimeValue time = Days.in(reading, chunk);
            if (time != null && venues.fromTo(frames, i, time)) {
                recalled = Days.one(time, time.begin());
                time = Days.one(time, time.end());
            }
            boolean later = recalled != null && time != null && recalled.firstToken() == time.firstToken();
            if (time != null && !later && recalls(frames, i, time)) {
                recalled = time;
                lapsed = occasions.event(frames, i, Occasions.clauseOf(frames, i), time);
            } else if (time != null) {
                Draft draft = dated(frames, i, time);
                if (draft != null) {
                    drafts.add(draft);
                    if (chunk.is(Chunk.Kind.NOUN) && over(draft)) {
                        claims.add(happened(draft));
                    }
                }
            }
            if (chunk.is(Chunk.Kind.NOUN) && !targets.eventOf(chunk).isEmpty()) {
                venues.placed(frames, i, history, claims);
            }
        }
        frames.clauses().forEach(clause -> venues.meets(frames, clause, history, claims));
        venues.contrasted(frames, history, claims);
        relocations.read(frames, history, claims);
        if (drafts.stream().allMatch(draft -> draft.modality == Modality.DENIED)) {
            drafts.addAll(unnamed.of(frames, drafts, recalled, history));
        }
        drafts = rearranged.deferred(
                frames, rearranged.one(frames.clauses().stream().anyMatch(moves::in), drafts), recalled, history);
        rearranged.named(lapsed, drafts);
        for (Draft draft : drafts) {
            TimeValue old = recalled != null && draft.modality == Modality.PLANNED
                    ? Days.older(reading, recalled, draft.value)
                    : recalled;
            if (old != null
                    && (old.precision() != TimeValue.Precision.YEAR || otherYear(old, draft))
                    && draft.modality == Modality.PLANNED
                    && !draft.value.equals(old.canonical())) {
                draft.with("was", old.canonical()).cue(Claim.Cue.UPDATE).sure(Math.max(0.65, draft.confidence));
            }
            boolean planned = draft.modality == Modality.PLANNED
                    && draft.confidence >= NAMED
                    && !lexicons.traits().is(draft.subject, "stateless");
            if (draft.confidence <= UnnamedDays.UNKNOWN) {
                continue; // nothing says what is on that day, nor that another day was meant before
            }
            if (off.contains(draft)) {
                draft.put(Modality.DENIED);
            }
            terms.about(draft, frames.sentence(), draft.firstToken, draft.endToken);
            claims.add(draft);
            if (planned) {
                claims.add(planned(draft));
            }
        }
        off.clear();
        if (recalled != null && drafts.isEmpty() && ahead(recalled)) {
            TimeValue day = Days.ahead(recalled, Standing.published(reading));
            denied = new Draft(Kind.SCHEDULE, frames.sentence(), day.firstToken(), day.endToken())
                    .about(Venues.UNNAMED)
                    .is(day.canonical());
        }
    }

    private boolean ahead(TimeValue time) {
        return Days.weekday(reading, time) || time.end().isAfter(Standing.published(reading));
    }

    /** "previously planned for 2028, should be ready in October 2027". */
    private static boolean otherYear(TimeValue old, Draft draft) {
        return draft.value.length() >= 4 && !draft.value.startsWith(old.canonical());
    }

    /** What has a date to come is planned. */
    private static Draft planned(Draft dated) {
        Draft draft = new Draft(Kind.STATUS, dated.sentence, dated.firstToken, dated.endToken)
                .about(dated.subject)
                .is("planned")
                .on(dated.attribute.equals("date") ? "" : dated.attribute)
                .put(Modality.PLANNED)
                .sure(dated.confidence - 0.1);
        dated.qualifiers.stream().filter(q -> q.startsWith("with=")).forEach(draft.qualifiers::add);
        return draft;
    }

    private static final Set<String> YET = Set.of("will", "would", "should", "could", "may", "might");

    /** "Friday's strike hit harder than forecast": an event named by its day in the past has taken place. */
    private boolean over(Draft dated) {
        LocalDate published = Standing.published(reading);
        boolean named = dated.confidence > DAY_NAMED
                && dated.modality == Modality.HAPPENED
                && dated.value.length() == 10
                && dated.qualifiers.contains("field=date")
                && !dated.cues.contains(Claim.Cue.UPDATE)
                && !lexicons.traits().is(dated.subject, "stateless");
        if (!named || Standing.history(reading, lexicons, dated.sentence)) {
            return false;
        }
        for (int t = Math.max(dated.sentence.firstToken(), dated.firstToken - 2); t < dated.firstToken; t++) {
            if (DEADLINE.contains(reading.lower(t))
                    || AHEAD.contains(reading.lower(t))
                    || reading.lower(t).equals("ahead")) {
                return false; // "ahead of Friday's vote"
            }
        }
        if (YET.contains(reading.lower(dated.endToken))) {
            return false; // "said Friday's strike would go ahead"
        }
        LocalDate day = LocalDate.parse(dated.value);
        return !day.isAfter(published) && day.isAfter(published.minusDays(JUST_OVER));
    }

    private static Draft happened(Draft dated) {
        Draft draft = new Draft(Kind.STATUS, dated.sentence, dated.firstToken, dated.endToken)
                .about(dated.subject)
                .is("happened")
                .put(Modality.HAPPENED)
                .sure(LIKELY);
        dated.qualifiers.stream().filter(q -> q.startsWith("with=")).forEach(draft.qualifiers::add);
        return draft;
    }

    /** "instead of 2 June", "had been due on 2 June", "from 2 June to 9 June": the date that no longer holds. */
    private boolean recalls(Frames frames, int i, TimeValue time) {
        // "firewood from June to September" is a span
        boolean from = reading.lower(time.firstToken() - 1).equals("from") && movedTo(frames, i) && shifts(frames, i);
        boolean kept = reading.lower(time.endToken()).equals("as")
                && !shifts(frames, i)
                && future(frames, i)
                && !contrasted(time);
        if (kept || (reading.lower(time.firstToken() - 1).equals("from") && !from && !contrasted(time))) {
            return false; // "will reopen on 24 March as planned", "free of charge from June to September"
        }
        Clause clause = Occasions.clauseOf(frames, i);
        return from
                || (clause != null && rearranged.replaced(clause, time))
                || due(frames, i, time)
                || setAside.is(frames, time)
                || earlier.is(frames.sentence(), time.firstToken(), time.endToken());
    }

    /** "25 November, not on 4 December as announced". */
    private boolean contrasted(TimeValue time) {
        return reading.lower(time.firstToken() - 1).equals("not")
                || reading.lower(time.firstToken() - 2).equals("not");
    }

    private static boolean future(Frames frames, int i) {
        Clause clause = Occasions.clauseOf(frames, i);
        return clause != null && clause.mood() == Clause.Mood.FUTURE && !clause.negated();
    }

    /** "Its reopening, set for today, to 10 December", "the strike, due on 1 May, was pushed back to 12 May". */
    private boolean due(Frames frames, int i, TimeValue time) {
        int t = time.firstToken() - 1;
        t = DUE.contains(reading.lower(t)) ? t : t - 1;
        boolean apposed = DUE.contains(reading.lower(t))
                && reading.lower(t - 1).equals(",")
                && reading.lower(time.endToken()).equals(",");
        return apposed
                && Standing.says(reading, lexicons, frames.sentence(), "moved")
                && timeAfter(frames, i + 1, frames.chunks().size(), AHEAD);
    }

    private boolean shifts(Frames frames, int i) {
        Clause clause = Occasions.clauseOf(frames, i);
        return moves.in(clause)
                || (clause != null && clause.is("change"))
                || Standing.says(reading, lexicons, frames.sentence(), "moved");
    }

    private @Nullable Draft dated(Frames frames, int i, TimeValue found) {
        LocalDate published = Standing.published(reading);
        String before = reading.lower(found.firstToken() - 1);
        boolean season = found.precision() == TimeValue.Precision.SEASON;
        // "third-quarter results" come at another time
        boolean at = (future(frames, i) || shifts(frames, i))
                && (!frames.chunks().get(i).is(Chunk.Kind.NOUN)
                        || found.endToken() > frames.chunks().get(i).head());
        boolean usable = (!season || at) && found.precision() != TimeValue.Precision.DECADE;
        boolean oldYear =
                found.precision() == TimeValue.Precision.YEAR && found.end().isBefore(published);
        if (!usable || oldYear || before.equals("since") || before.equals("after")) {
            return null;
        }
        Clause clause = Occasions.clauseOf(frames, i);
        if (setAside.ofLastYear(frames, clause, found)) {
            return null;
        }
        Occasions.Event event = occasions.event(frames, i, clause, found);
        Occasions.Event spoken = occasions.dateOf(frames, i, clause, found);
        boolean target = spoken != null && (event == null || event.sure() < LIKELY);
        event = target ? spoken : event;
        if (event == null) {
            return null;
        }
        // "gave 1 October as the new date"
        boolean named = event.moved()
                && reading.lower(found.endToken()).equals("as")
                && reading.pos(found.firstToken() - 1).startsWith("VB");
        boolean ahead = target || named || found.begin().isAfter(published);
        boolean moves = moved(frames, clause, event, ahead);
        // "on Saturday postponed the vote from 2 to 9 May": neither the day it was said nor the old date is the date
        boolean aside = moves
                && !AHEAD.contains(before)
                && !ahead
                && clause != null
                && !future(frames, i)
                && !inside(frames.chunks().get(i), event);
        if (aside) {
            return null;
        }
        boolean notBefore = clause != null && DEADLINE.contains(before) && (clause.negated() || denied(found));
        boolean instead = rearranged.replaces(found);
        boolean reopens = event.name().equals(Occasions.REOPENING);
        boolean due = (DEADLINE.contains(before) || before.equals("than")) && !notBefore && !reopens;
        boolean deadline = (due && !moves) || deadlineNoun(frames, i);
        TimeValue time = target ? Days.ahead(found, published) : day(frames, i, event, found, moves);
        Draft draft = draft(frames, clause, event, time, deadline);
        draft.sure(event.sure() < LIKELY && (moves || notBefore) ? LIKELY : event.sure());
        if (notBefore || instead) {
            draft.put(Modality.PLANNED);
        }
        if (moves || notBefore || instead) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (rearranged.calledOff(frames, i, event)) {
            off.add(draft);
        }
        follow(draft, event, time);
        return draft;
    }

    /** "Is not to be expected before Sunday": the verb nearest to the day carries no negation of its own. */
    private boolean denied(TimeValue time) {
        for (int t = time.firstToken() - 2; t > time.firstToken() - 7; t--) {
            if (reading.lower(t).equals("not") || reading.lower(t).equals("n't")) {
                return true;
            }
            if (reading.lower(t).equals(",")) {
                return false;
            }
        }
        return false;
    }

    private boolean moved(Frames frames, @Nullable Clause clause, Occasions.Event event, boolean ahead) {
        boolean told = ahead
                && ((movedHeadline && frames.sentence().index() <= LEAD)
                        || Standing.says(reading, lexicons, frames.sentence(), "moved"));
        return event.moved() || moves.in(clause) || moves.in(event.clause()) || told;
    }

    /** The day meant by "on Thursday" or "4 October", which the finder takes for the last one where the verb is in the past. */
    private TimeValue day(Frames frames, int i, Occasions.Event event, TimeValue found, boolean moves) {
        LocalDate published = Standing.published(reading);
        Clause clause = Occasions.clauseOf(frames, i);
        if (past(frames, event, clause)) {
            return Days.gone(found, Days.weekday(reading, found), published);
        }
        Modality mood = Standing.modality(
                reading, lexicons, frames.sentence(), event.clause() == null ? clause : event.clause());
        // "has pencilled in 4 October for the election"
        boolean behind = event.moved()
                && (event.group() == null
                        ? event.name().equals(Venues.UNNAMED)
                        : event.group().first() > found.endToken());
        boolean will = clause != null && clause.mood() == Clause.Mood.FUTURE;
        boolean coming = behind || will || (mood == Modality.PLANNED && Days.weekday(reading, found));
        boolean to = AHEAD.contains(reading.lower(found.firstToken() - 1)) && (moves || movedFrom(frames, i));
        return coming || to ? Days.ahead(found, published) : found;
    }

    private Draft draft(
            Frames frames, @Nullable Clause clause, Occasions.Event event, TimeValue time, boolean deadline) {
        LocalDate published = Standing.published(reading);
        Clause told = event.clause() == null ? clause : event.clause();
        Draft draft = new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        Math.min(event.first(), time.firstToken()),
                        Math.max(event.end(), time.endToken()))
                .about(event.name())
                .is(time.canonical())
                .with("field", deadline ? "deadline" : "date")
                .on(deadline ? "deadline" : "date")
                .put(deadline ? Modality.PLANNED : Standing.dated(reading, lexicons, frames, told, time));
        Chunk group = event.group();
        if (group != null && reading.lower(group.first()).equals("no")) {
            draft.put(Modality.DENIED); // "there will be no march on Thursday"
        }
        venues.with(draft, frames, group);
        boolean day = time.precision() == TimeValue.Precision.DAY;
        if (time.end().isBefore(published.minusDays(day ? RECENT_DAYS : 0))) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }

    /** "The swap will not go ahead tomorrow. The mediator now hopes for 16 October." */
    private void follow(Draft draft, Occasions.Event event, TimeValue time) {
        Draft before = denied;
        int sentence = draft.sentence.index();
        if (draft.modality == Modality.DENIED) {
            if (says(draft, "either")) {
                return; // "nothing will fly today either": it was to be another day
            }
            denied = before != null && before.sentence.index() == sentence ? before : draft;
            return;
        }
        boolean vague = event.group() == null || event.sure() < NAMED;
        boolean anew = draft.cues.contains(Claim.Cue.UPDATE)
                || says(draft, "now")
                || says(draft, "new")
                || says(draft, "instead");
        if (before != null
                && vague
                && anew
                && draft.modality == Modality.PLANNED
                && sentence - before.sentence.index() <= LEAD
                && time.begin().toString().compareTo(before.value) > 0) {
            draft.about(before.subject.equals(Venues.UNNAMED) ? draft.subject : before.subject)
                    .with("was", before.value)
                    .cue(Claim.Cue.UPDATE)
                    .sure(LIKELY);
            denied = null;
        }
    }

    private boolean says(Draft draft, String word) {
        for (int t = draft.sentence.firstToken(); t < draft.sentence.endToken(); t++) {
            if (reading.lower(t).equals(word)) {
                return true;
            }
        }
        return false;
    }

    /** "had been brought forward to Monday", "the recount, scheduled for Thursday, was held overnight": no day to come. */
    private boolean past(Frames frames, Occasions.Event event, @Nullable Clause clause) {
        if (clause == null) {
            return false;
        }
        if (reading.lower(clause.verb().first()).equals("had")) {
            return true;
        }
        Chunk group = event.group();
        for (Clause main : frames.clauses()) {
            boolean held = main.is("hold") || main.is("takeplace");
            boolean was = reading.lower(main.verb().first()).equals("was")
                    || reading.lower(main.verb().first()).equals("were")
                    || reading.pos(main.verb().first()).equals("VBD");
            if (group != null
                    && main.index() > clause.index()
                    && held
                    && was
                    && !main.negated()
                    && !moves.in(main)
                    && frames.chunks().get(main.index() - 1).is(Chunk.Kind.COMMA)) {
                return true;
            }
        }
        return false;
    }

    private static boolean inside(Chunk chunk, Occasions.Event event) {
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
                    && Days.in(reading, frames.chunks().get(k + 1)) != null) {
                return true;
            }
        }
        return false;
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
}
