package io.deltawire.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.zip.GZIPInputStream;

/**
 * Clusters of word vectors at {@value #LEVELS} sizes: which words are used in like surroundings, in some other way than {@link WordClusters}
 * tells. Each size was clustered by itself, so that the borders of one size say something beside those of another. Words are kept
 * as 32-bit hashes of their lower-case form, see {@link WordClusters#hash}.
 *
 * <p>Source of the idea: J. Guo et al., Revisiting embedding features for simple semi-supervised learning, 2014; the vectors are GloVe's
 * (J. Pennington et al., 2014), made into clusters by {@code teachers vectors}.
 */
public final class VectorClusters {
    /** How many sizes there are. */
    public static final int LEVELS = 3;

    private static final int BITS = 21;

    /** Loads the resource when it is first needed. */
    private static final class English {
        static final VectorClusters CLUSTERS = load("en/vectors.bin.gz");
    }

    private final int[] keys;
    private final long[] clusters;
    private final int mask;

    private VectorClusters(int[] keys, long[] clusters) {
        int size = Integer.highestOneBit(keys.length * 2 - 1) * 2;
        this.mask = size - 1;
        this.keys = new int[size];
        this.clusters = new long[size];
        for (int i = 0; i < keys.length; i++) {
            int slot = keys[i] & mask;
            while (this.clusters[slot] != 0) {
                slot = (slot + 1) & mask;
            }
            this.keys[slot] = keys[i];
            this.clusters[slot] = clusters[i];
        }
    }

    public static VectorClusters english() {
        return English.CLUSTERS;
    }

    /** The clusters of a word at all sizes, for {@link #at}; 0 when unknown. */
    public long of(String lower) {
        int key = WordClusters.hash(lower);
        for (int slot = key & mask; clusters[slot] != 0; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return clusters[slot];
            }
        }
        return 0;
    }

    /** The cluster at one size, 0 being the coarsest; clusters are numbered from 1, and 0 is that of unknown words. */
    public static int at(long clusters, int level) {
        return (int) (clusters >>> (level * BITS)) & ((1 << BITS) - 1);
    }

    /** Format: number of words; gaps between their hashes in order; then for each size the clusters, numbered from 1. */
    private static VectorClusters load(String resource) {
        InputStream stream = VectorClusters.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)))) {
            int[] keys = new int[in.readInt()];
            int key = Integer.MIN_VALUE;
            for (int i = 0; i < keys.length; i++) {
                int gap = in.readUnsignedShort();
                key += gap < 0xFFFF ? gap : in.readInt();
                keys[i] = key;
            }
            long[] clusters = new long[keys.length];
            for (int level = 0; level < LEVELS; level++) {
                for (int i = 0; i < keys.length; i++) {
                    clusters[i] |= (long) in.readUnsignedShort() << (level * BITS);
                }
            }
            return new VectorClusters(keys, clusters);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
