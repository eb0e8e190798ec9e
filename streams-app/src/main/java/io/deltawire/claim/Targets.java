package io.deltawire.claim;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/** What an event or position is about: nouns to classes, and "the offer" to what was offered. Serves one article. */
final class Targets {
    private static final Set<String> JOINS = Set.of("of", "for", "to", "on");

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
        if (!chunk.is(Chunk.Kind.NOUN)) {
            return "";
        }
        int head = chunk.head();
        boolean adjective = reading.pos(head).equals("JJ") && head > chunk.first(); // "the final"
        if (!reading.pos(head).startsWith("NN") && !reading.pos(head).startsWith("VBG") && !adjective) {
            return "";
        }
        if (reading.pos(head).startsWith("VBG") && reading.pos(head + 1).startsWith("NN")) {
            return ""; // "closing prices"
        }
        String lemma = reading.lemma(head);
        if (head > chunk.first()) {
            String pair = reading.lemma(head - 1) + " " + lemma;
            if (lexicons.targets().has(pair)) {
                return lexicons.targets().of(pair);
            }
        }
        String listed = lexicons.targets().of(lemma);
        return listed.isEmpty() ? lexicons.targets().of(reading.lower(head)) : listed;
    }

    boolean isGeneric(Chunk chunk) {
        boolean pair = chunk.head() > chunk.first()
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
                if (!complement.isEmpty()) {
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

    /** Remembers that someone put a target forward; the first in a text is what it is about. */
    void propose(String holder, String target) {
        proposed = proposed.isEmpty() ? target : proposed;
        if (!holder.isEmpty()) {
            proposedBy.putIfAbsent(holder, target);
        }
    }
}
