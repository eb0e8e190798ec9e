package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** POSITION: who accepts, rejects, proposes, demands, denies, sets conditions or keeps open, and on what. */
final class StanceReader implements ClaimReader {
    private static final Set<String> JOINS = Set.of(
            "to", "for", "with", "on", "of", "about", "against", "from", "over", "in", "at", "towards", "behind");
    private static final Set<String> ADMITS = Set.of("admit", "acknowledge", "confess", "concede", "own up");

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
        List<Draft> drafts = new ArrayList<>();
        for (Clause clause : frames.clauses()) {
            Chunk who = holder(frames, clause);
            if (who == null) {
                continue;
            }
            String value = judgement.of(frames, clause);
            if (value.isEmpty()) {
                continue;
            }
            Entity holder = parties.holder(who);
            String holderKey = holder == null ? reading.lemma(who.head()) : holder.id();
            boolean concedes = clause.lemma().equals("concede") && known(frames, clause, value) == null;
            Chunk what = concedes ? null : target(frames, clause, value);
            String on = what == null ? unsaid(clause, value) : targetOf(frames, what);
            on = on.isEmpty() ? deed(frames, clause) : on;
            boolean yields = Reversals.yields(lexicons, clause);
            if (on.isEmpty() && yields) {
                on = Reversals.MATTER;
            }
            if (on.isEmpty()) {
                continue;
            }
            Draft draft = draft(frames, clause, who, holder, value, on, what, history);
            if (yields) {
                draft.cue(Claim.Cue.UPDATE);
            }
            if (Reversals.recalled(reading, lexicons, frames, clause)) {
                draft.cue(Claim.Cue.HISTORY);
            }
            drafts.add(draft);
            if (value.equals("proposes") || value.equals("demands")) {
                targets.propose(holderKey, on);
                if (holder != null && !parties.sideOf(holder).isEmpty()) {
                    targets.propose(parties.sideOf(holder), on);
                }
            }
        }
        Reversals.mark(drafts);
        drafts.forEach(claims::add);
    }

    private @Nullable Chunk holder(Frames frames, Clause clause) {
        Chunk group = clause.passive()
                ? clause.after("by")
                : clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        if (group == null || !group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        group = apposed(frames, group);
        String lemma = reading.lemma(group.head());
        Entity entity = reading.entity(group.head());
        boolean named = entity != null
                && (reading.pos(group.head()).startsWith("NNP")
                        || reading.pos(group.head()).startsWith("PRP")
                        || lexicons.holders().has(lemma)
                        || lexicons.persons().has(lemma));
        if (entity == null && lexicons.holders().has(lemma)) {
            return group;
        }
        boolean pronoun = reading.pos(group.head()).equals("PRP") && entity == null;
        return named ? group : pronoun ? speaker(frames, clause) : null;
    }

    /** "The interior minister, General Ana Ruiz, ruled out": the name, where one stands beside the title. */
    private Chunk apposed(Frames frames, Chunk group) {
        int i = frames.indexOf(group);
        if (i < 0 || reading.entity(group.head()) != null) {
            return group;
        }
        int next = i + 1;
        if (frames.has(i + 2)
                && reading.lower(frames.chunks().get(i + 1).first()).equals("of")) {
            next = i + 3; // "the chief pharmacist of Lumo, Dr Ana Ruiz,"
        }
        if (!frames.has(next + 2)
                || !frames.chunks().get(next).is(Chunk.Kind.COMMA)
                || !frames.chunks().get(next + 2).is(Chunk.Kind.COMMA)) {
            return group;
        }
        Chunk name = frames.chunks().get(next + 1);
        Entity entity = name.is(Chunk.Kind.NOUN) ? reading.named(name) : null;
        if (entity == null || entity.type() != EntityType.PERSON) {
            return group;
        }
        Entity owner = parties.ownerOf(frames, group);
        if (owner != null) {
            parties.speaksFor(entity, owner);
        }
        return name;
    }

    /** "Estara said it would accept", "she would vote for": who says it. */
    private @Nullable Chunk speaker(Frames frames, Clause clause) {
        Chunk found = null;
        for (Clause before : frames.clauses()) {
            boolean says = before.index() < clause.index() && lexicons.verbs().is(before.lemma(), "report");
            if (says && !before.subjects().isEmpty()) {
                Chunk subject = before.subjects().get(0);
                boolean known = reading.entity(subject.head()) != null
                        || lexicons.holders().has(reading.lemma(subject.head()));
                found = known ? subject : found;
            }
        }
        return found;
    }

    /** "walked across the hall and conceded": what candidates concede is the result. */
    private String unsaid(Clause clause, String value) {
        if (clause.lemma().equals("concede") && Standing.has(reading, "election", "vote", "ballot", "recount")) {
            return "election result";
        }
        // "denied that a design flaw was to blame", "admitted that the wiring was faulty"
        boolean owns = value.equals("denies") || ADMITS.contains(clause.lemma());
        return owns ? "allegation" : "";
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
        Clause.Oblique bound = judgement.bound(clause);
        if (bound != null && plain(bound.group())) {
            fallback = bound.group();
        }
        boolean full = false;
        for (Chunk object : clause.patients()) {
            if (attitude(object)) {
                fallback = fallback == null ? towards(clause) : fallback;
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
        return value.equals("proposes") || (value.equals("undecided") && bound == null) ? null : fallback;
    }

    /** "has qualms over shipping". */
    private @Nullable Chunk towards(Clause clause) {
        for (Clause.Oblique oblique : clause.obliques()) {
            if (JOINS.contains(oblique.preposition())
                    && oblique.group().is(Chunk.Kind.NOUN)
                    && plain(oblique.group())) {
                return oblique.group();
            }
        }
        return null;
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
            boolean whether = next.index() == clause.index() + 2
                    && frames.chunks().get(clause.index() + 1).is(Chunk.Kind.SUBORDINATOR);
            if (whether && next.subjects().isEmpty()) {
                return next; // "has yet to decide whether to back the treaty"
            }
        }
        return null;
    }

    /** "agreed to talk": what is agreed to is the event that the verb stands for. */
    private String deed(Frames frames, Clause clause) {
        Clause next = dependent(frames, clause);
        return next == null ? "" : lexicons.targets().of(next.lemma());
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
