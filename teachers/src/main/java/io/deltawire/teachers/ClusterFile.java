package io.deltawire.teachers;

import io.deltawire.text.WordClusters;
import java.io.BufferedOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Writes the clusters that {@link WordClusters} reads. */
final class ClusterFile {
    private static final String LEXICON = "en-brown-clusters-simplified-lowercase.xz";
    private static final int LONGEST_WORD = 30;

    private ClusterFile() {}

    static String write(Path file) throws IOException {
        TreeMap<String, String> paths = new TreeMap<>();
        for (Map.Entry<?, ?> entry : ((Map<?, ?>) Lexica.read(LEXICON)).entrySet()) {
            String word = (String) entry.getKey();
            // A word has one path or several beginnings of it; the longest says most.
            String longest = "";
            for (Object path : (Set<?>) entry.getValue()) {
                longest = ((String) path).length() > longest.length() ? (String) path : longest;
            }
            if (!word.isEmpty() && word.length() <= LONGEST_WORD && !longest.isEmpty()) {
                paths.put(word, longest);
            }
        }
        TreeMap<String, Integer> numbers = new TreeMap<>();
        new TreeSet<>(paths.values()).forEach(path -> numbers.put(path, numbers.size() + 1));
        TreeMap<Integer, Integer> clusters = new TreeMap<>();
        paths.forEach((word, path) -> clusters.putIfAbsent(WordClusters.hash(word), numbers.get(path)));
        try (DataOutputStream out =
                new DataOutputStream(new BufferedOutputStream(new BestGzip(Files.newOutputStream(file))))) {
            out.writeInt(numbers.size());
            for (String path : numbers.keySet()) {
                out.writeInt(bits(path));
            }
            Lexica.writeKeys(clusters, out);
            for (int cluster : clusters.values()) {
                out.writeShort(cluster);
            }
        }
        return "%d words in %d clusters, %d bytes".formatted(clusters.size(), numbers.size(), Files.size(file));
    }

    /** The path behind a leading 1. */
    private static int bits(String path) {
        int bits = 1;
        for (int i = 0; i < path.length(); i++) {
            bits = bits << 1 | (path.charAt(i) == '1' ? 1 : 0);
        }
        return bits;
    }
}
