package io.deltawire.claim;

import io.deltawire.claim.Clause.Mood;
import io.deltawire.text.NumberValue;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** Finds the subjects of a sentence's verbs: before them, behind a relative, in a list, or those of the clause before. */
final class Subjects {
    private static final Set<String> ADJUNCTS = Set.of("by", "after", "before", "without", "upon", "while", "since");

    private final Reading reading;
    private final Lexicon verbs;
    private final List<Chunk> chunks;
    private final List<Clause> clauses;

    /** @param clauses clauses before the verb asked for; grows while the sentence is read */
    Subjects(Reading reading, Lexicon verbs, List<Chunk> chunks, List<Clause> clauses) {
        this.reading = reading;
        this.verbs = verbs;
        this.chunks = chunks;
        this.clauses = clauses;
    }

    /** Subjects of the verb at group v; empty when it has none. */
    List<Chunk> of(int v) {
        int i = v - 1;
        Chunk verb = chunks.get(v);
        boolean participle = verb.first() == verb.head()
                && (reading.lower(verb.head()).endsWith("ing")
                        || (reading.pos(verb.head()).equals("VBN") && !intransitive(v)));
        if (participle && i >= 0 && chunks.get(i).is(Chunk.Kind.NOUN)) {
            return leftList(i);
        }
        boolean adjunct = participle
                && i > 0
                && chunks.get(i).is(Chunk.Kind.PREPOSITION)
                && ADJUNCTS.contains(reading.lower(chunks.get(i).first()));
        if (adjunct && !clauses.isEmpty()) {
            return inherited(i, true); // "stunned the court by admitting": who stunned it
        }
        while (i >= 0) {
            Chunk chunk = chunks.get(i);
            switch (chunk.kind()) {
                case RELATIVE -> {
                    return antecedent(i);
                }
                case SUBORDINATOR, BREAK -> {
                    return List.of();
                }
                case NOUN -> {
                    if (i > 0 && chunks.get(i - 1).is(Chunk.Kind.PREPOSITION)) {
                        i -= 2;
                    } else if (joinedBehindPreposition(i, v)) {
                        i -= 4;
                    } else {
                        return leftList(i);
                    }
                }
                case COMMA -> i = beforeApposition(i);
                case CONJUNCTION, VERB -> {
                    return inherited(i, chunk.is(Chunk.Kind.CONJUNCTION) && finite(v));
                }
                default -> i--;
            }
        }
        return List.of();
    }

    /** "The curfew in Tarsa and Lipnik was ended": one thing, and two towns behind a preposition. */
    private boolean joinedBehindPreposition(int i, int v) {
        String first = reading.lower(chunks.get(v).first());
        boolean singular = first.equals("was")
                || first.equals("is")
                || first.equals("has")
                || reading.pos(chunks.get(v).first()).equals("VBZ");
        return singular
                && i > 3
                && chunks.get(i - 1).is(Chunk.Kind.CONJUNCTION)
                && reading.lower(chunks.get(i - 1).first()).equals("and")
                && chunks.get(i - 2).is(Chunk.Kind.NOUN)
                && chunks.get(i - 3).is(Chunk.Kind.PREPOSITION)
                && chunks.get(i - 4).is(Chunk.Kind.NOUN);
    }

    /** What a relative pronoun at a group stands for. */
    List<Chunk> antecedent(int relative) {
        for (int i = relative - 1; i >= 0; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Chunk.Kind.NOUN)) {
                boolean of = i > 1 && reading.lower(chunks.get(i - 1).first()).equals("of");
                return of && reading.number(chunks.get(i - 2).head()) != null
                        ? List.of(chunks.get(i - 2))
                        : leftList(i);
            }
            if (!chunk.is(Chunk.Kind.COMMA) && !chunk.is(Chunk.Kind.PREPOSITION)) {
                return List.of();
            }
        }
        return List.of();
    }

    private boolean finite(int v) {
        for (int t = chunks.get(v).first(); t < chunks.get(v).end(); t++) {
            String pos = reading.pos(t);
            if (pos.equals("VBD") || pos.equals("VBZ") || pos.equals("VBP") || pos.equals("MD")) {
                return true;
            }
        }
        return false;
    }

    /** Subjects of the clause before; of the last finite one for "announced his readiness to talk … but rejected a truce". */
    private List<Chunk> inherited(int i, boolean finiteOnly) {
        for (int c = clauses.size() - 1; c >= 0; c--) {
            Mood mood = clauses.get(c).mood();
            boolean fits = !finiteOnly
                    || (mood != Mood.INFINITIVE
                            && mood != Mood.GERUND
                            && finite(clauses.get(c).index()));
            if (clauses.get(c).index() <= i && fits) {
                return whole(clauses.get(c));
            }
        }
        return List.of();
    }

    /** "Two of the nine people hurt in the crash have died": two; else the subjects of the clause. */
    private List<Chunk> whole(Clause clause) {
        int noun = clause.index() - 1;
        boolean reduced = clause.verb().first() == clause.verb().head()
                && noun > 1
                && clause.subjects().size() == 1
                && clause.subjects().get(0).equals(chunks.get(noun));
        return reduced && partOf(reading, chunks, noun) ? List.of(chunks.get(noun - 2)) : clause.subjects();
    }

    /** Whether a group is the whole of which the number before it is a part: "six people" of "one of six people". */
    static boolean partOf(Reading reading, List<Chunk> chunks, int noun) {
        return noun > 1
                && reading.lower(chunks.get(noun - 1).first()).equals("of")
                && chunks.get(noun - 2).is(Chunk.Kind.NOUN)
                && reading.number(chunks.get(noun - 2).head()) != null;
    }

    /** From a comma before the verb to what stands before the apposition that it closes. */
    private int beforeApposition(int comma) {
        for (int i = comma - 1; i > 0; i--) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Chunk.Kind.COMMA)) {
                int whole = chunks.get(i + 1).is(Chunk.Kind.CONJUNCTION) ? told(i) : -1;
                boolean noun = chunks.get(i - 1).is(Chunk.Kind.NOUN);
                return whole >= 0 ? whole : noun ? i - 1 : comma - 1;
            }
            if (chunk.is(Chunk.Kind.VERB) && compares(i)) {
                continue;
            }
            if (chunk.is(Chunk.Kind.VERB) && participial(i)) {
                return i - 2;
            }
            if (chunk.is(Chunk.Kind.VERB)) {
                int relative = relativeBefore(i);
                relative = relative >= 0 ? relative : saidBetween(i);
                return relative >= 0 ? relative : comma - 1;
            }
            boolean than = reading.lower(chunk.first()).equals("than");
            if (chunk.is(Chunk.Kind.BREAK) || (chunk.is(Chunk.Kind.SUBORDINATOR) && !than)) {
                return comma - 1;
            }
        }
        return comma - 1;
    }

    /** "Four people, including a boy, were shot", "the victim, identified as Rodriguez, remains": a bare participle right behind noun and comma. */
    private boolean participial(int verb) {
        String pos = reading.pos(chunks.get(verb).head());
        return verb > 1
                && chunks.get(verb).first() == chunks.get(verb).head()
                && (pos.equals("VBG") || pos.equals("VBN"))
                && chunks.get(verb - 1).is(Chunk.Kind.COMMA)
                && chunks.get(verb - 2).is(Chunk.Kind.NOUN);
    }

    /** "Three victims, a man, a woman and a boy, were hurt": index of as many as the list has, whose last comma is given, or -1. */
    private int told(int comma) {
        int items = 1;
        for (int i = comma;
                i > 0 && chunks.get(i).is(Chunk.Kind.COMMA) && chunks.get(i - 1).is(Chunk.Kind.NOUN);
                i -= 2) {
            NumberValue number = reading.number(chunks.get(i - 1).first());
            if (number != null
                    && number.use() == NumberValue.Use.COUNT
                    && number.low().compareTo(BigDecimal.valueOf(items)) == 0) {
                return i - 1;
            }
            items++;
        }
        return -1;
    }

    /** "Eleven people, two more than reported at first, were wounded". */
    private boolean compares(int verb) {
        return reading.lower(chunks.get(verb - 1).first()).equals("than")
                || (verb > 1 && reading.lower(chunks.get(verb - 2).first()).equals("than"));
    }

    /** "The man, who was driving, died": index of the group before the relative clause, or -1. */
    private int relativeBefore(int verb) {
        for (int i = verb - 1; i > 0; i--) {
            if (chunks.get(i).is(Chunk.Kind.RELATIVE)) {
                return chunks.get(i - 1).is(Chunk.Kind.COMMA) ? i - 2 : i - 1;
            }
            // "who before Christmas had ruled such a step out, yielded", "who last month had refused to go along, said"
            boolean ends = chunks.get(i).is(Chunk.Kind.COMMA)
                    || chunks.get(i).is(Chunk.Kind.BREAK)
                    || (chunks.get(i).is(Chunk.Kind.SUBORDINATOR)
                            && !chunks.get(i - 1).is(Chunk.Kind.RELATIVE));
            if (ends) {
                return -1;
            }
        }
        return -1;
    }

    /** "The government, she said late on Tuesday, agrees": index of the group before the words that say who says so, or -1. */
    private int saidBetween(int verb) {
        boolean says = verbs.is(reading.lemma(chunks.get(verb).head()), "report");
        if (!says
                || verb < 3
                || !chunks.get(verb - 1).is(Chunk.Kind.NOUN)
                || !chunks.get(verb - 2).is(Chunk.Kind.COMMA)) {
            return -1;
        }
        for (int i = 0; i < verb; i++) {
            if (chunks.get(i).is(Chunk.Kind.VERB)) {
                return -1;
            }
        }
        return chunks.get(verb - 3).is(Chunk.Kind.NOUN) ? verb - 3 : -1;
    }

    private List<Chunk> leftList(int last) {
        List<Chunk> list = new ArrayList<>();
        list.add(chunks.get(last));
        int i = last - 1;
        boolean joined = false;
        while (i > 0) {
            Chunk link = chunks.get(i);
            boolean conjunction = link.is(Chunk.Kind.CONJUNCTION) && !joined;
            if (!conjunction && !(joined && link.is(Chunk.Kind.COMMA))) {
                break;
            }
            joined = true;
            int n = conjunction && chunks.get(i - 1).is(Chunk.Kind.COMMA) ? i - 2 : i - 1;
            if (n >= 2
                    && chunks.get(n).is(Chunk.Kind.NOUN)
                    && chunks.get(n - 1).is(Chunk.Kind.PREPOSITION)
                    && chunks.get(n - 2).is(Chunk.Kind.NOUN)) {
                n -= 2;
            }
            if (n < 0 || !chunks.get(n).is(Chunk.Kind.NOUN)) {
                break;
            }
            boolean bare = reading.number(chunks.get(n).first()) != null
                    && n > 0
                    && chunks.get(n - 1).is(Chunk.Kind.PREPOSITION);
            if (bare) {
                break; // "infections have doubled to 480, and 15 patients have died"
            }
            if (n > 0
                    && chunks.get(n - 1).is(Chunk.Kind.VERB)
                    && !verbs.is(reading.lemma(chunks.get(n - 1).head()), "report")) {
                break;
            }
            list.add(chunks.get(n));
            i = n - 1;
        }
        Collections.reverse(list);
        return list;
    }

    /** Verbs whose bare past form is no passive, whatever the tagger says: "prices dropped", "two died". */
    boolean intransitive(int v) {
        Lexicon.Listed known = verbs.listed(reading.lemma(chunks.get(v).head()));
        return known.is("die") || ((known.is("up") || known.is("down")) && !known.is("cut") && !known.is("lose"));
    }
}
