package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a figure counts or measures by grammar alone, where no list knows the noun: "cut their demand to 4 million", "the survivors
 * number 112", "a transition of 24 months", "the number of birds culled to 112,000", "900 of 17,400 jobs".
 */
final class Unlisted {
    private static final Set<String> COLLECTIVE = Set.of(
            "number",
            "list",
            "total",
            "tally",
            "count",
            "figure",
            "size",
            "sum",
            "roll",
            "register",
            "estimate",
            "group",
            "quantity",
            "amount",
            "volume",
            "level",
            "length",
            "period",
            "scope",
            "share");
    private static final Set<String> SPEAKS = Set.of("speak", "speak of", "talk of", "claim");

    private static final Set<String> LEVEL = Set.of("to", "at", "of", "from", "as");
    private static final Set<String> NUMBERING = Set.of("number", "total");
    private static final Set<String> EMPTY = Set.of(
            "people",
            "person",
            "man",
            "woman",
            "thing",
            "way",
            "place",
            "time",
            "day",
            "hour",
            "week",
            "end",
            "age",
            "edge",
            "half",
            "most",
            "least",
            "kind",
            "speed",
            "distance");
    private static final double SURE = 0.45;
    private static final int REACH = 12;

    private final Reading reading;
    private final Lexicons lexicons;

    Unlisted(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** The noun that the figure is of, null when the grammar names none. */
    Measures.@Nullable Measure of(Frames frames, int i, Chunk chunk, NumberValue number, Measures.@Nullable Role role) {
        boolean bare = number.endToken() >= chunk.end();
        if (!bare && number.use() == NumberValue.Use.COUNT) {
            return null; // it counts its own noun
        }
        String noun = partOf(frames, i, number);
        noun = noun.isEmpty() ? summed(frames, number) : noun;
        noun = noun.isEmpty() ? owner(frames, i) : noun;
        noun = noun.isEmpty() && role != null ? moved(role) : noun;
        noun = noun.isEmpty() && number.use() == NumberValue.Use.DURATION && !bare ? named(chunk) : noun;
        if (noun.isEmpty() || EMPTY.contains(noun)) {
            return null;
        }
        String listed = lexicons.measures().of(noun);
        boolean count = number.use() == NumberValue.Use.COUNT;
        // a listed class counts something or is a sum: "the death of 4 million" is no toll in dollars
        return new Measures.Measure(listed.isEmpty() || !count ? noun : listed, "", SURE);
    }

    /** Whose figure it is where the verb is left out: "police put the crowd at 4,000, the unions at 10,000". */
    String side(Frames frames, int i) {
        if (i < 3 || !LEVEL.contains(reading.lower(frames.chunks().get(i - 1).first()))) {
            return "";
        }
        Chunk who = frames.chunks().get(i - 2);
        Chunk before = frames.chunks().get(i - 3);
        boolean joined = before.is(Chunk.Kind.COMMA) || before.is(Chunk.Kind.CONJUNCTION);
        boolean holder = who.is(Chunk.Kind.NOUN)
                && reading.number(who.head()) == null
                && lexicons.holders().has(reading.lemma(who.head()));
        return joined && holder ? reading.text(who).toLowerCase(java.util.Locale.ROOT) : "";
    }

    /** "The organisers counted 15,000", "a mayor spoke of 700", "the opposition puts it at 60": who does, in lower case; "" for nobody. */
    String teller(Frames frames, int i) {
        Clause clause = null;
        for (Clause other : frames.clauses()) {
            clause = other.index() < i ? other : clause;
        }
        if (clause == null
                || clause.mood() != Clause.Mood.FACT
                || clause.passive()
                || clause.subjects().size() != 1
                || !(clause.is("count") || clause.is("gauge") || SPEAKS.contains(clause.lemma()))) {
            return "";
        }
        Chunk who = clause.subjects().get(0);
        String lemma = reading.lemma(who.head());
        boolean somebody = who.is(Chunk.Kind.NOUN)
                && reading.number(who.head()) == null
                && (lexicons.holders().has(lemma)
                        || lexicons.persons().has(lemma)
                        || reading.entity(who.head()) != null);
        return somebody ? reading.text(who).toLowerCase(java.util.Locale.ROOT) : "";
    }

    /** "900 of 17,400 jobs", "nine of the 40 cabins". */
    private String partOf(Frames frames, int i, NumberValue number) {
        if (number.use() != NumberValue.Use.COUNT
                || !frames.has(i + 2)
                || !reading.lower(frames.chunks().get(i + 1).first()).equals("of")) {
            return "";
        }
        Chunk whole = frames.chunks().get(i + 2);
        boolean counted = whole.is(Chunk.Kind.NOUN)
                && reading.pos(whole.head()).startsWith("NNS")
                && reading.number(whole.head()) == null;
        return counted ? reading.lemma(whole.head()) : "";
    }

    /** "the number of birds culled to 112,000", "the list of tankers from 140 to 126". */
    private String summed(Frames frames, NumberValue number) {
        int first = number.firstToken();
        while (reading.pos(first - 1).startsWith("RB")) {
            first--;
        }
        if (NUMBERING.contains(reading.lemma(first - 1))
                && reading.pos(first - 2).startsWith("NN")) {
            return reading.lemma(first - 2); // "the survivors number 112"
        }
        if (!LEVEL.contains(reading.lower(first - 1)) && !lexicons.verbs().is(reading.lemma(first - 1), "reach")) {
            return "";
        }
        for (int t = first - 2; t >= Math.max(frames.sentence().firstToken(), first - REACH); t--) {
            if (reading.lower(t).equals(";") || reading.lower(t).equals(",")) {
                return "";
            }
            if (COLLECTIVE.contains(reading.lemma(t)) && reading.lower(t + 1).equals("of")) {
                for (int n = t + 2; n < first - 1; n++) {
                    boolean head = reading.pos(n).startsWith("NN")
                            && reading.number(n) == null
                            && !reading.pos(n + 1).startsWith("NN");
                    if (head) {
                        return reading.lemma(n);
                    }
                }
                return "";
            }
        }
        return "";
    }

    /** "a transition of 24 months", "a levy of six dollars", "the crowd at 4,000". */
    private String owner(Frames frames, int i) {
        if (i < 2 || !frames.chunks().get(i - 1).is(Chunk.Kind.PREPOSITION)) {
            return "";
        }
        String preposition = reading.lower(frames.chunks().get(i - 1).first());
        return preposition.equals("of") || preposition.equals("at")
                ? named(frames.chunks().get(i - 2))
                : "";
    }

    /** What rises, falls, is put or brought to the figure. */
    private String moved(Measures.Role role) {
        Clause clause = role.clause();
        String lemma = clause.lemma();
        boolean changes = clause.is("change") || clause.is("gauge") || clause.is("cut");
        boolean moves = changes || clause.is("reach") || clause.is("up") || clause.is("down") || lemma.equals("be");
        boolean level = role.part() != Measures.Role.Part.OBLIQUE || LEVEL.contains(role.preposition());
        if (!moves || !level || role.part() == Measures.Role.Part.AGENT) {
            return "";
        }
        if (changes && !clause.passive()) {
            for (Chunk object : clause.objects()) {
                if (reading.number(object.first()) == null && reading.number(object.head()) == null) {
                    return named(object);
                }
            }
        }
        return clause.subjects().isEmpty() ? "" : named(clause.subjects().get(0));
    }

    /** Head of a group of common nouns, "" for names, pronouns and numbers. */
    private String named(Chunk group) {
        int head = group.head();
        boolean common = group.is(Chunk.Kind.NOUN)
                && reading.pos(head).startsWith("NN")
                && !reading.pos(head).startsWith("NNP")
                && reading.number(head) == null
                && reading.time(head) == null;
        return common ? reading.lemma(head) : "";
    }
}
