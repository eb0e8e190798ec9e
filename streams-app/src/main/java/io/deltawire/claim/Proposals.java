package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What is asked for, filed or put forward: who may decide it. */
final class Proposals {
    private static final String DIMENSION = "proposal";
    private static final String PREFIX = DIMENSION + "=";
    /** How a regulator lets something pass. */
    private static final Set<String> CLEARS = Set.of("clear", "uphold", "authorise", "authorize", "allow");

    private static final int MOST_MENTIONED = 3;

    private final Reading reading;
    private final Lexicons lexicons;
    /** The first mention of each, by its noun. */
    private final Map<String, Draft> mentioned = new LinkedHashMap<>();

    private final Set<String> told = new HashSet<>();

    Proposals(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    static boolean isState(String state) {
        return state.startsWith(PREFIX);
    }

    /** Whether a state may be said of a group: what becomes of bills and sales is told as an event, but for what is refused them. */
    boolean may(Chunk group, Conditions.Told told) {
        return !isState(told.state())
                || !lexicons.things().is(reading.lemma(group.head()), "act")
                || told.state().equals(PREFIX + "rejected")
                || CLEARS.contains(told.words());
    }

    /** False where a union "rejects" an offer: that is what it thinks of it, and no decision. */
    boolean decided(Clause clause, Conditions.Told told) {
        boolean decision =
                told.state().equals(PREFIX + "approved") || told.state().equals(PREFIX + "rejected");
        if (!decision || told.form() != Conditions.Form.DONE || told.words().equals("veto")) {
            return true;
        }
        if (clause.passive()) {
            Chunk by = clause.after("by");
            boolean cleared = told.state().equals(PREFIX + "approved") && body(by);
            return by == null || reading.number(by.first()) != null || cleared || rules(by);
        }
        return clause.objects().isEmpty() || clause.subjects().stream().anyMatch(this::rules);
    }

    /** A state of it was read. */
    void told(Chunk group) {
        told.add(reading.lemma(group.head()));
    }

    /** That there is one says that it is not decided yet, unless the article tells more. */
    void mention(Frames frames) {
        for (Chunk group : frames.chunks()) {
            if (group.is(Chunk.Kind.NOUN)
                    && mentioned.size() < MOST_MENTIONED
                    && reading.marked(group.head(), Marks.PROPOSAL)) {
                String lemma = reading.lemma(group.head());
                mentioned.computeIfAbsent(
                        lemma,
                        noun -> new Draft(Kind.STATUS, frames.sentence(), group.first(), group.end())
                                .about(DIMENSION)
                                .is("proposed")
                                .on(reading.text(group))
                                .with("what", noun)
                                .sure(ConditionReader.UNHEARD));
            }
        }
    }

    void end(Claims claims) {
        mentioned.forEach((noun, draft) -> {
            if (!told.contains(noun)) {
                claims.add(draft);
            }
        });
    }

    /** "Approved by the EU", "cleared by the FDA": who lets something pass has a name. */
    private boolean body(@Nullable Chunk group) {
        Entity entity = group == null ? null : reading.entity(group.head());
        return entity != null && entity.type() == EntityType.ORGANISATION;
    }

    private boolean rules(Chunk group) {
        int head = group.head();
        if (lexicons.traits().is(reading.lemma(head), "rules")
                || lexicons.traits().is(reading.lower(head), "rules")) {
            return true;
        }
        Entity entity = reading.entity(head);
        return entity != null
                && entity.type() == EntityType.PLACE
                && reading.pos(head).startsWith("NNP");
    }
}
