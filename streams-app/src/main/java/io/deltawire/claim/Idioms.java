package io.deltawire.claim;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Set phrases of several words that say what somebody thinks of something: "made up its mind", "gave its full backing to". */
final class Idioms {
    private static final Idioms SHARED = new Idioms(Lexicon.lines("idioms"));

    /** Words that may stand between two words of a phrase: "gave its full and unconditional backing". */
    private static final int MOST_BETWEEN = 3;

    private static final Set<String> ANSWERS = Set.of("no", "yes", "never", "nay", "aye");

    private final Map<String, List<Idiom>> byFirst = new HashMap<>();

    /** @param second bit by hash of the second word, all bits when there is none: most phrases are ruled out by it */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    private record Idiom(String value, String[] words, long second) {}

    /**
     * @param value what the phrase says of its subject's position
     * @param end token after its last word
     * @param negated a "no" within it: "saw no reason"
     */
    record Found(String value, int end, boolean negated) {}

    private Idioms(List<String> lines) {
        for (String line : lines) {
            String[] cells = line.split("\t", 2);
            for (String phrase : cells[1].split(",")) {
                String[] words = phrase.strip().split(" ");
                byFirst.computeIfAbsent(words[0], any -> new ArrayList<>())
                        .add(new Idiom(cells[0], words, words.length > 1 ? bit(words[1]) : -1));
            }
        }
    }

    static Idioms shared() {
        return SHARED;
    }

    /** Whether any phrase begins with a base form. */
    boolean begins(String lemma) {
        return byFirst.containsKey(lemma);
    }

    /** The longest phrase that begins with the clause's verb, or null. */
    @Nullable
    Found at(Reading reading, Clause clause, int end) {
        int verb = clause.verb().head();
        if (!reading.marked(verb, Marks.IDIOM)) {
            return null;
        }
        Found best = null;
        int longest = 0;
        List<Idiom> idioms = byFirst.getOrDefault(reading.lemma(verb), List.of());
        long near = idioms.isEmpty() ? 0 : near(reading, verb + 1, Math.min(end, verb + 2 + MOST_BETWEEN));
        for (Idiom idiom : idioms) {
            if ((idiom.second() & near) != 0 && idiom.words().length > longest) {
                Found found = match(reading, idiom, verb, end);
                if (found != null) {
                    best = found;
                    longest = idiom.words().length;
                }
            }
        }
        return best;
    }

    /** Bits of all words among which the second of a phrase must be. */
    private static long near(Reading reading, int from, int end) {
        long bits = 1; // so that a phrase of one word is among them, too
        for (int t = from; t < end; t++) {
            bits |= bit(reading.lemma(t)) | bit(reading.lower(t));
        }
        return bits;
    }

    private static long bit(String word) {
        int hash = word.hashCode() * 0x9E3779B9;
        return 1L << (hash >>> 26);
    }

    private static @Nullable Found match(Reading reading, Idiom idiom, int verb, int end) {
        int t = verb + 1;
        boolean negated = false;
        for (int w = 1; w < idiom.words().length; w++) {
            int between = 0;
            while (t < end && !is(reading, t, idiom.words()[w])) {
                if (++between > MOST_BETWEEN || !light(reading, t)) {
                    return null;
                }
                negated |= reading.lower(t).equals("no");
                t++;
            }
            if (t >= end) {
                return null;
            }
            t++;
        }
        String last = idiom.words()[idiom.words().length - 1];
        if (ANSWERS.contains(last)
                && (reading.pos(t).startsWith("NN")
                        || reading.pos(t).startsWith("JJ")
                        || reading.pos(t).equals("CD"))) {
            return null; // "said no decision had been taken", "said no one was hurt"
        }
        return new Found(idiom.value(), t, negated);
    }

    private static boolean is(Reading reading, int t, String word) {
        return reading.lemma(t).equals(word) || reading.lower(t).equals(word);
    }

    /** Determiners, possessives, adjectives and adverbs. */
    private static boolean light(Reading reading, int t) {
        String pos = reading.pos(t);
        return pos.equals("DT")
                || pos.equals("PRP$")
                || pos.equals("PDT")
                || pos.startsWith("JJ")
                || (pos.startsWith("RB") && !reading.lower(t).equals("not"))
                || pos.equals("VBN")
                || pos.equals("CC");
    }
}
