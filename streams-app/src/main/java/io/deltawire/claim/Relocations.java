package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** SCHEDULE: places that a sentence sets against each other, "moved from the library to the Corn Exchange", "taken away from Tbilisi and given to Astana". */
final class Relocations {
    private static final Set<String> MOVES = Set.of("move", "shift", "transfer", "relocate", "switch");
    private static final Set<String> TAKES = Set.of("take", "take away", "strip", "withdraw", "remove");
    private static final Set<String> GIVES = Set.of("give", "award", "hand", "assign", "grant", "entrust", "switch");
    private static final Set<String> HOSTS = Set.of("host", "stage");
    private static final Set<String> HOST = Set.of("host", "venue", "site", "stage");
    private static final double SURE = 0.65;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Earlier earlier;

    Relocations(Reading reading, Lexicons lexicons, Targets targets, Earlier earlier) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.earlier = earlier;
    }

    void read(Frames frames, boolean history, Claims claims) {
        if (history) {
            return;
        }
        for (Clause clause : frames.clauses()) {
            Draft draft = clause.negated() ? null : draft(frames, clause);
            if (draft != null) {
                claims.add(draft.with("field", "place")
                        .on("place")
                        .cue(Claim.Cue.UPDATE)
                        .sure(SURE));
            }
        }
    }

    private @Nullable Draft draft(Frames frames, Clause clause) {
        if (MOVES.contains(clause.lemma())) {
            return moved(frames, clause);
        }
        if (TAKES.contains(clause.lemma())) {
            return taken(frames, clause);
        }
        if (HOSTS.contains(clause.lemma()) && !clause.passive()) {
            return hosted(frames, clause);
        }
        return clause.lemma().equals("replace") && !clause.passive() ? replaced(frames, clause) : null;
    }

    /** "The clinic has been moved from the library to the Corn Exchange". */
    private @Nullable Draft moved(Frames frames, Clause clause) {
        Chunk from = clause.after("from");
        Chunk to = clause.after("to");
        Chunk what = clause.subjects().isEmpty()
                        || !(clause.passive() || clause.objects().isEmpty())
                ? null
                : clause.subjects().get(0);
        if (from == null || to == null || what == null || !site(from) || !site(to)) {
            return null;
        }
        String event = targets.eventOf(what);
        String head = reading.lemma(what.head());
        boolean sited = !event.isEmpty() || lexicons.traits().is(head, "sited");
        boolean places = place(from) != null && place(to) != null; // read of the event itself
        return sited && !places
                ? at(frames, clause, event.isEmpty() ? head : event)
                        .is(bare(to))
                        .with("was", bare(from))
                : null;
    }

    /** "Took the match away from Tbilisi and gave it to Astana", "stripped Kyiv of the final and awarded it to Prague". */
    private @Nullable Draft taken(Frames frames, Clause clause) {
        boolean strips = clause.lemma().equals("strip");
        Chunk what = strips ? clause.after("of") : first(clause);
        Chunk from = strips ? first(clause) : clause.after("from");
        Entity was = from == null ? null : place(from);
        Entity now = was == null ? null : givenTo(frames, clause);
        return what == null || now == null || was == null || now.equals(was)
                ? null
                : at(frames, clause, what, now, was);
    }

    private static @Nullable Chunk first(Clause clause) {
        return clause.patients().isEmpty() ? null : clause.patients().get(0);
    }

    private @Nullable Entity givenTo(Frames frames, Clause taking) {
        for (Clause clause : frames.clauses()) {
            Chunk to = clause.index() > taking.index() && GIVES.contains(clause.lemma()) ? clause.after("to") : null;
            if (to != null) {
                return place(to);
            }
        }
        return null;
    }

    /** "Astana will host the match instead of Tbilisi". */
    private @Nullable Draft hosted(Frames frames, Clause clause) {
        Entity now =
                clause.subjects().isEmpty() ? null : place(clause.subjects().get(0));
        if (now == null || clause.objects().isEmpty()) {
            return null;
        }
        for (int t = clause.verb().end(); t < frames.sentence().endToken(); t++) {
            Entity was = reading.isA(t, EntityType.PLACE) ? reading.entity(t) : null;
            if (was != null
                    && !was.equals(now)
                    && earlier.instead(frames.sentence().firstToken(), t)) {
                return at(frames, clause, clause.objects().get(0), now, was);
            }
        }
        return null;
    }

    /** "Lisbon replaces Madrid as host of the summit". */
    private @Nullable Draft replaced(Frames frames, Clause clause) {
        Chunk as = clause.after("as");
        Entity now =
                clause.subjects().isEmpty() ? null : place(clause.subjects().get(0));
        Entity was = clause.objects().isEmpty() ? null : place(clause.objects().get(0));
        Chunk of = clause.after("of", "for");
        return as == null || now == null || was == null || !HOST.contains(reading.lemma(as.head()))
                ? null
                : at(frames, clause, of == null ? as : of, now, was);
    }

    private @Nullable Draft at(Frames frames, Clause clause, Chunk what, Entity now, Entity was) {
        String event = targets.eventOf(what);
        boolean host = HOST.contains(reading.lemma(what.head()));
        return event.isEmpty() && !host
                ? null
                : at(frames, clause, event.isEmpty() ? Venues.UNNAMED : event)
                        .is(now)
                        .with("was", was.name());
    }

    private Draft at(Frames frames, Clause clause, String event) {
        return new Draft(
                        Kind.SCHEDULE,
                        frames.sentence(),
                        clause.verb().first(),
                        clause.verb().end())
                .about(event)
                .put(Modality.PLANNED);
    }

    private @Nullable Entity place(Chunk chunk) {
        Entity entity = reading.named(chunk);
        return entity != null && entity.type() == EntityType.PLACE ? entity : null;
    }

    /** A group that may be a place, whatever it is called: neither a day nor a number nor a person. */
    private boolean site(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            if (reading.time(t) != null || reading.number(t) != null) {
                return false;
            }
        }
        return chunk.is(Chunk.Kind.NOUN)
                && !reading.isA(chunk.head(), EntityType.PERSON)
                && !reading.pos(chunk.head()).startsWith("PRP")
                && targets.eventOf(chunk).isEmpty();
    }

    /** Without its article. */
    private String bare(Chunk chunk) {
        int first = reading.pos(chunk.first()).equals("DT") && chunk.end() - chunk.first() > 1
                ? chunk.first() + 1
                : chunk.first();
        return reading.text(first, chunk.end());
    }
}
