package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SCHEDULE: where an event takes place, and whither it was moved. */
final class Venues {
    private static final Set<String> SHIFTS =
            Set.of("move", "shift", "push", "switch", "bring forward", "change", "transfer", "relocate");
    private static final Set<String> PLACE = Set.of("in", "at", "near");
    private static final Set<String> IN = Set.of("in", "at");
    private static final Set<String> TO = Set.of("to");
    private static final Set<String> FROM = Set.of("from");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;

    Venues(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
    }

    /** Whether a clause says that an event was put off, brought forward or taken elsewhere. */
    boolean moves(@Nullable Clause clause) {
        return clause != null
                && (lexicons.verbs().is(clause.lemma(), "postpone")
                        || lexicons.verbs().is(clause.lemma(), "advance")
                        || SHIFTS.contains(clause.lemma()));
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
            was = moves(held) ? placeAfter(frames, held.index() + 1, held.index() + 8, FROM) : null;
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
        if (was != null) {
            draft.with("was", was.name());
        }
        if (moves(clause)) {
            draft.cue(Claim.Cue.UPDATE);
        }
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        claims.add(draft);
    }

    /** "will meet in Brema for a summit", "will sit down in Havana". */
    void meets(Frames frames, Clause clause, boolean history, Claims claims) {
        if (!lexicons.events().of(clause.lemma()).equals("meeting") || history) {
            return;
        }
        Entity place = placeAfter(frames, clause.index() + 1, clause.index() + 9, IN);
        if (place == null) {
            return;
        }
        Chunk purpose = clause.after("for");
        String named = purpose == null ? "" : targets.eventOf(purpose);
        claims.add(new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        clause.verb().first(),
                        clause.verb().end())
                .about(named.isEmpty() ? "meeting" : named)
                .is(place)
                .with("field", "place")
                .on("place")
                .put(Standing.modality(reading, lexicons, frames.sentence(), clause))
                .sure(0.65));
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
}
