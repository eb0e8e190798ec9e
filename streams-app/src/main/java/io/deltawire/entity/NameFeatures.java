package io.deltawire.entity;

import io.deltawire.text.LinearModel;
import io.deltawire.text.Token;
import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordClusters;
import java.util.List;

/**
 * Features of the tokens of a sentence for the name tagger: word, shape, affixes, part of speech and clusters, those of the neighbours, what
 * the lexicon knows, and what stands around the run of capitalised words that the token is in. Used alike in training and tagging.
 */
public final class NameFeatures {
    /** Most features a token can have. */
    public static final int MOST = 150;

    private static final int CASED = 0;
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
    private final NameWord[] words;
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
            NameWord known = NameWord.of(token.text());
            words[i] = known;
            low[i] = known.low();
            shape[i] = known.shape();
            pos[i] = token.pos().hashCode();
        }
        casing = casingOf();
        candidate = candidates();
        for (int i = 0; i < size; i++) {
            if (candidate[i] || (i > 0 && candidate[i - 1]) || (i + 1 < size && candidate[i + 1])) {
                cluster[i] = words[i].cluster();
                vector[i] = words[i].vector();
                word[i] = words[i].word();
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
            if (shape[i] >= 1 && shape[i] <= 4 && tokens.get(i).text().length() > 3) {
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

    private boolean isCapital(int i) {
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
        int n = own(words[i], casing, into, 0);
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

    /** How the sentence is cased: one of {@value #CASINGS} small numbers. */
    int size() {
        return size;
    }

    NameWord word(int i) {
        return words[i];
    }

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

    /** What depends on more than one word. */
    int rest(int i, int[] into, int from) {
        int mode = casing * 8;
        int n = together(i, into, from, mode);
        n = lexical(i, into, n, mode);
        return run(i, into, n, mode);
    }

    private int together(int i, int[] into, int from, int mode) {
        int n = from;
        for (int d = -2; d <= 2; d++) {
            if (d != 0) {
                into[n++] = LinearModel.key(134 + (d + 2) * 10, at(pos, i + d));
            }
        }
        into[n++] = LinearModel.key(180, at(low, i - 1) * 31 + low[i]);
        into[n++] = LinearModel.key(181, at(low, i + 1) * 31 + low[i]);
        into[n++] = LinearModel.key(182, (at(shape, i - 1) * 16 + shape[i]) * 16 + at(shape, i + 1) + mode * 4096);
        into[n++] = LinearModel.key(183, pos[i]);
        into[n++] = LinearModel.key(184, pos[i] * 31 + at(pos, i - 1));
        into[n++] = LinearModel.key(185, pos[i] * 31 + at(pos, i + 1));
        into[n++] = LinearModel.key(186, at(low, i - 1) * 31 + at(low, i - 2));
        into[n++] = LinearModel.key(187, at(low, i + 1) * 31 + at(low, i + 2));
        into[n++] = LinearModel.key(
                188, WordClusters.prefix(cluster[i], 8) * 31 + WordClusters.prefix(at(cluster, i + 1), 8));
        into[n++] = LinearModel.key(
                189, WordClusters.prefix(cluster[i], 8) * 31 + WordClusters.prefix(at(cluster, i - 1), 8));
        int middle = VectorClusters.at(vector[i], MIDDLE) * 4096;
        into[n++] = LinearModel.key(273, middle + VectorClusters.at(at(vector, i - 1), MIDDLE));
        into[n++] = LinearModel.key(274, middle + VectorClusters.at(at(vector, i + 1), MIDDLE));
        return n;
    }

    private int lexical(int i, int[] into, int from, int mode) {
        int n = from;
        int known = word[i];
        into[n++] = LinearModel.key(207, (known & 15) * 16 + (at(word, i + 1) & 15));
        into[n++] = LinearModel.key(208, (known & 15) * 16 + (at(word, i - 1) & 15));
        int phrase = gazetteer[i];
        into[n++] = LinearModel.key(210, phrase);
        for (int k = 0; k < 16; k++) {
            if ((phrase >> k & 1) != 0) {
                into[n++] = LinearModel.key(211, k * 64 + mode);
            }
        }
        into[n++] = LinearModel.key(212, at(gazetteer, i + 1));
        return n;
    }

    private int run(int i, int[] into, int from, int mode) {
        int n = from;
        if (!isCapital(i)) {
            into[n++] = LinearModel.key(220, at(low, i - 1) * 31 + at(low, i + 1));
            return n;
        }
        int begin = runBegin[i];
        int end = runEnd[i];
        int first = i == begin ? 1 : 0;
        int span = Math.min(4, end - begin);
        into[n++] = LinearModel.key(221, span * 8 + Math.min(3, i - begin) + mode * 64);
        into[n++] = LinearModel.key(222, at(low, begin - 1) + mode);
        into[n++] = LinearModel.key(223, at(low, end) + mode);
        into[n++] = LinearModel.key(224, low[end - 1]);
        into[n++] = LinearModel.key(225, low[begin]);
        into[n++] = LinearModel.key(226, WordClusters.prefix(cluster[end - 1], 10));
        into[n++] = LinearModel.key(227, WordClusters.prefix(at(cluster, begin - 1), 10));
        into[n++] = LinearModel.key(228, WordClusters.prefix(at(cluster, end), 10));
        into[n++] = LinearModel.key(229, at(low, begin - 1) * 31 + at(low, begin - 2) + mode);
        into[n++] = LinearModel.key(230, at(low, end) * 31 + at(low, end + 1) + mode);
        into[n++] = LinearModel.key(231, word[end - 1] * 2 + first);
        into[n++] = LinearModel.key(232, word[begin] * 2 + first);
        if (acronym.length > 0 && acronym[i] != 0) {
            into[n++] = LinearModel.key(236, acronym[i] + mode);
        }
        into[n++] = LinearModel.key(270, VectorClusters.at(vector[end - 1], MIDDLE));
        into[n++] = LinearModel.key(271, VectorClusters.at(at(vector, begin - 1), MIDDLE));
        into[n++] = LinearModel.key(272, VectorClusters.at(at(vector, end), MIDDLE));
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
