package io.deltawire.claim;

import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.GivenNames;
import io.deltawire.text.NumberValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Who is who among the people a text speaks of: names, pronouns and descriptions ("the 20-year-old") to referents, by
 * recency and agreement in sex, age and number. Errs towards one person rather than two.
 */
final class People {
    private static final Set<String> HE = Set.of("he", "him", "himself", "his");
    private static final Set<String> SHE = Set.of("she", "her", "herself", "hers");

    /** Stand for people whatever their part of speech. */
    static final Set<String> PRONOUNS =
            Set.of("he", "him", "himself", "his", "she", "her", "herself", "hers", "they", "them", "who");

    private static final Set<String> REFLEXIVE = Set.of("himself", "herself");

    private static final List<String> ORDINALS =
            List.of("", "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth");

    /** Nouns that say no more of somebody than the age and the sex. */
    private static final Set<String> PLAIN = Set.of(
            "man",
            "woman",
            "boy",
            "girl",
            "child",
            "kid",
            "toddler",
            "baby",
            "infant",
            "teen",
            "teenager",
            "youth",
            "youngster",
            "juvenile",
            "minor",
            "person",
            "victim",
            "patient");

    private static final int REACH = 4;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Lexicon persons;
    private final List<Referent> all = new ArrayList<>();
    private final @Nullable Referent[] byToken;
    private final Set<Integer> speakers = new HashSet<>();
    private final Set<Integer> subjects = new HashSet<>();
    private Set<Integer> sufferers = Set.of();

    People(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.persons = lexicons.persons();
        this.byToken = new Referent[reading.size()];
    }

    List<Referent> all() {
        return all;
    }

    /**
     * Resolves every noun group of a sentence, in order.
     *
     * @param sufferers heads of those of whom the sentence says what one says of who was hurt before: "was taken to hospital"
     */
    void read(Frames frames, Set<Integer> sufferers) {
        this.sufferers = sufferers;
        speakers.clear();
        subjects.clear();
        for (Clause clause : frames.clauses()) {
            clause.subjects().forEach(subject -> subjects.add(subject.head()));
            if (clause.is("report") && !clause.passive()) {
                clause.subjects().forEach(subject -> speakers.add(subject.head()));
            }
        }
        List<Chunk> chunks = frames.chunks();
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            if (!chunk.is(Chunk.Kind.NOUN)) {
                continue;
            }
            Chunk owner = possessor(chunk);
            boolean owned = owner != null && isPerson(owner);
            if (owner != null && owned) {
                resolve(owner, frames.sentence().index(), null);
            }
            if (isPerson(chunk) && !REFLEXIVE.contains(reading.lower(chunk.head()))) {
                resolve(chunk, frames.sentence().index(), appositive(frames, i));
                if (owner != null && owned) {
                    apart(owner, chunk);
                }
            }
        }
    }

    /** The referent of a noun group read before, or null when it is no person. */
    @Nullable
    Referent of(Chunk chunk) {
        return byToken[chunk.head()];
    }

    /** The owner within a noun group: "Smith" of "Smith's body", "his" of "his body"; null when there is none. */
    @Nullable
    Chunk possessor(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end() - 1; t++) {
            if (reading.pos(t).equals("POS") && t > chunk.first()) {
                return new Chunk(Chunk.Kind.NOUN, chunk.first(), t, t - 1);
            }
        }
        boolean pronoun = reading.pos(chunk.first()).equals("PRP$") && chunk.end() - chunk.first() > 1;
        return pronoun ? new Chunk(Chunk.Kind.NOUN, chunk.first(), chunk.first() + 1, chunk.first()) : null;
    }

    boolean isPerson(Chunk chunk) {
        int head = chunk.head();
        boolean listed = reading.marked(head, Marks.PERSON);
        if (listed && PRONOUNS.contains(reading.lower(head))) {
            return true;
        }
        Entity entity = reading.entity(head);
        if (reading.time(head) != null) {
            return false; // "Thursday's homicide"
        }
        if (reading.pos(head).startsWith("NNP") && reading.number(head) == null) {
            // a name that the tagger missed may still be a person's
            return entity == null || entity.type() == EntityType.PERSON || entity.type() == EntityType.OTHER;
        }
        if (chunk.end() - chunk.first() == 2
                && ordinal(chunk) > 2
                && reading.pos(chunk.end()).startsWith("V")) {
            return true; // "a fourth was hurt"
        }
        if (counted(chunk) && reading.lower(head).equals("dead")) {
            return true; // "1 dead, 6 hurt"
        }
        NumberValue number = reading.number(head);
        if (number != null && number.endToken() == chunk.end()) {
            return number.use() == NumberValue.Use.AGE || number.use() == NumberValue.Use.COUNT;
        }
        return listed;
    }

    /** A person by its noun or its name's kind, not only a name of which nothing is known. */
    boolean surely(Chunk chunk) {
        int head = chunk.head();
        return isPerson(chunk)
                && (reading.marked(head, Marks.PERSON)
                        || reading.isA(head, EntityType.PERSON)
                        || reading.number(head) != null);
    }

    /** Whether a noun group begins with how many. */
    boolean counted(Chunk chunk) {
        NumberValue number = reading.number(chunk.first());
        return number != null && number.use() == NumberValue.Use.COUNT;
    }

    /** 3 of "a third man" and "a third", 0 where there is no such word. */
    private int ordinal(Chunk chunk) {
        int t = reading.lower(chunk.first()).equals("a")
                        || reading.lower(chunk.first()).equals("an")
                ? chunk.first() + 1
                : chunk.first();
        return t < chunk.end() ? Math.max(0, ORDINALS.indexOf(reading.lower(t))) : 0;
    }

    /** "A person shot himself": nobody else than the subject; whether an object is such a pronoun. */
    boolean reflects(Chunk subject, Chunk object, int sentence) {
        int head = object.head();
        if (!REFLEXIVE.contains(reading.lower(head))) {
            return false;
        }
        Referent actor = of(subject);
        if (actor == null) {
            resolve(object, sentence, null);
        } else {
            byToken[head] = actor;
            String sex = SHE.contains(reading.lower(head)) ? "f" : "m";
            actor.sex = actor.sex.isEmpty() && actor.count == 1 ? sex : actor.sex;
            actor.token = Math.max(actor.token, head);
        }
        return true;
    }

    /** "his brother shot him": an object pronoun is somebody else than the subject, so the one before that. */
    void disjoin(Chunk subject, Chunk object) {
        Referent actor = of(subject);
        String lower = reading.lower(object.head());
        if (actor == null || of(object) != actor || !(lower.equals("him") || lower.equals("her"))) {
            return;
        }
        Referent best = null;
        String sex = lower.equals("him") ? "m" : "f";
        for (Referent candidate : all) {
            boolean fits = candidate != actor
                    && candidate.count == 1
                    && (candidate.sex.isEmpty() || candidate.sex.equals(sex));
            if (fits && (best == null || candidate.token > best.token)) {
                best = candidate;
            }
        }
        if (best != null) {
            byToken[object.head()] = best;
        }
    }

    /** Notes that two groups speak of different people: "her daughter" is not her. */
    void apart(Chunk a, Chunk b) {
        Referent first = of(a);
        Referent second = of(b);
        if (first != null && second != null && first != second) {
            first.apart.add(second);
            second.apart.add(first);
        }
    }

    private @Nullable Referent appositive(Frames frames, int i) {
        if (i < 2 || !frames.chunks().get(i - 1).is(Chunk.Kind.COMMA)) {
            return null;
        }
        Chunk before = frames.chunks().get(i - 2);
        boolean closed = !frames.has(i + 1)
                || frames.chunks().get(i + 1).is(Chunk.Kind.COMMA)
                || frames.chunks().get(i + 1).is(Chunk.Kind.BREAK);
        Referent referent = before.is(Chunk.Kind.NOUN) ? of(before) : null;
        boolean named = reading.isA(frames.chunks().get(i).head(), EntityType.PERSON);
        return closed && referent != null && referent.count == 1 && (referent.name.isEmpty() || !named)
                ? referent
                : null;
    }

    private void resolve(Chunk chunk, int sentence, @Nullable Referent apposed) {
        if (byToken[chunk.head()] != null) {
            return;
        }
        Referent fresh = describe(chunk, sentence);
        Referent known = apposed != null && apposed.compatible(fresh) ? apposed : find(chunk, fresh);
        if (known == null) {
            fresh.order = all.size();
            all.add(fresh);
            byToken[chunk.head()] = fresh;
        } else {
            known.take(fresh);
            byToken[chunk.head()] = known;
        }
    }

    private Referent describe(Chunk chunk, int sentence) {
        String first = reading.lower(chunk.first());
        boolean headline = reading.document().sentences().get(sentence).headline();
        Referent referent = new Referent(count(chunk), sentence, (!headline || ordinal(chunk) > 0) && isOther(chunk));
        String lemma = reading.lemma(chunk.head());
        referent.indefinite = first.equals("a") || first.equals("an") || first.equals("one") || first.equals("another");
        referent.ordinal = referent.indefinite || headline ? ordinal(chunk) : 0;
        referent.whole = first.equals("all") || first.equals("both") || first.equals("the");
        referent.heads.add(lemma);
        Entity entity = reading.entity(chunk.head());
        boolean pronoun = PRONOUNS.contains(reading.lower(chunk.head()));
        Entity bearer = entity != null && entity.type() == EntityType.PERSON && !pronoun ? entity : null;
        if (bearer != null && referent.count == 1) {
            referent.name = bearer.name();
        } else if (reading.pos(chunk.head()).startsWith("NNP") && referent.count == 1) {
            referent.name = properName(chunk);
        }
        referent.sex = sex(chunk, referent.name, bearer != null);
        referent.age = age(chunk);
        referent.token = chunk.head();
        referent.speaks = speakers.contains(chunk.head());
        referent.subject = subjects.contains(chunk.head()) ? sentence : -1;
        referent.suffers = sufferers.contains(chunk.head()) ? sentence : -1;
        return referent;
    }

    /** "m", "f" or "", by pronoun, title, noun or given name; "King" of "Kimberly King" is no noun. */
    private String sex(Chunk chunk, String name, boolean named) {
        String first = reading.lower(chunk.first());
        String lower = reading.lower(chunk.head());
        Lexicon.Listed person = persons.listed(reading.lemma(chunk.head()));
        if (HE.contains(lower) || first.equals("mr.") || first.equals("mr") || (!named && person.is("male"))) {
            return "m";
        }
        if (SHE.contains(lower) || first.equals("mrs.") || first.equals("ms.") || (!named && person.is("female"))) {
            return "f";
        }
        return GivenNames.sex(name);
    }

    private String properName(Chunk chunk) {
        int first = chunk.head();
        while (first > chunk.first()
                && reading.pos(first - 1).startsWith("NNP")
                && !lexicons.offices().has(reading.lower(first - 1))
                && !lexicons.persons().has(reading.lemma(first - 1))) {
            first--;
        }
        return reading.text(first, chunk.head() + 1);
    }

    private String age(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            NumberValue number = reading.number(t);
            if (number != null && number.use() == NumberValue.Use.AGE) {
                return number.canonical();
            }
        }
        NumberValue after = reading.lower(chunk.end()).equals(",") ? reading.number(chunk.end() + 1) : null;
        if (after == null || after.low().intValue() >= 110) {
            return "";
        }
        boolean bare = after.use() == NumberValue.Use.AGE
                || reading.lower(after.endToken()).equals(",");
        return bare ? after.canonical() : "";
    }

    /** How many people a noun group speaks of; 0 when it does not say. */
    int count(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            NumberValue number = reading.number(t);
            if (number != null && number.use() == NumberValue.Use.COUNT) {
                return number.low().compareTo(java.math.BigDecimal.valueOf(Integer.MAX_VALUE)) < 0
                        ? Math.max(0, number.low().intValue())
                        : 0;
            }
        }
        String lower = reading.lower(chunk.head());
        String first = reading.lower(chunk.first());
        boolean both = first.equals("both") && !reading.lower(chunk.end()).equals("and");
        if (lower.equals("couple") || both) {
            return 2;
        }
        boolean plural = reading.pos(chunk.head()).endsWith("S") && !reading.isA(chunk.head(), EntityType.PERSON);
        return plural
                        || persons.is(lower, "plural")
                        || lower.equals("they")
                        || lower.equals("them")
                        || lower.equals("family")
                ? 0
                : 1;
    }

    private boolean isOther(Chunk chunk) {
        for (int t = chunk.first(); t < chunk.end(); t++) {
            String lower = reading.lower(t);
            if ((reading.marked(t, Marks.PERSON) && persons.is(lower, "another")) || lower.equals("others")) {
                return true;
            }
        }
        return false;
    }

    private @Nullable Referent find(Chunk chunk, Referent fresh) {
        String lower = reading.lower(chunk.head());
        boolean pronoun = HE.contains(lower) || SHE.contains(lower);
        boolean suffers = sufferers.contains(chunk.head());
        if (!fresh.name.isEmpty()) {
            return byName(fresh.name);
        }
        Entity meant = pronoun ? reading.entity(chunk.head()) : null;
        Referent named = meant == null ? null : byName(meant.name());
        if (named != null && named.compatible(fresh) && named.hurt()) {
            return named;
        }
        if (fresh.count != 1 || fresh.other) {
            return null;
        }
        String first = reading.lower(chunk.first());
        boolean definite = first.equals("the") || first.equals("that") || first.equals("this") || pronoun;
        if (!definite) {
            return null;
        }
        Referent best = null;
        for (int i = all.size() - 1; i >= 0; i--) {
            Referent candidate = all.get(i);
            boolean aged = !fresh.age.isEmpty() && candidate.age.isEmpty();
            boolean near = aged
                    ? candidate.name.isEmpty() && fresh.sentence - candidate.sentence <= 1
                    : pronoun ? fresh.sentence - sentenceOf(candidate) <= REACH : true;
            if (near
                    && candidate.count == 1
                    && candidate.compatible(fresh)
                    && (pronoun || sameKind(candidate, fresh, suffers))
                    && (best == null || nearer(candidate, best, fresh, pronoun, suffers))) {
                best = candidate;
            }
        }
        return best;
    }

    /**
     * Who was hurt is nearer where somebody is taken to hospital, who does not speak is nearer than who does, and who went by the same
     * noun before than who only may: "the boy" is a boy, and not the police chief in between.
     */
    private boolean nearer(Referent candidate, Referent best, Referent fresh, boolean pronoun, boolean suffers) {
        if (suffers && ailing(candidate, fresh) != ailing(best, fresh)) {
            return ailing(candidate, fresh);
        }
        if (pronoun && !fresh.speaks && aside(candidate, fresh) != aside(best, fresh)) {
            return aside(best, fresh);
        }
        if (pronoun) {
            int at = sentenceOf(candidate);
            boolean subject = candidate.subject == at;
            if (at == sentenceOf(best) && subject != (best.subject == at)) {
                return subject;
            }
        }
        boolean same = !pronoun && sameNoun(candidate, fresh);
        boolean bestSame = !pronoun && sameNoun(best, fresh);
        return same == bestSame ? candidate.token > best.token : same;
    }

    /** Hurt before, or said to be in the same sentence: "Mays was taken to hospital, where she died". */
    private static boolean ailing(Referent candidate, Referent fresh) {
        return candidate.hurt() || candidate.suffers == fresh.sentence;
    }

    /** Who spoke in an earlier sentence and is not known to be hurt. */
    private boolean aside(Referent candidate, Referent fresh) {
        return candidate.speaks && !candidate.hurt() && sentenceOf(candidate) < fresh.sentence;
    }

    private boolean sameNoun(Referent candidate, Referent fresh) {
        return !Collections.disjoint(candidate.heads, fresh.heads) && fresh.sentence - sentenceOf(candidate) <= REACH;
    }

    private int sentenceOf(Referent referent) {
        int low = 0;
        int high = reading.document().sentences().size() - 1;
        while (low < high) {
            int middle = (low + high) / 2;
            if (reading.document().sentences().get(middle).endToken() <= referent.token) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low;
    }

    private @Nullable Referent byName(String name) {
        for (int i = all.size() - 1; i >= 0; i--) {
            Referent candidate = all.get(i);
            if (!candidate.name.isEmpty() && Referent.sameName(candidate.name, name)) {
                return candidate;
            }
        }
        return null;
    }

    /** "the man" for a man, "the victim" for who was hurt, "the 20-year-old" for that age. */
    private boolean sameKind(Referent candidate, Referent fresh, boolean suffers) {
        if (suffers && candidate.hurt() && !Collections.disjoint(fresh.heads, PLAIN)) {
            return true;
        }
        if (!fresh.age.isEmpty() && fresh.age.equals(candidate.age)) {
            return true;
        }
        if (fresh.heads.contains("victim")) {
            return candidate.hurt();
        }
        for (String head : fresh.heads) {
            if (candidate.heads.contains(head)) {
                return true;
            }
        }
        boolean general = fresh.heads.contains("man")
                || fresh.heads.contains("woman")
                || fresh.heads.contains("boy")
                || fresh.heads.contains("girl");
        return general && !candidate.sex.isEmpty() && candidate.sex.equals(fresh.sex);
    }
}
