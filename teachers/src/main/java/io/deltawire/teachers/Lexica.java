package io.deltawire.teachers;

import java.io.BufferedInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputStream;
import java.util.SortedMap;
import org.tukaani.xz.XZInputStream;

/** NLP4J's lexica, and the form of the files made from them. */
final class Lexica {
    private static final String FOLDER = "/edu/emory/mathcs/nlp/lexica/";

    private Lexica() {}

    /** The object that a lexicon of nlp4j-english holds. */
    static Object read(String name) throws IOException {
        InputStream stream = Lexica.class.getResourceAsStream(FOLDER + name);
        if (stream == null) {
            throw new IOException("nlp4j-english has no " + name);
        }
        try (ObjectInputStream in = new ObjectInputStream(new BufferedInputStream(new XZInputStream(stream)))) {
            return in.readObject();
        } catch (ClassNotFoundException e) {
            throw new IOException("nlp4j-api and nlp4j-english do not fit together", e);
        }
    }

    /** Number of keys, then the gaps between them: 16 bits, or 0xFFFF and 32 bits. The first gap is from the smallest int. */
    static void writeKeys(SortedMap<Integer, Integer> values, DataOutputStream out) throws IOException {
        out.writeInt(values.size());
        long last = Integer.MIN_VALUE;
        for (int key : values.keySet()) {
            long gap = key - last;
            if (gap < 0xFFFF) {
                out.writeShort((int) gap);
            } else {
                out.writeShort(0xFFFF);
                out.writeInt((int) gap);
            }
            last = key;
        }
    }
}
