package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Token;
import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordClusters;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Features of the tokens of a sentence for the name tagger: word, shape, affixes, part of speech and clusters, those of the neighbours, what
 * the lexicon knows, and what stands around the run of capitalised words that the token is in. Used alike in training and tagging.
 */
public final class NameFeatures {
    /** Most features a token can have. */
    public static final int MOST = 150;

    /** Most that {@link #pairs} writes. */
    static final int MOST_PAIRS = 16;

    static final int CASED = 0;
    private static final int TITLE_CASED = 1;
    private static final int CAPITALS = 2;
    static final int CASINGS = 3;

    /** What stands for a word beyond the beginning or the end of a sentence. */
    static final int BEFORE = -1;

    static final int BEHIND = -2;

    /** The size of vector clusters that is joined with other things known. */
    private static final int MIDDLE = 1;

    private final int size;
    private final List<Token> tokens;

    /** What is known of the words as they are asked for: those far from any capital letter are not. */
    private final @Nullable NameWord[] words;

    private final int[] low;
    private final int[] shape;
    private final int[] cluster;
    private final long[] vector;
    private final int[] pos;
    private final int[] word;
    private final int[] gazetteer;
    private final int[] runBegin;
    private final int[] runEnd;
    private final int[] acronym;
    private final boolean[] candidate;
    private final int casing;

    /** @param tokens those of one sentence */
    public NameFeatures(List<Token> tokens) {
        this.tokens = tokens;
        size = tokens.size();
        words = new NameWord[size];
        low = new int[size];
        shape = new int[size];
        cluster = new int[size];
        vector = new long[size];
        pos = new int[size];
        word = new int[size];
        runBegin = new int[size];
        runEnd = new int[size];
        NameLexicon lexicon = NameLexicon.english();
        for (int i = 0; i < size; i++) {
            Token token = tokens.get(i);
            low[i] = token.word().hash();
            shape[i] = NameWord.shape(token.word());
            pos[i] = token.pos().hashCode();
        }
        casing = casingOf();
        candidate = candidates();
        for (int i = 0; i < size; i++) {
            if (candidate[i] || (i > 0 && candidate[i - 1]) || (i + 1 < size && candidate[i + 1])) {
                NameWord known = word(i);
                cluster[i] = known.cluster();
                vector[i] = known.vector();
                word[i] = known.word();
            }
        }
        gazetteer = phrases(lexicon);
        runs();
        acronym = Acronyms.of(tokens, shape);
    }

    /** Whether a token can be part of a name at all: others need no scoring. */
    public boolean isCandidate(int i) {
        return candidate[i];
    }

    private int casingOf() {
        int letters = 0;
        int capitalised = 0;
        int allCapitals = 0;
        for (int i = 0; i < size; i++) {
            if (shape[i] >= 1 && shape[i] <= 4 && tokens.get(i).word().length() > 3) {
                letters++;
                capitalised += shape[i] > 1 ? 1 : 0;
                allCapitals += shape[i] == 3 ? 1 : 0;
            }
        }
        if (letters > 2 && allCapitals * 4 >= letters * 3) {
            return CAPITALS;
        }
        return letters > 3 && capitalised * 4 >= letters * 3 ? TITLE_CASED : CASED;
    }

    /** Whether a token begins with a capital letter or looks like a name otherwise. */
    boolean isCapital(int i) {
        return shape[i] != 0 && shape[i] != 1 && shape[i] != 5 && shape[i] != 9;
    }

    /** Capitalised words, and what can stand inside a name: up to three other tokens between two of them. */
    private boolean[] candidates() {
        boolean[] is = new boolean[size];
        int last = -10;
        for (int i = 0; i < size; i++) {
            if (isCapital(i)) {
                for (int j = i - last <= 4 ? last + 1 : i; j <= i; j++) {
                    is[j] = true;
                }
                last = i;
            } else if (i - last == 1) {
                is[i] = true;
            }
        }
        return is;
    }

    private int[] phrases(NameLexicon lexicon) {
        int[] found = new int[size];
        for (int i = 0; i < size; i++) {
            if (!candidate[i] || !isCapital(i)) {
                continue;
            }
            int hash = NameLexicon.begin();
            int best = 0;
            int bestEnd = i;
            for (int j = i; j < size && j < i + NameLexicon.LONGEST; j++) {
                hash = NameLexicon.hash(tokens.get(j).lower(), hash);
                int types = lexicon.phrase(hash);
                if (types != 0) {
                    best = types;
                    bestEnd = j;
                }
            }
            for (int j = i; best != 0 && j <= bestEnd; j++) {
                // Four bits each for: word by itself, begin, inside, end.
                int place = bestEnd == i ? 0 : j == i ? 1 : j == bestEnd ? 3 : 2;
                found[j] |= best << (4 * place);
            }
        }
        return found;
    }

    private void runs() {
        int i = 0;
        while (i < size) {
            int end = i;
            while (end < size && isCapital(end)) {
                end++;
                boolean bridge = end + 1 < size
                        && isCapital(end + 1)
                        && (tokens.get(end).lower().equals("of")
                                || tokens.get(end).text().equals("&"));
                end += bridge ? 1 : 0;
            }
            for (int j = i; j < Math.max(end, i + 1); j++) {
                runBegin[j] = i;
                runEnd[j] = Math.max(end, i + 1);
            }
            i = Math.max(end, i + 1);
        }
    }

    /** Writes the features of token i and returns how many. */
    public int fill(int i, int[] into) {
        int n = own(word(i), casing, into, 0);
        for (int d = -2; d <= 2; d++) {
            n = d == 0
                    ? n
                    : neighbour(
                            d,
                            at(low, i + d),
                            at(shape, i + d),
                            at(cluster, i + d),
                            at(vector, i + d),
                            at(word, i + d),
                            into,
                            n);
        }
        return rest(i, into, n);
    }

    int size() {
        return size;
    }

    NameWord word(int i) {
        NameWord known = words[i];
        if (known == null) {
            known = NameWord.of(tokens.get(i).word());
            words[i] = known;
        }
        return known;
    }

    /** How the sentence is cased: one of {@value #CASINGS} small numbers. */
    int casing() {
        return casing;
    }

    /** Whether what the clusters and lists know of a token counts: of tokens far from any capital letter it does not. */
    boolean isNear(int i) {
        return i < 0 || i >= size || candidate[i] || (i > 0 && candidate[i - 1]) || (i + 1 < size && candidate[i + 1]);
    }

    /** What a word by itself says. */
    static int own(NameWord word, int casing, int[] into, int from) {
        int n = from;
        int mode = casing * 8;
        String lower = word.lower();
        int length = lower.length();
        into[n++] = LinearModel.key(100, 1);
        into[n++] = LinearModel.key(101, word.text().hashCode());
        into[n++] = LinearModel.key(102, word.low());
        into[n++] = LinearModel.key(103, word.shape() * 32 + mode);
        into[n++] = LinearModel.key(104, outline(word.text()));
        for (int k = 1; k <= 4 && k <= length; k++) {
            into[n++] = LinearModel.key(104 + k, ends(lower, 0, k));
            into[n++] = LinearModel.key(108 + k, ends(lower, length - k, length));
        }
        int path = word.cluster();
        for (int bits = 4; bits <= 12; bits += 2) {
            into[n++] = LinearModel.key(120, WordClusters.prefix(path, bits));
        }
        into[n++] = LinearModel.key(121, path);
        into[n++] = LinearModel.key(122, WordClusters.prefix(path, 10) * 32 + word.shape());
        long vector = word.vector();
        for (int level = 0; level < VectorClusters.LEVELS; level++) {
            into[n++] = LinearModel.key(260 + level, VectorClusters.at(vector, level));
        }
        into[n++] = LinearModel.key(263, VectorClusters.at(vector, MIDDLE) * 32 + word.shape());
        into[n++] = LinearModel.key(200, word.word());
        for (int k = 0; k < 4; k++) {
            into[n++] = LinearModel.key(201 + k, ((word.word() >> (2 * k)) & 3) * 32 + mode);
        }
        return n;
    }

    /** What a word d places away says by itself. */
    static int neighbour(int d, int low, int shape, int cluster, long vector, int word, int[] into, int from) {
        int n = from;
        int t = 130 + (d + 2) * 10;
        into[n++] = LinearModel.key(t, low);
        into[n++] = LinearModel.key(t + 1, shape);
        into[n++] = LinearModel.key(t + 2, cluster);
        into[n++] = LinearModel.key(t + 3, WordClusters.prefix(cluster, 8));
        for (int level = 0; level < VectorClusters.LEVELS; level++) {
            into[n++] = LinearModel.key(t + 5 + level, VectorClusters.at(vector, level));
        }
        if (d == -1 || d == 1) {
            into[n++] = LinearModel.key(d < 0 ? 205 : 206, word);
        }
        return n;
    }

    /** What depends on more than one word: the first six groups each on two numbers, of which there are few. */
    private int rest(int i, int[] into, int from) {
        int n = before(pos[i], posAt(i - 1), into, from);
        n = after(pos[i], posAt(i + 1), into, n);
        n = far(posAt(i - 2), posAt(i + 2), into, n);
        n = shapes(shapes(i), place(i), into, n);
        n = lists(listed(i), listedBefore(i), into, n);
        n = phrases(phrase(i), phraseBehind(i), into, n);
        if (isCapital(i)) {
            int first = first(i);
            n = runBegin(word(runBegin[i]), first, into, n);
            n = runEnd(word(runEnd[i] - 1), first, into, n);
            int left = runBegin[i] - 1;
            n = beforeRun(at(low, left), at(cluster, left), at(vector, left), casing, into, n);
            int right = runEnd[i];
            n = afterRun(at(low, right), at(cluster, right), at(vector, right), casing, into, n);
        }
        return pairs(i, into, n);
    }

    /** Hash of a token's part of speech, also beyond the borders. */
    int posAt(int i) {
        return at(pos, i);
    }

    /** Parts of speech of a token and of the one before. */
    static int before(int here, int before, int[] into, int from) {
        into[from] = LinearModel.key(144, before);
        into[from + 1] = LinearModel.key(183, here);
        into[from + 2] = LinearModel.key(184, here * 31 + before);
        return from + 3;
    }

    /** Parts of speech of a token and of the one behind. */
    static int after(int here, int after, int[] into, int from) {
        into[from] = LinearModel.key(164, after);
        into[from + 1] = LinearModel.key(185, here * 31 + after);
        return from + 2;
    }

    /** Parts of speech two tokens away to either side. */
    static int far(int before, int after, int[] into, int from) {
        into[from] = LinearModel.key(134, before);
        into[from + 1] = LinearModel.key(174, after);
        return from + 2;
    }

    /** Shapes of a token and its neighbours in one number. */
    int shapes(int i) {
        return (at(shape, i - 1) * 16 + shape[i]) * 16 + at(shape, i + 1) + casing * 8 * 4096;
    }

    /** How long the run of capitalised words is and where in it a token stands, in one number; -1 outside of runs. */
    int place(int i) {
        int span = Math.min(4, runEnd[i] - runBegin[i]);
        return isCapital(i) ? span * 8 + Math.min(3, i - runBegin[i]) + casing * 8 * 64 : -1;
    }

    static int shapes(int shapes, int place, int[] into, int from) {
        into[from] = LinearModel.key(182, shapes);
        into[from + 1] = LinearModel.key(221, place);
        return place < 0 ? from + 1 : from + 2;
    }

    /** What the lists know of a token and the one behind it, in one number. */
    int listed(int i) {
        return (word[i] & 15) * 16 + (at(word, i + 1) & 15);
    }

    int listedBefore(int i) {
        return at(word, i - 1) & 15;
    }

    static int lists(int listed, int before, int[] into, int from) {
        into[from] = LinearModel.key(207, listed);
        into[from + 1] = LinearModel.key(208, (listed >> 4) * 16 + before);
        return from + 2;
    }

    /** What the lists know of the phrases a token is in, with the casing of the sentence, in one number. */
    int phrase(int i) {
        return gazetteer[i] * CASINGS + casing;
    }

    int phraseBehind(int i) {
        return at(gazetteer, i + 1);
    }

    static int phrases(int phraseAndCasing, int behind, int[] into, int from) {
        int n = from;
        int phrase = phraseAndCasing / CASINGS;
        int mode = phraseAndCasing % CASINGS * 8;
        into[n++] = LinearModel.key(210, phrase);
        for (int k = 0; k < 16; k++) {
            if ((phrase >> k & 1) != 0) {
                into[n++] = LinearModel.key(211, k * 64 + mode);
            }
        }
        into[n++] = LinearModel.key(212, behind);
        return n;
    }

    /** 1 for a token that begins a run of capitalised words. */
    int first(int i) {
        return i == runBegin[i] ? 1 : 0;
    }

    int runBegin(int i) {
        return runBegin[i];
    }

    /** Token behind the run. */
    int runEnd(int i) {
        return runEnd[i];
    }

    /** What the first word says of any token of its run. */
    static int runBegin(NameWord word, int first, int[] into, int from) {
        into[from] = LinearModel.key(225, word.low());
        into[from + 1] = LinearModel.key(232, word.word() * 2 + first);
        return from + 2;
    }

    /** What the last word says of any token of its run. */
    static int runEnd(NameWord word, int first, int[] into, int from) {
        into[from] = LinearModel.key(224, word.low());
        into[from + 1] = LinearModel.key(226, WordClusters.prefix(word.cluster(), 10));
        into[from + 2] = LinearModel.key(231, word.word() * 2 + first);
        into[from + 3] = LinearModel.key(270, VectorClusters.at(word.vector(), MIDDLE));
        return from + 4;
    }

    /** What the word before a run says of its tokens. */
    static int beforeRun(int low, int cluster, long vector, int casing, int[] into, int from) {
        into[from] = LinearModel.key(222, low + casing * 8);
        into[from + 1] = LinearModel.key(227, WordClusters.prefix(cluster, 10));
        into[from + 2] = LinearModel.key(271, VectorClusters.at(vector, MIDDLE));
        return from + 3;
    }

    /** What the word behind a run says of its tokens. */
    static int afterRun(int low, int cluster, long vector, int casing, int[] into, int from) {
        into[from] = LinearModel.key(223, low + casing * 8);
        into[from + 1] = LinearModel.key(228, WordClusters.prefix(cluster, 10));
        into[from + 2] = LinearModel.key(272, VectorClusters.at(vector, MIDDLE));
        return from + 3;
    }

    /** What two words say together, and what is rare. */
    int pairs(int i, int[] into, int from) {
        int n = from;
        into[n++] = LinearModel.key(180, at(low, i - 1) * 31 + low[i]);
        into[n++] = LinearModel.key(181, at(low, i + 1) * 31 + low[i]);
        into[n++] = LinearModel.key(186, at(low, i - 1) * 31 + at(low, i - 2));
        into[n++] = LinearModel.key(187, at(low, i + 1) * 31 + at(low, i + 2));
        into[n++] = LinearModel.key(
                188, WordClusters.prefix(cluster[i], 8) * 31 + WordClusters.prefix(at(cluster, i + 1), 8));
        into[n++] = LinearModel.key(
                189, WordClusters.prefix(cluster[i], 8) * 31 + WordClusters.prefix(at(cluster, i - 1), 8));
        int middle = VectorClusters.at(vector[i], MIDDLE) * 4096;
        into[n++] = LinearModel.key(273, middle + VectorClusters.at(at(vector, i - 1), MIDDLE));
        into[n++] = LinearModel.key(274, middle + VectorClusters.at(at(vector, i + 1), MIDDLE));
        if (isCapital(i)) {
            return run(i, into, n, casing * 8);
        }
        into[n++] = LinearModel.key(220, at(low, i - 1) * 31 + at(low, i + 1));
        return n;
    }

    private int run(int i, int[] into, int from, int mode) {
        int n = from;
        int begin = runBegin[i];
        int end = runEnd[i];
        int first = first(i);
        into[n++] = LinearModel.key(229, at(low, begin - 1) * 31 + at(low, begin - 2) + mode);
        into[n++] = LinearModel.key(230, at(low, end) * 31 + at(low, end + 1) + mode);
        if (acronym.length > 0 && acronym[i] != 0) {
            into[n++] = LinearModel.key(236, acronym[i] + mode);
        }
        if (begin == 0) {
            into[n++] = LinearModel.key(233, first * 64 + shape[i] + mode * 64);
            into[n++] = LinearModel.key(234, pos[i] * 2 + first);
            into[n++] = LinearModel.key(235, WordClusters.prefix(cluster[i], 8) * 2 + first);
        }
        return n;
    }

    private int at(int[] values, int i) {
        return i < 0 ? BEFORE : i >= size ? BEHIND : values[i];
    }

    private long at(long[] values, int i) {
        return i < 0 ? BEFORE : i >= size ? BEHIND : values[i];
    }

    private static int ends(String lower, int from, int to) {
        int h = to - from;
        for (int i = from; i < to; i++) {
            h = (h * 0x01000193) ^ lower.charAt(i);
        }
        return h;
    }

    /** Capital, small, digit and other signs, runs of one kind as one. */
    private static int outline(String text) {
        int h = 0;
        int last = -1;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            int kind = Character.isUpperCase(c) ? 1 : Character.isLetter(c) ? 2 : Character.isDigit(c) ? 3 : c;
            if (kind != last) {
                h = h * 31 + kind;
            }
            last = kind;
        }
        return h;
    }
}
