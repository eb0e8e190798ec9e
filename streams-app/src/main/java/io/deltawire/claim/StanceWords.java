package io.deltawire.claim;

import io.deltawire.text.LinearModel;
import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordClusters;
import java.util.Set;

/** What a word by itself tells of positions, as keys of features of {@link StanceModel}. */
final class StanceWords {
    static final int LEMMA = 0;
    static final int WORD = 1;
    static final int NEGATED = 4;
    private static final int USE = 7;
    private static final int LISTED = 10;
    private static final int SCREEN = 15;

    private static final int MIDDLE = 1;
    private static final int FINEST = 2;

    private static final int NUMBER = WordClusters.hash("<number>");

    private StanceWords() {}

    /**
     * A word as it stands.
     *
     * @param hash by which it is known beside others
     * @param use how it is used: its cluster of vectors
     * @param keys of its features
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by nobody
    record Word(int hash, int use, int[] keys) {
        static Word of(String lower) {
            boolean number = !lower.isEmpty() && Character.isDigit(lower.charAt(0));
            int hash = number ? NUMBER : WordClusters.hash(lower);
            long vector = VectorClusters.english().of(lower);
            int use = VectorClusters.at(vector, MIDDLE);
            int[] keys = {
                LinearModel.key(WORD, hash),
                LinearModel.key(5, WordClusters.english().path(lower)),
                LinearModel.key(6, VectorClusters.at(vector, 0)),
                LinearModel.key(USE, use),
                LinearModel.key(8, VectorClusters.at(vector, FINEST)),
            };
            return new Word(hash, use, keys);
        }
    }

    /** A word's base form, and what the word lists of positions know of it, within the reach of a negation or not. */
    static int[] lemma(Lexicon stances, String lemma, boolean negated) {
        Set<String> classes = stances.classes(lemma);
        int[] keys = new int[1 + classes.size()];
        keys[0] = LinearModel.key(LEMMA, WordClusters.hash(lemma));
        int n = 1;
        for (String name : classes) {
            keys[n++] = LinearModel.key(LISTED, name.hashCode() * 2 + (negated ? 1 : 0));
        }
        return keys;
    }

    /** A base form behind a negation. */
    static int negated(String lemma) {
        return LinearModel.key(NEGATED, WordClusters.hash(lemma));
    }

    /** A base form for the screen, see {@link StanceModel#mayTake}. */
    static int screened(String lemma) {
        return LinearModel.key(SCREEN, WordClusters.hash(lemma));
    }
}
