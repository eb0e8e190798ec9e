package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.text.TimeValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SCHEDULE: where an event takes place, and whither it was moved. */
final class Venues {
    private static final Set<String> PLACE = Set.of("in", "at", "near");
    private static final Set<String> IN = Set.of("in", "at");
    private static final Set<String> SHORE = Set.of("in", "at", "near", "over", "around", "of");

    /** Subject of a claim whose text does not say what takes place there. */
    static final String UNNAMED = "occasion";

    private static final int REACH = 8;
    private static final Set<String> TO = Set.of("to");
    private static final Set<String> FROM = Set.of("from");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;
    private final Earlier earlier;
    private final Occasions occasions;
    private final Moves moves;

    Venues(Reading reading, Lexicons lexicons, Targets targets, Parties parties, Earlier earlier, Occasions occasions) {
        this.moves = new Moves(reading, lexicons);
        this.earlier = earlier;
        this.occasions = occasions;
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
    }

    /** "talks in Istanbul", "the summit will be held in Doha". */
    void placed(Frames frames, int i, boolean history, Claims claims) {
        Chunk event = frames.chunks().get(i);
        if (targets.isGeneric(event)) {
            return;
        }
        Entity place = placeAfter(frames, i + 1, i + 7, PLACE);
        Entity was = null;
        Clause clause = Occasions.clauseOf(frames, i);
        if (place == null) {
            Clause held = null;
            for (Clause c : frames.clauses()) {
                boolean about = c.patients().contains(event) || c.subjects().contains(event);
                boolean holds = c.is("hold")
                        || c.is("takeplace")
                        || moves.in(c)
                        || c.lemma().equals("be");
                held = about && holds && !c.lemma().equals("be") ? c : held;
            }
            if (held == null) {
                return;
            }
            Set<String> prepositions = moves.in(held) ? TO : PLACE;
            place = placeAfter(frames, held.index() + 1, held.index() + 8, prepositions);
            was = moves.in(held) ? placeAfter(frames, held.index() + 1, held.index() + 8, FROM) : null;
            clause = held;
        }
        if (place == null) {
            return;
        }
        Contrast contrast = contrast(frames);
        was = was == null && contrast != null && at(place, contrast) ? contrast.was() : was;
        Draft draft = new Draft(Kind.SCHEDULE, frames.sentence(), event.first(), event.end())
                .about(targets.eventOf(event))
                .is(place)
                .with("field", "place")
                .on("place")
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(0.7);
        spelt(draft, place);
        with(draft, frames, event);
        if (was != null) {
            draft.with("was", was.name());
        }
        if (moves.in(clause) || was != null || instead(frames)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        claims.add(draft);
    }

    /** "will meet in Brema for a summit", "will sit down in Havana". */
    void meets(Frames frames, Clause clause, boolean history, Claims claims) {
        String event = occasions.eventOf(clause);
        boolean landfall = event.equals("landfall");
        if ((!event.equals("meeting") && !landfall) || history) {
            return;
        }
        Entity place = placeAfter(frames, clause.index() + 1, clause.index() + 9, landfall ? SHORE : IN);
        if (place == null) {
            return;
        }
        Chunk purpose = clause.after("for");
        String named = purpose == null ? "" : targets.eventOf(purpose);
        Draft draft = new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        clause.verb().first(),
                        clause.verb().end())
                .about(named.isEmpty() ? event : named)
                .is(place)
                .with("field", "place")
                .on("place")
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(0.65);
        spelt(draft, place);
        Contrast contrast = contrast(frames);
        boolean moved = false;
        if (contrast != null && contrast.now().equals(place)) {
            draft.with("was", contrast.was().name());
            moved = true;
        }
        if (moved || instead(frames) || (landfall && now(frames))) {
            draft.cue(Claim.Cue.UPDATE);
        }
        claims.add(draft);
    }

    /** "Kakinada rather than Machili is to bear the brunt": of what the text leaves to the reader; only a place known to the story. */
    void contrasted(Frames frames, boolean history, Claims claims) {
        Contrast contrast = history ? null : contrast(frames);
        if (contrast != null) {
            Draft draft = new Draft(Kind.SCHEDULE, frames.sentence(), contrast.first(), contrast.end())
                    .about(UNNAMED)
                    .is(contrast.now())
                    .with("field", "place")
                    .with("was", contrast.was().name())
                    .on("place")
                    .cue(Claim.Cue.UPDATE)
                    .put(Modality.PLANNED)
                    .sure(0.65);
            claims.add(spelt(draft, contrast.now()));
        }
    }

    /**
     * A place that holds no longer and the one in its stead.
     *
     * @param first token of what comes first of the two
     */
    private record Contrast(Entity now, Entity was, int first, int end) {}

    /** "In Trieste and not in Kotor", "Kakinada rather than Machili", "not in Kotor but in Trieste". */
    private @Nullable Contrast contrast(Frames frames) {
        int begin = frames.sentence().firstToken();
        int end = frames.sentence().endToken();
        for (int t = begin; t < end; t++) {
            Mention old = place(t) ? reading.mention(t) : null;
            if (old == null || old.firstToken() != t || !earlier.instead(begin, t)) {
                continue;
            }
            Entity was = reading.entity(t);
            for (int k = t - 2; was != null && k >= Math.max(begin, t - REACH); k--) {
                Entity now = place(k) ? reading.entity(k) : null;
                if (now != null && !now.equals(was)) {
                    return new Contrast(now, was, k, old.endToken());
                }
                if (reading.pos(k).startsWith("VB")) {
                    break;
                }
            }
            for (int k = old.endToken(); was != null && k < Math.min(end, old.endToken() + 4); k++) {
                Entity now = place(k) ? reading.entity(k) : null;
                if (now != null && reading.lower(old.endToken()).equals("but")) {
                    return new Contrast(now, was, t, k + 1);
                }
            }
        }
        return null;
    }

    private boolean place(int t) {
        Mention mention = reading.mention(t);
        Entity entity = mention == null ? null : reading.entity(t);
        return mention != null
                && entity != null
                && entity.type() == EntityType.PLACE
                && mention.form() == Mention.Form.NAME
                && !reading.pos(mention.endToken()).equals("POS");
    }

    /** "At Wembley Stadium in London rather than in Riyadh": the place or what it lies in. */
    private boolean at(Entity place, Contrast contrast) {
        return contrast.now().equals(place)
                || (IN.contains(reading.lower(contrast.first() - 1))
                        && place.equals(reading.entity(contrast.first() - 2)));
    }

    /** "will be held in Riga instead". */
    private boolean instead(Frames frames) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            if (reading.lower(t).equals("instead") && !reading.lower(t + 1).equals("of")) {
                return true;
            }
        }
        return false;
    }

    /** "is now expected to come ashore near Corta". */
    private boolean now(Frames frames) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            if (reading.lower(t).equals("now")) {
                return true;
            }
        }
        return Standing.says(reading, lexicons, frames.sentence(), "moved");
    }

    /** As the text spells it: "Zurich" where the gazetteer has "Zürich". */
    private Draft spelt(Draft draft, Entity place) {
        for (int t = draft.sentence.firstToken(); t < draft.sentence.endToken(); t++) {
            Mention mention = place.equals(reading.entity(t)) ? reading.mention(t) : null;
            if (mention != null && mention.form() == Mention.Form.NAME && mention.firstToken() == t) {
                String text = reading.text(t, mention.endToken());
                return text.length() == place.name().length() && !text.equalsIgnoreCase(place.name())
                        ? draft.is(text)
                        : draft;
            }
        }
        return draft;
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

    /** Adds the parties of an event to its slot. */
    void with(Draft draft, Frames frames, @Nullable Chunk group) {
        if (group == null) {
            return;
        }
        for (Entity party : parties.of(frames, group)) {
            draft.with("with", parties.sideOf(party).isEmpty() ? party.id() : parties.sideOf(party));
        }
    }

    /** "Moved from 2 to 5 June" is no span. */
    boolean fromTo(Frames frames, int i, TimeValue time) {
        return time.precision() == TimeValue.Precision.DAY
                && !time.begin().equals(time.end())
                && reading.lower(time.firstToken() - 1).equals("from")
                && moves.in(Occasions.clauseOf(frames, i));
    }
}
