package io.deltawire.claim;

import io.deltawire.entity.Entity;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a position is about: the group that its clause names, or the deed that is agreed to or refused. */
final class Aims {
    private static final Set<String> JOINS = Set.of(
            "to", "for", "with", "on", "of", "about", "against", "from", "over", "in", "at", "towards", "behind");

    private static final Set<String> NOTHING = Set.of("nothing", "none");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;
    private final Judgement judgement;

    Aims(Reading reading, Lexicons lexicons, Targets targets, Parties parties, Judgement judgement) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
        this.judgement = judgement;
    }

    /** The group a position is about: object, "to/for/with/on" group, or the object of what is agreed to be done. */
    @Nullable
    Chunk target(Frames frames, Clause clause, String value) {
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

    @Nullable
    Chunk known(Frames frames, Clause clause, String value) {
        Chunk fallback = null;
        Clause.Oblique bound = judgement.bound(clause);
        if (bound != null && plain(bound.group())) {
            fallback = bound.group();
        }
        boolean full = false;
        Idioms.Found idiom =
                Idioms.shared().at(reading, clause, frames.sentence().endToken());
        for (Chunk object : clause.patients()) {
            boolean within = idiom != null
                    && (idiom.value().equals("settle") || idiom.value().equals("conditional"))
                    && object.head() < idiom.end(); // "has not taken a decision"
            if (within || attitude(object) || light(clause, object)) {
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
            boolean within = attitude(oblique.group())
                    || (idiom != null && oblique.group().head() < idiom.end()); // "in favour"
            boolean proviso = reading.lemma(oblique.group().head()).equals("condition");
            boolean joins = !full && !within && !proviso && JOINS.contains(oblique.preposition());
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

    /** "will not take part in the vote", "there is no question of a ransom", "no need for guards". */
    private boolean light(Clause clause, Chunk object) {
        String noun = reading.lemma(object.head());
        return (clause.lemma().equals("take") && noun.equals("part"))
                || (Hints.ofNeed(reading, object) && towards(clause) != null);
    }

    /** "his readiness", "their support", "its mind": the position itself, never what it is about. */
    private boolean attitude(Chunk object) {
        String lemma = reading.lemma(object.head());
        Lexicon stances = lexicons.stances();
        return targets.eventOf(object).isEmpty()
                && (lemma.equals("favour")
                        || lemma.equals("favor")
                        || stances.is(lemma, "nounaccepts")
                        || stances.is(lemma, "nounrejects")
                        || stances.is(lemma, "nouncontests")
                        || stances.is(lemma, "attitude"));
    }

    private String targetWord(Frames frames, Chunk group) {
        String event = targets.eventOf(group);
        return event.isEmpty() && targets.isGeneric(group)
                ? targets.resolve(frames, group, ownerKey(group)) + "?"
                : event;
    }

    private boolean plain(Chunk object) {
        return reading.pos(object.head()).startsWith("NN")
                && !NOTHING.contains(reading.lower(object.head()))
                && reading.number(object.head()) == null
                && reading.time(object.head()) == null
                && reading.entity(object.head()) == null
                && !lexicons.persons().has(reading.lemma(object.head()));
    }

    /** "agreed to hold talks": the clause right after, when it hangs on this one. */
    @Nullable
    Clause dependent(Frames frames, Clause clause) {
        for (Clause next : frames.clauses()) {
            if (next.index() > clause.index() && clause.equals(next.governor())) {
                return next;
            }
            boolean whether = next.index() == clause.index() + 2
                    && frames.chunks().get(clause.index() + 1).is(Chunk.Kind.SUBORDINATOR);
            if (whether && next.subjects().isEmpty()) {
                return next; // "has yet to decide whether to back the treaty"
            }
            boolean that = next.index() > clause.index()
                    && clause.lemma().equals("recommend")
                    && frames.has(clause.index() + 1)
                    && reading.lower(frames.chunks().get(clause.index() + 1).first())
                            .equals("that");
            if (that) {
                return next; // "recommends that shareholders accept the bid"
            }
        }
        return null;
    }

    /** "agreed to talk": what is agreed to is the event that the verb stands for. */
    String deed(Frames frames, Clause clause, String value) {
        boolean terms = value.equals("conditional") && judgement.deed(clause);
        boolean own = terms || judgement.willed(clause) || (clause.negated() && judgement.ahead(clause));
        Clause next = own ? clause : dependent(frames, clause);
        if (next == null) {
            return "";
        }
        String deed = lexicons.deeds().of(next.lemma());
        deed = deed.isEmpty() ? lexicons.targets().of(next.lemma()) : deed;
        boolean any = (own || next.mood() == Clause.Mood.INFINITIVE)
                && (terms || value.equals("accepts") || value.equals("rejects"))
                && !lexicons.stances().is(next.lemma(), "speaks");
        return deed.isEmpty() && any ? next.lemma() : deed; // "refused to take back 85 workers"
    }

    String targetOf(Frames frames, Chunk what) {
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
}
