package io.deltawire.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** What an event or position is about: nouns to classes, and "the offer" to what was offered. Serves one article. */
final class Targets {
    private static final Set<String> JOINS = Set.of("of", "for", "to", "on");

    /** Tokens after the verb that say what a position is about, and how many of their words are kept. */
    private static final int NEAR = 14;

    private static final int MOST_WORDS = 6;
    private static final int MOST_OF_SENTENCE = 8;

    private final Reading reading;
    private final Lexicons lexicons;
    private final Map<String, String> proposedBy = new HashMap<>();
    private String proposed = "";

    Targets(Reading reading, Lexicons lexicons) {
        this.reading = reading;
        this.lexicons = lexicons;
    }

    /** Class of a group's head noun, "" when it is none that the lexicon knows. */
    String eventOf(Chunk chunk) {
        int head = chunk.head();
        boolean pair = head > chunk.first() && reading.marked(head - 1, Marks.TARGET_LEAD);
        if (!chunk.is(Chunk.Kind.NOUN) || !(pair || reading.marked(head, Marks.TARGET))) {
            return "";
        }
        boolean adjective = reading.pos(head).equals("JJ") && head > chunk.first(); // "the final"
        if (!reading.pos(head).startsWith("NN") && !reading.pos(head).startsWith("VBG") && !adjective) {
            return "";
        }
        if (reading.pos(head).startsWith("VBG") && reading.pos(head + 1).startsWith("NN")) {
            return ""; // "closing prices"
        }
        String lemma = reading.lemma(head);
        String two = pair ? lexicons.targets().of(reading.lemma(head - 1) + " " + lemma) : "";
        if (!two.isEmpty()) {
            return two;
        }
        String listed = lexicons.targets().of(lemma);
        return listed.isEmpty() ? lexicons.targets().of(reading.lower(head)) : listed;
    }

    boolean isGeneric(Chunk chunk) {
        boolean pair = chunk.head() > chunk.first()
                && reading.marked(chunk.head() - 1, Marks.TARGET_LEAD)
                && lexicons.targets().has(reading.lemma(chunk.head() - 1) + " " + reading.lemma(chunk.head()));
        return !pair && lexicons.stances().is(reading.lemma(chunk.head()), "generic");
    }

    /**
     * What a group stands for as the target of a position: its own class, what follows it ("offer of talks", "call for a
     * ceasefire"), or for a bare "the offer" what its owner, or anyone, proposed last in this text.
     */
    String resolve(Frames frames, Chunk chunk, String owner) {
        boolean generic = isGeneric(chunk);
        String own = eventOf(chunk);
        if (!own.isEmpty() && !generic) {
            return own;
        }
        int i = frames.indexOf(chunk);
        for (int k = i + 1; i >= 0 && k + 1 < frames.chunks().size() && k <= i + 4; k++) {
            Chunk link = frames.chunks().get(k);
            if (link.is(Chunk.Kind.BREAK) || link.is(Chunk.Kind.SUBORDINATOR) || link.is(Chunk.Kind.RELATIVE)) {
                break;
            }
            if (link.is(Chunk.Kind.PREPOSITION) && JOINS.contains(reading.lower(link.first()))) {
                String complement = eventOf(frames.chunks().get(k + 1));
                boolean proviso = reading.lower(link.first()).equals("on") && complement.equals("precondition");
                if (!complement.isEmpty() && !proviso) {
                    return complement;
                }
            }
        }
        for (int t = chunk.first(); t < chunk.head(); t++) {
            String inside = lexicons.targets().of(reading.lemma(t));
            if (!inside.isEmpty() && generic) {
                return inside;
            }
        }
        if (generic) {
            String theirs = proposedBy.getOrDefault(owner, "");
            return theirs.isEmpty() ? proposed : theirs;
        }
        return "";
    }

    /** "the offer", "his plan", "a truce": what is put to others to answer. */
    boolean isAnswerable(Chunk chunk) {
        return lexicons.stances().is(reading.lemma(chunk.head()), "answerable");
    }

    /**
     * What the text speaks of as put to others: the nearest such noun of the sentence, else the last one before it; "" for none.
     *
     * @param from where the search ahead begins
     */
    String topic(Frames frames, int token, int from) {
        for (int t = from; t < frames.sentence().endToken(); t++) {
            if (answerable(t)) {
                return topicAt(t);
            }
        }
        for (int t = token - 1; t >= 0; t--) {
            if (answerable(t)) {
                return topicAt(t);
            }
        }
        return "";
    }

    private boolean answerable(int t) {
        if (!reading.marked(t, Marks.ANSWERABLE)) {
            return false;
        }
        boolean proviso = reading.lemma(t).equals("condition")
                && (reading.lower(t - 1).equals("on") || reading.lower(t - 2).equals("on")); // "on one condition"
        return !proviso && reading.pos(t).startsWith("NN");
    }

    private String topicAt(int t) {
        String pair = lexicons.targets().of(reading.lemma(t - 1) + " " + reading.lemma(t));
        String one = lexicons.targets().of(reading.lemma(t));
        return !pair.isEmpty() ? pair : one.isEmpty() ? reading.lemma(t) : one;
    }

    /** Content words of a sentence. */
    Set<String> contents(Frames frames) {
        return content(frames.sentence().firstToken(), frames.sentence().endToken(), MOST_OF_SENTENCE);
    }

    /** Content words of what a position is about, by which FACT tells matters apart. */
    Set<String> words(Frames frames, Clause clause, @Nullable Chunk what) {
        int from = what != null && what.first() < clause.verb().first()
                ? what.first()
                : clause.verb().end();
        return content(from, Math.min(frames.sentence().endToken(), from + NEAR), MOST_WORDS);
    }

    private Set<String> content(int from, int end, int most) {
        Set<String> words = new TreeSet<>();
        for (int t = from; t < end && words.size() < most; t++) {
            String pos = reading.pos(t);
            String lemma = reading.lemma(t);
            boolean content = (pos.equals("NN") || pos.equals("NNS") || pos.startsWith("VB"))
                    && lemma.length() > 2
                    && reading.time(t) == null
                    && reading.number(t) == null
                    && !lexicons.stances().is(lemma, "empty")
                    && !lexicons.verbs().is(lemma, "report");
            if (content) {
                words.add(lemma);
            }
        }
        return words;
    }

    /** Remembers that someone put a target forward; the first in a text is what it is about. */
    void propose(String holder, String target) {
        proposed = proposed.isEmpty() ? target : proposed;
        if (!holder.isEmpty()) {
            proposedBy.putIfAbsent(holder, target);
        }
    }
}
