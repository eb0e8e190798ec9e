package io.deltawire.entity;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * What is known about words and phrases of names: how often a word is a first or last word of persons' names, in names of places, of
 * organisations; and which phrases are names of places, organisations or works. Kept as 32-bit hashes of lower-case forms.
 */
public final class NameLexicon {
    /** Phrases have at most this many words. */
    public static final int LONGEST = 6;

    public static final int PLACE = 1;
    public static final int ORGANISATION = 2;
    public static final int WORK = 4;
    public static final int PERSON = 8;

    private static final int START = 17;

    private final Table words;
    private final Table phrases;

    private NameLexicon(Table words, Table phrases) {
        this.words = words;
        this.phrases = phrases;
    }

    /** Loads the resource when it is first needed. */
    private static final class English {
        static final NameLexicon LEXICON = load("names.bin.gz");
    }

    public static NameLexicon english() {
        return English.LEXICON;
    }

    /** Four figures of two bits, each 0 (never) to 3 (mostly): first word of a person, last word of one, place, organisation. */
    public int word(String lower) {
        return words.get(hash(lower, START));
    }

    /** Bits of what the phrase is a name of; 0 for none. The hash is that of its words one after the other, see {@link #hash}. */
    public int phrase(int hash) {
        return phrases.get(hash);
    }

    /** Hash of a phrase that has one word more; begin with {@link #begin}. */
    public static int hash(String lower, int before) {
        int h = before;
        for (int i = 0; i < lower.length(); i++) {
            h = (h * 0x01000193) ^ lower.charAt(i);
        }
        h = (h * 0x01000193) ^ ' ';
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        return h ^ (h >>> 13);
    }

    public static int begin() {
        return START;
    }

    private static NameLexicon load(String resource) {
        InputStream stream = NameLexicon.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)))) {
            return new NameLexicon(Table.read(in), Table.read(in));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /** Hashes with a byte each. */
    private static final class Table {
        /** Hash and, in the lowest bits, the byte, which is never 0: side by side so that a look-up touches one cache line. */
        private final long[] entries;

        private final int mask;

        private Table(int[] sorted, byte[] bytes) {
            int size = Integer.highestOneBit(sorted.length * 2 - 1) * 2;
            mask = size - 1;
            entries = new long[size];
            for (int i = 0; i < sorted.length; i++) {
                int slot = sorted[i] & mask;
                while (entries[slot] != 0) {
                    slot = (slot + 1) & mask;
                }
                entries[slot] = (long) sorted[i] << Byte.SIZE | (bytes[i] & 0xFF);
            }
        }

        int get(int key) {
            int slot = key & mask;
            for (long entry = entries[slot]; entry != 0; entry = entries[slot]) {
                if ((int) (entry >> Byte.SIZE) == key) {
                    return (int) entry & 0xFF;
                }
                slot = (slot + 1) & mask;
            }
            return 0;
        }

        /** Number of entries; gaps between the hashes in order, of 16 bits or, behind 0xFFFF, of 32; values, never 0. */
        static Table read(DataInputStream in) throws IOException {
            int[] sorted = new int[in.readInt()];
            int key = Integer.MIN_VALUE;
            for (int i = 0; i < sorted.length; i++) {
                int gap = in.readUnsignedShort();
                key += gap < 0xFFFF ? gap : in.readInt();
                sorted[i] = key;
            }
            return new Table(sorted, in.readNBytes(sorted.length));
        }
    }
}
