package io.deltawire.teachers;

import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordClusters;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;

/** Writes the clusters that {@link VectorClusters} reads. */
final class VectorFile {
    private static final int LONGEST_WORD = 30;

    /** The most frequent words decide where the means are; the rest are assigned to them. */
    private static final int TRAINED = 100_000;

    private static final int ROUNDS = 15;

    private VectorFile() {}

    static String write(Path json, List<Integer> sizes, int words, long seed, Path file) throws IOException {
        if (sizes.size() != VectorClusters.LEVELS) {
            throw new IllegalArgumentException(VectorClusters.LEVELS + " sizes, please");
        }
        Vectors all = Vectors.read(json);
        int kept = Math.min(words, all.words().size());
        Vectors vectors = new Vectors(all.words().subList(0, kept), all.dimensions(), all.values());
        TreeMap<Integer, Integer> places = new TreeMap<>();
        for (int i = 0; i < kept; i++) {
            String word = vectors.words().get(i);
            if (word.length() <= LONGEST_WORD && word.chars().anyMatch(Character::isLetter)) {
                places.putIfAbsent(WordClusters.hash(word), i);
            }
        }
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestGzip(Files.newOutputStream(file))))) {
            Lexica.writeKeys(places, out);
            for (int size : sizes) {
                int[] clusters = SphericalMeans.clusters(vectors, size, TRAINED, ROUNDS, seed);
                for (int place : places.values()) {
                    out.writeShort(clusters[place] + 1);
                }
            }
        }
        return "%d words in clusters of %s, %d bytes".formatted(places.size(), sizes, Files.size(file));
    }
}
