package io.deltawire.claim;

import io.deltawire.claim.Clause.Mood;
import io.deltawire.text.NumberValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds the clauses of a chunked sentence: each verb with subject, objects and prepositional groups. */
final class ClauseParser {
    /** Verbs whose passive keeps an object: "named chief executive", "given a medal". */
    private static final Set<String> GIVES = Set.of(
            "give",
            "award",
            "offer",
            "pay",
            "call",
            "send",
            "grant",
            "deny",
            "hand",
            "tell",
            "ask",
            "elect",
            "name",
            "appoint",
            "make",
            "crown",
            "vote",
            "declare",
            "dub",
            "promise",
            "show",
            "teach",
            "fine",
            "sentence",
            "allow");

    /** Where people are and nobody aims at. */
    private static final Set<String> PLACES = Set.of(
            "club",
            "nightclub",
            "bar",
            "lounge",
            "party",
            "school",
            "campus",
            "university",
            "college",
            "store",
            "mall",
            "market",
            "park",
            "playground",
            "hotel",
            "motel",
            "restaurant",
            "diner",
            "cafe",
            "station",
            "airport",
            "hospital",
            "stadium",
            "theater",
            "theatre",
            "gym",
            "church",
            "mosque",
            "temple",
            "intersection",
            "complex",
            "lot",
            "vigil",
            "funeral",
            "wedding",
            "picnic",
            "cookout",
            "barbecue",
            "game",
            "concert",
            "festival",
            "gathering",
            "event");

    private static final Set<String> NEGATIONS =
            Set.of("not", "n't", "n’t", "never", "neither", "nor", "longer", "hardly", "barely");
    private static final Set<String> POSSIBLE = Set.of("may", "might", "could", "can", "would", "should", "must");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "whether", "once", "until", "when");

    private final Reading reading;
    private final Lexicon verbs;
    private final List<Chunk> chunks;
    private final List<Clause> clauses = new ArrayList<>();
    private final Subjects subjects;

    private ClauseParser(Reading reading, Lexicon verbs, List<Chunk> chunks) {
        this.reading = reading;
        this.verbs = verbs;
        this.chunks = chunks;
        this.subjects = new Subjects(reading, verbs, chunks, clauses);
    }

    static List<Clause> parse(Reading reading, Lexicon verbs, List<Chunk> chunks) {
        ClauseParser parser = new ClauseParser(reading, verbs, chunks);
        for (int i = 0; i < chunks.size(); i++) {
            if (chunks.get(i).is(Chunk.Kind.VERB)) {
                parser.clauses.add(parser.clause(i));
            }
        }
        return parser.clauses;
    }

    private Clause clause(int v) {
        Chunk verb = chunks.get(v);
        Clause before = clauses.isEmpty() ? null : clauses.get(clauses.size() - 1);
        int after = v + 1;
        String lemma = reading.verbLemma(verb.head(), verbs);
        String particle =
                after < chunks.size() ? reading.lower(chunks.get(after).first()) : "";
        boolean short1 = after < chunks.size()
                && (chunks.get(after).is(Chunk.Kind.ADVERB) || chunks.get(after).is(Chunk.Kind.PREPOSITION));
        Lexicon.Listed known = verbs.listed(lemma);
        boolean phrasal = short1 && known.leads() && verbs.has(lemma + " " + particle);
        if (phrasal) {
            lemma = lemma + " " + particle;
            after++;
        } else if (known.leads()) {
            String split = splitParticle(lemma, after);
            String light = lightVerb(lemma, after);
            lemma = !light.isEmpty() ? light : split.isEmpty() ? lemma : split;
            after += light.isEmpty() ? 0 : 1;
        }
        known = known.leads() ? verbs.listed(lemma) : known;
        List<Chunk> objects = objects(after, known.is("report"));
        if (objects.isEmpty()
                && v >= 2
                && chunks.get(v - 1).is(Chunk.Kind.NOUN)
                && chunks.get(v - 2).is(Chunk.Kind.RELATIVE)
                && !reading.lower(chunks.get(v - 2).first()).equals("whose")) {
            objects = subjects.antecedent(v - 2);
        }
        if (objects.isEmpty() && sharesObject(after)) {
            objects = objects(after + 2, false);
        }
        boolean coordinated = coordinated(v) && before != null;
        boolean passive = passive(verb, v, objects, before != null && coordinated && before.passive());
        List<Chunk> agents = subjects.of(v);
        if (passive && agents.isEmpty() && before != null && coordinated) {
            agents = before.subjects();
        }
        boolean negated =
                negated(verb, agents) || (before != null && coordinated && before.negated() && before.index() == v - 2);
        return new Clause(
                v,
                verb,
                lemma,
                known,
                passive,
                negated,
                mood(verb, v, before),
                agents,
                objects,
                obliques(after),
                governor(v, before));
    }

    /** "take place", "make landfall": a verb that says little with a bare noun. */
    private String lightVerb(String lemma, int i) {
        boolean bare = i < chunks.size()
                && chunks.get(i).is(Chunk.Kind.NOUN)
                && chunks.get(i).end() - chunks.get(i).first() == 1;
        String pair = bare ? lemma + " " + reading.lower(chunks.get(i).head()) : "";
        return bare && verbs.has(pair) ? pair : "";
    }

    /** "called the strike off": the pair when the particle stands after the object. */
    private String splitParticle(String lemma, int i) {
        if (i + 1 < chunks.size()
                && (chunks.get(i).is(Chunk.Kind.NOUN)
                        || reading.lower(chunks.get(i).first()).equals("that"))
                && particle(i + 1)) {
            String pair = lemma + " " + reading.lower(chunks.get(i + 1).first());
            return verbs.has(pair) ? pair : "";
        }
        return "";
    }

    /** "Put the vote off to Friday", where the tagger takes the particle for a preposition. */
    private boolean particle(int i) {
        boolean off = chunks.get(i).is(Chunk.Kind.PREPOSITION)
                && reading.lower(chunks.get(i).first()).equals("off")
                && i + 1 < chunks.size()
                && chunks.get(i + 1).is(Chunk.Kind.PREPOSITION);
        return off || chunks.get(i).is(Chunk.Kind.ADVERB);
    }

    /** "shot and killed a man": no object of its own, another verb follows at once. */
    private boolean sharesObject(int i) {
        return i + 2 < chunks.size()
                && chunks.get(i).is(Chunk.Kind.CONJUNCTION)
                && chunks.get(i + 1).is(Chunk.Kind.VERB);
    }

    private boolean coordinated(int v) {
        int i = v - 1;
        while (i >= 0 && (chunks.get(i).is(Chunk.Kind.ADVERB) || chunks.get(i).is(Chunk.Kind.QUOTE))) {
            i--;
        }
        return i >= 0
                && (chunks.get(i).is(Chunk.Kind.CONJUNCTION)
                        || chunks.get(i).is(Chunk.Kind.COMMA)
                        || chunks.get(i).is(Chunk.Kind.NOUN));
    }

    private boolean passive(Chunk verb, int v, List<Chunk> objects, boolean beforePassive) {
        String pos = reading.pos(verb.head());
        if (!pos.equals("VBN") && !pos.equals("VBD") && !pos.equals("JJ")) {
            return false;
        }
        boolean auxiliary = false;
        for (int t = verb.first(); t < verb.head(); t++) {
            String lemma = reading.lemma(t);
            if (lemma.equals("be") || lemma.equals("get")) {
                return true;
            }
            auxiliary |= lemma.equals("have") || reading.pos(t).equals("MD");
        }
        if (auxiliary) {
            return false;
        }
        if (beforePassive && objects.isEmpty() && (pos.equals("VBN") || casualty(v))) {
            return true;
        }
        if (subjects.intransitive(v)) {
            return false;
        }
        if (v > 0
                && chunks.get(v - 1).is(Chunk.Kind.COMMA)
                && !objects.isEmpty()
                && !GIVES.contains(reading.lemma(verb.head()))) {
            return false; // "Ruiz, who wanted to go to court, accepted the outcome": a past form taken for a participle
        }
        boolean reduced = v > 0
                && (chunks.get(v - 1).is(Chunk.Kind.NOUN)
                        || chunks.get(v - 1).is(Chunk.Kind.COMMA)
                        || chunks.get(v - 1).is(Chunk.Kind.ADVERB));
        return pos.equals("VBN")
                ? reduced || v == 0 || chunks.get(v - 1).is(Chunk.Kind.VERB)
                : reduced && headlinePassive(v, objects);
    }

    /** "Man shot dead", "2 killed in crash": a past form without object or auxiliary, mistaken for active by the tagger. */
    private boolean headlinePassive(int v, List<Chunk> objects) {
        return objects.isEmpty() && casualty(v) && !aims(v);
    }

    /** "Gunman shot at police", "someone shot at a car", but not "man shot at club". */
    private boolean aims(int v) {
        boolean at = v + 1 < chunks.size()
                && chunks.get(v + 1).is(Chunk.Kind.PREPOSITION)
                && reading.lower(chunks.get(v + 1).first()).equals("at");
        boolean where = v + 2 < chunks.size()
                && PLACES.contains(reading.lemma(chunks.get(v + 2).head()));
        return at && !where;
    }

    private boolean casualty(int v) {
        Lexicon.Listed known = verbs.listed(reading.lemma(chunks.get(v).head()));
        return known.is("kill")
                || known.is("injure")
                || known.is("shoot")
                || known.is("arrest")
                || known.is("hospitalise");
    }

    private boolean negated(Chunk verb, List<Chunk> subjects) {
        for (int t = verb.first(); t < verb.end(); t++) {
            if (NEGATIONS.contains(reading.lower(t))) {
                return true;
            }
        }
        for (Chunk subject : subjects) {
            String first = reading.lower(subject.first());
            if (first.equals("no")
                    || first.equals("nobody")
                    || first.equals("none")
                    || first.equals("neither")
                    || first.equals("nothing")) {
                return true;
            }
        }
        return false;
    }

    private Mood mood(Chunk verb, int v, @Nullable Clause before) {
        String first = reading.pos(verb.first());
        String lower = reading.lower(verb.first());
        for (int t = verb.first(); t < verb.end(); t++) {
            String word = reading.lower(t);
            if (word.equals("will")
                    || word.equals("shall")
                    || word.equals("'ll")
                    || word.equals("’ll")
                    || word.equals("wo")) {
                return conditional(v) ? Mood.CONDITIONAL : Mood.FUTURE;
            }
            if (POSSIBLE.contains(word) && reading.pos(t).equals("MD")) {
                return Mood.POSSIBLE;
            }
        }
        if (conditional(v)) {
            return Mood.CONDITIONAL;
        }
        if (first.equals("TO") || lower.equals("to")) {
            return Mood.INFINITIVE;
        }
        if (reading.pos(verb.head()).equals("VBG") && verb.first() == verb.head()) {
            return Mood.GERUND;
        }
        return before != null && before.mood() == Mood.CONDITIONAL && coordinated(v) && sameSubject(v)
                ? Mood.CONDITIONAL
                : Mood.FACT;
    }

    private boolean sameSubject(int v) {
        return v > 0 && chunks.get(v - 1).is(Chunk.Kind.CONJUNCTION);
    }

    private boolean conditional(int v) {
        for (int i = v - 1; i >= 0; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Chunk.Kind.VERB) || chunk.is(Chunk.Kind.BREAK) || chunk.is(Chunk.Kind.RELATIVE)) {
                return false;
            }
            if (chunk.is(Chunk.Kind.SUBORDINATOR) || chunk.is(Chunk.Kind.PREPOSITION)) {
                String word = reading.lower(chunk.first());
                if (CONDITIONS.contains(word)
                        && !(word.equals("when") || word.equals("once") || word.equals("until"))) {
                    return true;
                }
                if (chunk.is(Chunk.Kind.SUBORDINATOR)) {
                    return false;
                }
            }
        }
        return false;
    }

    /** The clause an infinitive or gerund hangs on. */
    private @Nullable Clause governor(int v, @Nullable Clause before) {
        Chunk verb = chunks.get(v);
        String pos = reading.pos(verb.first());
        boolean dependent =
                pos.equals("TO") || reading.lower(verb.first()).equals("to") || pos.equals("VBG") || pos.equals("VBN");
        if (before == null || !dependent) {
            return null;
        }
        for (int i = v - 1; i > before.index(); i--) {
            if (chunks.get(i).is(Chunk.Kind.BREAK) || chunks.get(i).is(Chunk.Kind.SUBORDINATOR)) {
                return null;
            }
            if (chunks.get(i).is(Chunk.Kind.CONJUNCTION) && !clauses.isEmpty()) {
                return before.governor() != null ? before.governor() : null;
            }
        }
        return before;
    }

    private List<Chunk> objects(int from, boolean reports) {
        int i = from;
        while (i < chunks.size()
                && (chunks.get(i).is(Chunk.Kind.ADVERB) || chunks.get(i).is(Chunk.Kind.QUOTE))) {
            i++;
        }
        List<Chunk> list = new ArrayList<>();
        while (i < chunks.size()
                && chunks.get(i).is(Chunk.Kind.NOUN)
                && !(startsClause(i) && (reports || !list.isEmpty()))) {
            list.add(chunks.get(i));
            i++;
            if (list.size() == 1 && i < chunks.size() && chunks.get(i).is(Chunk.Kind.NOUN) && isFigure(chunks.get(i))) {
                list.add(chunks.get(i));
                i++;
            }
            while (i + 1 < chunks.size()
                    && chunks.get(i).is(Chunk.Kind.PREPOSITION)
                    && (chunks.get(i + 1).is(Chunk.Kind.NOUN)
                            || chunks.get(i + 1).is(Chunk.Kind.TIME))) {
                i += 2;
            }
            int next = i;
            while (next < chunks.size()
                    && (chunks.get(next).is(Chunk.Kind.COMMA)
                            || chunks.get(next).is(Chunk.Kind.CONJUNCTION))) {
                next++;
            }
            if (next == i || next - i > 2 || !listGoesOn(i, next)) {
                break;
            }
            i = next;
        }
        return list;
    }

    private boolean isFigure(Chunk chunk) {
        NumberValue number = reading.number(chunk.first());
        return number != null && number.use() == NumberValue.Use.MONEY;
    }

    /** A comma only goes on with a list when a conjunction joins its last item: "a, b and c", not an apposition. */
    private boolean listGoesOn(int link, int next) {
        if (next >= chunks.size() || !chunks.get(next).is(Chunk.Kind.NOUN)) {
            return false;
        }
        for (int i = link; i < next; i++) {
            if (chunks.get(i).is(Chunk.Kind.CONJUNCTION)) {
                return true;
            }
        }
        for (int i = next + 1; i < chunks.size() && i < next + 8; i++) {
            if (chunks.get(i).is(Chunk.Kind.CONJUNCTION)) {
                return i + 1 < chunks.size() && chunks.get(i + 1).is(Chunk.Kind.NOUN) && !startsClause(i + 1);
            }
            if (chunks.get(i).is(Chunk.Kind.VERB) || chunks.get(i).is(Chunk.Kind.BREAK)) {
                return false;
            }
        }
        return false;
    }

    private boolean startsClause(int noun) {
        int i = noun + 1;
        while (i < chunks.size() && chunks.get(i).is(Chunk.Kind.ADVERB)) {
            i++;
        }
        if (i >= chunks.size() || !chunks.get(i).is(Chunk.Kind.VERB)) {
            return false;
        }
        String pos = reading.pos(chunks.get(i).first());
        return pos.equals("VBD") || pos.equals("VBZ") || pos.equals("VBP") || pos.equals("MD");
    }

    private List<Clause.Oblique> obliques(int from) {
        List<Clause.Oblique> list = new ArrayList<>();
        for (int i = from; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Chunk.Kind.VERB)
                    || chunk.is(Chunk.Kind.SUBORDINATOR)
                    || chunk.is(Chunk.Kind.RELATIVE)
                    || chunk.is(Chunk.Kind.BREAK)) {
                break;
            }
            if (chunk.is(Chunk.Kind.PREPOSITION) && i + 1 < chunks.size()) {
                Chunk group = chunks.get(i + 1);
                if (group.is(Chunk.Kind.NOUN) || group.is(Chunk.Kind.TIME)) {
                    list.add(new Clause.Oblique(reading.lower(chunk.first()), group));
                }
            } else if (chunk.is(Chunk.Kind.TIME)
                    && (i == from || !chunks.get(i - 1).is(Chunk.Kind.PREPOSITION))) {
                list.add(new Clause.Oblique("", chunk));
            }
        }
        return list;
    }
}
