package io.deltawire.story;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MinHash (Broder 1997) over shingles of three words: the share of equal positions of two signatures estimates the Jaccard
 * similarity of two texts. Of each minimum 8 bits are kept (b-bit minwise hashing, Li and König 2010): two unlike texts agree by
 * chance at one position in 256.
 */
public final class Signature {
    /** Hash functions; the estimate's standard error is at most 1/16. */
    static final int SIZE = 64;

    private static final int SHINGLE = 3;
    /** Texts with fewer shingles are too short to tell a copy from a common phrase. */
    private static final int LEAST = 16;

    private Signature() {}

    /** @param words words of the text in order, lower case, without punctuation; the result is empty for a short text, else {@link #SIZE} numbers of 8 bits */
    public static List<Integer> of(List<String> words) {
        int shingles = words.size() - SHINGLE + 1;
        if (shingles < LEAST) {
            return List.of();
        }
        int[] keys = new int[words.size()];
        for (int w = 0; w < keys.length; w++) {
            keys[w] = Keys.of('s', words.get(w));
        }
        int[] least = new int[SIZE];
        Arrays.fill(least, Integer.MAX_VALUE);
        for (int i = 0; i < shingles; i++) {
            int shingle = 0;
            for (int w = 0; w < SHINGLE; w++) {
                shingle = shingle * 31 + keys[i + w];
            }
            for (int h = 0; h < SIZE; h++) {
                least[h] = Math.min(least[h], Keys.mix(shingle ^ (h * 0x9E3779B9)));
            }
        }
        List<Integer> signature = new ArrayList<>(SIZE);
        for (int value : least) {
            signature.add(value & 0xff);
        }
        return signature;
    }

    /** Estimated Jaccard similarity, 0 when either text was too short. */
    static float similarity(int[] one, int[] other) {
        if (one.length != SIZE || other.length != SIZE) {
            return 0;
        }
        int equal = 0;
        for (int i = 0; i < SIZE; i++) {
            equal += one[i] == other[i] ? 1 : 0;
        }
        return equal / (float) SIZE;
    }
}
