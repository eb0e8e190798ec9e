package io.deltawire.text;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;

/**
 * How alike in use two English words are, by vectors of 100 dimensions in steps of one byte. Base forms of common words only, no names.
 *
 * <p>Source: J. Pennington et al., GloVe: Global vectors for word representation, 2014.
 */
public final class WordVectors {
    /** Loads the resource when it is first needed. */
    private static final class English {
        static final WordVectors VECTORS = load("en/word-vectors.bin.gz");
    }

    /** Components of a vector of length 1 are at most this far from 0, save a few. */
    private static final double WIDEST = 0.5;

    private final Map<String, Vector> vectors;

    private WordVectors(Map<String, Vector> vectors) {
        this.vectors = vectors;
    }

    public static WordVectors english() {
        return English.VECTORS;
    }

    /** Cosine of two base forms, -1 to 1; 1 for one word, 0 when either is unknown. */
    public double cosine(String one, String other) {
        if (one.equals(other)) {
            return 1;
        }
        Vector mine = vector(one);
        Vector theirs = vector(other);
        return mine == null || theirs == null ? 0 : mine.cosine(theirs);
    }

    /** Null when the word is unknown. */
    public @Nullable Vector vector(String lemma) {
        return vectors.get(lemma);
    }

    /** Of one word. */
    public static final class Vector {
        private final byte[] bytes;
        /** Of its length, in steps. */
        private final int square;

        private Vector(byte[] bytes) {
            this.bytes = bytes;
            int sum = 0;
            for (byte component : bytes) {
                sum += component * component;
            }
            square = sum;
        }

        /** Not to be changed. */
        public byte[] bytes() {
            return bytes;
        }

        public double cosine(Vector other) {
            byte[] theirs = other.bytes;
            int dot = 0;
            for (int i = 0; i < bytes.length; i++) {
                dot += bytes[i] * theirs[i];
            }
            return square == 0 || other.square == 0 ? 0 : dot / Math.sqrt((double) square * other.square);
        }
    }

    /** A vector in the steps of the file, whatever its length was. */
    public static byte[] bytes(double[] vector) {
        double length = 0;
        for (double component : vector) {
            length += component * component;
        }
        byte[] bytes = new byte[vector.length];
        for (int i = 0; i < bytes.length; i++) {
            long step = Math.round(vector[i] / Math.sqrt(length) / WIDEST * Byte.MAX_VALUE);
            bytes[i] = (byte) Math.max(-Byte.MAX_VALUE, Math.min(Byte.MAX_VALUE, step));
        }
        return bytes;
    }

    /** Format: number of words, dimensions; then each word and its bytes. */
    private static WordVectors load(String resource) {
        InputStream stream = WordVectors.class.getResourceAsStream(resource);
        if (stream == null) {
            throw new IllegalStateException("missing resource " + resource);
        }
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(new GZIPInputStream(stream, 1 << 16)))) {
            int size = in.readInt();
            int dimensions = in.readInt();
            Map<String, Vector> vectors = new HashMap<>(size * 2);
            for (int i = 0; i < size; i++) {
                String word = in.readUTF();
                byte[] vector = new byte[dimensions];
                in.readFully(vector);
                vectors.put(word, new Vector(vector));
            }
            return new WordVectors(vectors);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }
}
