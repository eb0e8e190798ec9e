package io.deltawire.train;

import io.deltawire.text.LinearModel;
import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Collects the rows of a model, features without weights left out. */
final class Rows {
    private int[] keys = new int[1024];
    private int[] starts = new int[1025];
    private int size;
    private final ByteArrayOutputStream labels = new ByteArrayOutputStream();
    private final ByteArrayOutputStream weights = new ByteArrayOutputStream();

    /**
     * Features worth learning, in order, each with its place.
     *
     * @param least features of fewer examples are left out
     */
    static Map<Integer, Integer> places(List<int[]> examples, int least) {
        Map<Integer, Integer> counts = new TreeMap<>();
        for (int[] example : examples) {
            Arrays.stream(example).distinct().forEach(feature -> counts.merge(feature, 1, Integer::sum));
        }
        Map<Integer, Integer> places = new TreeMap<>();
        counts.forEach((feature, count) -> {
            if (count >= least) {
                places.put(feature, places.size());
            }
        });
        return places;
    }

    void add(int label, byte weight) {
        labels.write(label);
        weights.write(weight);
    }

    void endRow(int key) {
        if (labels.size() == starts[size]) {
            return;
        }
        if (size == keys.length) {
            keys = Arrays.copyOf(keys, size * 2);
            starts = Arrays.copyOf(starts, size * 2 + 1);
        }
        keys[size++] = key;
        starts[size] = labels.size();
    }

    LinearModel model(List<String> names) {
        return new LinearModel(
                names,
                Arrays.copyOf(keys, size),
                Arrays.copyOf(starts, size + 1),
                labels.toByteArray(),
                weights.toByteArray());
    }
}
