package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What befell counted people: killed, injured, missing, displaced, by the verb they belong to or the words behind them. */
final class Fates {
    private static final Set<String> BECOMES = Set.of("fall", "become", "be", "get");
    private static final Set<String> SUPPLIES = Set.of("power", "electricity", "water", "gas", "heat", "heating");
    private static final Set<String> COPULAS = Set.of(
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
            "feel");
    private static final Set<String> PERSON_STATES = Set.of(
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
            "deceased");
    /** Gone through, the first that holds counts: a set has another order at each start of Java. */
    private static final List<String> PERSON_MEASURES = List.of(
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

    private static final int TOLD = 12;

    private final Reading reading;
    private final Lexicons lexicons;

    Fates(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    Measures.@Nullable Measure byVerb(Frames frames, Measures.Role role) {
        Clause clause = role.clause();
        String lemma = clause.lemma();
        boolean patient = role.part() == Measures.Role.Part.PATIENT;
        if (patient && clause.is("kill") && !lemma.equals("claim") && !lemma.equals("hang")) {
            return new Measures.Measure("killed", "", 0.9);
        }
        if ((clause.is("die") && !clause.passive() && !patient)
                || (lemma.equals("lose") && hasObject(clause, "life"))) {
            return new Measures.Measure("killed", "", 0.9);
        }
        if (patient && clause.is("injure")) {
            return new Measures.Measure("injured", "", 0.9);
        }
        if (!patient && clause.is("suffer") && hasObject(clause, "injury", "wound", "burn")) {
            return new Measures.Measure("injured", "", 0.85);
        }
        if (reading.lower(clause.verb().head()).equals("missing") && !patient) {
            return new Measures.Measure("missing", "", 0.85);
        }
        if (patient && lemma.equals("shoot")) {
            return new Measures.Measure(fatal(frames, clause) ? "killed" : "shot", "", 0.8);
        }
        if (patient && clause.is("carry") && clause.after("to") != null && hospital(clause)) {
            return new Measures.Measure("hospitalised", "", 0.85);
        }
        if (!patient && becomesIll(clause)) {
            return new Measures.Measure("ill", "", 0.85);
        }
        if (patient && lemma.equals("bring") && clause.after("to") != null && leads(clause, "to", "safety")) {
            return new Measures.Measure("rescued", "", 0.8);
        }
        if (patient && lemma.equals("take") && clause.after("into") != null) {
            return new Measures.Measure("arrested", "", 0.7);
        }
        if (!patient && clause.is("flee")) {
            return new Measures.Measure("displaced", "", 0.7);
        }
        if (!patient && lemma.equals("lose") && hasObject(clause, "power", "electricity")) {
            return new Measures.Measure("without power", "", 0.85);
        }
        if (!patient && clause.is("gather")) {
            return new Measures.Measure("crowd", "", 0.75);
        }
        if (patient) {
            for (String measure : PERSON_MEASURES) {
                if (clause.is(measure)) {
                    return new Measures.Measure(name(measure), "", 0.85);
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
        return BECOMES.contains(clause.lemma()) && (next.equals("ill") || next.equals("sick"));
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
    String state(Frames frames, int i, Measures.@Nullable Role role) {
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
            return SUPPLIES.contains(what) ? "without " + (what.equals("electricity") ? "power" : what) : "";
        }
        if (role != null
                && role.part() != Measures.Role.Part.OBLIQUE
                && role.clause().index() > i
                && COPULAS.contains(role.clause().lemma())) {
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

    String personState(String word) {
        return PERSON_STATES.contains(word)
                ? word.equals("deceased") ? "killed" : lexicons.measures().of(word)
                : "";
    }

    /** What befell those that a number counts: "… who have fled", "… killed in the blast", "… still missing". */
    String fate(int from, int end) {
        for (int t = from; t < Math.min(end, from + 6); t++) {
            String state = personState(reading.lower(t));
            if (!state.isEmpty()) {
                return state;
            }
            Lexicon.Listed known = lexicons.verbs().listed(reading.lemma(t));
            if (known.is("kill") || known.is("die")) {
                return "killed";
            }
            if (known.is("injure")) {
                return "injured";
            }
            if (known.is("flee")) {
                return "displaced";
            }
            for (String measure : PERSON_MEASURES) {
                if (known.is(measure)) {
                    return name(measure);
                }
            }
            if (known.is("up") || known.is("down") || reading.lower(t).equals("to")) {
                return "";
            }
        }
        return "";
    }

    /**
     * What befell a counted group by the words behind it, up to the next figure or clause: "29 people are known to be dead", "six
     * residents are still being looked for", "people had been moved to schools", "31 people passed through the emergency room".
     */
    String told(Frames frames, int from) {
        int end = Math.min(frames.sentence().endToken(), from + TOLD);
        boolean not = false;
        for (int t = from; t < end; t++) {
            String lower = reading.lower(t);
            if (lower.equals(",")
                    || lower.equals(";")
                    || lower.equals("and")
                    || lower.equals("while")
                    || lower.equals("but")) {
                return "";
            }
            NumberValue other = reading.number(t);
            if (other != null && other.use() == NumberValue.Use.COUNT) {
                return "";
            }
            not |= lower.equals("not") || lower.equals("yet") || lower.equals("n't") || lower.equals("never");
            String lemma = reading.verbLemma(t, lexicons.verbs());
            String told = lexicons.fates().of(lower);
            told = told.isEmpty() ? lexicons.fates().of(lemma) : told;
            told = told.isEmpty() ? lexicons.fates().of(lower + " " + reading.lower(t + 1)) : told;
            if (!told.isEmpty()) {
                boolean absent = told.equals("missing");
                return not && !absent ? "" : told;
            }
        }
        return "";
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
}
