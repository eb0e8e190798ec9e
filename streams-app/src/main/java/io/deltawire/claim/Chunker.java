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
    private static final Set<String> BOTH = Set.of("either", "both");
    private static final Set<String> FLOATING = Set.of("both", "all", "each");
    private static final int LONGEST_FLOATING = 4;
    private static final Set<String> EITHER = Set.of("after", "before", "since", "as", "until", "than", "like", "so");
    private static final Set<String> AUXILIARIES = Set.of("be", "have", "do", "get");

    /** "a truce beginning Monday": participles of time that taggers take for nouns. */
    private static final Set<String> PHASES = Set.of("beginning", "starting", "ending");

    /** "granted planning permission" */
    private static final Set<String> PLANNED =
            Set.of("permission", "permit", "consent", "approval", "application", "board", "committee", "law");

    private static final Set<String> SPANS = Set.of("minutes", "hours", "days", "weeks", "months", "years");

    private final Reading reading;
    private final int begin;
    private final int end;

    /** By token of the sentence, see {@link Tag}. */
    private final int[] tags;

    private final List<Chunk> chunks = new ArrayList<>();

    private Chunker(Reading reading, Sentence sentence) {
        this.reading = reading;
        this.begin = sentence.firstToken();
        this.end = sentence.endToken();
        this.tags = new int[end - begin];
        for (int t = begin; t < end; t++) {
            int bits = Tag.bits(reading.pos(t));
            boolean planning = (bits & Tag.GERUND) != 0
                    && reading.lower(t).equals("planning")
                    && PLANNED.contains(reading.lower(t + 1));
            tags[t - begin] = planning ? Tag.bits("NN") : bits;
        }
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
        int tag = tag(t);
        String lower = reading.lower(t);
        TimeValue time = reading.time(t);
        if (time != null && time.firstToken() == t && !startsNoun(time.endToken())) {
            return add(Chunk.Kind.TIME, t, Math.min(time.endToken(), end), t);
        }
        if (reading.marked(t, Marks.SIGN) && !clitic(lower, tag)) {
            return mark(t, lower);
        }
        boolean link = reading.marked(t, Marks.LINK);
        if (link
                && lower.equals("as")
                && reading.lower(t + 1).equals("well")
                && reading.lower(t + 2).equals("as")) {
            return add(Chunk.Kind.CONJUNCTION, t, t + 3, t);
        }
        if ((tag & Tag.CONJUNCTION) != 0 && !(link && BOTH.contains(lower))) {
            return add(Chunk.Kind.CONJUNCTION, t, t + 1, t);
        }
        if (startsVerb(t)) {
            return verb(t);
        }
        if (link && isRelative(t, tag, lower)) {
            return add(Chunk.Kind.RELATIVE, t, t + 1, t);
        }
        if ((tag & (Tag.PREPOSITION | Tag.TO | Tag.WHEN)) != 0) {
            if (reading.number(t) == null) {
                boolean subordinator = (tag & Tag.WHEN) != 0 || (link && SUBORDINATORS.contains(lower));
                return add(subordinator ? Chunk.Kind.SUBORDINATOR : Chunk.Kind.PREPOSITION, t, t + 1, t);
            }
        }
        if (lower.length() <= LONGEST_FLOATING
                && lastIs(Chunk.Kind.NOUN)
                && FLOATING.contains(lower)
                && startsVerb(t + 1)) {
            return add(Chunk.Kind.ADVERB, t, t + 1, t); // "Adams and King both suffered burns"
        }
        if ((tag & Tag.PRONOUN) != 0) {
            return add(Chunk.Kind.NOUN, t, t + 1, t);
        }
        if ((tag & (Tag.ADVERB | Tag.PARTICLE)) != 0 && reading.number(t) == null) {
            return add(Chunk.Kind.ADVERB, t, t + 1, t);
        }
        return noun(t);
    }

    static boolean isSign(String lower) {
        return !lower.isEmpty() && !Character.isLetterOrDigit(lower.charAt(0)) && "$€£#%".indexOf(lower.charAt(0)) < 0;
    }

    static boolean links(String lower) {
        return lower.equals("as") || BOTH.contains(lower) || RELATIVES.contains(lower) || SUBORDINATORS.contains(lower);
    }

    static boolean isSpan(String lower) {
        return SPANS.contains(lower) || PHASES.contains(lower);
    }

    /** "'ll", "’re", "'ve": a verb run together with its subject. */
    private static boolean clitic(String lower, int tag) {
        return lower.length() > 1 && (tag & (Tag.MODAL | Tag.VERB)) != 0;
    }

    private int tag(int t) {
        return t >= begin && t < end ? tags[t - begin] : Tag.bits(reading.pos(t));
    }

    private boolean is(int t, int tags) {
        return (tag(t) & tags) != 0;
    }

    private int mark(int t, String lower) {
        Chunk.Kind kind = switch (lower) {
            case "," -> Chunk.Kind.COMMA;
            case "\"", "“", "”", "''", "``", "‘", "'" -> Chunk.Kind.QUOTE;
            default -> Chunk.Kind.BREAK;
        };
        return add(kind, t, t + 1, t);
    }

    private boolean isRelative(int t, int tag, String lower) {
        if (!RELATIVES.contains(lower)) {
            return false;
        }
        return (tag & Tag.WHO) != 0
                || (lower.equals("that")
                        && (tag & Tag.PREPOSITION) != 0
                        && lastIs(Chunk.Kind.NOUN)
                        && startsVerb(t + 1));
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
        return is(t, Tag.NOUN | Tag.POSSESSIVE | Tag.POSITIVE) && reading.time(t) == null;
    }

    private boolean startsVerb(int t) {
        if (t >= end || reading.number(t) != null) {
            return false;
        }
        int tag = tag(t);
        if ((tag & Tag.MODAL) != 0) {
            return true;
        }
        if (infinitive(t)) {
            int next = t + 1;
            while (next < end && is(next, Tag.ADVERB)) {
                next++;
            }
            // "bringing to nine the number": the tagger takes a number behind "to" for a verb
            return next < end && is(next, Tag.BASE) && reading.number(next) == null;
        }
        if ((tag & Tag.ADVERB) != 0) {
            int next = t + 1;
            return next < end && !reading.lower(t).equals("more") && startsVerb(next) && !is(next, Tag.TO);
        }
        if (t > 0 && reading.marked(t, Marks.SPAN) && isNoun(t - 1) && PHASES.contains(reading.lower(t))) {
            return true;
        }
        if ((tag & Tag.VERB) == 0) {
            return false;
        }
        // "wounded soldiers", "rising prices" at the start of a noun group; but "killing two people", "Man shot dead"
        return !((tag & Tag.PARTICIPLE) != 0
                && !lastIs(Chunk.Kind.NOUN)
                && !lastIs(Chunk.Kind.CONJUNCTION)
                && !lastIs(Chunk.Kind.VERB)
                && !lastIs(Chunk.Kind.COMMA)
                && t + 1 < end
                && isNoun(t + 1));
    }

    private boolean infinitive(int t) {
        return is(t, Tag.TO) || (is(t, Tag.PREPOSITION) && reading.lower(t).equals("to"));
    }

    private int verb(int t) {
        int first = t;
        int head = t;
        while (t < end && (reading.number(t) == null)) {
            int tag = tag(t);
            if ((tag & Tag.VERB) != 0 || afterHave(t, first) || (t == first && PHASES.contains(reading.lower(t)))) {
                if (t > first && is(head, Tag.VERB) && !AUXILIARIES.contains(reading.lemma(head))) {
                    break;
                }
                head = t;
            } else if (infinitive(t)) {
                if (t > first) {
                    break;
                }
            } else if (floats(t, first)) {
                t++;
                continue;
            } else if ((tag & (Tag.ADVERB | Tag.MODAL)) != 0) {
                if (!(t + 1 < end
                        && (startsVerb(t + 1)
                                || (tag & Tag.MODAL) != 0
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

    /** "were both shot", "have all been released": of the subject, within the verb. */
    private boolean floats(int t, int first) {
        return t > first
                && t + 1 < end
                && is(t + 1, Tag.VERB)
                && FLOATING.contains(reading.lower(t))
                && AUXILIARIES.contains(reading.lemma(t - 1));
    }

    /** "had died", "has infected": a participle that the tagger took for an adjective, or before "of" for the like of "all of". */
    private boolean afterHave(int t, int first) {
        boolean have = t > first
                && is(t, Tag.POSITIVE | Tag.DETERMINER)
                && (reading.lemma(t - 1).equals("have")
                        || (t > first + 1 && reading.lemma(t - 2).equals("have")));
        return have && reading.lower(t).endsWith("ed");
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
            int tag = tag(t);
            boolean noun = (tag & (Tag.NOUN | Tag.NOUN_LIKE)) != 0;
            boolean modifier = (tag & Tag.MODIFIER) != 0 || time != null;
            boolean participle = (tag & (Tag.PARTICIPLE | Tag.GERUND)) != 0
                    && t + 1 < end
                    && t >= first
                    && (t == first || !isNoun(t - 1))
                    && nounFollows(t + 1);
            if (t > first && reading.marked(t, Marks.SPAN) && isNoun(t - 1)) {
                break;
            }
            boolean after =
                    (tag & Tag.ADJECTIVE) != 0 && t > first && isNoun(t - 1) && !(t + 1 < end && nounFollows(t + 1));
            if (after || ((tag & Tag.CONJUNCTION) != 0 && t > first)) {
                break;
            }
            if ((tag & Tag.DETERMINER) != 0 && t > first && head >= 0) {
                break;
            }
            if ((tag & Tag.ADVERB) != 0 && t + 1 < end && t > first && is(t + 1, Tag.ADJECTIVE)) {
                t++;
                continue;
            }
            if (!noun && !modifier && !participle) {
                break;
            }
            head = noun || head < 0 || (tag & Tag.ADJECTIVE) != 0 ? t : head;
            t++;
        }
        if (head < 0) {
            return add(Chunk.Kind.ADVERB, first, first + 1, first);
        }
        boolean adjective = is(head, Tag.ADJECTIVE) && reading.number(head) == null && first == lastOf(first, head);
        return add(adjective ? Chunk.Kind.ADJECTIVE : Chunk.Kind.NOUN, first, Math.max(t, first + 1), head);
    }

    /** The head again when everything before it is an adjective as well; the first token otherwise. */
    private int lastOf(int first, int head) {
        for (int t = first; t < head; t++) {
            if (!is(t, Tag.ADJECTIVE | Tag.ADVERB)) {
                return -1;
            }
        }
        return first;
    }

    private boolean isNoun(int t) {
        return is(t, Tag.NOUN);
    }

    private boolean nounFollows(int t) {
        return is(t, Tag.NOUN | Tag.ADJECTIVE);
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
                    && is(out.get(out.size() - 1).head(), Tag.PROPER);
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
        return chunk.is(Chunk.Kind.VERB) && !is(chunk.first(), Tag.GERUND | Tag.TO | Tag.PARTICIPLE);
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
