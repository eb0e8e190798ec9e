package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.text.Sentence;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The persons that one sentence speaks of, by name or pronoun, with where they stand. */
final class Cast {
    private static final int SUBJECT_REACH = 14;
    private static final int PHRASE = 7;

    private final Reading reading;
    private final Frames frames;
    private final List<Person> persons = new ArrayList<>();

    /**
     * One mention of a person.
     *
     * @param named by name, not by a pronoun
     * @param owns "Lang's" and "her": stands for what it has, not for itself
     */
    record Person(Entity entity, int first, int end, boolean named, boolean owns) {}

    Cast(Reading reading, Frames frames) {
        this.reading = reading;
        this.frames = frames;
        Sentence sentence = frames.sentence();
        for (int t = sentence.firstToken(); t < sentence.endToken(); t++) {
            Mention mention = reading.mention(t);
            Entity entity = mention == null ? null : reading.entity(t);
            if (mention == null || entity == null || entity.type() != EntityType.PERSON || mention.firstToken() < t) {
                continue;
            }
            boolean named = mention.form() == Mention.Form.NAME;
            if (named || mention.form() == Mention.Form.PRONOUN) {
                int end = mention.endToken();
                boolean owns = reading.pos(end).equals("POS")
                        || reading.pos(t).equals("PRP$")
                        || reading.pos(end - 1).equals("POS");
                persons.add(new Person(entity, t, end, named, owns));
            }
        }
    }

    List<Person> persons() {
        return persons;
    }

    /** The next person between two tokens that stands for himself, or null. */
    @Nullable
    Person after(int from, int to) {
        for (Person person : persons) {
            if (person.first() >= from && person.first() < to && !person.owns()) {
                return person;
            }
        }
        return null;
    }

    /** The same, also "her" and "Lang's". */
    @Nullable
    Person anyAfter(int from, int to) {
        for (Person person : persons) {
            if (person.first() >= from && person.first() < to) {
                return person;
            }
        }
        return null;
    }

    /** Whoever does, or undergoes in the passive, what the verb at a token says; null when that is no person. */
    @Nullable
    Person subject(int verb) {
        for (Clause clause : frames.clauses()) {
            if (clause.verb().first() <= verb
                    && verb < clause.verb().end()
                    && !clause.subjects().isEmpty()) {
                Person person = null;
                for (Chunk subject : clause.subjects()) {
                    Person named = of(subject);
                    person = named == null ? person : named;
                }
                return person == null ? ahead(clause.verb().first()) : person;
            }
        }
        return nearest(verb);
    }

    /** "Draganova, who had ruled it out, quit": the grammar takes what stands last before the comma for the subject. */
    private @Nullable Person ahead(int verb) {
        if (!reading.lower(verb - 1).equals(",")) {
            return null;
        }
        for (Person person : persons) {
            boolean relative = reading.lower(person.end()).equals(",")
                    && (reading.lower(person.end() + 1).equals("who")
                            || reading.lower(person.end() + 1).equals("whose"));
            if (relative && person.end() < verb - 1) {
                return person;
            }
        }
        return null;
    }

    /** Whom a noun group names, or the name set beside it: "her deputy, Karl Moe,". */
    @Nullable
    Person of(Chunk group) {
        Person inside = null;
        for (Person person : persons) {
            boolean within = person.first() >= group.first() && person.first() < group.end();
            if (within && !person.owns() && person.end() >= group.head()) {
                inside = person;
            }
        }
        if (inside != null) {
            return inside;
        }
        // "the head of the dental arm, Priya Raman,"
        int end = group.end();
        while (end < group.end() + PHRASE && (reading.pos(end).equals("IN") || nominal(end))) {
            end++;
        }
        if (reading.lower(end).equals(",")) {
            Person beside = after(end + 1, end + 5);
            if (beside != null && clear(end + 1, beside.first())) {
                return beside;
            }
        }
        // "Karl Moe, the finance director, will lead"
        boolean apposed = reading.lower(group.first() - 1).equals(",");
        Person ahead = apposed ? back(group.first() - 1) : null;
        return ahead != null && ahead.end() == group.first() - 1 ? ahead : null;
    }

    /** The nearest person before a token with no other verb between them. */
    private @Nullable Person nearest(int verb) {
        Person person = back(verb);
        if (person == null || verb - person.end() > SUBJECT_REACH) {
            return null;
        }
        boolean first = true;
        for (int t = verb - 1; t >= person.end(); t--) {
            boolean auxiliary = reading.pos(t).equals("MD")
                    || reading.lemma(t).equals("be")
                    || reading.lemma(t).equals("have");
            if (reading.pos(t).startsWith("VB") && !auxiliary && !first) {
                return null;
            }
            first &= auxiliary
                    || reading.pos(t).startsWith("RB")
                    || reading.pos(t).startsWith("VB");
            if (reading.lower(t).equals(";") || reading.lower(t).equals(":")) {
                return null;
            }
        }
        return person;
    }

    /** The last person who begins before a token and stands for himself. */
    @Nullable
    Person back(int before) {
        Person found = null;
        for (Person person : persons) {
            if (person.end() <= before && !person.owns()) {
                found = person;
            }
        }
        return found;
    }

    /** Only titles, adjectives and names between two tokens. */
    private boolean clear(int from, int to) {
        for (int t = from; t < to; t++) {
            if (!nominal(t)) {
                return false;
            }
        }
        return true;
    }

    private boolean nominal(int t) {
        String pos = reading.pos(t);
        return pos.startsWith("NN")
                || pos.startsWith("JJ")
                || pos.equals("DT")
                || pos.equals("POS")
                || pos.equals("PRP$");
    }
}
