package io.deltawire.story;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * MinHash (Broder 1997) over shingles of three words: the share of equal positions of two signatures estimates the Jaccard
 * similarity of two texts. Of each minimum 8 bits are kept (b-bit minwise hashing, Li and König 2010): two unlike texts agree by
 * chance at one position in 256. Kept as a row of bytes.
 */
public final class Signature {
    /** Hash functions; the estimate's standard error is at most 1/22. */
    static final int SIZE = 128;

    private static final int SHINGLE = 3;
    /** Texts with fewer shingles, or fewer in common, are too short to tell a copy from a common phrase. */
    private static final int LEAST = 16;

    /** What reports of one event share of the shorter text though they were written apart: quotations, addresses, charges. */
    private static final double WRITTEN_APART = 0.25;

    /** How many standard deviations above that a copy's shared passages are. */
    private static final double SURE = 3;

    /** Share of positions at which two unlike texts agree. */
    private static final double BY_CHANCE = 1 / 256.0;

    private static final VarHandle EIGHT = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.LITTLE_ENDIAN);

    /** All bits of eight bytes but the highest of each. */
    private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

    /** What sets the hash functions apart; from a table, as a compiler that sees no number of the round works on eight at a time. */
    private static final int[] SEEDS = new int[SIZE];

    static {
        for (int h = 0; h < SIZE; h++) {
            SEEDS[h] = h * 0x9E3779B9;
        }
    }

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
                least[h] = lesser(Keys.mix(shingle ^ SEEDS[h]), least[h]);
            }
        }
        List<Integer> signature = new ArrayList<>(SIZE);
        for (int value : least) {
            signature.add(value & 0xff);
        }
        return signature;
    }

    /**
     * What {@link Math#min} says, by arithmetic alone, of which the compiler makes instructions that work on eight at a time, as it does not
     * (Java 17) of that. The halves of two numbers differ by no more than an int holds; where they are equal the lowest bit decides.
     */
    static int lesser(int one, int other) {
        int below = ((one >> 1) - (other >> 1) - (~one & other & 1)) >> 31;
        return other ^ ((one ^ other) & below);
    }

    /** A digest's signature as it is compared; empty when it is none, or one of another length made by an earlier version. */
    static byte[] bytes(List<Integer> signature) {
        byte[] bytes = new byte[signature.size() == SIZE ? SIZE : 0];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = signature.get(i).byteValue();
        }
        return bytes;
    }

    /** Estimated Jaccard similarity, 0 when either text was too short. */
    static float similarity(byte[] one, byte[] other) {
        return comparable(one, other) ? equal(one, other) / (float) SIZE : 0;
    }

    private static boolean comparable(byte[] one, byte[] other) {
        return one.length == SIZE && other.length == SIZE;
    }

    /** Positions at which two signatures agree, eight at a time: zero bytes of what differs (Warren, Hacker's Delight, 6-1). */
    private static int equal(byte[] one, byte[] other) {
        int equal = 0;
        for (int i = 0; i < SIZE; i += Long.BYTES) {
            long differs = (long) EIGHT.get(one, i) ^ (long) EIGHT.get(other, i);
            long nonZero = ((differs & LOW_BITS) + LOW_BITS) | differs | LOW_BITS;
            equal += Long.bitCount(~nonZero);
        }
        return equal;
    }

    /**
     * Estimated share of the shorter text's shingles that the other has too (containment, Broder 1997): it stays high when one was
     * shortened, or written on. 0 when it could as well be what two reports of one event share.
     *
     * @param words lengths of the texts
     */
    static double reused(byte[] one, int words, byte[] other, int otherWords) {
        if (!comparable(one, other)) {
            return 0;
        }
        int shorter = Math.min(words, otherWords) - SHINGLE + 1;
        int longer = Math.max(words, otherWords) - SHINGLE + 1;
        double ratio = longer / (double) shorter;
        double expected = SIZE * (BY_CHANCE + WRITTEN_APART / (1 + ratio - WRITTEN_APART));
        int equal = equal(one, other);
        if (equal < expected + SURE * Math.sqrt(expected)) {
            return 0;
        }
        double similarity = (equal / (double) SIZE - BY_CHANCE) / (1 - BY_CHANCE);
        double reused = Math.min(1, similarity / (1 + similarity) * (1 + ratio));
        return reused * shorter < LEAST - 0.5 ? 0 : reused;
    }
}
