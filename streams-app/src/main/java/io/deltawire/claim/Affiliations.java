package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Learns whom people speak for where the text names nobody beside their title: "spokesman Colm Hayes" is of the firm that the text has
 * just spoken of, "Davie Rennie, the union's secretary" of the union. Serves one article, sentence by sentence.
 */
final class Affiliations {
    /** Who speaks for the body it heads, or for whoever it is retained by. */
    private static final Set<String> TITLES = Set.of(
            "chair",
            "chairman",
            "chairwoman",
            "executive",
            "president",
            "head",
            "leader",
            "director",
            "boss",
            "chief",
            "manager",
            "secretary",
            "founder",
            "negotiator",
            "lawyer",
            "attorney",
            "solicitor",
            "counsel",
            "spokesman",
            "spokeswoman",
            "spokesperson",
            "commander",
            "captain");

    private static final Set<String> COUNSEL = Set.of("lawyer", "attorney", "solicitor", "counsel");

    /** Sentences for which a body that was spoken of is still the one meant. */
    private static final int LASTING = 2;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Parties parties;
    private @Nullable Entity body;
    private int spokenOf;

    Affiliations(Reading reading, Lexicons lexicons, Parties parties) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.parties = parties;
    }

    void read(Frames frames) {
        saysForIt(frames);
        List<Chunk> chunks = frames.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            Entity person = person(chunks.get(i));
            if (person != null) {
                titled(frames, chunks.get(i), person);
                apposed(frames, i, person);
            }
        }
        for (Clause clause : frames.clauses()) {
            Entity spoken = clause.subjects().isEmpty()
                    ? null
                    : bodyOf(clause.subjects().get(0));
            if (spoken != null) {
                body = spoken;
                spokenOf = frames.sentence().index();
            }
        }
    }

    /** "spokesman Colm Hayes", "union secretary Ana Lund": in small letters, for "President Lund" is a state's. */
    private void titled(Frames frames, Chunk group, Entity person) {
        Mention name = reading.mention(group.head());
        if (name == null || name.firstToken() <= group.first()) {
            return;
        }
        int title = name.firstToken() - 1;
        if (!TITLES.contains(reading.lower(title)) || reading.pos(title).startsWith("NNP")) {
            return;
        }
        for (int t = group.first(); t < title; t++) {
            if (reading.entity(t) != null || reading.pos(t).startsWith("NNP")) {
                return;
            }
        }
        side(frames, group.first(), title, person);
    }

    /** "Davie Rennie, the union's regional secretary, said". */
    private void apposed(Frames frames, int name, Entity person) {
        List<Chunk> chunks = frames.chunks();
        if (!frames.has(name + 2)
                || !chunks.get(name + 1).is(Chunk.Kind.COMMA)
                || !chunks.get(name + 2).is(Chunk.Kind.NOUN)) {
            return;
        }
        Chunk title = chunks.get(name + 2);
        if (!TITLES.contains(reading.lower(title.head())) || reading.entity(title.head()) != null) {
            return;
        }
        Entity owner = parties.ownerOf(frames, title);
        if (owner != null && (owner.type() != EntityType.PERSON || COUNSEL.contains(reading.lower(title.head())))) {
            parties.speaksFor(person, parties.sideOrId(owner));
        } else if (owner == null && !of(frames, name + 3)) {
            side(frames, title.first(), title.head(), person);
        }
    }

    private boolean of(Frames frames, int at) {
        return frames.has(at)
                && Set.of("of", "for", "at")
                        .contains(reading.lower(frames.chunks().get(at).first()));
    }

    /** The noun that says whose title it is, else the body that the text has just spoken of. */
    private void side(Frames frames, int first, int title, Entity person) {
        for (int t = title - 1; t >= first; t--) {
            boolean holds = reading.pos(t).startsWith("NN")
                    && lexicons.holders().has(reading.lemma(t))
                    && !TITLES.contains(reading.lemma(t));
            if (holds) {
                parties.speaksFor(person, reading.lemma(t).toLowerCase(Locale.ROOT));
                return;
            }
        }
        Entity spoken = body;
        if (spoken != null && frames.sentence().index() - spokenOf <= LASTING) {
            parties.speaksFor(person, spoken);
        }
    }

    /** The body that a subject names, or whose board or lawyers it is. */
    private @Nullable Entity bodyOf(Chunk subject) {
        Entity entity = parties.holder(subject);
        entity = entity == null ? parties.owner(subject) : entity;
        return entity != null && entity.type() != EntityType.PERSON && entity.type() != EntityType.PLACE
                ? entity
                : null;
    }

    private @Nullable Entity person(Chunk chunk) {
        Entity entity = chunk.is(Chunk.Kind.NOUN) ? reading.named(chunk) : null;
        return entity != null && entity.type() == EntityType.PERSON ? entity : null;
    }

    /** "Fildock has not made up its mind, chair Ana Lund said": a title that is of nobody else is of whom the sentence is about. */
    private void saysForIt(Frames frames) {
        List<Clause> clauses = frames.clauses();
        if (clauses.size() < 2 || clauses.get(0).subjects().isEmpty()) {
            return;
        }
        Clause last = clauses.get(clauses.size() - 1);
        boolean says = last.is("report") && last.subjects().size() == 1;
        Entity about = reading.entity(clauses.get(0).subjects().get(0).head());
        if (!says
                || about == null
                || about.type() == EntityType.PERSON
                || clauses.get(0).passive()) {
            return;
        }
        Chunk group = last.subjects().get(0);
        Entity person = person(group);
        Mention name = reading.mention(group.head());
        if (person == null || name == null || name.firstToken() <= group.first()) {
            return;
        }
        boolean titled = true;
        for (int t = group.first(); t < name.firstToken(); t++) {
            titled &= reading.entity(t) == null && !reading.pos(t).startsWith("NNP");
        }
        if (titled && TITLES.contains(reading.lemma(name.firstToken() - 1))) {
            parties.speaksFor(person, about);
        }
    }
}
