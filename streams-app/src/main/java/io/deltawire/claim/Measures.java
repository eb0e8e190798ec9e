package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What a number measures: from the noun it counts, the verb that noun belongs to, or the noun whose value it gives. */
final class Measures {
    private static final Set<String> PERSON_MEASURES = Set.of(
            "arrest",
            "displace",
            "evacuate",
            "rescue",
            "trap",
            "release",
            "deport",
            "infect",
            "abduct",
            "vaccinate",
            "lay off",
            "hire",
            "charge",
            "convict",
            "acquit",
            "sentence",
            "hospitalise");
    private static final Set<String> NO_FIELD = Set.of(
            "be", "have", "count", "report", "confirm", "there", "do", "say", "see", "include", "record", "total",
            "number");
    private static final Set<String> FIELD_CLASSES = Set.of(
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

    Measures(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
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
            boolean nearer = best == null
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
        boolean crowd = listed.equals("crowd")
                && role != null
                && lexicons.verbs().is(role.clause().lemma(), "gather");
        return new Measure(plain ? head : listed, crowd || selfContained(listed) ? "" : field, plain ? 0.45 : 0.75);
    }

    /** "eleven of the dead", "three of the injured". */
    private @Nullable Measure partOf(Frames frames, int i) {
        if (!frames.has(i + 2)
                || !reading.lower(frames.chunks().get(i + 1).first()).equals("of")) {
            return null;
        }
        String state = personState(reading.lower(frames.chunks().get(i + 2).head()));
        return state.isEmpty() ? null : new Measure(state, "", 0.8);
    }

    private static boolean selfContained(String measure) {
        return Set.of(
                        "killed",
                        "injured",
                        "casualties",
                        "missing",
                        "infected",
                        "without power",
                        "violation",
                        "magnitude")
                .contains(measure);
    }

    /** "12 people were killed", "2 dead", "left 40,000 without power", "claimed the lives of 12". */
    private @Nullable Measure people(Frames frames, int i, String head, boolean bare, @Nullable Role role) {
        String state = state(frames, i, role);
        if (!state.isEmpty()) {
            return new Measure(state, "", 0.85);
        }
        boolean person = bare || lexicons.persons().has(head);
        if (head.equals("life")
                && role != null
                && Set.of("claim", "take", "cost", "lose")
                        .contains(role.clause().lemma())) {
            return new Measure("killed", "", 0.85);
        }
        if (i > 1 && reading.lower(frames.chunks().get(i - 1).first()).equals("of")) {
            String owner = reading.lemma(frames.chunks().get(i - 2).head());
            if (owner.equals("life") || owner.equals("death") || owner.equals("killing") || owner.equals("murder")) {
                return person ? new Measure("killed", "", 0.85) : null;
            }
            if (owner.equals("arrest")) {
                return person ? new Measure("arrested", "", 0.85) : null;
            }
        }
        if (!person || role == null || role.part() == Role.Part.OBLIQUE) {
            return null;
        }
        return byVerb(frames, role);
    }

    private @Nullable Measure byVerb(Frames frames, Role role) {
        Lexicon verbs = lexicons.verbs();
        Clause clause = role.clause();
        String lemma = clause.lemma();
        boolean patient = role.part() == Role.Part.PATIENT;
        if (patient && verbs.is(lemma, "kill") && !lemma.equals("claim") && !lemma.equals("hang")) {
            return new Measure("killed", "", 0.9);
        }
        if ((verbs.is(lemma, "die") && !clause.passive() && !patient)
                || (lemma.equals("lose") && hasObject(clause, "life"))) {
            return new Measure("killed", "", 0.9);
        }
        if (patient && verbs.is(lemma, "injure")) {
            return new Measure("injured", "", 0.9);
        }
        if (!patient && verbs.is(lemma, "suffer") && hasObject(clause, "injury", "wound", "burn")) {
            return new Measure("injured", "", 0.85);
        }
        if (reading.lower(clause.verb().head()).equals("missing") && !patient) {
            return new Measure("missing", "", 0.85);
        }
        if (patient && lemma.equals("shoot")) {
            return new Measure(fatal(frames, clause) ? "killed" : "shot", "", 0.8);
        }
        if (patient && verbs.is(lemma, "carry") && clause.after("to") != null && hospital(clause)) {
            return new Measure("hospitalised", "", 0.85);
        }
        if (!patient && becomesIll(clause)) {
            return new Measure("ill", "", 0.85);
        }
        if (patient && lemma.equals("bring") && clause.after("to") != null && leads(clause, "to", "safety")) {
            return new Measure("rescued", "", 0.8);
        }
        if (patient && lemma.equals("take") && clause.after("into") != null) {
            return new Measure("arrested", "", 0.7);
        }
        if (!patient && verbs.is(lemma, "flee")) {
            return new Measure("displaced", "", 0.7);
        }
        if (!patient && lemma.equals("lose") && hasObject(clause, "power", "electricity")) {
            return new Measure("without power", "", 0.85);
        }
        if (!patient && verbs.is(lemma, "gather")) {
            return new Measure("crowd", "", 0.75);
        }
        if (patient) {
            for (String measure : PERSON_MEASURES) {
                if (verbs.is(lemma, measure)) {
                    return new Measure(name(measure), "", 0.85);
                }
            }
        }
        return null;
    }

    private static String name(String verbClass) {
        return switch (verbClass) {
            case "lay off" -> "laid off";
            case "sentence" -> "sentenced";
            case "arrest" -> "arrested";
            case "hospitalise" -> "hospitalised";
            case "deport", "infect", "convict", "abduct" -> verbClass + "ed";
            case "trap" -> "trapped";
            case "acquit" -> "acquitted";
            default -> verbClass + "d";
        };
    }

    private boolean becomesIll(Clause clause) {
        String next = reading.lower(clause.verb().end());
        return Set.of("fall", "become", "be", "get").contains(clause.lemma())
                && (next.equals("ill") || next.equals("sick"));
    }

    private boolean leads(Clause clause, String preposition, String noun) {
        Chunk goal = clause.after(preposition);
        return goal != null && reading.lemma(goal.head()).equals(noun);
    }

    private boolean hospital(Clause clause) {
        Chunk goal = clause.after("to");
        return goal != null
                && reading.text(goal).toLowerCase(java.util.Locale.ROOT).contains("hospital");
    }

    private boolean fatal(Frames frames, Clause clause) {
        if (lexicons.persons().is(reading.lower(clause.verb().head() - 1), "fatally")) {
            return true;
        }
        Chunk next = frames.has(clause.index() + 1) ? frames.chunks().get(clause.index() + 1) : null;
        Chunk to = clause.after("to");
        return (next != null && reading.lower(next.head()).equals("dead"))
                || (to != null && reading.lemma(to.head()).equals("death"));
    }

    /** What the words after a number say of its people: dead, missing, without power. */
    private String state(Frames frames, int i, @Nullable Role role) {
        Chunk next = frames.has(i + 1) ? frames.chunks().get(i + 1) : null;
        if (next != null && (next.is(Chunk.Kind.ADJECTIVE) || next.is(Chunk.Kind.ADVERB)) && !frames.has(i + 2)) {
            return personState(reading.lower(next.head()));
        }
        if (next != null
                && next.is(Chunk.Kind.ADJECTIVE)
                && !frames.chunks().get(i + 2).is(Chunk.Kind.VERB)) {
            String state = personState(reading.lower(next.head()));
            if (!state.isEmpty()) {
                return state;
            }
        }
        if (next != null && reading.lower(next.first()).equals("without") && frames.has(i + 2)) {
            String what = reading.lemma(frames.chunks().get(i + 2).head());
            return Set.of("power", "electricity", "water", "gas", "heat", "heating")
                            .contains(what)
                    ? "without " + (what.equals("electricity") ? "power" : what)
                    : "";
        }
        if (role != null
                && role.part() != Role.Part.OBLIQUE
                && role.clause().index() > i
                && Set.of(
                                "be",
                                "remain",
                                "go",
                                "list",
                                "report",
                                "find",
                                "declare",
                                "confirm",
                                "pronounce",
                                "feared",
                                "fear",
                                "presume",
                                "believe",
                                "leave",
                                "feel")
                        .contains(role.clause().lemma())) {
            for (int k = role.clause().index() + 1;
                    k < Math.min(role.clause().index() + 4, frames.chunks().size());
                    k++) {
                Chunk chunk = frames.chunks().get(k);
                if (chunk.is(Chunk.Kind.NOUN) || chunk.is(Chunk.Kind.BREAK) || chunk.is(Chunk.Kind.COMMA)) {
                    return chunk.end() - chunk.first() == 1 ? personState(reading.lower(chunk.head())) : "";
                }
                if (reading.lower(chunk.first()).equals("without") && frames.has(k + 1)) {
                    String what = reading.lemma(frames.chunks().get(k + 1).head());
                    return what.equals("power") || what.equals("electricity") ? "without power" : "";
                }
                String state = personState(reading.lower(chunk.head()));
                if (!state.isEmpty()) {
                    return state;
                }
            }
        }
        return "";
    }

    private String personState(String word) {
        return Set.of(
                                "dead",
                                "missing",
                                "injured",
                                "wounded",
                                "hurt",
                                "homeless",
                                "trapped",
                                "stranded",
                                "unaccounted",
                                "hospitalised",
                                "hospitalized",
                                "displaced",
                                "infected",
                                "slain",
                                "killed",
                                "deceased")
                        .contains(word)
                ? word.equals("deceased") ? "killed" : lexicons.measures().of(word)
                : "";
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
        Lexicon verbs = lexicons.verbs();
        boolean moves = verbs.is(clause.lemma(), "reach")
                || verbs.is(clause.lemma(), "change")
                || clause.lemma().equals("be")
                || verbs.is(clause.lemma(), "up")
                || verbs.is(clause.lemma(), "down");
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
                    : (!verbs.is(clause.lemma(), "up") && !verbs.is(clause.lemma(), "down"))
                            || (verbs.is(clause.lemma(), "reach") && number.use() == NumberValue.Use.COUNT);
            boolean delta = !level || role.preposition().equals("by");
            boolean down = delta && verbs.is(clause.lemma(), "down");
            String field = moved == null ? "" : ofWhat(frames, frames.indexOf(moved));
            return new Measure(measure, delta ? "change" : field, down, 0.8);
        }
        if (number.use() == NumberValue.Use.MONEY && clause.lemma().equals("fine")) {
            return new Measure("fine", "", 0.8);
        }
        for (String money : FIELD_CLASSES) {
            if (number.use() == NumberValue.Use.MONEY
                    && verbs.is(clause.lemma(), money)
                    && role.part() != Role.Part.AGENT) {
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
        return Set.of("number", "total", "tally", "count", "figure").contains(reading.lemma(group.head()));
    }

    /** "number of people who have fled", "number of people missing", "number of injured". */
    private String countedPeople(Frames frames, int i) {
        Chunk group = frames.chunks().get(i);
        boolean person = lexicons.persons().has(noun(group))
                || reading.lower(group.head()).equals("those");
        String fate = person ? fate(group.end(), frames.sentence().endToken()) : "";
        return fate.isEmpty() ? counted(group) : fate;
    }

    /** What befell those that a number counts: "… who have fled", "… killed in the blast", "… still missing". */
    private String fate(int from, int end) {
        for (int t = from; t < Math.min(end, from + 6); t++) {
            String state = personState(reading.lower(t));
            if (!state.isEmpty()) {
                return state;
            }
            String lemma = reading.lemma(t);
            Lexicon verbs = lexicons.verbs();
            if (verbs.is(lemma, "kill") || verbs.is(lemma, "die")) {
                return "killed";
            }
            if (verbs.is(lemma, "injure")) {
                return "injured";
            }
            if (verbs.is(lemma, "flee")) {
                return "displaced";
            }
            for (String measure : PERSON_MEASURES) {
                if (verbs.is(lemma, measure)) {
                    return name(measure);
                }
            }
            if (verbs.is(lemma, "up")
                    || verbs.is(lemma, "down")
                    || reading.lower(t).equals("to")) {
                return "";
            }
        }
        return "";
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
        return Set.of("body", "life", "shot", "home", "school", "term", "sale").contains(head)
                ? ""
                : lexicons.measures().of(head);
    }

    /** "price of oil", "number of dead": the noun after "of", or what stands before the measure word. */
    private String ofWhat(Frames frames, int i) {
        if (i < 0) {
            return "";
        }
        if (frames.has(i + 2)
                && Set.of("of", "for")
                        .contains(reading.lower(frames.chunks().get(i + 1).first()))
                && reading.number(frames.chunks().get(i + 2).first()) == null) {
            return reading.lemma(frames.chunks().get(i + 2).head());
        }
        Chunk chunk = frames.chunks().get(i);
        boolean priced = Set.of("price", "share", "rate", "sale").contains(reading.lemma(chunk.head()));
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
            if (lexicons.verbs().is(lemma, field)) {
                return field;
            }
        }
        return NO_FIELD.contains(lemma) || lexicons.verbs().is(lemma, "report") ? "" : lemma;
    }

    private boolean hasObject(Clause clause, String... lemmas) {
        for (Chunk object : clause.objects()) {
            for (String lemma : lemmas) {
                if (reading.lemma(object.head()).equals(lemma)) {
                    return true;
                }
            }
        }
        return false;
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
