package io.deltawire.teachers;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * K-means of vectors of unit length by their cosine. Deterministic by seed: words are assigned independently of one another, and means added up
 * in the order of the words.
 *
 * <p>Source: I. Dhillon and D. Modha, Concept decompositions for large sparse text data using clustering, 2001.
 */
final class SphericalMeans {
    private static final int BLOCK = 512;

    private final Vectors vectors;
    private final int dimensions;
    private final int size;

    /** Means by dimension, so that the innermost loop runs over means. */
    private final float[] means;

    private SphericalMeans(Vectors vectors, int size) {
        this.vectors = vectors;
        this.dimensions = vectors.dimensions();
        this.size = size;
        means = new float[dimensions * size];
    }

    /**
     * The cluster of every word, from 0.
     *
     * @param trained how many of the most frequent words decide where the means are
     */
    static int[] clusters(Vectors vectors, int size, int trained, int rounds, long seed) {
        SphericalMeans means = new SphericalMeans(vectors, size);
        int words = Math.min(trained, vectors.words().size());
        int[] first = new Random(seed).ints(0, words).distinct().limit(size).toArray();
        for (int k = 0; k < size; k++) {
            for (int d = 0; d < means.dimensions; d++) {
                means.means[d * size + k] = vectors.values()[first[k] * means.dimensions + d];
            }
        }
        for (int round = 0; round < rounds; round++) {
            means.move(means.assign(words));
        }
        return means.assign(vectors.words().size());
    }

    private int[] assign(int words) {
        int[] nearest = new int[words];
        IntStream.range(0, (words + BLOCK - 1) / BLOCK).parallel().forEach(block -> {
            float[] cosines = new float[size];
            for (int word = block * BLOCK; word < Math.min(words, (block + 1) * BLOCK); word++) {
                nearest[word] = nearest(word, cosines);
            }
        });
        return nearest;
    }

    private int nearest(int word, float[] cosines) {
        Arrays.fill(cosines, 0);
        for (int d = 0; d < dimensions; d++) {
            add(vectors.values()[word * dimensions + d], d * size, cosines);
        }
        int best = 0;
        for (int k = 1; k < size; k++) {
            best = cosines[k] > cosines[best] ? k : best;
        }
        return best;
    }

    private void add(float value, int from, float[] cosines) {
        for (int k = 0; k < cosines.length; k++) {
            cosines[k] += value * means[from + k];
        }
    }

    /** Sets each mean to the direction of the sum of its words; one without words stays. */
    private void move(int[] nearest) {
        double[] sums = new double[size * dimensions];
        for (int word = 0; word < nearest.length; word++) {
            for (int d = 0; d < dimensions; d++) {
                sums[nearest[word] * dimensions + d] += vectors.values()[word * dimensions + d];
            }
        }
        for (int k = 0; k < size; k++) {
            double square = 0;
            for (int d = 0; d < dimensions; d++) {
                square += sums[k * dimensions + d] * sums[k * dimensions + d];
            }
            for (int d = 0; square > 0 && d < dimensions; d++) {
                means[d * size + k] = (float) (sums[k * dimensions + d] / Math.sqrt(square));
            }
        }
    }
}
