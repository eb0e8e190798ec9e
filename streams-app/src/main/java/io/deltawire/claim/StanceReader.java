package io.deltawire.claim;

import io.deltawire.entity.Entity;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** POSITION: who accepts, rejects, proposes, demands, denies, sets conditions or keeps open, and on what. */
final class StanceReader implements ClaimReader {
    private static final Set<String> JOINS =
            Set.of("to", "for", "with", "on", "of", "about", "against", "from", "over", "in", "at");
    private static final Set<String> HOLDERS = Set.of(
            "government",
            "union",
            "opposition",
            "company",
            "board",
            "court",
            "parliament",
            "ministry",
            "minister",
            "president",
            "lawmaker",
            "senate",
            "congress",
            "house",
            "committee",
            "council",
            "regulator",
            "police",
            "army",
            "military",
            "party",
            "coalition",
            "rebel",
            "worker",
            "employer",
            "shareholder",
            "investor",
            "player",
            "club",
            "league",
            "bank",
            "airline",
            "teacher",
            "nurse",
            "doctor",
            "driver",
            "pilot",
            "resident",
            "protester",
            "student",
            "leader",
            "official",
            "negotiator",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "administration",
            "cabinet",
            "prosecutor",
            "lawyer",
            "defendant",
            "victim",
            "family",
            "owner",
            "management",
            "agency",
            "commission",
            "authority",
            "mayor",
            "governor",
            "senator",
            "democrat",
            "republican",
            "faction",
            "group",
            "rival",
            "bidder",
            "firm",
            "voter",
            "judge",
            "kremlin",
            "chief",
            "executive",
            "director",
            "faa",
            "suspect");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;
    private final Judgement judgement;

    StanceReader(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
        this.judgement = new Judgement(reading, lexicons);
    }

    @Override
    public void read(Frames frames, Claims claims) {
        parties.read(frames);
        boolean history = Standing.history(reading, lexicons, frames.sentence());
        for (Clause clause : frames.clauses()) {
            Chunk who = holder(clause);
            if (who == null) {
                continue;
            }
            String value = judgement.of(frames, clause);
            if (value.isEmpty()) {
                continue;
            }
            Entity holder = parties.holder(who);
            String holderKey = holder == null ? reading.lemma(who.head()) : holder.id();
            Chunk what = target(frames, clause, value);
            String on = what == null ? "" : targetOf(frames, what);
            if (on.isEmpty()) {
                continue;
            }
            claims.add(draft(frames, clause, who, holder, value, on, what, history));
            if (value.equals("proposes") || value.equals("demands")) {
                targets.propose(holderKey, on);
                if (holder != null && !parties.sideOf(holder).isEmpty()) {
                    targets.propose(parties.sideOf(holder), on);
                }
            }
        }
    }

    private @Nullable Chunk holder(Clause clause) {
        Chunk group = clause.passive()
                ? clause.after("by")
                : clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        if (group == null || !group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        String lemma = reading.lemma(group.head());
        Entity entity = reading.entity(group.head());
        boolean named = entity != null
                && (reading.pos(group.head()).startsWith("NNP")
                        || reading.pos(group.head()).startsWith("PRP")
                        || HOLDERS.contains(lemma)
                        || lexicons.persons().has(lemma));
        return named || HOLDERS.contains(lemma) ? group : null;
    }

    /** The group a position is about: object, "to/for/with/on" group, or the object of what is agreed to be done. */
    private @Nullable Chunk target(Frames frames, Clause clause, String value) {
        Clause at = clause;
        for (int hop = 0; hop < 3; hop++) {
            Chunk found = known(frames, at, value);
            if (found != null) {
                return found;
            }
            Clause next = dependent(frames, at);
            if (next == null) {
                break;
            }
            at = next;
        }
        return null;
    }

    private @Nullable Chunk known(Frames frames, Clause clause, String value) {
        Chunk fallback = null;
        boolean full = false;
        for (Chunk object : clause.patients()) {
            if (attitude(object)) {
                continue;
            }
            full |= !targets.isGeneric(object);
            if (!targetWord(frames, object).isEmpty()) {
                return object;
            }
            fallback = fallback == null && plain(object) ? object : fallback;
        }
        for (Clause.Oblique oblique : clause.obliques()) {
            boolean joins = !full && JOINS.contains(oblique.preposition());
            if (joins && !targetWord(frames, oblique.group()).isEmpty()) {
                return oblique.group();
            }
        }
        return value.equals("proposes") || value.equals("undecided") ? null : fallback;
    }

    /** "his readiness", "their support": the position itself, never what it is about. */
    private boolean attitude(Chunk object) {
        String lemma = reading.lemma(object.head());
        Lexicon stances = lexicons.stances();
        return targets.eventOf(object).isEmpty()
                && (stances.is(lemma, "nounaccepts") || stances.is(lemma, "nounrejects"));
    }

    private String targetWord(Frames frames, Chunk group) {
        String event = targets.eventOf(group);
        return event.isEmpty() && targets.isGeneric(group)
                ? targets.resolve(frames, group, ownerKey(group)) + "?"
                : event;
    }

    private boolean plain(Chunk object) {
        return reading.pos(object.head()).startsWith("NN")
                && reading.number(object.head()) == null
                && reading.entity(object.head()) == null
                && !lexicons.persons().has(reading.lemma(object.head()));
    }

    /** "agreed to hold talks": the clause right after, when it hangs on this one. */
    private @Nullable Clause dependent(Frames frames, Clause clause) {
        for (Clause next : frames.clauses()) {
            if (next.index() > clause.index() && clause.equals(next.governor())) {
                return next;
            }
        }
        return null;
    }

    private String targetOf(Frames frames, Chunk what) {
        String resolved = targets.resolve(frames, what, ownerKey(what));
        if (!resolved.isEmpty()) {
            return resolved;
        }
        return plain(what) ? reading.lemma(what.head()) : "";
    }

    private String ownerKey(Chunk group) {
        Entity owner = parties.owner(group);
        return owner == null ? "" : owner.id();
    }

    private Draft draft(
            Frames frames,
            Clause clause,
            Chunk who,
            @Nullable Entity holder,
            String value,
            String on,
            @Nullable Chunk what,
            boolean history) {
        int end = what == null ? clause.verb().end() : Math.max(clause.verb().end(), what.end());
        Draft draft = new Draft(
                        Kind.POSITION,
                        frames.sentence(),
                        Math.min(who.first(), clause.verb().first()),
                        end)
                .is(value)
                .on(what == null ? on : on + (reading.text(what).equals(on) ? "" : " (" + reading.text(what) + ")"))
                .with("on", on)
                .put(modality(frames, clause))
                .sure(lexicons.targets().is(on, on) || isClass(on) ? 0.75 : 0.5);
        if (holder != null) {
            draft.about(holder).with("side", parties.sideOf(holder));
        } else {
            Entity owner = parties.ownerOf(frames, who);
            draft.about((owner == null ? "" : owner.name() + " ") + reading.lemma(who.head()))
                    .with("side", owner);
        }
        if (what != null) {
            for (Entity party : parties.of(frames, what)) {
                String side = parties.sideOf(party);
                if (holder == null || !holder.id().equals(party.id())) {
                    draft.with("with", side.isEmpty() ? party.id() : side);
                }
            }
        }
        if (history) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }

    private boolean isClass(String on) {
        return lexicons.targets().has(on);
    }

    /** Positions carry negation in their value; only doubt is left for the modality. */
    private Modality modality(Frames frames, Clause clause) {
        List<Modality> doubt = List.of(Modality.POSSIBLE);
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        boolean would = reading.lower(clause.verb().first()).equals("would")
                || reading.lower(clause.verb().first()).equals("will");
        boolean conditional = clause.mood() == Clause.Mood.CONDITIONAL;
        return doubt.contains(modality) && (conditional || !would) ? Modality.POSSIBLE : Modality.HAPPENED;
    }
}
