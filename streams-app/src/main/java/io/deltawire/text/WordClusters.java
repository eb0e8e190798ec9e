package io.deltawire.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Brown clusters: which of 1,500 classes of words a word is used like, as a bit string whose beginnings are wider classes. Words
 * are kept as 32-bit hashes of their lower-case form; one unknown word in 7,000 gets a foreign cluster.
 *
 * <p>Source: P. Brown et al., Class-based n-gram models of natural language, 1992; the clusters are those of NLP4J's English lexica.
 */
public final class WordClusters {
    /** Loads the resource when it is first needed. */
    private static final class English {
        static final WordClusters CLUSTERS = load("en/clusters.bin.gz");
    }

    private final int[] keys;
    private final short[] clusters;
    private final int[] paths;
    private final int mask;

    private WordClusters(int[] keys, short[] clusters, int[] paths) {
        int size = Integer.highestOneBit(keys.length * 2 - 1) * 2;
        this.mask = size - 1;
        this.keys = new int[size];
        this.clusters = new short[size];
        this.paths = paths;
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & mask;
            while (this.clusters[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            this.keys[slot] = keys[i];
            this.clusters[slot] = clusters[i];
        }
    }

    public static WordClusters english() {
        return English.CLUSTERS;
    }

    /** The path of a word's cluster: bits of the path behind a leading 1, so that its length is known; 0 when unknown. */
    public int path(String lower) {
        int key = hash(lower);
        for (int slot = key & mask; clusters[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return paths[clusters[slot] - 1];
            }
        }
        return 0;
    }

    /** The first bits of a path, in the same form; the whole path when it has no more. */
    public static int prefix(int path, int bits) {
        int length = 31 - Integer.numberOfLeadingZeros(path | 1);
        return length <= bits ? path : path >>> (length - bits);
    }

    /** Key of a lower-case word in the file. */
    public static int hash(String word) {
        int h = word.hashCode();
        for (int i = 0; i < word.length(); i++) {
            h = h * 0x01000193 ^ word.charAt(i);
        }
        h ^= h >>> 15;
        h *= 0x85EBCA6B;
        return h ^ h >>> 13;
    }

    /** Format: number of paths, paths; number of words, then for each word in order of its hash the gap and the cluster. */
    private static WordClusters load(String resource) {
        InputStream stream = WordClusters.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)))) {
            int[] paths = new int[in.readInt()];
            for (int i = 0; i < paths.length; i++) {
                paths[i] = in.readInt();
            }
            int[] keys = new int[in.readInt()];
            short[] clusters = new short[keys.length];
            int key = Integer.MIN_VALUE;
            for (int i = 0; i < keys.length; i++) {
                int gap = in.readUnsignedShort();
                key += gap < 0xFFFF ? gap : in.readInt();
                keys[i] = key;
            }
            for (int i = 0; i < keys.length; i++) {
                clusters[i] = in.readShort();
            }
            return new WordClusters(keys, clusters, paths);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
