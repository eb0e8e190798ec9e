package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.text.NumberValue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What a condition is said of: which class of thing, and its name. */
final class Bearers {
    private static final Set<String> THINGS = Set.of("it", "they", "them");
    private static final Set<String> PERSONS = Set.of("he", "she", "him", "her", "they", "them");

    /** Classes of persons.tsv that are nouns. */
    private static final Set<String> KINDS = Set.of("male", "female", "person", "part", "attacker", "plural");

    /** Tokens back in which a pronoun's noun is looked for. */
    private static final int REACH = 60;

    /** So many of a group may go by their number alone; more are a part of it unless the text says "all". */
    private static final int FEW = 2;

    private static final int SHORT = 3;

    /** Nouns of several persons that are no plural. */
    private static final Set<String> MANY = Set.of("people", "crew", "pair", "trio", "duo", "couple", "gang");

    private static final Set<String> TOTALS = Set.of("total", "all");

    private static final int APPOSITION = 2;

    /** Groups from "one" to what stands behind "of the sick,". */
    private static final int APPOSED = 4;

    private final Reading reading;
    private final Lexicon things;
    private final Lexicon persons;
    private final Lexicon conditions;
    private final Parties parties;

    Bearers(Reading reading, Lexicons lexicons, Parties parties) {
        this.reading = reading;
        this.things = lexicons.things();
        this.persons = lexicons.persons();
        this.conditions = lexicons.conditions();
        this.parties = parties;
    }

    /**
     * @param what class of things.tsv, "person", "people", or the noun
     * @param name lower-case words of its name, "" for none
     * @param group where the text speaks of it
     * @param sure false where no list has its noun, and of a number of things, which may not be all there are
     */
    record Bearer(String what, String name, Chunk group, boolean sure) {
        Bearer(String what, String name, Chunk group) {
            this(what, name, group, true);
        }
    }

    /** Who or what a group is, where that can be in the condition; null otherwise. */
    @Nullable
    Bearer of(Frames frames, Chunk said, Conditions.Told told) {
        Chunk group = noun(frames, said);
        int head = group.head();
        String lower = reading.lower(head);
        if (THINGS.contains(lower) || PERSONS.contains(lower)) {
            return referred(group, told.dimension());
        }
        NumberValue number = reading.number(head);
        if (number != null
                && number.use() == NumberValue.Use.AGE
                && conditions.is("person", "in " + told.dimension())) {
            return new Bearer("person", "", group); // "the 34-year-old was charged"
        }
        if (number != null
                && conditions.is(told.words(), "whom")
                && !reading.lower(group.end()).equals("of")) {
            boolean one = number.low().intValue() == 1;
            return new Bearer(one ? "person" : "people", "", group, false); // "two are in hospital"
        }
        boolean bare = number != null
                || reading.time(head) != null
                || !(reading.pos(head).startsWith("NN") || numbered(group));
        if (bare || !group.is(Chunk.Kind.NOUN)) {
            return null;
        }
        String what = classOf(group);
        boolean part = part(group);
        if (part && (!conditions.is(told.state(), "onset") || (some(group) && !human(what)))) {
            return null;
        }
        String in = "in " + told.dimension();
        if (conditions.is(what, in)) {
            boolean person = human(what);
            String name = person ? nameOfPerson(frames, group, what) : nameOfThing(frames, group, told);
            return new Bearer(own(what, head, told.dimension()), name, group, person || !part);
        }
        boolean unmistakable = conditions.is(told.words(), "sure") && !human(what);
        Entity entity = reading.entity(head);
        boolean named = entity != null && entity.type() != EntityType.PERSON;
        if (unmistakable && conditions.is("any", in)) {
            return new Bearer(reading.lemma(head), "", group);
        }
        boolean place = (unmistakable || told.form() != Conditions.Form.DOES)
                && told.dimension().equals("access")
                && named
                && group.end() - group.first() <= SHORT;
        return place ? new Bearer("named", reading.lower(head), group) : unlisted(group, what, told);
    }

    /** "The west shaft was closed", "the distiller was arrested": a noun that no list has, with words that say so of whatever they are said of. */
    private @Nullable Bearer unlisted(Chunk group, String what, Conditions.Told told) {
        String lemma = reading.lemma(group.head());
        if (!what.isEmpty() || reading.entity(group.head()) != null || Proposals.isState(told.state())) {
            return null;
        }
        boolean is = told.form() == Conditions.Form.IS;
        if (conditions.is(told.words(), "clear") || (is && conditions.is(told.words(), "clear is"))) {
            return new Bearer(lemma, "", group, false);
        }
        boolean person = conditions.is(told.words(), "whom") && told.form() != Conditions.Form.DOES;
        return person ? new Bearer(many(group) ? "people" : "person", "", group, false) : null;
    }

    /** Whether a group names something that no list has: what a state is told of may be it. */
    boolean unheard(Frames frames, Chunk said) {
        Chunk group = noun(frames, said);
        int head = group.head();
        return group.is(Chunk.Kind.NOUN)
                && reading.pos(head).startsWith("NN")
                && reading.number(head) == null
                && reading.time(head) == null
                && classOf(group).isEmpty()
                && !part(group);
    }

    /** The noun of "Highway 51", "a fisherman aged 44", "a guard, 56," and "a total of 118 factories". */
    private Chunk noun(Frames frames, Chunk group) {
        int i = frames.indexOf(group);
        int head = group.head();
        if (i < 0 || !group.is(Chunk.Kind.NOUN)) {
            return group;
        }
        if (reading.lower(head).equals("one")
                && frames.has(i + APPOSED)
                && reading.lower(group.end()).equals("of")) {
            boolean apposed = frames.chunks().get(i + APPOSED - 1).is(Chunk.Kind.COMMA);
            Chunk noun = frames.chunks().get(apposed ? i + APPOSED : i + APPOSITION);
            return human(classOf(noun)) ? noun : group; // "one of the sick, a woman of 81,"
        }
        if (TOTALS.contains(reading.lower(head))
                && frames.has(i + APPOSITION)
                && reading.lower(group.end()).equals("of")) {
            return frames.chunks().get(i + APPOSITION);
        }
        if (reading.number(head) == null || reading.pos(head).startsWith("NN")) {
            return group;
        }
        if (head > group.first() && !things.of(reading.lemma(head - 1)).isEmpty()) {
            return new Chunk(Chunk.Kind.NOUN, group.first(), group.end(), head - 1);
        }
        int before = frames.has(i - 1) && frames.chunks().get(i - 1).is(Chunk.Kind.COMMA) ? i - 2 : i - 1;
        boolean apart = before < i - 1;
        boolean follows = frames.has(before) && frames.chunks().get(before).is(Chunk.Kind.NOUN);
        Chunk noun = follows ? frames.chunks().get(before) : group;
        boolean fits = follows
                && (human(classOf(noun))
                        || (!apart && !things.of(reading.lemma(noun.head())).isEmpty()));
        return fits ? noun : group;
    }

    /** Whether a number stands behind the noun: the tagger takes "Terminal 2" for an adjective. */
    private boolean numbered(Chunk group) {
        return group.head() + 1 < group.end() && reading.number(group.head() + 1) != null;
    }

    /** A group read as persons of this class by a noun of its own ("hostage", "criminal"). */
    boolean is(Bearer bearer, String listed) {
        return things.is(reading.lemma(bearer.group().head()), listed);
    }

    private static boolean human(String what) {
        return what.equals("person") || what.equals("people");
    }

    private String classOf(Chunk group) {
        int head = group.head();
        String lemma = reading.lemma(head);
        String pair = head > group.first() ? things.of(reading.lemma(head - 1) + " " + lemma) : "";
        String one = things.of(lemma);
        one = one.isEmpty() ? things.of(reading.lower(head)) : one;
        String thing = pair.isEmpty() ? one : pair;
        Entity entity = reading.entity(head);
        if (thing.isEmpty() && entity != null && head > group.first()) {
            int noun = reading.pos(group.first()).equals("DT") ? group.first() + 1 : group.first();
            thing = noun < head ? things.of(reading.lower(noun)) : ""; // "the Hotel Carmona"
        }
        boolean person = thing.equals("person")
                || (thing.isEmpty() && KINDS.stream().anyMatch(kind -> persons.is(lemma, kind)))
                || (entity != null && entity.type() == EntityType.PERSON);
        return person ? many(group) ? "people" : "person" : thing;
    }

    private boolean many(Chunk group) {
        return reading.pos(group.head()).equals("NNS") || MANY.contains(reading.lemma(group.head()));
    }

    /** Whether words such as "several" say that it is a part of a whole. */
    private boolean some(Chunk group) {
        for (int t = group.first(); t <= group.head(); t++) {
            if (conditions.is(reading.lower(t), "part")) {
                return true;
            }
        }
        return false;
    }

    private boolean part(Chunk group) {
        if (some(group)) {
            return true;
        }
        boolean whole = false;
        boolean numbered = false;
        for (int t = group.first(); t <= group.head(); t++) {
            whole |= conditions.is(reading.lower(t), "whole");
            NumberValue number = reading.number(t);
            numbered |= number != null
                    && number.use() != NumberValue.Use.AGE
                    && number.low().doubleValue() > FEW;
        }
        boolean of = reading.lower(group.first() - 1).equals("of") && reading.number(group.first() - 2) != null;
        return of || (numbered && !whole && !reading.lower(group.first() - 1).equals("all"));
    }

    private @Nullable Bearer referred(Chunk group, String dimension) {
        String lower = reading.lower(group.head());
        boolean plural = lower.equals("they") || lower.equals("them");
        boolean human = PERSONS.contains(lower);
        boolean thing = THINGS.contains(lower);
        Entity entity = parties.holder(group);
        if (human && !plural && entity != null && entity.type() == EntityType.PERSON) {
            return conditions.is("person", "in " + dimension) ? new Bearer("person", lowerName(entity), group) : null;
        }
        for (int t = group.first() - 1; t >= Math.max(0, group.first() - REACH); t--) {
            String pos = reading.pos(t);
            if (!pos.startsWith("NN") || reading.pos(t + 1).startsWith("NN")) {
                continue;
            }
            Chunk noun = new Chunk(Chunk.Kind.NOUN, t, t + 1, t);
            String what = classOf(noun);
            boolean number = pos.endsWith("S") == plural;
            boolean person = human(what);
            if (number && (person ? human : thing) && conditions.is(what, "in " + dimension)) {
                return new Bearer(own(what, t, dimension), "", group);
            }
        }
        return null;
    }

    /** Several things may be stolen or asked for at once and fare one by one: each is what its noun says. */
    private String own(String what, int head, String dimension) {
        return dimension.equals("loot") || dimension.equals("proposal") ? reading.lemma(head) : what;
    }

    private String nameOfPerson(Frames frames, Chunk group, String what) {
        Entity entity = reading.entity(group.head());
        if (entity == null && what.equals("person") && frames.has(frames.indexOf(group) + APPOSITION)) {
            int i = frames.indexOf(group);
            boolean comma = frames.chunks().get(i + 1).is(Chunk.Kind.COMMA);
            entity = comma ? reading.entity(frames.chunks().get(i + APPOSITION).head()) : null;
        }
        return entity != null && entity.type() == EntityType.PERSON ? lowerName(entity) : "";
    }

    private static String lowerName(Entity entity) {
        return entity.name().toLowerCase(Locale.ROOT);
    }

    /** Names in the group and behind "of" or "at": "Hallam Bridge", "Brenik's airport", "the airport of Imre". */
    private String nameOfThing(Frames frames, Chunk group, Conditions.Told told) {
        Set<String> names = new TreeSet<>();
        int end = group.end();
        if (reading.lower(end).equals("of")
                || reading.lower(end).equals("at")
                || reading.lower(end).equals("in")) {
            end = reading.pos(end + 1).startsWith("NNP") ? end + 2 : end;
        }
        for (int t = group.first(); t < end; t++) {
            if (reading.pos(t).startsWith("NNP")
                    && t != group.head()
                    && things.of(reading.lemma(t)).isEmpty()) {
                names.add(reading.lower(t));
            }
        }
        int behind = group.head() + 1;
        if (reading.number(behind) != null && !reading.pos(behind + 1).startsWith("NN")) {
            names.add(reading.lower(behind)); // "Highway 51"
        }
        boolean traffic = things.is(reading.lemma(group.head()), "traffic");
        for (int t = told.end(); traffic && t < Math.min(frames.sentence().endToken(), told.end() + SHORT); t++) {
            if (reading.pos(t).startsWith("NNP")) {
                names.add(reading.lower(t)); // "traffic is flowing again on the A7"
            }
        }
        return String.join(" ", names);
    }
}
