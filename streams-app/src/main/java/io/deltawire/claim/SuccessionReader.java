package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * OFFICE: who follows whom, also where the office or its body is left to the reader: "appointed Dana Wells, replacing Leo Hart",
 * "her successor is Rui Lopes", "Karl Moe steps in". A claim without a body, or with "office" for its office, only fills a fact
 * that the story has already.
 */
final class SuccessionReader implements ClaimReader {
    static final String UNNAMED = "office";
    private static final int REACH = 18;

    /** How sure it is that who comes up beside one who leaves is who follows. */
    private static final double LIKELY = 0.6;

    private static final Set<String> STEAD = Set.of("stead", "place", "successor", "replacement", "predecessor");
    private static final Set<String> SECONDS =
            Set.of("deputy", "assistant", "aide", "lieutenant", "understudy", "number");
    private static final Set<String> FILLS = Set.of("from", "for");
    private static final Set<String> ENDS = Set.of("end", "beat", "defeat", "oust", "unseat", "fill", "vacate", "hold");
    private static final Set<String> LEADS = Set.of("as", "to", "into", "become", "over");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Parties parties;
    private final Titles titles;
    private final Tenures tenures;
    private final Arrivals arrivals;
    private final Departures departures;
    private final Newcomers newcomers;
    /** The office named last, for "was chosen by the board on Wednesday". */
    private Titles.@Nullable Title before;

    private int beforeAt;
    /** Who was appointed last. */
    private Cast.@Nullable Person appointed;

    private int appointedAt;

    SuccessionReader(Reading reading, Lexicons lexicons, Parties parties, Departures departures) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.parties = parties;
        this.departures = departures;
        this.titles = reading.titles(lexicons);
        this.tenures = reading.tenures(lexicons);
        this.arrivals = new Arrivals(reading, lexicons);
        this.newcomers = new Newcomers(reading, lexicons);
    }

    /** What a sentence says of one who arrives, put together from all words that say it. */
    private record Succession(
            Arrivals.Arrival arrival, Titles.@Nullable Title title, Cast.@Nullable Person outgoing, boolean strong) {}

    @Override
    public void read(Frames frames, Claims claims) {
        Cast cast = departures.read(frames);
        int last = frames.sentence().endToken() - 1;
        boolean question =
                reading.lower(last).equals("?") || reading.lower(last - 1).equals("?");
        if (!question) {
            Map<Entity, Succession> successions = new LinkedHashMap<>();
            for (Arrivals.Arrival read : arrivals.of(frames, cast)) {
                Arrivals.Arrival arrival = meant(frames, read);
                successions.merge(
                        arrival.incoming().entity(), succession(frames, cast, arrival), SuccessionReader::joined);
            }
            successions.values().forEach(succession -> tell(frames, cast, succession, claims));
            successors(frames, cast, successions, claims);
            newcomer(frames, cast, claims);
        }
        if (!titles.in(frames.sentence())) {
            return;
        }
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            Titles.Title title = titles.at(t, frames.sentence().endToken());
            if (title != null && !titles.former(frames.sentence(), title)) {
                before = title;
                beforeAt = frames.sentence().index();
            }
        }
    }

    /** "The premier named Dana Wells minister. She succeeds Leo Hart": who was appointed, and not who appoints. */
    private Arrivals.Arrival meant(Frames frames, Arrivals.Arrival arrival) {
        Cast.Person incoming = arrival.incoming();
        Cast.Person named = appointed;
        int sentence = frames.sentence().index();
        boolean follows = arrival.word().is("follow");
        if (incoming.named() && !follows && arrival.word().is("appoint")) {
            appointed = incoming;
            appointedAt = sentence;
        }
        if (!follows || incoming.named() || named == null || sentence - appointedAt != 1) {
            return arrival;
        }
        Cast.Person person =
                new Cast.Person(named.entity(), incoming.first(), incoming.end(), incoming.named(), incoming.owns());
        return new Arrivals.Arrival(arrival.word(), person, arrival.outgoing(), arrival.clause(), arrival.passive());
    }

    /** Somebody new beside one who leaves, of whom nothing surer was told. */
    private void newcomer(Frames frames, Cast cast, Claims claims) {
        Departures.Departure gone = departures.lately(frames.sentence().index());
        Cast.Person incoming = newcomers.of(frames, cast, gone);
        if (incoming == null || gone == null) {
            return;
        }
        claims.add(new Draft(Kind.OFFICE, frames.sentence(), incoming.first(), incoming.end())
                .about(UNNAMED)
                .is(incoming.entity())
                .cue(Claim.Cue.UPDATE)
                .with("was", gone.person().name())
                .sure(LIKELY));
    }

    private Succession succession(Frames frames, Cast cast, Arrivals.Arrival arrival) {
        Cast.Person named = arrival.outgoing();
        Cast.Person outgoing = named == null ? older(frames, cast, arrival) : named;
        Titles.Title title = titleOf(frames, arrival);
        Tenures.Word word = arrival.word();
        boolean will = reading.lower(word.first() - 1).equals("will")
                || reading.lower(word.first() - 1).equals("would")
                || reading.lower(word.first() - 1).equals("to");
        boolean marked = title != null && tenures.any(title.first() - 3, title.first(), "coming");
        boolean lead = word.is("lead") && !word.is("take") && !word.is("appoint");
        boolean strong = lead ? will || marked : !word.is("enlist") || word.is("appoint") || hands(word);
        return new Succession(arrival, title, outgoing, strong);
    }

    /** "Entrusted the side to Karl Moe", "Dana Wells was put in charge". */
    private boolean hands(Tenures.Word word) {
        boolean puts = reading.lower(word.end()).equals("in")
                && reading.lower(word.end() + 1).equals("charge");
        return puts || (word.is("give") && tenures.any(word.end(), word.end() + 3, "charge"));
    }

    private static Succession joined(Succession one, Succession other) {
        Titles.Title title = one.title() == null ? other.title() : one.title();
        Cast.Person outgoing = one.outgoing() == null ? other.outgoing() : one.outgoing();
        return new Succession(one.arrival(), title, outgoing, one.strong() || other.strong());
    }

    private void tell(Frames frames, Cast cast, Succession told, Claims claims) {
        Tenures.Word word = told.arrival().word();
        Entity incoming = told.arrival().incoming().entity();
        Titles.Title title = told.title();
        int sentence = frames.sentence().index();
        Departures.Departure gone = departures.before(sentence, incoming, title);
        Entity outgoing = before(told, gone);
        boolean lead = word.is("lead") && !told.strong();
        if ((lead && (title == null || gone == null)) || (word.lemma().equals("be") && title == null)) {
            return;
        }
        boolean explicit = title != null || outgoing != null;
        if (outgoing == null && gone != null && (told.strong() || title != null)) {
            outgoing = gone.person();
            title = title == null ? gone.title() : title;
        }
        boolean vague = title != null && Titles.general(title);
        if (vague && gone != null && gone.title() != null && gone.person().equals(outgoing)) {
            title = gone.title();
        }
        boolean steps = word.is("take") || word.is("give") || word.is("appoint");
        if (outgoing == null && (title != null || steps)) {
            outgoing = superior(cast, told.arrival());
        }
        boolean board = outgoing == null
                && title == null
                && before != null
                && (word.is("appoint") || word.is("nominate"))
                && sentence - beforeAt <= 1;
        title = board ? before : title;
        title = title == null && outgoing == null && steps ? departures.vacant(sentence) : title;
        boolean bare = title == null && outgoing == null;
        if (bare || incoming.equals(outgoing) || (!told.strong() && !explicit)) {
            return;
        }
        Entity body = title == null || title.first() < frames.sentence().firstToken()
                ? null
                : titles.bodyOf(frames.sentence(), title);
        body = body == null && gone != null && gone.person().equals(outgoing) ? gone.body() : body;
        body = body == null ? appointer(told.arrival()) : body;
        add(frames, told.arrival(), title, body, incoming, outgoing, claims);
    }

    /** By name as told; "him" is who was said to leave rather than whoever the grammar suggests, and never who appoints. */
    private @Nullable Entity before(Succession told, Departures.@Nullable Departure gone) {
        Cast.Person outgoing = told.outgoing();
        if (outgoing == null || outgoing.named()) {
            return outgoing == null ? null : outgoing.entity();
        }
        if (gone != null) {
            return gone.person();
        }
        Clause clause = told.arrival().clause();
        boolean appoints = clause != null
                && !clause.passive()
                && clause.subjects().stream()
                        .anyMatch(subject -> outgoing.entity().equals(reading.entity(subject.head())));
        return appoints ? null : outgoing.entity();
    }

    /** "Her deputy, Sipho Ndaba, was sworn in as mayor". */
    private @Nullable Entity superior(Cast cast, Arrivals.Arrival arrival) {
        int first = arrival.incoming().first();
        for (int t = first - 1; t >= first - 4; t--) {
            if (!SECONDS.contains(reading.lemma(t))) {
                continue;
            }
            for (Cast.Person person : cast.persons()) {
                if (person.owns() && person.end() <= t && t - person.end() <= 2) {
                    return person.entity();
                }
            }
        }
        return null;
    }

    /** "Her successor is Rui Lopes", "the successor, Rui Lopes", "Rui Lopes is her successor". */
    private void successors(Frames frames, Cast cast, Map<Entity, Succession> known, Claims claims) {
        int end = cast.persons().isEmpty() ? 0 : frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            String lemma = reading.lemma(t);
            if (!lemma.equals("successor") && !lemma.equals("replacement")) {
                continue;
            }
            Entity owner = null;
            Cast.Person held = null;
            for (Cast.Person person : cast.persons()) {
                if (person.owns() && person.end() <= t && t - person.end() <= 3) {
                    owner = person.entity();
                    held = person;
                }
            }
            Cast.Person after = plain(t + 1, cast);
            int from = held == null ? t - 1 : held.first();
            boolean is = reading.lemma(from - 1).equals("be");
            Cast.Person incoming = after != null ? after : is ? cast.back(from - 1) : null;
            if (incoming == null || incoming.entity().equals(owner) || known.containsKey(incoming.entity())) {
                continue;
            }
            Departures.Departure gone = departures.before(frames.sentence().index(), incoming.entity(), null);
            Entity outgoing = owner == null && gone != null ? gone.person() : owner;
            Tenures.Word word = new Tenures.Word(Set.of(), lemma, t, t + 1);
            add(
                    frames,
                    new Arrivals.Arrival(word, incoming, null, null, false),
                    null,
                    null,
                    incoming.entity(),
                    outgoing,
                    claims);
        }
    }

    /** The person right behind "successor", with "is", "will be", a comma or a title between. */
    private Cast.@Nullable Person plain(int from, Cast cast) {
        Cast.Person person = cast.after(from, from + 7);
        for (int t = from; person != null && t < person.first(); t++) {
            String lower = reading.lower(t);
            boolean links = reading.lemma(t).equals("be")
                    || lower.equals(",")
                    || lower.equals(":")
                    || lower.equals("will")
                    || reading.pos(t).startsWith("NN")
                    || reading.pos(t).startsWith("JJ")
                    || reading.pos(t).equals("DT");
            if (!links) {
                return null;
            }
        }
        return person;
    }

    private void add(
            Frames frames,
            Arrivals.Arrival arrival,
            Titles.@Nullable Title title,
            @Nullable Entity body,
            Entity incoming,
            @Nullable Entity outgoing,
            Claims claims) {
        newcomers.follows(outgoing);
        Tenures.Word word = arrival.word();
        boolean elected = title != null
                && title.office().equals("president")
                && (word.lemma().endsWith("elect") || word.lemma().equals("vote in"));
        boolean coming = elected || (word.is("nominate") && !word.is("appoint"));
        Draft draft = new Draft(Kind.OFFICE, frames.sentence(), word.first(), word.end())
                .about(title == null ? UNNAMED : title.office())
                .is(incoming)
                .cue(Claim.Cue.UPDATE)
                .put(modality(frames, arrival, coming))
                .sure(title == null ? 0.7 : 0.8);
        if (body != null) {
            String id = parties.sideOf(body);
            draft.on(body.name())
                    .with(body.type() == EntityType.PLACE ? "country" : "body", id.isEmpty() ? body.id() : id);
        }
        if (title != null && tenures.any(title.first() - 2, title.first(), "acting")) {
            draft.with("standing", "acting");
        }
        if (outgoing != null) {
            draft.with("was", outgoing.name());
        }
        claims.add(draft);
    }

    private Modality modality(Frames frames, Arrivals.Arrival arrival, boolean coming) {
        if (coming) {
            return Modality.PLANNED;
        }
        Clause clause = arrival.clause();
        boolean doubted = clause != null
                && Standing.modality(reading, lexicons, frames.sentence(), clause) == Modality.POSSIBLE
                && clause.mood() != Clause.Mood.INFINITIVE;
        return doubted ? Modality.POSSIBLE : Modality.HAPPENED;
    }

    /** The office that the word gives: "as chief executive", "elected her chairwoman", "was named mayor". */
    private Titles.@Nullable Title titleOf(Frames frames, Arrivals.Arrival arrival) {
        int end = Math.min(frames.sentence().endToken(), arrival.word().end() + REACH);
        for (int t = arrival.word().first(); t < end; t++) {
            Titles.Title title = titles.at(t, end);
            if (title == null) {
                continue;
            }
            if (!titles.former(frames.sentence(), title) && given(title, arrival)) {
                return title;
            }
            t = title.end() - 1;
        }
        return null;
    }

    private boolean given(Titles.Title title, Arrivals.Arrival arrival) {
        Cast.Person incoming = arrival.incoming();
        boolean name = reading.isA(title.end(), EntityType.PERSON)
                && reading.pos(title.end()).startsWith("NNP");
        int k = title.first() - 1;
        while (k >= arrival.word().end() && !(k >= incoming.first() && k < incoming.end()) && modifier(k)) {
            k--;
        }
        boolean beside = k >= incoming.first()
                && k < incoming.end()
                && incoming.first() >= arrival.word().first();
        boolean direct = k < arrival.word().end() && !(incoming.first() >= title.end());
        // "made Tomas Berg, a deputy minister until Monday, governor"
        boolean apposed = reading.lower(k).equals(",")
                && reading.lower(incoming.end()).equals(",")
                && k > incoming.end()
                && arrival.word().is("enlist");
        boolean copula = arrival.word().lemma().equals("be");
        boolean led = !copula
                && (LEADS.contains(reading.lower(k))
                        || reading.lemma(k).equals("be")
                        || (reading.lower(k).equals("of") && tenures.is(k - 1, "charge")));
        return !name && (beside || direct || led || apposed);
    }

    private boolean modifier(int t) {
        String pos = reading.pos(t);
        return pos.startsWith("NN")
                || pos.startsWith("JJ")
                || pos.equals("DT")
                || pos.equals("PRP$")
                || pos.equals("POS")
                || pos.equals("CD")
                || pos.equals("VBG")
                || pos.equals("VBN")
                || (pos.equals("RB") && !reading.lower(t).equals("not"));
    }

    /** "Orion has appointed Dana Wells": whoever appoints, unless it is a person. */
    private @Nullable Entity appointer(Arrivals.Arrival arrival) {
        Clause clause = arrival.clause();
        if (clause == null
                || clause.passive()
                || !(arrival.word().is("appoint") || arrival.word().is("enlist"))) {
            return null;
        }
        for (Chunk subject : clause.subjects()) {
            Entity entity = reading.entity(subject.head());
            Entity owner = entity == null ? parties.owner(subject) : entity;
            if (owner != null && owner.type() != EntityType.PERSON) {
                return owner;
            }
        }
        return null;
    }

    /** "replacing Leo Hart", "in place of Leo Hart", "in his stead", "from Beat Ammer", "ending twelve years of Leo Hart". */
    private Cast.@Nullable Person older(Frames frames, Cast cast, Arrivals.Arrival arrival) {
        Entity incoming = arrival.incoming().entity();
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            Cast.Person person =
                    STEAD.contains(reading.lower(t)) || (t < arrival.word().end() + 5 && tenures.is(t, "charge"))
                            ? owner(t, cast)
                            : null;
            if (person == null && t >= arrival.word().end()) {
                person = recalled(t, end, cast, arrival);
            }
            if (person != null && !person.entity().equals(incoming)) {
                return person;
            }
        }
        return null;
    }

    private Cast.@Nullable Person owner(int t, Cast cast) {
        for (Cast.Person person : cast.persons()) {
            if (person.owns() && person.end() <= t && t - person.end() <= 1) {
                return person;
            }
        }
        return null;
    }

    private Cast.@Nullable Person recalled(int t, int end, Cast cast, Arrivals.Arrival arrival) {
        String lower = reading.lower(t);
        boolean placeOf = lower.equals("of")
                && (STEAD.contains(reading.lower(t - 1)) || reading.lower(t - 1).equals("instead"));
        boolean follows = (reading.pos(t).startsWith("VB") && tenures.at(t, end).is("follow"))
                || lower.equals("replacing")
                || lower.equals("succeeding");
        boolean takes = arrival.word().is("take") || arrival.word().is("give");
        boolean fills = FILLS.contains(lower) && takes && t <= arrival.word().end() + 8;
        boolean ends = ENDS.contains(reading.lemma(t)) && reading.pos(t).startsWith("VB");
        boolean after = lower.equals("after") || lower.equals("following") || lower.equals("predecessor");
        int to = Math.min(end, t + (ends ? 11 : 7));
        if (placeOf || follows || fills || ends) {
            Cast.Person person = cast.after(t + 1, to);
            boolean plain = person == null || fills || !verbal(t + 1, person.first());
            return plain ? person : null;
        }
        return after ? cast.anyAfter(t + 1, to) : null;
    }

    private boolean verbal(int from, int to) {
        for (int t = from; t < to; t++) {
            if (reading.pos(t).startsWith("VB")
                    && !reading.pos(t).equals("VBG")
                    && !reading.pos(t).equals("VBN")) {
                return true;
            }
        }
        return false;
    }
}
