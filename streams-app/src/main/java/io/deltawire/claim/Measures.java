package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a number measures: from the noun it counts, the verb that noun belongs to, or the noun whose value it gives. */
final class Measures {
    private static final Set<String> SELF_CONTAINED =
            Set.of("killed", "injured", "casualties", "missing", "infected", "without power", "violation", "magnitude");
    private static final Set<String> COSTS_A_LIFE = Set.of("claim", "take", "cost", "lose");
    private static final Set<String> NUMBERS = Set.of("number", "total", "tally", "count", "figure");
    private static final Set<String> NO_OWNERS = Set.of("body", "life", "shot", "home", "school", "term", "sale");
    private static final Set<String> BELONGS = Set.of("of", "for");
    private static final Set<String> PRICED = Set.of("price", "share", "rate", "sale");
    private static final Set<String> NO_FIELD = Set.of(
            "be", "have", "count", "report", "confirm", "there", "do", "say", "see", "include", "record", "total",
            "number");
    /** Gone through, the first that holds counts: a set has another order at each start of Java. */
    private static final List<String> FIELD_CLASSES = List.of(
            "destroy",
            "damage",
            "recall",
            "cut",
            "steal",
            "seize",
            "sell",
            "buy",
            "launch",
            "intercept",
            "win",
            "lose",
            "raise",
            "pledge",
            "invest",
            "cost",
            "bid",
            "ground");

    private final Reading reading;
    private final Lexicons lexicons;
    private final Fates fates;

    Measures(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
        this.fates = new Fates(reading, lexicons);
    }

    /** How a noun group takes part in a clause. */
    record Role(Clause clause, Part part, String preposition) {
        enum Part {
            PATIENT,
            AGENT,
            OBLIQUE
        }
    }

    /** A measure class with its field. */
    record Measure(String subject, String field, boolean negative, double confidence) {
        Measure(String subject, String field, double confidence) {
            this(subject, field, false, confidence);
        }
    }

    /** The part a group plays, nearest verb first; null when it hangs on no verb. */
    @Nullable
    Role role(Frames frames, int i) {
        Chunk chunk = frames.chunks().get(i);
        Role best = null;
        for (Clause clause : frames.clauses()) {
            Role role = null;
            if (clause.patients().contains(chunk)) {
                role = new Role(clause, Role.Part.PATIENT, "");
            } else if (clause.subjects().contains(chunk)) {
                role = new Role(clause, Role.Part.AGENT, "");
            } else {
                for (Clause.Oblique oblique : clause.obliques()) {
                    if (oblique.group().equals(chunk)) {
                        role = new Role(clause, Role.Part.OBLIQUE, oblique.preposition());
                    }
                }
            }
            boolean said = best != null && best.clause().is("report") && core(role);
            boolean nearer = best == null
                    || said // "say 39 people have died": the people are not what is said
                    || Math.abs(clause.index() - i) < Math.abs(best.clause().index() - i);
            boolean tied = best != null
                    && role != null
                    && clause.passive()
                    && Math.abs(clause.index() - i) == Math.abs(best.clause().index() - i);
            nearer |= tied;
            boolean core = role != null && role.part() != Role.Part.OBLIQUE;
            if (role != null && (nearer || (core && best != null && best.part() == Role.Part.OBLIQUE))) {
                best = role;
            }
        }
        return best;
    }

    private static boolean core(@Nullable Role role) {
        return role != null && role.part() != Role.Part.OBLIQUE;
    }

    @Nullable
    Measure of(Frames frames, int i, Chunk chunk, NumberValue number, @Nullable Role role) {
        boolean bare = number.endToken() >= chunk.end();
        String head = bare ? "" : noun(chunk);
        if (number.unit().equals("magnitude")) {
            return new Measure("magnitude", "", 0.9);
        }
        Measure personal = number.use() == NumberValue.Use.COUNT ? people(frames, i, head, bare, role) : null;
        if (personal != null) {
            return personal;
        }
        if (bare || number.use() != NumberValue.Use.COUNT) {
            Measure level = level(frames, i, number, role, head);
            if (level != null) {
                return level;
            }
        }
        if (bare) {
            return partOf(frames, i);
        }
        String listed = lexicons.measures().of(head);
        String field = field(role);
        if (listed.equals("magnitude") && number.use() == NumberValue.Use.COUNT) {
            listed = ""; // "35 aftershocks" are counted, not measured
        }
        boolean plain = listed.isEmpty();
        if (plain && number.use() != NumberValue.Use.COUNT) {
            return number.use() == NumberValue.Use.MONEY ? new Measure(head, field, 0.5) : null;
        }
        if (plain && !reading.pos(chunk.head()).endsWith("S")) {
            return null;
        }
        boolean few =
                number.high().intValue() < 3 || reading.lower(chunk.first()).equals("the");
        if (plain && few) {
            return null;
        }
        boolean crowd = listed.equals("crowd") && role != null && role.clause().is("gather");
        return new Measure(plain ? head : listed, crowd || selfContained(listed) ? "" : field, plain ? 0.45 : 0.75);
    }

    /** "eleven of the dead", "three of the injured". */
    private @Nullable Measure partOf(Frames frames, int i) {
        if (!frames.has(i + 2)
                || !reading.lower(frames.chunks().get(i + 1).first()).equals("of")) {
            return null;
        }
        String state =
                fates.personState(reading.lower(frames.chunks().get(i + 2).head()));
        return state.isEmpty() ? null : new Measure(state, "", 0.8);
    }

    private static boolean selfContained(String measure) {
        return SELF_CONTAINED.contains(measure);
    }

    /** "12 people were killed", "2 dead", "left 40,000 without power", "claimed the lives of 12". */
    private @Nullable Measure people(Frames frames, int i, String head, boolean bare, @Nullable Role role) {
        String state = fates.state(frames, i, role);
        if (!state.isEmpty()) {
            return new Measure(state, "", 0.85);
        }
        boolean person = bare || lexicons.persons().has(head);
        if (head.equals("life")
                && role != null
                && COSTS_A_LIFE.contains(role.clause().lemma())) {
            return new Measure("killed", "", 0.85);
        }
        if (i > 1 && reading.lower(frames.chunks().get(i - 1).first()).equals("of")) {
            String owner = reading.lemma(frames.chunks().get(i - 2).head());
            if (Set.of("life", "death", "killing", "murder", "body", "remains", "corpse")
                    .contains(owner)) {
                return person ? new Measure("killed", "", 0.85) : null;
            }
            if (owner.equals("arrest")) {
                return person ? new Measure("arrested", "", 0.85) : null;
            }
        }
        boolean oblique = role == null || role.part() == Role.Part.OBLIQUE;
        Measure told = person && role != null && !oblique ? fates.byVerb(frames, role) : null;
        if (told != null || !person) {
            return told;
        }
        boolean counted = bare
                ? role != null
                        && !oblique
                        && !Set.of("reach", "hit").contains(role.clause().lemma())
                : true;
        Chunk chunk = frames.chunks().get(i);
        if (Subjects.partOf(reading, frames.chunks(), i)) {
            return reduced(frames, i + 1); // "two of the nine people hurt have died"
        }
        String fate = counted ? fates.told(frames, chunk.end()) : "";
        boolean grown = role != null && role.clause().is("change");
        return fate.isEmpty() || (bare && grown) ? null : new Measure(fate, "", 0.7);
    }

    /** What a bare participle at a group says of the people before it; null for none. */
    private static @Nullable Measure reduced(Frames frames, int verb) {
        for (Clause clause : frames.clauses()) {
            if (clause.index() == verb
                    && clause.passive()
                    && clause.verb().first() == clause.verb().head()) {
                return clause.is("kill")
                        ? new Measure("killed", "", 0.85)
                        : clause.is("injure")
                                ? new Measure("injured", "", 0.85)
                                : clause.is("shoot") ? new Measure("shot", "", 0.8) : null;
            }
        }
        return null;
    }

    /** "the death toll rose to 118", "a bid of $4 billion", "magnitude of 7.1", "unemployment fell 0.2 points". */
    private @Nullable Measure level(Frames frames, int i, NumberValue number, @Nullable Role role, String head) {
        Chunk before = i > 0 ? frames.chunks().get(i - 1) : null;
        if (before != null
                && before.is(Chunk.Kind.PREPOSITION)
                && FigureReader.level(reading.lower(before.first()))
                && i > 1) {
            String owner = owner(frames.chunks().get(i - 2));
            if (!owner.isEmpty()) {
                return new Measure(owner, ofWhat(frames, i - 2), 0.85);
            }
        }
        if (before != null
                && before.is(Chunk.Kind.NOUN)
                && reading.lower(frames.chunks().get(i).first()).equals("worth")) {
            return new Measure(counted(before), "", 0.75);
        }
        String own = lexicons.measures().of(head);
        if (!own.isEmpty() && number.use() != NumberValue.Use.COUNT) {
            return new Measure(own, "", 0.75);
        }
        if (role == null) {
            return null;
        }
        Clause clause = role.clause();
        boolean moves = clause.is("reach")
                || clause.is("change")
                || clause.is("gauge")
                || clause.lemma().equals("be")
                || clause.is("up")
                || clause.is("down");
        Chunk subject = clause.subjects().isEmpty() ? null : clause.subjects().get(0);
        Chunk thing = clause.objects().stream()
                .filter(object -> reading.number(object.first()) == null)
                .findFirst()
                .orElse(null);
        Chunk moved = clause.passive() || thing == null ? subject : thing;
        String measure = moved == null ? "" : owner(moved);
        if (moved != null && measure.isEmpty() && isNumberOf(moved)) {
            int k = frames.indexOf(moved);
            boolean of = k >= 0
                    && frames.has(k + 2)
                    && reading.lower(frames.chunks().get(k + 1).first()).equals("of");
            measure = of ? countedPeople(frames, k + 2) : "";
        }
        if (moves && measure.isEmpty()) {
            measure = numberBefore(frames, clause);
        }
        if (moves && !measure.isEmpty()) {
            boolean level = role.part() == Role.Part.OBLIQUE
                    ? FigureReader.level(role.preposition())
                    : (!clause.is("up") && !clause.is("down"))
                            || (clause.is("reach") && number.use() == NumberValue.Use.COUNT);
            boolean delta = !level || role.preposition().equals("by");
            boolean down = delta && clause.is("down");
            String field = moved == null ? "" : ofWhat(frames, frames.indexOf(moved));
            return new Measure(measure, delta ? "change" : field, down, 0.8);
        }
        if (number.use() == NumberValue.Use.MONEY && clause.lemma().equals("fine")) {
            return new Measure("fine", "", 0.8);
        }
        for (String money : FIELD_CLASSES) {
            if (number.use() == NumberValue.Use.MONEY && clause.is(money) && role.part() != Role.Part.AGENT) {
                return new Measure(
                        money.equals("bid") ? "bid" : money.equals("cost") ? "price" : "money",
                        money.equals("bid") || money.equals("cost") ? "" : money,
                        0.7);
            }
        }
        return null;
    }

    /** "The number of people who have fled the town has risen": the subject lies before a clause of its own. */
    private String numberBefore(Frames frames, Clause clause) {
        for (int k = clause.index() - 1; k >= 0 && k >= clause.index() - 9; k--) {
            Chunk chunk = frames.chunks().get(k);
            if (chunk.is(Chunk.Kind.NOUN) && isNumberOf(chunk)) {
                boolean of = reading.lower(frames.chunks().get(k + 1).first()).equals("of") && frames.has(k + 2);
                return of ? countedPeople(frames, k + 2) : "";
            }
        }
        return "";
    }

    private boolean isNumberOf(Chunk group) {
        return NUMBERS.contains(reading.lemma(group.head()));
    }

    /** "number of people who have fled", "number of people missing", "number of injured". */
    private String countedPeople(Frames frames, int i) {
        Chunk group = frames.chunks().get(i);
        boolean person = lexicons.persons().has(noun(group))
                || reading.lower(group.head()).equals("those");
        String fate = person ? fates.fate(group.end(), frames.sentence().endToken()) : "";
        return fate.isEmpty() ? counted(group) : fate;
    }

    private String counted(Chunk group) {
        String listed = lexicons.measures().of(noun(group));
        listed = listed.isEmpty() ? lexicons.measures().of(reading.lower(group.head())) : listed;
        return listed.isEmpty() ? reading.lemma(group.head()) : listed;
    }

    /** The measure a group names ("death toll", "jobless rate"), "" when it names none. */
    private String owner(Chunk group) {
        String head = reading.lemma(group.head());
        if (group.head() > group.first()) {
            String pair = lexicons.measures().of(reading.lemma(group.head() - 1) + " " + head);
            if (!pair.isEmpty()) {
                return pair;
            }
            if (head.equals("number")
                    || head.equals("total")
                    || head.equals("tally")
                    || head.equals("count")
                    || head.equals("figure")
                    || head.equals("forecast")
                    || head.equals("estimate")
                    || head.equals("target")
                    || head.equals("toll")) {
                String first = lexicons.measures().of(reading.lemma(group.head() - 1));
                return head.equals("toll") && !first.equals("injured") ? "killed" : first;
            }
        }
        return NO_OWNERS.contains(head) ? "" : lexicons.measures().of(head);
    }

    /** "price of oil", "number of dead": the noun after "of", or what stands before the measure word. */
    private String ofWhat(Frames frames, int i) {
        if (i < 0) {
            return "";
        }
        if (frames.has(i + 2)
                && BELONGS.contains(reading.lower(frames.chunks().get(i + 1).first()))
                && reading.number(frames.chunks().get(i + 2).first()) == null) {
            return reading.lemma(frames.chunks().get(i + 2).head());
        }
        Chunk chunk = frames.chunks().get(i);
        boolean priced = PRICED.contains(reading.lemma(chunk.head()));
        return priced
                        && chunk.head() > chunk.first()
                        && reading.pos(chunk.head() - 1).startsWith("NN")
                ? reading.lemma(chunk.head() - 1)
                : "";
    }

    private String field(@Nullable Role role) {
        if (role == null || role.part() == Role.Part.OBLIQUE) {
            return "";
        }
        String lemma = role.clause().lemma();
        for (String field : FIELD_CLASSES) {
            if (role.clause().is(field)) {
                return field;
            }
        }
        return NO_FIELD.contains(lemma) || role.clause().is("report") ? "" : lemma;
    }

    /** Lemma of what a group counts; two words where the lexicon knows the pair ("air strike"). */
    private String noun(Chunk chunk) {
        String head = reading.lemma(chunk.head());
        if (chunk.head() > chunk.first()) {
            String pair = reading.lemma(chunk.head() - 1) + " " + head;
            if (lexicons.measures().has(pair) || lexicons.persons().has(pair)) {
                return pair;
            }
        }
        return head;
    }
}
