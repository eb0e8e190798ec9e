package io.deltawire.claim;

import io.deltawire.text.TimeValue;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * STATUS of things and persons: a road that is shut and opens again, trains that stop and run, somebody missing and found, a suspect
 * at large and caught. What says so is in conditions.tsv.
 */
final class ConditionReader implements ClaimReader {
    private static final double SURE = 0.75;
    private static final double PART = 0.65;

    /** Told in passing: opens a fact and never shifts one. */
    private static final double PASSING = 0.45;

    /** Of what no list has: kept for later articles to be laid beside, and not given out. */
    static final double UNHEARD = 0.43;

    private static final double GUESS = 0.3;
    private static final int MOST_GUESSES = 12;

    /** Tokens behind a verb in which "again" is its own. */
    private static final int GAP = 6;

    private static final Set<String> PERFECT = Set.of("had");
    private static final Set<String> AGAIN = Set.of("again", "anew");

    /** What may say that something goes on that had stopped. */
    static final Set<String> ANEW = Set.of("again", "anew", "back");

    private static final Set<String> NAMES = Set.of("them", "including");
    private static final int MOST_GROUPS = 3;

    private static final Set<String> PHASES = Set.of("start", "begin", "cease");

    /** Groups before a verb in which "which", "after" or "since" stands. */
    private static final int BACK = 3;

    private static final Set<String> SEEKS = Set.of("look for", "search for", "hunt for", "seek");
    private static final Set<String> TRACES = Set.of("trace", "sign", "word", "news", "contact");

    /** Tokens within which an age behind a name ends. */
    private static final int AGED = 4;

    private static final Conditions.Told MISSING =
            new Conditions.Told(Conditions.Form.IS, "missing=missing", "missing", 0);

    private static final Conditions.Told RESUMED =
            new Conditions.Told(Conditions.Form.DONE, "running=resumed", "start again", 0);

    private final Reading reading;
    private final Lexicons lexicons;
    private final Conditions conditions;
    private final Bearers bearers;
    private final Proposals proposals;
    private int guesses;

    /** Token of the "again" read last. */
    private int told = -1;

    ConditionReader(Reading reading, Lexicons lexicons, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.conditions = new Conditions(reading, lexicons);
        this.bearers = new Bearers(reading, lexicons, parties);
        this.proposals = new Proposals(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        for (Clause clause : frames.clauses()) {
            Map<String, Conditions.Told> unnamed = new LinkedHashMap<>();
            Map<String, Chunk> unheard = new HashMap<>();
            Set<String> named = new HashSet<>();
            for (Conditions.Told told : conditions.of(frames, clause)) {
                boolean meant = proposals.decided(clause, told) && sought(clause, told);
                String state = meant ? state(frames, clause, told) : "";
                List<Chunk> groups = state.isEmpty() ? List.of() : saidOf(frames, clause, told);
                for (Chunk group : groups.subList(0, Math.min(MOST_GROUPS, groups.size()))) {
                    if (claim(frames, clause, told, state, group, claims)) {
                        named.add(state);
                    } else if (mayBeIts(clause, told) && bearers.unheard(frames, group)) {
                        unheard.putIfAbsent(state, group);
                    }
                }
                if (!state.isEmpty()) {
                    unnamed.putIfAbsent(state, told);
                }
            }
            unnamed.keySet().removeAll(named);
            if (named.stream().anyMatch(Proposals::isState)) {
                unnamed.clear();
            }
            unnamed.keySet().removeIf(Proposals::isState);
            if (named.isEmpty() && reading.marked(frames.sentence(), Marks.AGAIN) && again(frames, clause, claims)) {
                unnamed.remove(RESUMED.state());
            }
            unnamed.forEach((state, told) -> guess(
                    frames, told.dimension(), state, clause.verb().first(), told.end(), unheard.get(state), claims));
        }
        bare(frames, claims);
        untraced(frames, claims);
        proposals.mention(frames);
    }

    @Override
    public void end(Claims claims) {
        proposals.end(claims);
    }

    /** "Hostages free after 12 days", "Pass still closed": a headline leaves the verb out; "one of them, a boy of six, in critical condition". */
    private void bare(Frames frames, Claims claims) {
        boolean headline = frames.sentence().headline();
        for (Chunk group : frames.chunks()) {
            if (!group.is(Chunk.Kind.NOUN) || !(headline || ill(frames, group))) {
                continue;
            }
            int end = headline ? group.end() : behindAge(frames, group);
            for (Conditions.Told told : conditions.behind(end, frames.sentence().endToken())) {
                Bearers.Bearer bearer = bearers.of(frames, group, told);
                if (bearer != null && !another(bearer, told.dimension())) {
                    claims.add(draft(frames, told, told.state(), bearer, Math.max(group.end(), told.end()))
                            .sure(bearer.sure() ? PART : PASSING));
                }
            }
        }
    }

    private boolean ill(Frames frames, Chunk group) {
        int in = behindAge(frames, group);
        return reading.lower(in).equals("in")
                && conditions.behind(in, frames.sentence().endToken()).stream()
                        .anyMatch(told -> told.state().equals("patient=critical"));
    }

    /** Token behind a group and its age: "Perera, aged 12, ", "a rider, 40, ". */
    private int behindAge(Frames frames, Chunk group) {
        int t = group.end();
        if (!reading.lower(t).equals(",")) {
            return t;
        }
        for (int k = t + 1; k < Math.min(frames.sentence().endToken(), t + AGED); k++) {
            if (reading.lower(k).equals(",")) {
                return k + 1;
            }
        }
        return t + 1;
    }

    /** "There was no trace of the skipper", "no word from the climbers", "nothing has been heard of the two". */
    private void untraced(Frames frames, Claims claims) {
        List<Chunk> chunks = frames.chunks();
        for (int i = 0; i + 2 < chunks.size(); i++) {
            Chunk trace = chunks.get(i);
            String from = reading.lower(chunks.get(i + 1).first());
            boolean none = trace.is(Chunk.Kind.NOUN)
                    && reading.lower(trace.first()).equals("no")
                    && TRACES.contains(reading.lower(trace.head()))
                    && (from.equals("of") || from.equals("from"));
            Bearers.Bearer bearer = none ? bearers.of(frames, chunks.get(i + 2), MISSING) : null;
            if (bearer != null && !another(bearer, MISSING.dimension())) {
                claims.add(draft(
                                frames,
                                MISSING,
                                MISSING.state(),
                                bearer,
                                bearer.group().end())
                        .sure(bearer.sure() ? PART : PASSING));
            }
        }
    }

    /** Police look for whom they mean to arrest, others for who is missing; clubs look for strikers. */
    private boolean sought(Clause clause, Conditions.Told told) {
        if (clause.passive() || !SEEKS.contains(told.words())) {
            return true;
        }
        String by = told.dimension().equals("suspect") ? "police" : "searches";
        return clause.subjects().stream().anyMatch(group -> {
            String lemma = reading.lemma(group.head());
            return by.equals("police")
                    ? lexicons.traits().is(lemma, by)
                    : lexicons.conditions().is(lemma, by);
        });
    }

    private List<Chunk> saidOf(Frames frames, Clause clause, Conditions.Told told) {
        return switch (told.form()) {
            case WAS -> clause.passive() ? subjects(frames, clause) : List.of();
            case IS ->
                !clause.passive() && lexicons.conditions().is(clause.lemma(), "as")
                        ? clause.objects()
                        : subjects(frames, clause);
            case DOES -> clause.passive() || objected(clause, told) ? List.of() : subjects(frames, clause);
            case DONE -> {
                boolean dropped = frames.sentence().headline()
                        && !clause.passive()
                        && clause.objects().isEmpty();
                if (clause.passive() || dropped) {
                    List<Chunk> subjects = subjects(frames, clause);
                    boolean nothing = subjects.stream()
                            .anyMatch(group -> reading.lower(group.head()).equals("nothing"));
                    yield nothing ? behind(frames, told.end()) : subjects; // "nothing has been heard from the two"
                }
                if (!clause.objects().isEmpty()) {
                    yield withNext(frames, clause.objects());
                }
                yield told.words().indexOf(' ') > 0 ? behind(frames, told.end()) : activity(frames, clause);
            }
        };
    }

    /** "Granted the operator an injunction". */
    private static List<Chunk> withNext(Frames frames, List<Chunk> objects) {
        int next = frames.indexOf(objects.get(objects.size() - 1)) + 1;
        boolean second =
                next > 0 && frames.has(next) && frames.chunks().get(next).is(Chunk.Kind.NOUN);
        if (!second) {
            return objects;
        }
        List<Chunk> both = new ArrayList<>(objects);
        both.add(frames.chunks().get(next));
        return both;
    }

    /** "Stopped selling the van", "began to admit patients again": what is done, with what it is done to. */
    private List<Chunk> activity(Frames frames, Clause clause) {
        int next = clause.index() + 1;
        if (!frames.has(next) || !frames.chunks().get(next).is(Chunk.Kind.VERB)) {
            return List.of();
        }
        Chunk verb = frames.chunks().get(next);
        String pos = reading.pos(verb.head());
        boolean phase =
                PHASES.contains(clause.lemma()) && reading.lower(verb.first()).equals("to");
        if (verb.first() != clause.verb().end() || !(pos.equals("VBG") || phase)) {
            return List.of();
        }
        Chunk with = frames.has(next + 1) ? frames.chunks().get(next + 1) : verb;
        return List.of(new Chunk(
                Chunk.Kind.VERB, verb.head(), with.is(Chunk.Kind.NOUN) ? with.end() : verb.end(), verb.head()));
    }

    /** "Made off with two paintings and a crown": what the phrase ends before. */
    private static List<Chunk> behind(Frames frames, int end) {
        List<Chunk> chunks = frames.chunks();
        List<Chunk> groups = new ArrayList<>();
        for (int i = 0; i < chunks.size() && groups.size() < MOST_GROUPS; i++) {
            boolean first = groups.isEmpty() && chunks.get(i).first() == end;
            boolean next = !groups.isEmpty()
                    && i > 1
                    && chunks.get(i - 1).is(Chunk.Kind.CONJUNCTION)
                    && chunks.get(i - 2).equals(groups.get(groups.size() - 1));
            if (chunks.get(i).is(Chunk.Kind.NOUN) && (first || next)) {
                groups.add(chunks.get(i));
            }
        }
        return groups;
    }

    /** "Opened an inquiry": what is done to something is not told of who does it. */
    private boolean objected(Clause clause, Conditions.Told told) {
        return !clause.objects().isEmpty() && told.words().indexOf(' ') < 0;
    }

    private List<Chunk> subjects(Frames frames, Clause clause) {
        Chunk first = frames.chunks().get(0);
        boolean inserted = frames.has(clause.index() - 1)
                && frames.chunks().get(clause.index() - 1).is(Chunk.Kind.COMMA);
        // "Production at the works, where 480 people are employed, was stopped"
        boolean far = (clause.subjects().isEmpty() || inserted) && clause.passive() && first.is(Chunk.Kind.NOUN);
        return far ? List.of(first) : clause.subjects();
    }

    /** The state that a clause comes to, "" for none: what is to be is none yet. */
    private String state(Frames frames, Clause clause, Conditions.Told told) {
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        boolean lasts = lexicons.conditions().is(clause.lemma(), "lasting");
        return switch (modality) {
            case HAPPENED -> clause.mood() == Clause.Mood.INFINITIVE || due(frames, clause) ? "" : told.state();
            case DENIED -> clause.lemma().equals("fail") ? "" : conditions.denied(told.state());
            case PLANNED -> lasts && clause.mood() == Clause.Mood.FUTURE ? told.state() : "";
            case POSSIBLE -> "";
        };
    }

    /** "Schools reopen on Monday". */
    private boolean due(Frames frames, Clause clause) {
        String pos = reading.pos(clause.verb().head());
        boolean finite = pos.equals("VBP") || pos.equals("VBZ") || pos.equals("VB");
        return !frames.sentence().headline()
                && finite
                && !lexicons.conditions().is(clause.lemma(), "state")
                && clause.obliques().stream().anyMatch(oblique -> ahead(oblique.group()));
    }

    private boolean ahead(Chunk group) {
        TimeValue time = reading.time(group.first());
        return time != null && time.begin().isAfter(reading.published());
    }

    /** "Trucks can again use one lane of the coast road": something goes on that had stopped; of what, FACT's judge may know. */
    private boolean again(Frames frames, Clause clause, Claims claims) {
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        boolean can = reading.lower(clause.verb().first()).equals("can");
        boolean past = reading.pos(clause.verb().first()).equals("VBD");
        for (int t = clause.verb().first();
                t < Math.min(frames.sentence().endToken(), clause.verb().end() + GAP);
                t++) {
            boolean stops = t > clause.verb().end() && reading.lower(t).equals(",");
            if (stops || clause.negated() || modality == Modality.DENIED || (modality == Modality.POSSIBLE && !can)) {
                return false;
            }
            boolean back = reading.lower(t).equals("back")
                    && !past
                    && t >= clause.verb().end();
            if (AGAIN.contains(reading.lower(t)) || back) {
                if (t == told) {
                    return true; // by the verb before: "started packing again"
                }
                told = t;
                List<Chunk> activity = PHASES.contains(clause.lemma()) ? activity(frames, clause) : List.of();
                if (activity.isEmpty()) {
                    guess(
                            frames,
                            RESUMED.dimension(),
                            RESUMED.state(),
                            clause.verb().first(),
                            t + 1,
                            null,
                            claims);
                } else {
                    claim(frames, clause, RESUMED, RESUMED.state(), activity.get(0), claims);
                }
                return true;
            }
        }
        return false;
    }

    /** "Released a statement": what somebody does to persons is told of what is none as well. */
    private boolean mayBeIts(Clause clause, Conditions.Told told) {
        boolean acts = told.form() == Conditions.Form.DONE && !clause.passive();
        return !acts || !lexicons.conditions().is("person", "in " + told.dimension());
    }

    /** @param of what no list has and it may be told of; null where there is none */
    private void guess(
            Frames frames, String dimension, String state, int first, int end, @Nullable Chunk of, Claims claims) {
        if (guesses++ < MOST_GUESSES) {
            Draft draft = new Draft(Kind.STATUS, frames.sentence(), Math.min(first, end - 1), end)
                    .about(dimension)
                    .is(state.substring(state.indexOf('=') + 1))
                    .sure(of == null ? GUESS : UNHEARD);
            claims.add(of == null ? draft : draft.on(reading.text(of)).with("what", reading.lemma(of.head())));
        }
    }

    private boolean claim(
            Frames frames, Clause clause, Conditions.Told told, String state, Chunk group, Claims claims) {
        Bearers.Bearer bearer = bearer(frames, told, group);
        if (bearer == null || another(bearer, told.dimension()) || !proposals.may(bearer.group(), told)) {
            return false;
        }
        Draft draft = draft(frames, told, state, bearer, clause.verb().end());
        if (Proposals.isState(state)) {
            proposals.told(bearer.group());
        }
        boolean passing = inPassing(frames, clause, conditions.onset(state));
        draft.sure(passing || !bearer.sure() ? PASSING : frames.sentence().headline() ? PART : SURE);
        boolean again = says(clause.verb().end(), Math.min(frames.sentence().endToken(), told.end() + 2));
        if (again && conditions.onset(state)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (Standing.history(reading, lexicons, frames, clause)) {
            draft.cue(Claim.Cue.HISTORY);
        }
        claims.add(draft);
        if (bearer.what().equals("people")) {
            among(frames, told, state, clause, claims);
        }
        return true;
    }

    private Bearers.@Nullable Bearer bearer(Frames frames, Conditions.Told told, Chunk group) {
        if (!group.is(Chunk.Kind.VERB)) {
            return bearers.of(frames, group, told);
        }
        return told.dimension().equals("running") ? new Bearers.Bearer("activity", "", group) : null;
    }

    private Draft draft(Frames frames, Conditions.Told told, String state, Bearers.Bearer bearer, int verbEnd) {
        Chunk group = bearer.group();
        int first = Math.min(group.first(), verbEnd - 1);
        Draft draft = new Draft(Kind.STATUS, frames.sentence(), first, Math.max(group.end(), verbEnd))
                .about(told.dimension())
                .is(state.substring(state.indexOf('=') + 1))
                .on(reading.text(group))
                .with("what", bearer.what())
                .with("named", bearer.name());
        boolean own = bearers.is(bearer, "hostage") || bearers.is(bearer, "criminal");
        boolean ambiguous = lexicons.conditions().is(told.dimension(), "ambiguous");
        if (ambiguous && !own && !lexicons.conditions().is(told.words(), "opens")) {
            draft.with("follows", "yes");
        }
        return draft;
    }

    /** Whether the noun itself says that another condition is meant: hostages are not released on bail. */
    private boolean another(Bearers.Bearer bearer, String dimension) {
        return (!dimension.equals("captive") && bearers.is(bearer, "hostage"))
                || (!dimension.equals("suspect") && bearers.is(bearer, "criminal"));
    }

    /** "Forty people are missing, among them the captain, Yusuf Rahadi". */
    private void among(Frames frames, Conditions.Told told, String state, Clause clause, Claims claims) {
        List<Chunk> chunks = frames.chunks();
        for (int i = clause.index() + 1; i + 1 < chunks.size(); i++) {
            int last = chunks.get(i).end() - 1;
            if (NAMES.contains(reading.lower(last)) && chunks.get(i + 1).is(Chunk.Kind.NOUN)) {
                Bearers.Bearer one = bearers.of(frames, chunks.get(i + 1), told);
                if (one != null && one.what().equals("person")) {
                    claims.add(
                            draft(frames, told, state, one, one.group().end()).sure(SURE));
                }
                return;
            }
        }
    }

    private boolean says(int from, int end) {
        for (int t = from; t < end; t++) {
            if (AGAIN.contains(reading.lower(t))) {
                return true;
            }
        }
        return false;
    }

    /** "The road, closed since Monday", "which had been shut", "the man who escaped": what the reader knows already. */
    private boolean inPassing(Frames frames, Clause clause, boolean onset) {
        int first = clause.verb().first();
        if (PERFECT.contains(reading.lower(first))) {
            return true;
        }
        boolean relative = false;
        for (int i = clause.index() - 1; i >= Math.max(0, clause.index() - BACK); i--) {
            relative |= frames.chunks().get(i).is(Chunk.Kind.RELATIVE);
            if (onset
                    && frames.chunks().get(i).is(Chunk.Kind.SUBORDINATOR)
                    && !reading.lower(frames.chunks().get(i).first()).equals("that")) {
                return true; // "four weeks after it was shut"
            }
        }
        boolean participle = clause.passive()
                && first == clause.verb().head()
                && !frames.sentence().headline();
        boolean present = reading.pos(first).equals("VBZ") || reading.pos(first).equals("VBP");
        return participle || (onset && relative && !present);
    }
}
