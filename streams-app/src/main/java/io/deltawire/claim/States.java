package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.text.TimeValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the readers of STATUS share: which group is an event, when it is, whether it is denied, and how its claim is written. */
final class States {
    /** Events told of people. */
    static final Set<String> PEOPLE_EVENTS = Set.of(
            "arrest",
            "release",
            "extradition",
            "conviction",
            "acquittal",
            "charge",
            "sentencing",
            "resignation",
            "abdication",
            "surrender",
            "escape",
            "exchange",
            "deportation",
            "eviction",
            "execution",
            "hearing",
            "meeting",
            "impeachment");

    private static final Set<String> EARLIER = Set.of("similar", "previous", "earlier", "past", "former");

    static final Set<String> DENIALS = Set.of("deny", "refute", "rebut");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Targets targets;
    private final Parties parties;

    States(Reading reading, Lexicons lexicons, Targets targets, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.targets = targets;
        this.parties = parties;
    }

    /** "The talks are on Thursday": "be" says that something takes place only with a day. */
    static boolean dated(Clause clause) {
        return clause.obliques().stream().anyMatch(oblique -> oblique.group().is(Chunk.Kind.TIME));
    }

    @Nullable
    Chunk eventIn(List<Chunk> groups) {
        for (Chunk group : groups) {
            String event = targets.eventOf(group);
            if (!event.isEmpty()
                    && !targets.isGeneric(group)
                    && !lexicons.traits().is(event, "stateless")) {
                return group;
            }
        }
        return null;
    }

    boolean present(Clause clause) {
        String pos = reading.pos(clause.verb().head());
        return pos.equals("VBZ") || pos.equals("VBP");
    }

    /** Whether the sentence has a day still to come. */
    boolean ahead(Frames frames) {
        for (int t = frames.sentence().firstToken(); t < frames.sentence().endToken(); t++) {
            TimeValue time = reading.time(t);
            if (time != null && time.begin().isAfter(reading.published())) {
                return true;
            }
        }
        return false;
    }

    /** "denied that anyone had been arrested", "denied that it meant to close the plant". */
    boolean denied(Frames frames, Clause clause) {
        Clause top = clause;
        while (top.governor() != null) {
            top = top.governor();
        }
        Clause above = null;
        for (Clause other : frames.clauses()) {
            above = other.index() < top.index() ? other : above;
        }
        if (above == null || above.negated() || !DENIALS.contains(above.lemma())) {
            return false;
        }
        for (int t = above.verb().end();
                t < top.verb().first() && !reading.lower(t).equals(",");
                t++) {
            if (reading.lower(t).equals("that")) {
                return true;
            }
        }
        return false;
    }

    Draft draft(Frames frames, Clause clause, String event, String value, Chunk group, boolean history, double sure) {
        int first = Math.min(group.first(), clause.verb().first());
        int end = Math.max(group.end(), clause.verb().end());
        Modality modality = Standing.modality(reading, lexicons, frames.sentence(), clause);
        Draft draft = new Draft(Kind.STATUS, frames.sentence(), first, end)
                .about(event)
                .is(value)
                .on(reading.text(group))
                .put(value.equals("planned") && modality == Modality.HAPPENED ? Modality.PLANNED : modality)
                .sure(sure);
        if (value.equals("denied")) {
            draft.put(Modality.HAPPENED);
        }
        if (!targets.eventOf(group).isEmpty()) {
            for (Entity party : parties.of(frames, group)) {
                draft.with("with", parties.sideOf(party).isEmpty() ? party.id() : parties.sideOf(party));
            }
        }
        boolean other = false;
        for (int t = group.first(); t < group.head(); t++) {
            other |= EARLIER.contains(reading.lower(t));
        }
        if (history || other) {
            draft.cue(Claim.Cue.HISTORY);
        }
        return draft;
    }
}
