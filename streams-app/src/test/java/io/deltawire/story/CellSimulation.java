package io.deltawire.story;

import io.deltawire.engine.Enricher;
import io.deltawire.evaluate.GoldStories;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/**
 * What a desk loses when it is cut into cells by meaning, each with a writer of its own: a story lives in the cell closest to its
 * first article, a later article asks the few cells closest to it. Prints how often the right story is among those asked, and what
 * share of all questions the busiest cell gets; and the same for writers that hold words instead. Run by hand: {@code main} takes the folder of labelled sets.
 */
public final class CellSimulation {
    private static final int DIMENSIONS = 1 << 13;
    private static final int ROUNDS = 6;
    /** Share of the stream that the cells are cut by; the rest is measured. */
    private static final double KNOWN = 0.3;

    private final float[][] cells;

    private CellSimulation(List<Vector> known, int count) {
        cells = new float[count][DIMENSIONS];
        for (int c = 0; c < count; c++) {
            add(cells[c], known.get((int) ((long) c * known.size() / count)));
        }
        for (int round = 0; round < ROUNDS; round++) {
            float[][] sums = new float[count][DIMENSIONS];
            for (Vector vector : known) {
                add(sums[nearest(vector, 1)[0]], vector);
            }
            for (int c = 0; c < count; c++) {
                double length = length(sums[c]);
                for (int d = 0; d < DIMENSIONS && length > 0; d++) {
                    cells[c][d] = (float) (sums[c][d] / length);
                }
            }
        }
    }

    public static void main(String[] args) throws IOException {
        Enricher enricher = new Enricher();
        List<Digest> stream = new ArrayList<>();
        Map<String, String> storyOf = new HashMap<>();
        for (GoldStories set : GoldStories.readAll(Path.of(args[0]))) {
            for (GoldStories.Row row : set.rows()) {
                stream.add(enricher.enrich(row.article()).digest());
                storyOf.put(row.article().id(), row.story());
            }
        }
        print(stream, digest -> storyOf.getOrDefault(digest.articleId(), ""));
    }

    /** @param stream all sets; taken in the order of time */
    static void print(List<Digest> stream, Function<Digest, String> gold) {
        List<Digest> ordered = new ArrayList<>(stream);
        ordered.sort(Comparator.comparing(Digest::publishedAt).thenComparing(Digest::articleId));
        Vectoriser vectoriser = new Vectoriser(new Frequencies(Background.shipped()));
        List<Vector> vectors = ordered.stream()
                .map(digest ->
                        vectoriser.member(digest, Instant.EPOCH.toEpochMilli()).terms())
                .toList();
        List<Vector> known = vectors.subList(0, (int) (vectors.size() * KNOWN));
        System.out.println("cells | asked | story found % | busiest cell's share of the questions %");
        for (int count : new int[] {4, 16, 64}) {
            CellSimulation cells = new CellSimulation(known, count);
            for (int asked = 1; asked <= 4; asked++) {
                cells.measure(ordered, vectors, gold, asked);
            }
        }
        System.out.println("words asked for | story found %");
        for (int words : new int[] {2, 4, 8, 12}) {
            System.out.printf("%15d | %.1f%n", words, byWords(ordered, vectors, gold, words));
        }
    }

    /** The other way to divide a desk: each writer holds some words, an article asks those that hold its heaviest. */
    private static double byWords(
            List<Digest> ordered, List<Vector> vectors, Function<Digest, String> gold, int words) {
        Map<String, Set<Integer>> known = new HashMap<>();
        int later = 0;
        int found = 0;
        for (int i = 0; i < ordered.size(); i++) {
            Set<Integer> heaviest = heaviest(vectors.get(i), words);
            Set<Integer> story = known.get(gold.apply(ordered.get(i)));
            if (story == null) {
                known.put(gold.apply(ordered.get(i)), heaviest);
            } else {
                later++;
                found += Collections.disjoint(story, heaviest) ? 0 : 1;
                story.addAll(heaviest);
            }
        }
        return 100.0 * found / Math.max(1, later);
    }

    private static Set<Integer> heaviest(Vector vector, int words) {
        Set<Integer> keys = new HashSet<>();
        IntStream.range(0, vector.size())
                .boxed()
                .sorted(Comparator.<Integer>comparingInt(i -> -vector.weight(i)))
                .limit(words)
                .forEach(i -> keys.add(vector.keys()[i]));
        return keys;
    }

    private void measure(List<Digest> ordered, List<Vector> vectors, Function<Digest, String> gold, int asked) {
        Map<String, Integer> homes = new HashMap<>();
        int[] load = new int[cells.length];
        int later = 0;
        int found = 0;
        for (int i = 0; i < ordered.size(); i++) {
            int[] near = nearest(vectors.get(i), asked);
            for (int cell : near) {
                load[cell]++;
            }
            Integer home = homes.putIfAbsent(gold.apply(ordered.get(i)), near[0]);
            if (home != null) {
                later++;
                found += IntStream.of(near).anyMatch(cell -> cell == home) ? 1 : 0;
            }
        }
        System.out.printf(
                "%5d | %5d | %13.1f | %.1f%n",
                cells.length,
                asked,
                100.0 * found / Math.max(1, later),
                100.0 * IntStream.of(load).max().orElse(0) / IntStream.of(load).sum());
    }

    /** The cells closest to a vector, closest first; ties fall to the first. */
    private int[] nearest(Vector vector, int many) {
        double[] cosines = new double[cells.length];
        for (int c = 0; c < cells.length; c++) {
            for (int i = 0; i < vector.size(); i++) {
                cosines[c] += cells[c][Math.floorMod(vector.keys()[i], DIMENSIONS)] * (double) vector.weight(i);
            }
        }
        return IntStream.range(0, cells.length)
                .boxed()
                .sorted(Comparator.<Integer>comparingDouble(c -> -cosines[c]))
                .limit(many)
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static void add(float[] sum, Vector vector) {
        for (int i = 0; i < vector.size(); i++) {
            sum[Math.floorMod(vector.keys()[i], DIMENSIONS)] += vector.weight(i) / (float) Vector.SCALE;
        }
    }

    private static double length(float[] sum) {
        double square = 0;
        for (float value : sum) {
            square += (double) value * value;
        }
        return Math.sqrt(square);
    }
}
