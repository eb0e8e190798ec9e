package io.deltawire.claim;

import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import io.deltawire.text.TimeValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Cuts a sentence into groups by parts of speech, after Abney's chunks: a finite-state pass, no tree. */
final class Chunker {
    private static final Set<String> SUBORDINATORS = Set.of(
            "if",
            "because",
            "although",
            "though",
            "unless",
            "whether",
            "while",
            "whereas",
            "when",
            "where",
            "that",
            "once",
            "how",
            "why");
    private static final Set<String> RELATIVES = Set.of("who", "which", "whom", "whose", "that");
    private static final Set<String> EITHER = Set.of("after", "before", "since", "as", "until", "than", "like", "so");
    private static final Set<String> AUXILIARIES = Set.of("be", "have", "do", "get");

    /** "a truce beginning Monday": participles of time that taggers take for nouns. */
    private static final Set<String> PHASES = Set.of("beginning", "starting", "ending");

    private static final Set<String> SPANS = Set.of("minutes", "hours", "days", "weeks", "months", "years");

    private final Reading reading;
    private final int end;
    private final List<Chunk> chunks = new ArrayList<>();

    private Chunker(Reading reading, Sentence sentence) {
        this.reading = reading;
        this.end = sentence.endToken();
    }

    static List<Chunk> chunk(Reading reading, Sentence sentence) {
        Chunker chunker = new Chunker(reading, sentence);
        int t = sentence.firstToken();
        while (t < chunker.end) {
            t = chunker.next(t);
        }
        return chunker.settled();
    }

    private int next(int t) {
        String pos = reading.pos(t);
        String lower = reading.lower(t);
        TimeValue time = reading.time(t);
        if (time != null && time.firstToken() == t && !startsNoun(time.endToken())) {
            return add(Chunk.Kind.TIME, t, Math.min(time.endToken(), end), t);
        }
        if (!lower.isEmpty()
                && !Character.isLetterOrDigit(lower.charAt(0))
                && !"$€£#%".contains(lower.substring(0, 1))
                && !clitic(lower, pos)) {
            return mark(t, lower);
        }
        if (lower.equals("as")
                && reading.lower(t + 1).equals("well")
                && reading.lower(t + 2).equals("as")) {
            return add(Chunk.Kind.CONJUNCTION, t, t + 3, t);
        }
        if (pos.equals("CC") && !lower.equals("either") && !lower.equals("both")) {
            return add(Chunk.Kind.CONJUNCTION, t, t + 1, t);
        }
        if (startsVerb(t)) {
            return verb(t);
        }
        if (isRelative(t, pos, lower)) {
            return add(Chunk.Kind.RELATIVE, t, t + 1, t);
        }
        if (pos.equals("IN") || pos.equals("TO") || pos.equals("WRB")) {
            if (reading.number(t) == null) {
                boolean subordinator = SUBORDINATORS.contains(lower) || pos.equals("WRB");
                return add(subordinator ? Chunk.Kind.SUBORDINATOR : Chunk.Kind.PREPOSITION, t, t + 1, t);
            }
        }
        if (pos.equals("PRP") || pos.equals("EX")) {
            return add(Chunk.Kind.NOUN, t, t + 1, t);
        }
        if ((pos.startsWith("RB") || pos.equals("RP") || pos.equals("UH")) && reading.number(t) == null) {
            return add(Chunk.Kind.ADVERB, t, t + 1, t);
        }
        return noun(t);
    }

    /** "'ll", "’re", "'ve": a verb run together with its subject. */
    private static boolean clitic(String lower, String pos) {
        return lower.length() > 1 && (pos.equals("MD") || pos.startsWith("VB"));
    }

    private int mark(int t, String lower) {
        Chunk.Kind kind = switch (lower) {
            case "," -> Chunk.Kind.COMMA;
            case "\"", "“", "”", "''", "``", "‘", "'" -> Chunk.Kind.QUOTE;
            default -> Chunk.Kind.BREAK;
        };
        return add(kind, t, t + 1, t);
    }

    private boolean isRelative(int t, String pos, String lower) {
        if (!RELATIVES.contains(lower)) {
            return false;
        }
        return pos.startsWith("W")
                || (lower.equals("that") && pos.equals("IN") && lastIs(Chunk.Kind.NOUN) && startsVerb(t + 1));
    }

    private boolean lastIs(Chunk.Kind kind) {
        return !chunks.isEmpty() && chunks.get(chunks.size() - 1).is(kind);
    }

    private int add(Chunk.Kind kind, int first, int after, int head) {
        chunks.add(new Chunk(kind, first, after, head));
        return after;
    }

    /** Whether a time expression that ends here is part of a noun group: "the May 15 talks", "Thursday's vote". */
    private boolean startsNoun(int t) {
        if (t >= end) {
            return false;
        }
        String pos = reading.pos(t);
        return reading.time(t) == null && (pos.startsWith("NN") || pos.equals("POS") || pos.equals("JJ"));
    }

    private boolean startsVerb(int t) {
        if (t >= end || reading.number(t) != null) {
            return false;
        }
        String pos = reading.pos(t);
        if (pos.equals("MD")) {
            return true;
        }
        if (pos.equals("TO") || (reading.lower(t).equals("to") && pos.equals("IN"))) {
            int next = t + 1;
            while (next < end && reading.pos(next).startsWith("RB")) {
                next++;
            }
            // "bringing to nine the number": the tagger takes a number behind "to" for a verb
            return next < end && reading.pos(next).equals("VB") && reading.number(next) == null;
        }
        if (pos.startsWith("RB")) {
            int next = t + 1;
            return next < end
                    && !reading.lower(t).equals("more")
                    && startsVerb(next)
                    && !reading.pos(next).equals("TO");
        }
        if (PHASES.contains(reading.lower(t)) && t > 0 && isNoun(t - 1)) {
            return true;
        }
        if (!pos.startsWith("VB")) {
            return false;
        }
        boolean participle = pos.equals("VBN") || pos.equals("VBG");
        // "wounded soldiers", "rising prices" at the start of a noun group; but "killing two people", "Man shot dead"
        return !(participle
                && pos.equals("VBN")
                && !lastIs(Chunk.Kind.NOUN)
                && !lastIs(Chunk.Kind.CONJUNCTION)
                && !lastIs(Chunk.Kind.VERB)
                && !lastIs(Chunk.Kind.COMMA)
                && t + 1 < end
                && reading.pos(t + 1).startsWith("NN"));
    }

    private int verb(int t) {
        int first = t;
        int head = t;
        while (t < end && (reading.number(t) == null)) {
            String pos = reading.pos(t);
            boolean infinitive =
                    pos.equals("TO") || (pos.equals("IN") && reading.lower(t).equals("to"));
            if (pos.startsWith("VB") || afterHave(t, first) || (t == first && PHASES.contains(reading.lower(t)))) {
                if (t > first && reading.pos(head).startsWith("VB") && !AUXILIARIES.contains(reading.lemma(head))) {
                    break;
                }
                head = t;
            } else if (infinitive) {
                if (t > first) {
                    break;
                }
            } else if (pos.startsWith("RB") || pos.equals("MD")) {
                if (!(t + 1 < end
                        && (startsVerb(t + 1)
                                || pos.equals("MD")
                                || reading.lower(t).startsWith("n")))) {
                    break;
                }
            } else {
                break;
            }
            t++;
        }
        return add(Chunk.Kind.VERB, first, Math.max(t, first + 1), head);
    }

    /** "had died", "has infected": a participle that the tagger took for an adjective, or before "of" for the like of "all of". */
    private boolean afterHave(int t, int first) {
        boolean have = t > first
                && (reading.lemma(t - 1).equals("have")
                        || (t > first + 1 && reading.lemma(t - 2).equals("have")));
        boolean mistaken = reading.pos(t).equals("JJ") || reading.pos(t).equals("DT");
        return have && mistaken && reading.lower(t).endsWith("ed");
    }

    private int noun(int t) {
        int first = t;
        int head = -1;
        while (t < end) {
            NumberValue number = reading.number(t);
            if (number != null && number.firstToken() >= first) {
                if (head >= 0
                        && isNoun(head)
                        && number.use() != NumberValue.Use.LABEL
                        && number.use() != NumberValue.Use.DATE) {
                    break;
                }
                head = Math.min(number.endToken(), end) - 1;
                t = head + 1;
                continue;
            }
            TimeValue time = reading.time(t);
            if (time != null && t > first && time.firstToken() == t && !startsNoun(Math.min(time.endToken(), end))) {
                break;
            }
            String pos = reading.pos(t);
            boolean noun = pos.startsWith("NN") || pos.equals("CD") || pos.equals("FW");
            boolean modifier = pos.equals("DT")
                    || pos.equals("PDT")
                    || pos.startsWith("JJ")
                    || pos.equals("PRP$")
                    || pos.equals("POS")
                    || pos.equals("WP$")
                    || pos.equals("CC")
                    || pos.equals("$")
                    || pos.equals("#")
                    || time != null;
            boolean participle = (pos.equals("VBN") || pos.equals("VBG"))
                    && t + 1 < end
                    && t >= first
                    && (t == first || !isNoun(t - 1))
                    && nounFollows(t + 1);
            boolean phase = t > first && isNoun(t - 1) && PHASES.contains(reading.lower(t));
            boolean span = t > first && isNoun(t - 1) && SPANS.contains(reading.lower(t));
            if (span || phase) {
                break;
            }
            boolean after = pos.startsWith("JJ") && t > first && isNoun(t - 1) && !(t + 1 < end && nounFollows(t + 1));
            if (after || (pos.equals("CC") && t > first)) {
                break;
            }
            if ((pos.equals("DT") || pos.equals("PRP$")) && t > first && head >= 0) {
                break;
            }
            if (pos.startsWith("RB")
                    && t + 1 < end
                    && t > first
                    && reading.pos(t + 1).startsWith("JJ")) {
                t++;
                continue;
            }
            if (!noun && !modifier && !participle) {
                break;
            }
            head = noun || head < 0 || pos.startsWith("JJ") ? t : head;
            t++;
        }
        if (head < 0) {
            return add(Chunk.Kind.ADVERB, first, first + 1, first);
        }
        boolean adjective =
                reading.pos(head).startsWith("JJ") && reading.number(head) == null && first == lastOf(first, head);
        return add(adjective ? Chunk.Kind.ADJECTIVE : Chunk.Kind.NOUN, first, Math.max(t, first + 1), head);
    }

    /** The head again when everything before it is an adjective as well; the first token otherwise. */
    private int lastOf(int first, int head) {
        for (int t = first; t < head; t++) {
            if (!reading.pos(t).startsWith("JJ") && !reading.pos(t).startsWith("RB")) {
                return -1;
            }
        }
        return first;
    }

    private boolean isNoun(int t) {
        return reading.pos(t).startsWith("NN");
    }

    private boolean nounFollows(int t) {
        String pos = reading.pos(t);
        return pos.startsWith("NN") || pos.startsWith("JJ");
    }

    /** Joins “unconditional” negotiations into one group. */
    private void joinQuoted() {
        for (int i = 0; i + 2 < chunks.size(); i++) {
            if (chunks.get(i).is(Chunk.Kind.ADJECTIVE)
                    && chunks.get(i + 1).is(Chunk.Kind.QUOTE)
                    && chunks.get(i + 2).is(Chunk.Kind.NOUN)) {
                Chunk noun = chunks.get(i + 2);
                chunks.set(i, new Chunk(Chunk.Kind.NOUN, chunks.get(i).first(), noun.end(), noun.head()));
                chunks.subList(i + 1, i + 3).clear();
            }
        }
    }

    /** Decides "after", "since" … by what follows, and drops ages set off by commas. */
    private List<Chunk> settled() {
        joinQuoted();
        List<Chunk> out = new ArrayList<>(chunks.size());
        for (int i = 0; i < chunks.size(); i++) {
            Chunk chunk = chunks.get(i);
            if (chunk.is(Chunk.Kind.PREPOSITION)
                    && EITHER.contains(reading.lower(chunk.first()))
                    && i + 2 < chunks.size()
                    && chunks.get(i + 1).is(Chunk.Kind.NOUN)
                    && isFinite(chunks.get(i + 2))) {
                chunk = new Chunk(Chunk.Kind.SUBORDINATOR, chunk.first(), chunk.end(), chunk.head());
            }
            boolean age = chunk.is(Chunk.Kind.COMMA)
                    && i + 1 < chunks.size()
                    && isAge(chunks.get(i + 1))
                    && !out.isEmpty()
                    && out.get(out.size() - 1).is(Chunk.Kind.NOUN)
                    && reading.pos(out.get(out.size() - 1).head()).startsWith("NNP");
            if (age) {
                boolean closed = i + 2 < chunks.size() && chunks.get(i + 2).is(Chunk.Kind.COMMA);
                boolean more =
                        closed && i + 3 < chunks.size() && chunks.get(i + 3).is(Chunk.Kind.PREPOSITION);
                i += closed && !more ? 2 : 1;
            } else {
                out.add(chunk);
            }
        }
        return out;
    }

    private boolean isFinite(Chunk chunk) {
        String pos = reading.pos(chunk.first());
        return chunk.is(Chunk.Kind.VERB) && !pos.equals("VBG") && !pos.equals("TO") && !pos.equals("VBN");
    }

    private boolean isAge(Chunk chunk) {
        NumberValue number = reading.number(chunk.first());
        return chunk.is(Chunk.Kind.NOUN)
                && number != null
                && number.endToken() == chunk.end()
                && (number.use() == NumberValue.Use.AGE
                        || (chunk.end() - chunk.first() == 1
                                && number.low().intValue() < 110
                                && number.use() != NumberValue.Use.ORDINAL));
    }
}
