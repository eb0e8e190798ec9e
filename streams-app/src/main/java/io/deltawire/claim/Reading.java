package io.deltawire.claim;

import io.deltawire.entity.Attribution;
import io.deltawire.entity.Entities;
import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.entity.Mention;
import io.deltawire.text.Document;
import io.deltawire.text.Hedge;
import io.deltawire.text.NumberValue;
import io.deltawire.text.Sentence;
import io.deltawire.text.TimeValue;
import io.deltawire.text.Token;
import io.deltawire.text.Values;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** A document with what the stages before found, each reachable by token. */
final class Reading {
    private static final Set<String> MOVES =
            Set.of("go", "come", "climb", "rise", "move", "creep", "shoot", "jump", "push", "edge", "inch");

    private static final byte UNKNOWN = 0;
    private static final byte YES = 1;
    private static final byte NO = 2;

    /** What lies further back is of another time. */
    private static final int RECENT_DAYS = 60;

    private final Document document;
    private final Token[] tokens;

    // Of the tokens, side by side: readers ask for little else, some 29,000 times a text of 400 words.
    private final String[] lowers;
    private final String[] lemmas;
    private final String[] tags;
    private final Entities entities;
    private final List<Attribution> attributions;
    private final @Nullable NumberValue[] numbers;
    private final @Nullable TimeValue[] times;
    private final LocalDate published;
    private final LocalDate recent;
    private final @Nullable BitSet[] anchored;
    private @Nullable CueHits cues;
    private @Nullable Titles titles;
    private @Nullable Tenures tenures;

    /** By token and by sentence, see {@link Marks}; null while nobody has asked. */
    private long @Nullable [] marks;

    private long[] sentenceMarks = {};

    /** By sentence, see {@link #history}. */
    private final byte[] histories;

    Reading(Document document, Entities entities, Values values, List<Attribution> attributions) {
        this.document = document;
        this.tokens = document.tokens().toArray(Token[]::new);
        this.lowers = new String[tokens.length];
        this.lemmas = new String[tokens.length];
        this.tags = new String[tokens.length];
        for (int t = 0; t < tokens.length; t++) {
            lowers[t] = tokens[t].lower();
            lemmas[t] = tokens[t].lemma();
            tags[t] = tokens[t].pos();
            if (t > 1 && tags[t].equals("NNS") && lowers[t - 1].equals("longer") && lowers[t - 2].equals("no")) {
                tags[t] = "VBZ"; // "no longer rules it out"
            }
        }
        this.histories = new byte[document.sentences().size()];
        this.entities = entities;
        this.attributions = attributions;
        this.published = document.publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        this.recent = published.minusDays(RECENT_DAYS);
        this.numbers = new NumberValue[document.tokens().size()];
        this.times = new TimeValue[document.tokens().size()];
        this.anchored = new BitSet[document.tokens().size()];
        for (NumberValue read : values.numbers()) {
            NumberValue number = gone(read);
            for (int t = number.firstToken(); t < number.endToken(); t++) {
                numbers[t] = number;
            }
        }
        for (TimeValue time : values.times()) {
            for (int t = time.firstToken(); t < time.endToken(); t++) {
                times[t] = time;
            }
        }
    }

    /** "has gone up to 92" is 92, not at most 92. */
    private NumberValue gone(NumberValue number) {
        int first = number.firstToken();
        boolean upTo = number.hedge() == Hedge.AT_MOST
                && first > 0
                && number.endToken() - first > 2
                && token(first).lower().equals("up")
                && token(first + 1).lower().equals("to")
                && MOVES.contains(token(first - 1).lemma());
        return upTo
                ? new NumberValue(
                        first + 2,
                        number.endToken(),
                        number.low(),
                        number.high(),
                        number.unit(),
                        Hedge.EXACT,
                        number.use())
                : number;
    }

    /** Where words and phrases of the cue lexicon are. */
    CueHits cues(Lexicon lexicon) {
        CueHits known = cues;
        if (known == null) {
            known = new CueHits(this, lexicon, tokens.length);
            cues = known;
        }
        return known;
    }

    /** Offices named in the text: all who read of offices ask for the same. */
    Titles titles(Lexicons lexicons) {
        Titles known = titles;
        if (known == null) {
            known = new Titles(this, lexicons);
            titles = known;
        }
        return known;
    }

    /** Words of taking and leaving an office in the text, as {@link #titles}. */
    Tenures tenures(Lexicons lexicons) {
        Tenures known = tenures;
        if (known == null) {
            known = new Tenures(this, lexicons);
            tenures = known;
        }
        return known;
    }

    int size() {
        return tokens.length;
    }

    /** Whether what stands at a token has any of these marks. */
    boolean marked(int index, long any) {
        return index >= 0 && index < tokens.length && (marks()[index] & any) != 0;
    }

    /** Whether anything in a sentence, or in the one that this is a part of, has any of these marks. */
    boolean marked(Sentence sentence, long any) {
        marks();
        return (sentenceMarks[sentence.index()] & any) != 0;
    }

    /** By token. */
    long[] marks() {
        long[] known = marks;
        if (known == null) {
            known = readMarks();
            marks = known;
        }
        return known;
    }

    private long[] readMarks() {
        long[] read = new long[tokens.length];
        for (int t = 0; t < read.length; t++) {
            NumberValue number = numbers[t];
            long ordinal = number != null && number.use() == NumberValue.Use.ORDINAL ? Marks.ORDINAL : 0;
            read[t] = Marks.of(tokens[t])
                    | (number == null ? 0 : Marks.NUMBER | ordinal)
                    | (times[t] == null ? 0 : Marks.TIME);
        }
        List<Sentence> sentences = document.sentences();
        sentenceMarks = new long[sentences.size()];
        for (int i = 0; i < sentenceMarks.length; i++) {
            for (int t = sentences.get(i).firstToken(); t < sentences.get(i).endToken(); t++) {
                sentenceMarks[i] |= read[t];
            }
        }
        return read;
    }

    /** Wordings that a token may be the anchor of, worked out when first asked for: the surroundings of figures overlap. */
    BitSet anchored(int index, IntFunction<BitSet> work) {
        BitSet known = anchored[index];
        if (known == null) {
            known = work.apply(index);
            anchored[index] = known;
        }
        return known;
    }

    Document document() {
        return document;
    }

    /** Day of publication in UTC. */
    LocalDate published() {
        return published;
    }

    /** The first day that is not long ago. */
    LocalDate recent() {
        return recent;
    }

    /** Whether a sentence speaks of another time, see {@link Standing#history(Reading, Lexicons, Sentence)}: all readers ask in turn. */
    boolean history(Sentence sentence, Predicate<Sentence> work) {
        if (!sentence.equals(document.sentences().get(sentence.index()))) {
            return work.test(sentence); // a part of one
        }
        int known = histories[sentence.index()];
        if (known == UNKNOWN) {
            known = work.test(sentence) ? YES : NO;
            histories[sentence.index()] = (byte) known;
        }
        return known == YES;
    }

    Entities entities() {
        return entities;
    }

    List<Attribution> attributions() {
        return attributions;
    }

    Token token(int index) {
        return tokens[index];
    }

    String lemma(int index) {
        return index >= 0 && index < lemmas.length ? lemmas[index] : "";
    }

    /** Base form of a verb the tagger took for an adjective ("had died") by plain suffix rules; the lemma where that fails. */
    String verbLemma(int index, Lexicon verbs) {
        return verbLemma(lemma(index), verbs);
    }

    static String verbLemma(String lemma, Lexicon verbs) {
        if (lemma.endsWith("ning") || lemma.endsWith("ting") || lemma.endsWith("ding")) {
            String stem = lemma.substring(0, lemma.length() - 3);
            String single = stem.substring(0, stem.length() - 1);
            return verbs.has(stem) ? stem : verbs.has(single) ? single : lemma;
        }
        if (!lemma.endsWith("ed") || verbs.has(lemma)) {
            return lemma;
        }
        String d = lemma.substring(0, lemma.length() - 1);
        String ed = lemma.substring(0, lemma.length() - 2);
        return verbs.has(d) ? d : verbs.has(ed) ? ed : lemma;
    }

    String lower(int index) {
        return index >= 0 && index < lowers.length ? lowers[index] : "";
    }

    String pos(int index) {
        return index >= 0 && index < tags.length ? tags[index] : "";
    }

    @Nullable
    NumberValue number(int index) {
        return index >= 0 && index < numbers.length ? numbers[index] : null;
    }

    @Nullable
    TimeValue time(int index) {
        return index >= 0 && index < times.length ? times[index] : null;
    }

    @Nullable
    Mention mention(int index) {
        return entities.at(index);
    }

    @Nullable
    Entity entity(int index) {
        return entities.entityAt(index);
    }

    boolean isA(int index, EntityType type) {
        Entity entity = entity(index);
        return entity != null && entity.type() == type;
    }

    /** The last mention whose tokens end inside the chunk's head, or null: what a noun group is the name of. */
    @Nullable
    Entity named(Chunk chunk) {
        return entity(chunk.head());
    }

    String text(int firstToken, int endToken) {
        return document.text()
                .substring(token(firstToken).begin(), token(endToken - 1).end());
    }

    String text(Chunk chunk) {
        return text(chunk.first(), chunk.end());
    }
}
