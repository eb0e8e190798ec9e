package io.deltawire.claim;

import io.deltawire.entity.EntityType;
import io.deltawire.text.TimeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a time in a sentence dates: an event named by a noun or a verb, else whatever is to happen then. */
final class Occasions {
    /** Too unsure to shift a fact by itself: the event has no name that the lexicon knows. */
    static final double UNNAMED = 0.45;

    private static final double DATED = 0.65;

    static final String REOPENING = "reopening";

    private static final Set<String> WHILE =
            Set.of("before", "while", "when", "as", "until", "once", "because", "after");
    private static final Set<String> TO = Set.of("to", "until", "till");
    private static final Set<String> UNTIL = Set.of("until", "till");
    private static final Set<String> SHUT = Set.of("closed", "shut", "shuttered");
    private static final Set<String> DATE = Set.of("date", "target", "goal", "aim", "day");
    private static final Set<String> AIMS = Set.of("aim", "target", "hope", "eye", "look", "plan");
    private static final Set<String> ANEW = Set.of("now", "new", "next", "revised", "latest");
    private static final Set<String> CHAINS = Set.of("of", "on", "for", "against", "over", "between", "with", "about");
    private static final Set<String> SHORES = Set.of("coast", "shore", "coastline", "shoreline", "land");
    private static final Set<String> CROSSES = Set.of("cross", "reach", "hit", "approach");
    private static final Set<String> STORMS =
            Set.of("cyclone", "hurricane", "typhoon", "storm", "eye", "tempest", "landfall");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Moves moves;
    private final EventNames names;

    Occasions(Reading reading, Lexicons lexicons, Targets targets) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.moves = new Moves(reading, lexicons);
        this.names = new EventNames(reading, lexicons, targets);
    }

    /**
     * What a time dates.
     *
     * @param group noun group that names it, null when a verb does
     * @param moved the verb says that it was put off or brought forward
     */
    record Event(
            String name,
            @Nullable Chunk group,
            @Nullable Clause clause,
            boolean moved,
            int first,
            int end,
            double sure) {}

    /** The event that a time at group i dates. */
    @Nullable
    Event event(Frames frames, int i, @Nullable Clause clause, TimeValue time) {
        Chunk own = frames.chunks().get(i);
        String inside = own.is(Chunk.Kind.NOUN) ? names.of(own) : "";
        if (!inside.isEmpty()) {
            return event(inside, own, clause, false, 0.85);
        }
        Event behind = behind(frames, i, clause);
        if (behind != null) {
            return behind;
        }
        Event shifted = clause == null ? null : shifted(frames, clause, time);
        if (shifted != null) {
            return shifted;
        }
        Event attached = attached(frames, i);
        if (clause != null && datesTheSaying(i, clause, time)) {
            return null;
        }
        if (attached != null) {
            return attached;
        }
        Event reopening = reopening(clause, time);
        if (reopening != null) {
            return reopening;
        }
        if (clause == null) {
            return null;
        }
        String lemma = clause.lemma();
        Lexicon.Listed stance = lexicons.stances().listed(lemma);
        boolean moved = clause.is("postpone") || clause.is("advance");
        boolean schedules = moved
                || clause.is("hold")
                || clause.is("takeplace")
                || clause.is("expect")
                || clause.is("agree")
                || clause.is("end")
                || clause.is("meet")
                || clause.is("start")
                || stance.is("proposes")
                || stance.is("demands")
                || stance.is("accepts");
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
        for (Clause c = clause; c != null && schedules; c = apart(frames, c) ? null : c.governor()) {
            Event found = nominal(frames, c.patients(), c, moved);
            found = found == null && c.lemma().equals("launch") ? verbal(c) : found;
            found = found == null ? nominal(frames, c.subjects(), c, moved) : found;
            if (found != null) {
                return found;
            }
        }
        Event told = verbal(clause);
        boolean today = time.begin().equals(Standing.published(reading)) && clause.mood() == Clause.Mood.FUTURE;
        if (told != null || !(today || time.begin().isAfter(Standing.published(reading)))) {
            return told;
        }
        return coming(frames, clause);
    }

    /** What a verb of moving moves, or a clause tells of, when it says by how long and not to what day; null when nothing names it. */
    @Nullable
    Event moved(Frames frames, Clause clause) {
        Event found = nominal(frames, clause.patients(), clause, true);
        found = found == null ? nominal(frames, clause.subjects(), clause, true) : found;
        return found == null ? verbal(clause) : found;
    }

    /** "Sunday is now the target", "the new date is 4 May", "is now aiming for Friday": of what was spoken of before. */
    @Nullable
    Event dateOf(Frames frames, int i, @Nullable Clause clause, TimeValue time) {
        if (clause == null || clause.negated()) {
            return null;
        }
        boolean aims = AIMS.contains(clause.lemma())
                && reading.lower(clause.verb().head() - 1).equals("now");
        if (aims && i > clause.index() && i - clause.index() <= 2) {
            return spokenOf(clause);
        }
        if (!clause.lemma().equals("be")) {
            return null;
        }
        boolean anew = false;
        boolean date = false;
        int first = Math.min(time.firstToken(), clause.verb().first()) - 3;
        int end = Math.max(time.endToken(), clause.verb().end()) + 3;
        for (int t = Math.max(frames.sentence().firstToken(), first);
                t < Math.min(frames.sentence().endToken(), end);
                t++) {
            anew |= ANEW.contains(reading.lower(t));
            date |= DATE.contains(reading.lower(t));
        }
        int beside = Math.abs(i - clause.index());
        return anew && date && beside <= 2 ? spokenOf(clause) : null;
    }

    private static Event spokenOf(Clause clause) {
        return new Event(
                Venues.UNNAMED,
                null,
                clause,
                true,
                clause.verb().first(),
                clause.verb().end(),
                0.6);
    }

    /** "Has moved its return to Tuesday", "was extended to Monday": what is moved needs no name that the lexicon knows. */
    private @Nullable Event shifted(Frames frames, Clause clause, TimeValue time) {
        boolean to = TO.contains(reading.lower(time.firstToken() - 1));
        boolean participle = moves.participle(clause);
        List<Chunk> moved = clause.passive() || participle ? clause.subjects() : clause.objects();
        if (!to || !moves.shifts(clause) || moved.isEmpty()) {
            return null;
        }
        Event found = nominal(frames, moved, clause, true);
        Chunk object = moved.get(0);
        return found == null ? unlisted(object, clause) : found;
    }

    /** Under its own noun. */
    private Event unlisted(Chunk group, Clause clause) {
        return new Event(reading.lemma(group.head()), group, clause, true, group.first(), group.end(), 0.6);
    }

    /** "The campaign begins, before families move their herds in July": what a clause with a subject of its own dates is its own. */
    private boolean apart(Frames frames, Clause clause) {
        int subject = clause.subjects().isEmpty()
                ? 0
                : frames.indexOf(clause.subjects().get(0));
        return subject > 0
                && subject < clause.index()
                && WHILE.contains(reading.lower(frames.chunks().get(subject - 1).first()));
    }

    /** "set 16 June as the start of the trial": the event stands behind the date. */
    private @Nullable Event behind(Frames frames, int i, @Nullable Clause clause) {
        String link =
                frames.has(i + 2) ? reading.lower(frames.chunks().get(i + 1).first()) : "";
        boolean as = link.equals("as")
                || (link.equals("for") && clause != null && (clause.is("expect") || AIMS.contains(clause.lemma())));
        for (int k = i + 2; as && k < Math.min(frames.chunks().size(), i + 6); k++) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.VERB) || chunk.is(Chunk.Kind.COMMA)) {
                break;
            }
            String name = names.of(chunk);
            if (!name.isEmpty() && !targets.isGeneric(chunk)) {
                return new Event(name, chunk, clause, true, chunk.first(), chunk.end(), 0.75);
            }
            boolean anew = DATE.contains(reading.lemma(chunk.head())) && ANEW.contains(reading.lower(chunk.head() - 1));
            if (anew && clause != null) {
                return spokenOf(clause); // "named 23 September as the next date"
            }
        }
        return null;
    }

    /** Whatever is to happen on a day to come, under its own noun or verb: a moved date can then be laid beside it. */
    private @Nullable Event coming(Frames frames, Clause clause) {
        for (Clause c = clause; c != null; c = apart(frames, c) ? null : c.governor()) {
            if (c.is("report") && c.governor() == null && !c.equals(clause)) {
                break;
            }
            Event found = nominal(frames, c.patients(), c, false);
            found = found == null ? nominal(frames, c.subjects(), c, false) : found;
            if (found != null) {
                return found;
            }
        }
        Event spoken = apart(frames, clause) ? null : lastNamed(frames, clause);
        if (spoken != null) {
            return spoken;
        }
        boolean says = clause.is("report") && !clause.is("expect") && clause.mood() == Clause.Mood.FACT;
        return says
                ? null
                : new Event(
                        clause.lemma(),
                        null,
                        clause,
                        false,
                        clause.verb().first(),
                        clause.verb().end(),
                        UNNAMED);
    }

    /** "The strike, which was to have begun on Thursday, will start on 19 May": the event named last before the verb. */
    private @Nullable Event lastNamed(Frames frames, Clause clause) {
        for (int k = clause.index() - 1; k >= 0; k--) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.BREAK)) {
                return null;
            }
            String name = names.of(chunk);
            if (!name.isEmpty() && !targets.isGeneric(chunk)) {
                return event(name, chunk, clause, false, UNNAMED);
            }
        }
        return null;
    }

    /** "on Sunday proposed talks", "proposed talks on Sunday": a past day with a verb of saying dates that, not the talks. */
    private boolean datesTheSaying(int i, Clause clause, TimeValue time) {
        boolean says = lexicons.stances().has(clause.lemma()) || clause.is("report");
        boolean ahead = time.begin().isAfter(Standing.published(reading));
        boolean past =
                reading.pos(clause.verb().head()).startsWith("VB") && clause.mood() != Clause.Mood.FUTURE && !ahead;
        return says
                && past
                && (i > clause.index() || clause.index() - i < 4)
                && !clause.is("postpone")
                && !clause.is("takeplace")
                && !clause.is("start");
    }

    private Event event(String name, Chunk group, @Nullable Clause clause, boolean moved, double sure) {
        return new Event(name, group, clause, moved, group.first(), group.end(), sure);
    }

    /** "The museum stays closed until 26 November": that is when it reopens. */
    private @Nullable Event reopening(@Nullable Clause clause, TimeValue time) {
        int until = time.firstToken() - 1;
        boolean shut = UNTIL.contains(reading.lower(until)) && SHUT.contains(reading.lower(until - 1));
        return clause == null || !shut
                ? null
                : new Event(REOPENING, null, clause, false, until - 1, time.endToken(), 0.7);
    }

    private @Nullable Event nominal(Frames frames, List<Chunk> groups, Clause clause, boolean moved) {
        for (Chunk last : groups) {
            Chunk group = leading(frames, names.ofDate(frames, last));
            String name = names.of(group);
            if (!name.isEmpty() && !targets.isGeneric(group)) {
                return event(name, group, clause, moved, 0.85);
            }
            // "production resumes" is told as any reopening
            boolean verbal = !lexicons.events().of(clause.lemma()).isEmpty();
            String dated = name.isEmpty() && !verbal ? names.dated(group) : "";
            if (!dated.isEmpty()) {
                return event(dated, group, clause, moved, DATED);
            }
        }
        return null;
    }

    /** "The trial of a magnate on charges of fraud will open": of the events in a chain of groups the first is meant. */
    private Chunk leading(Frames frames, Chunk last) {
        Chunk found = last;
        for (int k = frames.indexOf(last) - 1; k >= 1; k -= 2) {
            Chunk group = frames.chunks().get(k - 1);
            boolean joined = frames.chunks().get(k).is(Chunk.Kind.PREPOSITION)
                    && CHAINS.contains(reading.lower(frames.chunks().get(k).first()));
            if (!joined || !group.is(Chunk.Kind.NOUN)) {
                break;
            }
            found = targets.eventOf(group).isEmpty() || targets.isGeneric(group) ? found : group;
        }
        return purposeOf(frames, found);
    }

    /** "Talks to end the strike will take place": what is done is the talks. */
    private Chunk purposeOf(Frames frames, Chunk object) {
        int k = frames.indexOf(object);
        boolean purpose = k >= 2
                && frames.chunks().get(k - 1).is(Chunk.Kind.VERB)
                && reading.lower(frames.chunks().get(k - 1).first()).equals("to");
        Chunk doing = purpose ? frames.chunks().get(k - 2) : object;
        return purpose && !targets.eventOf(doing).isEmpty() && !targets.isGeneric(doing) ? doing : object;
    }

    /** "talks with Ukraine in Istanbul on Thursday": a noun group with only prepositional groups up to the time. */
    private @Nullable Event attached(Frames frames, int i) {
        for (int k = i - 1; k >= 0 && k >= i - 10; k--) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.NOUN)) {
                String name = names.of(chunk);
                Clause voting = k > 0 ? clauseOf(frames, k) : null;
                if (!name.isEmpty()
                        && voting != null
                        && voting.lemma().startsWith("vote")
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
        String name = eventOf(clause);
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
        if (name.equals("strike") && !strikes(reading, lexicons, group)) {
            return null;
        }
        return new Event(
                name, group, clause, false, clause.verb().first(), clause.verb().end(), 0.7);
    }

    /** What a verb is as an event; "cross the coast" and "the cyclone will hit Corta" are landfalls. */
    String eventOf(Clause clause) {
        boolean arrives = clause.is("landfall");
        boolean shore = CROSSES.contains(clause.lemma())
                && clause.objects().stream().anyMatch(object -> SHORES.contains(reading.lemma(object.head())));
        boolean storm = arrives
                && (clause.subjects().stream().anyMatch(this::storm)
                        || clause.objects().stream().anyMatch(object -> stormed(clause, object)));
        return shore || storm ? "landfall" : lexicons.events().of(clause.lemma());
    }

    /** "The typhoon, which gained force, will now reach Corta". */
    private boolean stormed(Clause clause, Chunk object) {
        boolean place = reading.isA(object.head(), EntityType.PLACE);
        for (int t = clause.verb().first() - 1;
                place && t >= Math.max(0, clause.verb().first() - 12);
                t--) {
            if (STORMS.contains(reading.lower(t))) {
                return true;
            }
            if (reading.lower(t).equals(".")) {
                return false;
            }
        }
        return false;
    }

    private boolean storm(Chunk group) {
        for (int t = group.first(); t < group.end(); t++) {
            if (STORMS.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /** Who can go on strike; an earthquake strikes otherwise. */
    static boolean strikes(Reading reading, Lexicons lexicons, @Nullable Chunk group) {
        if (group == null) {
            return true;
        }
        String lemma = reading.lemma(group.head());
        boolean pronoun = reading.pos(group.head()).startsWith("PRP");
        return pronoun
                || lexicons.holders().has(lemma)
                || lexicons.persons().has(lemma)
                || reading.entity(group.head()) != null;
    }

    /** The clause that a group stands in: of the verb before it, else, or behind a semicolon, of the first behind it. */
    static @Nullable Clause clauseOf(Frames frames, int i) {
        Clause best = null;
        int begin = i;
        while (begin > 0 && !frames.chunks().get(begin - 1).is(Chunk.Kind.BREAK)) {
            begin--;
        }
        for (Clause clause : frames.clauses()) {
            if (clause.index() < i) {
                best = clause;
            } else if ((best == null || best.index() < begin) && clause.index() > i) {
                return clause;
            }
        }
        return best;
    }
}
