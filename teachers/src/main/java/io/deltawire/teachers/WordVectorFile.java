package io.deltawire.teachers;

import io.deltawire.text.WordVectors;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Writes the word vectors that {@link WordVectors} reads. */
final class WordVectorFile {
    private WordVectorFile() {}

    /**
     * @param words base forms that are worth a vector; forms that are not among them are left out
     * @param most vectors kept, of the most frequent words
     */
    static String write(Path json, Set<String> words, int most, Path file) throws IOException {
        Vectors all = Vectors.read(json);
        TreeMap<String, byte[]> vectors = new TreeMap<>();
        for (int i = 0; i < all.words().size() && vectors.size() < most; i++) {
            if (words.contains(all.words().get(i))) {
                double[] numbers = new double[all.dimensions()];
                for (int d = 0; d < numbers.length; d++) {
                    numbers[d] = all.values()[i * numbers.length + d];
                }
                vectors.put(all.words().get(i), WordVectors.bytes(numbers));
            }
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestGzip(Files.newOutputStream(file))))) {
            out.writeInt(vectors.size());
            out.writeInt(all.dimensions());
            for (Map.Entry<String, byte[]> entry : vectors.entrySet()) {
                out.writeUTF(entry.getKey());
                out.write(entry.getValue());
            }
        }
        return "%d words, %d bytes".formatted(vectors.size(), Files.size(file));
    }
}
