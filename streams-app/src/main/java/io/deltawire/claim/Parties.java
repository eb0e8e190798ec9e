package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Who is behind a noun group: its entity, the state or body it speaks for, the parties of an event. Serves one article. */
final class Parties {
    private static final Set<String> BETWEEN = Set.of("with", "between", "and", "of", "by", "against");
    private static final Set<String> SPOKESMEN =
            Set.of("spokesman", "spokeswoman", "spokesperson", "officials", "official");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Map<String, Side> sides = new HashMap<>();
    private final Map<String, String> countries = new HashMap<>();
    private final Affiliations affiliations;
    private int at;

    /** @param learnt index of the sentence that told */
    private record Side(String id, int learnt) {}

    Parties(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.affiliations = new Affiliations(reading, lexicons, this);
        for (Entity entity : reading.entities().all()) {
            if (entity.type() != EntityType.PERSON) {
                countries.putIfAbsent(entity.name().toLowerCase(Locale.ROOT), entity.id());
            }
        }
    }

    /** From now on only what the sentences up to this one tell counts. */
    void upTo(int sentence) {
        at = sentence;
    }

    /** Learns from "Ukrainian President Volodymyr Zelenskyy" whom he speaks for. */
    void read(Frames frames) {
        affiliations.read(frames);
        for (Chunk chunk : frames.chunks()) {
            Entity person = chunk.is(Chunk.Kind.NOUN) ? reading.named(chunk) : null;
            if (person == null || person.type() != EntityType.PERSON) {
                continue;
            }
            Mention mention = reading.mention(chunk.head());
            int stop = mention == null ? chunk.head() : mention.firstToken();
            boolean titled = false;
            for (int t = stop - 1; t >= Math.max(chunk.first(), 0); t--) {
                String lemma = reading.lemma(t);
                titled |= lexicons.offices().has(lemma)
                        || SPOKESMEN.contains(lemma)
                        || lemma.equals("minister")
                        || lemma.equals("secretary")
                        || lemma.equals("leader");
                Entity owner = reading.entity(t);
                if (owner != null && owner.type() != EntityType.PERSON && titled) {
                    speaksFor(person, owner);
                }
            }
        }
    }

    /** Learns whom a person speaks for. */
    void speaksFor(Entity person, Entity owner) {
        if (owner.type() != EntityType.PERSON) {
            speaksFor(person, state(owner));
        }
    }

    /** @param side entity id of whom a person speaks for, or the noun by which the text calls it */
    void speaksFor(Entity person, String side) {
        sides.putIfAbsent(person.id(), new Side(side, at));
    }

    /** The side of an entity, else itself. */
    String sideOrId(Entity entity) {
        String side = sideOf(entity);
        return side.isEmpty() ? entity.id() : side;
    }

    /** "Union" at the start of a sentence is a union and no place, whatever the linker took it for. */
    boolean isNoun(int token) {
        Mention mention = reading.mention(token);
        boolean single = mention != null && mention.endToken() - mention.firstToken() == 1;
        return single && lexicons.holders().has(reading.lower(token));
    }

    /** Entity id of the state or body someone speaks for; "" when the text does not tell. */
    String sideOf(Entity entity) {
        if (entity.type() == EntityType.PERSON) {
            Side side = sides.get(entity.id());
            return side == null || side.learnt > at ? "" : side.id;
        }
        return state(entity);
    }

    private String state(Entity entity) {
        String country = lexicons.sides().of(entity.name().toLowerCase(Locale.ROOT));
        return country.isEmpty() ? entity.id() : country;
    }

    /** The entity a group names or refers to ("he", "the company"), or null. */
    @Nullable
    Entity holder(Chunk chunk) {
        Entity entity = reading.entity(chunk.head());
        if (entity != null) {
            return entity;
        }
        Mention mention = reading.mention(chunk.end() - 1);
        return mention == null ? null : reading.entities().byId(mention.entityId());
    }

    /** Possessor of a group: "Putin" of "Putin's offer", "Ukrainian" of "the Ukrainian offer"; null when there is none. */
    @Nullable
    Entity owner(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            if (t == chunk.head()) {
                break;
            }
            Entity entity = reading.entity(t);
            if (entity != null) {
                return entity;
            }
        }
        return null;
    }

    /** Possessor before the head, or behind it: "the board of Halden Group". */
    @Nullable
    Entity ownerOf(Frames frames, Chunk chunk) {
        Entity owner = owner(chunk);
        int i = frames.indexOf(chunk);
        if (owner != null || i < 0 || !frames.has(i + 2)) {
            return owner;
        }
        boolean of = reading.lower(frames.chunks().get(i + 1).first()).equals("of");
        Entity behind = of ? reading.entity(frames.chunks().get(i + 2).head()) : null;
        return behind == null || behind.type() == EntityType.PERSON ? null : behind;
    }

    /** Parties named inside an event's group or joined to it by "with", "between". */
    List<Entity> of(Frames frames, Chunk event) {
        List<Entity> found = new ArrayList<>();
        for (int t = event.first(); t < event.head(); t++) {
            keep(found, reading.entity(t));
        }
        int i = frames.indexOf(event);
        for (int k = i + 1; i >= 0 && k + 1 < frames.chunks().size() && k < i + 6; k++) {
            Chunk link = frames.chunks().get(k);
            boolean joins = link.is(Chunk.Kind.PREPOSITION) || link.is(Chunk.Kind.CONJUNCTION);
            if (joins
                    && BETWEEN.contains(reading.lower(link.first()))
                    && frames.chunks().get(k + 1).is(Chunk.Kind.NOUN)) {
                keep(found, reading.entity(frames.chunks().get(k + 1).head()));
            } else if (!link.is(Chunk.Kind.NOUN)) {
                break;
            }
        }
        return found;
    }

    private static void keep(List<Entity> found, @Nullable Entity entity) {
        if (entity != null && !found.contains(entity)) {
            found.add(entity);
        }
    }
}
