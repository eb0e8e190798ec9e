package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** OFFICE: who holds an office of a country or body, by titles before and after names and by verbs of taking and leaving. */
final class OfficeReader implements ClaimReader {
    private static final Set<String> FORMER = Set.of(
            "former",
            "ex",
            "late",
            "outgoing",
            "ousted",
            "deposed",
            "ex-president",
            "then",
            "onetime",
            "one-time",
            "past",
            "previous",
            "ex-prime",
            "disgraced",
            "retired");
    private static final Set<String> TITLE_VERBS = Set.of("acting", "outgoing", "incoming", "ousted");
    private static final Set<String> COMING =
            Set.of("elect", "designate", "incoming", "next", "future", "nominee", "candidate", "hopeful", "-elect");

    private static final Set<String> STAYS = Set.of("be", "remain", "stay", "stay on", "continue");

    private static final double UNSURE = 0.45;
    private static final double MARKED = 0.65;

    private final Reading reading;
    private final Parties parties;
    private final Titles titles;
    private final Tenures tenures;
    private final Departures departures;
    /** Body that an office was last said to be of in this text. */
    private final Map<String, Entity> bodies = new HashMap<>();

    OfficeReader(Reading reading, Lexicons lexicons, Parties parties, Departures departures) {
        this.departures = departures;
        this.tenures = reading.tenures(lexicons);
        this.reading = reading;
        this.parties = parties;
        this.titles = reading.titles(lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        if (!titles.in(frames.sentence())) {
            return;
        }
        int end = frames.sentence().endToken();
        for (int t = frames.sentence().firstToken(); t < end; t++) {
            Titles.Title title = titles.at(t, end);
            if (title != null) {
                titled(frames, title, claims);
                t = title.end() - 1;
            }
        }
    }

    /** "Orion has appointed Dana Wells as chief executive", "Leo Hart was named chief executive" after it was said of what. */
    private @Nullable Entity appointing(Frames frames, Titles.Title title) {
        for (Clause clause : frames.clauses()) {
            boolean near = clause.verb().head() < title.first() && clause.verb().head() > title.first() - 10;
            boolean changes = clause.is("appoint") || clause.is("oust") || clause.is("resign");
            if (!near || !changes) {
                continue;
            }
            if (!clause.passive() && !clause.is("resign")) {
                for (Chunk subject : clause.subjects()) {
                    Entity entity = reading.entity(subject.head());
                    if (entity != null && entity.type() != EntityType.PERSON) {
                        return entity;
                    }
                }
            }
            return bodies.get(title.office());
        }
        return null;
    }

    private void titled(Frames frames, Titles.Title title, Claims claims) {
        int next = title.end();
        boolean comma = reading.lower(next).equals(",");
        Entity body = bodyBefore(frames, title);
        int after = next;
        if (body == null
                && (reading.lower(next).equals("of")
                        || reading.lower(next).equals("for")
                        || (reading.lower(next).equals("to") && title.office().equals("ambassador")))) {
            int b = next + 1;
            while (b < frames.sentence().endToken() && reading.entity(b) == null && b < next + 4) {
                b++;
            }
            Entity found = reading.entity(b);
            boolean able = found != null && titles.fits(b, title);
            if (found != null && able && (found.type() != EntityType.PERSON || apposed(found, b, frames))) {
                body = found;
                while (b < frames.sentence().endToken() && found.equals(reading.entity(b))) {
                    b++;
                }
                // "the governor of Sri Lanka's central bank, Nihal Wick"
                while (b < frames.sentence().endToken()
                        && (reading.pos(b).equals("POS")
                                || reading.pos(b).startsWith("NN")
                                || reading.pos(b).startsWith("JJ"))
                        && reading.entity(b) == null) {
                    b++;
                }
                after = b;
                comma = reading.lower(after).equals(",");
            } else if (found == null) {
                after = next + 1;
                while (after < frames.sentence().endToken()
                        && reading.pos(after).startsWith("NNP")
                        && reading.entity(after) == null) {
                    after++;
                }
                comma = reading.lower(after).equals(",");
            }
        }
        if (body != null
                && (reading.lower(next).equals("to") || reading.lower(next).equals("in"))) {
            // "Estara's ambassador to Bolvar, Peter Lang"
            int b = next + 1;
            while (b < frames.sentence().endToken()
                    && (reading.pos(b).startsWith("NN") || reading.pos(b).equals("DT"))) {
                b++;
            }
            after = reading.lower(b).equals(",") ? b : after;
            comma = after == b;
        }
        if (body == null) {
            Entity named = personAt(next, frames);
            body = named == null ? null : bodyAfter(frames, next);
        }
        if (body == null) {
            body = appointing(frames, title);
        }
        if (body == null) {
            Entity holder = personAt(comma ? after + 1 : after, frames);
            holder = holder == null ? personBefore(frames, title, null) : holder;
            if (holder != null && !titles.former(frames.sentence(), title)) {
                bodiless(frames, title, holder, claims);
            }
            return;
        }
        bodies.put(title.office(), body);
        Entity person = personAt(comma && after + 1 < frames.sentence().endToken() ? after + 1 : after, frames);
        if (person == null) {
            person = personBefore(frames, title, body);
        }
        if (person == null) {
            return;
        }
        add(frames, title, body, person, after, claims);
    }

    /** "the chief executive of Air Lusitana, Helena Prates": what the tagger took for a person has one beside it. */
    private boolean apposed(Entity found, int t, Frames frames) {
        int after = t;
        while (after < frames.sentence().endToken() && found.equals(reading.entity(after))) {
            after++;
        }
        Entity person = reading.lower(after).equals(",") ? personAt(after + 1, frames) : null;
        return person != null && !person.equals(found);
    }

    /** "Prime Minister Ilva Ruun", of what the text does not say: too little to shift anything, enough to know who is followed. */
    private void bodiless(Frames frames, Titles.Title title, Entity person, Claims claims) {
        int named = title.first() - 1;
        while (named >= frames.sentence().firstToken()
                && reading.pos(named).startsWith("NNP")
                && reading.entity(named) == null) {
            named--;
        }
        boolean behind = reading.lower(title.end()).equals("of")
                && reading.pos(title.end() + 1).startsWith("NNP");
        int last = title.end() + 1;
        while (behind
                && last < frames.sentence().endToken()
                && reading.pos(last).startsWith("NNP")) {
            last++;
        }
        String name = behind
                ? reading.text(title.end() + 1, last).toLowerCase(java.util.Locale.ROOT)
                : named + 1 < title.first()
                        ? reading.text(named + 1, title.first()).toLowerCase(java.util.Locale.ROOT)
                        : "";
        Draft draft = new Draft(Kind.OFFICE, frames.sentence(), title.first(), title.end())
                .about(title.office())
                .is(person)
                .on(name)
                .with("body", name.isEmpty() ? "" : "name:" + name.replace(' ', '-'))
                .put(Modality.HAPPENED)
                .sure(UNSURE);
        departures.read(frames);
        if (departures.leaves(frames.sentence().index(), person)) {
            draft.cue(Claim.Cue.UPDATE).put(Modality.DENIED);
        } else if (marked(title)) {
            draft.cue(Claim.Cue.UPDATE).sure(MARKED);
        }
        claims.add(draft);
    }

    private void add(Frames frames, Titles.Title title, Entity body, Entity person, int after, Claims claims) {
        int from = Math.max(frames.sentence().firstToken(), title.first() - 5);
        boolean former = false;
        boolean coming = reading.lower(title.end() - 1).endsWith("-elect")
                || COMING.contains(reading.lower(title.end()))
                || (reading.lower(title.end()).equals("-") && COMING.contains(reading.lower(title.end() + 1)));
        boolean acting = false;
        boolean vice = false;
        for (int t = title.first() - 1; t >= from; t--) {
            String lower = reading.lower(t);
            if (lower.equals(",") || (reading.pos(t).startsWith("VB") && !TITLE_VERBS.contains(lower))) {
                break;
            }
            former |= FORMER.contains(lower);
            coming |= COMING.contains(lower);
            acting |= lower.equals("acting") || lower.equals("interim") || lower.equals("caretaker");
            vice |= lower.equals("vice")
                    || lower.equals("deputy")
                    || lower.equals("assistant")
                    || lower.equals("opposition");
        }
        if (vice
                && !title.office().startsWith("vice")
                && !title.office().startsWith("deputy")
                && !title.office().startsWith("opposition")) {
            return;
        }
        boolean state = body.type() == EntityType.PLACE;
        String id = parties.sideOf(body);
        Draft draft = new Draft(Kind.OFFICE, frames.sentence(), title.first(), Math.max(after, title.end()))
                .about(title.office())
                .on(body.name())
                .is(person)
                .with(state ? "country" : "body", id.isEmpty() ? body.id() : id)
                .with("standing", acting ? "acting" : "")
                .put(former ? Modality.DENIED : coming ? Modality.PLANNED : Modality.HAPPENED)
                .sure(0.85);
        if (marked(title) && !former && !coming) {
            draft.cue(Claim.Cue.UPDATE);
        }
        departures.read(frames);
        if (!former && departures.leaves(frames.sentence().index(), person)) {
            draft.cue(Claim.Cue.UPDATE).put(Modality.DENIED);
        }
        claims.add(draft);
    }

    /** "new chief executive Karl Moe", "acting mayor Eva Horn": set apart from whoever was it before. */
    private boolean marked(Titles.Title title) {
        for (int t = title.first() - 1; t >= title.first() - 3; t--) {
            boolean modifier = reading.pos(t).startsWith("JJ")
                    || reading.pos(t).startsWith("NN")
                    || reading.pos(t).startsWith("VBG")
                    || reading.pos(t).startsWith("RB");
            if (tenures.is(t, "coming") && reading.entity(t) == null) {
                return true;
            }
            if (!modifier || reading.entity(t) != null) {
                return false;
            }
        }
        return false;
    }

    /** "Ukrainian President", "the US defence secretary", "Acme chief executive", "Acme's chief executive". */
    private @Nullable Entity bodyBefore(Frames frames, Titles.Title title) {
        for (int t = title.first() - 1; t >= Math.max(frames.sentence().firstToken(), title.first() - 5); t--) {
            Entity entity = reading.entity(t);
            if (entity != null) {
                boolean person = entity.type() == EntityType.PERSON && !titles.owns(t, title);
                return person || !titles.fits(t, title) ? null : entity;
            }
            String pos = reading.pos(t);
            String lower = reading.lower(t);
            if (!pos.startsWith("JJ")
                    && !pos.startsWith("NN")
                    && !pos.equals("POS")
                    && !lower.equals("'s")
                    && !lower.equals("’s")
                    && !pos.equals("VBG")
                    && !pos.equals("VBN")
                    && !lower.equals("and")) {
                return null;
            }
        }
        return null;
    }

    /** "President Jane Roe of Marvenia". */
    private @Nullable Entity bodyAfter(Frames frames, int t) {
        int k = t;
        while (k < frames.sentence().endToken() && !reading.isA(k, EntityType.PERSON)) {
            k++;
        }
        while (k < frames.sentence().endToken() && reading.isA(k, EntityType.PERSON)) {
            k++;
        }
        Entity entity = reading.lower(k).equals("of")
                ? reading.entity(reading.lower(k + 1).equals("the") ? k + 2 : k + 1)
                : null;
        return entity == null || entity.type() == EntityType.PERSON ? null : entity;
    }

    private @Nullable Entity personAt(int t, Frames frames) {
        for (int k = t; k < Math.min(t + 4, frames.sentence().endToken()); k++) {
            Mention mention = reading.mention(k);
            Entity entity = reading.entity(k);
            if (entity != null && mention != null) {
                return entity.type() == EntityType.PERSON && mention.form() == Mention.Form.NAME ? entity : null;
            }
            String pos = reading.pos(k);
            String lower = reading.lower(k);
            boolean skip = pos.startsWith("NNP")
                    || lower.equals("elect")
                    || lower.equals("-")
                    || lower.equals("sir")
                    || pos.startsWith("JJ");
            if (!skip) {
                return null;
            }
        }
        return null;
    }

    /** "Jane Roe, the president of Marvenia", "Jane Roe was sworn in as president of Marvenia". */
    private @Nullable Entity personBefore(Frames frames, Titles.Title title, @Nullable Entity body) {
        for (int t = title.first() - 1; t >= Math.max(frames.sentence().firstToken(), title.first() - 12); t--) {
            Entity entity = reading.entity(t);
            Mention mention = reading.mention(t);
            if (entity != null && mention != null && entity.type() == EntityType.PERSON) {
                boolean apposed =
                        reading.lower(mention.endToken()).equals(",") && title.first() - mention.endToken() <= 6;
                return apposed || sworn(frames, t, title.first()) ? entity : null;
            }
            if (entity != null && !entity.equals(body)) {
                return null;
            }
        }
        return null;
    }

    private boolean sworn(Frames frames, int from, int to) {
        for (Clause clause : frames.clauses()) {
            boolean leaves = clause.is("resign") || clause.is("oust");
            // "denied that he would be replaced by Eva Horn"
            boolean takes = leaves
                    && clause.mood() == Clause.Mood.FACT
                    && !clause.lemma().equals("replace");
            boolean near = clause.verb().head() > from - 8 && clause.verb().head() < to;
            boolean copula = STAYS.contains(clause.lemma())
                    && clause.verb().head() > from
                    && clause.verb().end() >= to - 2;
            if (near && (takes || copula)) {
                return !clause.negated();
            }
        }
        return false;
    }
}
