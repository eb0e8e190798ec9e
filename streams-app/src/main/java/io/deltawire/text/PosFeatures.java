package io.deltawire.text;

import java.util.List;

/**
 * Features of a word for the part-of-speech tagger: the word, its endings, shape and cluster, its neighbours, and the tags just given.
 * Used alike in training and tagging. One instance per sentence. Features that depend on one word alone are written by static
 * methods, so that the tagger can keep what they add up to.
 */
public final class PosFeatures {
    /** Most features a word can have. */
    public static final int MOST = 40;

    static final int CASED = 0;
    static final int TITLE_CASED = 1;
    static final int ONE_CASE = 2;

    /** Shape of all words of a sentence that is set in one case. */
    private static final int NO_SHAPE = 7;

    private final WordForm[] words;
    private final int casing;

    public PosFeatures(List<String> tokens) {
        this(tokens.stream().map(WordForm::of).toArray(WordForm[]::new));
    }

    PosFeatures(WordForm[] words) {
        this.words = words;
        casing = casing(words);
    }

    /** How a sentence is set: most words with a capital, all in one case, or as usual. */
    static int casing(WordForm[] words) {
        int letters = 0;
        int capitals = 0;
        int lowercase = 0;
        for (WordForm word : words) {
            WordForm.Opening opening = word.opening();
            if (opening != WordForm.Opening.NONE) {
                letters++;
                capitals += opening == WordForm.Opening.SMALL ? 0 : 1;
                lowercase += opening == WordForm.Opening.CAPITALS ? 0 : 1;
            }
        }
        boolean oneCase = letters > 2 && (capitals == 0 || lowercase * 4 < letters);
        return oneCase ? ONE_CASE : letters > 2 && capitals * 4 >= letters * 3 ? TITLE_CASED : CASED;
    }

    /** Writes the features of word i, given the two tags before it, and returns how many. */
    public int fill(int i, int tag1, int tag2, int[] into) {
        WordForm word = words[i];
        WordForm before = at(words, i - 1);
        WordForm after = at(words, i + 1);
        int n = own(word, casing, into, 0);
        n = before(before, into, n);
        n = secondBefore(at(words, i - 2), into, n);
        n = after(after, into, n);
        n = secondAfter(at(words, i + 2), into, n);
        n = tags(tag1, tag2, into, n);
        n = shapes(before.shape(), shape(word, casing), after.shape(), casing, into, n);
        n = ownBehind(word, tag1, into, n);
        n = afterBehind(after, tag1, into, n);
        n = pairs(before, word, after, into, n);
        return i == 0 ? first(word, casing, into, n) : n;
    }

    static WordForm at(WordForm[] words, int i) {
        return i < 0 ? WordForm.BEFORE : i >= words.length ? WordForm.BEHIND : words[i];
    }

    static int shape(WordForm word, int casing) {
        return casing == ONE_CASE ? NO_SHAPE : word.shape();
    }

    /** What a word says of its own tag. */
    static int own(WordForm word, int casing, int[] into, int from) {
        int n = from;
        int here = shape(word, casing);
        into[n++] = LinearModel.key(0, 1);
        into[n++] = LinearModel.key(1, word.hash());
        into[n++] = LinearModel.key(2, here * 31 + casing);
        into[n++] = LinearModel.key(3, word.hash() * 31 + here);
        into[n++] = LinearModel.key(4, word.ending(1));
        into[n++] = LinearModel.key(5, word.ending(2));
        into[n++] = LinearModel.key(6, word.ending(3));
        into[n++] = LinearModel.key(7, word.ending(4) * 31 + here);
        into[n++] =
                LinearModel.key(8, (word.lower().isEmpty() ? 0 : word.lower().charAt(0)) * 31 + here);
        into[n++] = LinearModel.key(23, word.cluster());
        into[n++] = LinearModel.key(24, WordClusters.prefix(word.cluster(), 8) * 31 + here);
        return n;
    }

    /** What it says besides when it is the first of its sentence. */
    static int first(WordForm word, int casing, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(30, shape(word, casing));
        into[n++] = LinearModel.key(31, WordClusters.prefix(word.cluster(), 8));
        return n;
    }

    /** What a word says of the tag of the next. */
    static int before(WordForm word, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(13, word.hash());
        into[n++] = LinearModel.key(26, WordClusters.prefix(word.cluster(), 8));
        return n;
    }

    /** What a word says of the tag of the one after the next. */
    static int secondBefore(WordForm word, int[] into, int from) {
        into[from] = LinearModel.key(15, word.hash());
        return from + 1;
    }

    /** What a word says of the tag of the one before it. */
    static int after(WordForm word, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(14, word.hash());
        into[n++] = LinearModel.key(20, word == WordForm.BEHIND ? 0 : word.ending(3));
        into[n++] = LinearModel.key(25, WordClusters.prefix(word.cluster(), 8));
        return n;
    }

    /** What a word says of the tag of the one two before it. */
    static int secondAfter(WordForm word, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(16, word.hash());
        into[n++] = LinearModel.key(28, WordClusters.prefix(word.cluster(), 6));
        return n;
    }

    /** What the two tags before say. */
    static int tags(int tag1, int tag2, int[] into, int from) {
        into[from] = LinearModel.key(9, tag1);
        into[from + 1] = LinearModel.key(10, tag1 * 64 + tag2);
        return from + 2;
    }

    /** What the shapes of three neighbours say of the tag of the middle one. */
    static int shapes(int before, int here, int after, int casing, int[] into, int from) {
        into[from] = LinearModel.key(21, after * 31 + here + 1000 * casing);
        into[from + 1] = LinearModel.key(22, before * 31 + here + 1000 * casing);
        return from + 2;
    }

    /** What a word and the tag before it say of the word's tag. */
    static int ownBehind(WordForm word, int tag1, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(11, word.hash() * 64 + tag1);
        into[n++] = LinearModel.key(12, word.ending(3) * 64 + tag1);
        into[n++] = LinearModel.key(29, WordClusters.prefix(word.cluster(), 10) * 64 + tag1);
        return n;
    }

    /** What a word and the tag two before it say of the tag of the word between them. */
    static int afterBehind(WordForm word, int tag1, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(17, word.hash() * 64 + tag1);
        into[n++] = LinearModel.key(27, WordClusters.prefix(word.cluster(), 6) * 64 + tag1);
        return n;
    }

    /** What a word says together with either neighbour. */
    static int pairs(WordForm before, WordForm word, WordForm after, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(18, word.hash() * 31 + after.hash());
        into[n++] = LinearModel.key(19, word.hash() * 31 + before.hash());
        return n;
    }
}
