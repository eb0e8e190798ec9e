package io.deltawire.text;

import java.util.List;
import java.util.Locale;

/**
 * Features of a word for the part-of-speech tagger: the word, its endings, shape and cluster, its neighbours, and the tags just given.
 * Used alike in training and tagging. One instance per sentence.
 */
public final class PosFeatures {
    /** Most features a word can have. */
    public static final int MOST = 40;

    private static final int CASED = 0;
    private static final int TITLE_CASED = 1;
    private static final int ONE_CASE = 2;

    private final int size;
    private final int[] lower;
    private final int[] shape;
    private final int[] cluster;
    private final String[] words;
    private final int casing;

    public PosFeatures(List<String> tokens) {
        size = tokens.size();
        words = new String[size];
        lower = new int[size];
        shape = new int[size];
        cluster = new int[size];
        int letters = 0;
        int capitals = 0;
        int lowercase = 0;
        for (int i = 0; i < size; i++) {
            String word = tokens.get(i);
            String low = word.toLowerCase(Locale.ROOT);
            words[i] = low;
            lower[i] = low.hashCode();
            shape[i] = Shapes.of(word);
            cluster[i] = WordClusters.english().path(low);
            char first = word.charAt(0);
            if (Character.isLetter(first) && word.length() > 3) {
                letters++;
                boolean capital = Character.isUpperCase(first);
                capitals += capital ? 1 : 0;
                lowercase += !capital || Character.isLowerCase(word.charAt(1)) ? 1 : 0;
            }
        }
        boolean oneCase = letters > 2 && (capitals == 0 || lowercase * 4 < letters);
        casing = oneCase ? ONE_CASE : letters > 2 && capitals * 4 >= letters * 3 ? TITLE_CASED : CASED;
    }

    /** Writes the features of word i, given the two tags before it, and returns how many. */
    public int fill(int i, int tag1, int tag2, int[] into) {
        String word = words[i];
        int length = word.length();
        int n = 0;
        int here = casing == ONE_CASE ? 7 : shape[i];
        into[n++] = LinearModel.key(0, 1);
        into[n++] = LinearModel.key(1, lower[i]);
        into[n++] = LinearModel.key(2, here * 31 + casing);
        into[n++] = LinearModel.key(3, lower[i] * 31 + here);
        into[n++] = LinearModel.key(4, ending(word, length, 1));
        into[n++] = LinearModel.key(5, ending(word, length, 2));
        into[n++] = LinearModel.key(6, ending(word, length, 3));
        into[n++] = LinearModel.key(7, ending(word, length, 4) * 31 + here);
        into[n++] = LinearModel.key(8, word.charAt(0) * 31 + here);
        into[n++] = LinearModel.key(9, tag1);
        into[n++] = LinearModel.key(10, tag1 * 64 + tag2);
        into[n++] = LinearModel.key(11, lower[i] * 64 + tag1);
        into[n++] = LinearModel.key(12, ending(word, length, 3) * 64 + tag1);
        into[n++] = LinearModel.key(13, at(lower, i - 1));
        into[n++] = LinearModel.key(14, at(lower, i + 1));
        into[n++] = LinearModel.key(15, at(lower, i - 2));
        into[n++] = LinearModel.key(16, at(lower, i + 2));
        into[n++] = LinearModel.key(17, at(lower, i + 1) * 64 + tag1);
        into[n++] = LinearModel.key(18, lower[i] * 31 + at(lower, i + 1));
        into[n++] = LinearModel.key(19, lower[i] * 31 + at(lower, i - 1));
        int next = i + 1 < size ? ending(words[i + 1], words[i + 1].length(), 3) : 0;
        into[n++] = LinearModel.key(20, next);
        into[n++] = LinearModel.key(21, at(shape, i + 1) * 31 + here + 1000 * casing);
        into[n++] = LinearModel.key(22, at(shape, i - 1) * 31 + here + 1000 * casing);
        into[n++] = LinearModel.key(23, cluster[i]);
        into[n++] = LinearModel.key(24, WordClusters.prefix(cluster[i], 8) * 31 + here);
        into[n++] = LinearModel.key(25, WordClusters.prefix(at(cluster, i + 1), 8));
        into[n++] = LinearModel.key(26, WordClusters.prefix(at(cluster, i - 1), 8));
        into[n++] = LinearModel.key(27, WordClusters.prefix(at(cluster, i + 1), 6) * 64 + tag1);
        into[n++] = LinearModel.key(28, WordClusters.prefix(at(cluster, i + 2), 6));
        into[n++] = LinearModel.key(29, WordClusters.prefix(cluster[i], 10) * 64 + tag1);
        if (i == 0) {
            into[n++] = LinearModel.key(30, here);
            into[n++] = LinearModel.key(31, WordClusters.prefix(cluster[i], 8));
        }
        return n;
    }

    private int at(int[] values, int i) {
        return i < 0 ? 1 : i >= size ? 2 : values[i];
    }

    private static int ending(String word, int length, int count) {
        int h = count;
        for (int i = Math.max(0, length - count); i < length; i++) {
            h = h * 0x01000193 ^ word.charAt(i);
        }
        return h;
    }
}
