package io.deltawire.evaluate;

import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryModels;
import io.deltawire.train.StoryTrainer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** STORY on labelled streams, each by itself and all as one: with the models given, or with models that did not see what counts. */
final class StoriesMeasured {
    private final List<GoldStories> sets;
    private final List<GoldStories> streams;
    private final Map<String, Digest> digests;
    private final StoryConfig config;
    private final int orders;

    /**
     * Scores of one stream.
     *
     * @param merges merges of all its runs
     * @param splits splits of all its runs
     * @param perSecond articles a second of processor time, slowest run
     */
    record Measured(
            String name,
            ClusterScores atArrival,
            ClusterScores afterMerges,
            long gold,
            int merges,
            int splits,
            double perSecond) {}

    /** One run and the positions in it that count. */
    private record Part(StoriesRun run, List<Integer> counted) {
        long gold() {
            return counted.stream().map(run.gold()::get).distinct().count();
        }
    }

    /**
     * @param digests by article id
     * @param orders in which a set without dates is run; all articles of all runs count
     */
    StoriesMeasured(List<GoldStories> sets, Map<String, Digest> digests, StoryConfig config, int orders) {
        this.sets = List.copyOf(sets);
        this.streams = new ArrayList<>(sets);
        if (sets.size() > 1) {
            streams.add(GoldStories.interleaved(sets));
        }
        this.digests = Map.copyOf(digests);
        this.config = config;
        this.orders = orders;
    }

    /** All articles count. */
    List<Measured> with(StoryModels models) {
        List<Measured> measured = new ArrayList<>();
        for (GoldStories stream : streams) {
            measured.add(pooled(stream.name(), parts(stream, models, row -> true)));
        }
        return measured;
    }

    /** The stream in each of its orders. */
    private List<Part> parts(GoldStories stream, StoryModels models, Predicate<GoldStories.Row> counts) {
        List<Part> parts = new ArrayList<>();
        for (int order = 0; order < (stream.dated() ? 1 : orders); order++) {
            GoldStories ordered = order == 0 ? stream : stream.shuffled(order);
            List<Integer> counted = IntStream.range(0, ordered.rows().size())
                    .filter(i -> counts.test(ordered.rows().get(i)))
                    .boxed()
                    .toList();
            parts.add(new Part(StoriesRun.of(ordered, digests(ordered), config, models), counted));
        }
        return parts;
    }

    /**
     * Every fold runs through whole streams under models trained on the other folds' stories, and only its own articles count. A story
     * is in one fold with all its articles; like stories of a set's topic are too.
     *
     * @param besides stories that all models learn from as well; empty for none
     */
    List<Measured> heldOut(int folds, GoldStories besides) {
        Map<String, String> storyOf = new HashMap<>();
        Stream.concat(sets.stream(), Stream.of(besides))
                .forEach(set ->
                        set.rows().forEach(row -> storyOf.put(row.article().id(), row.story())));
        StoryTrainer trainer = new StoryTrainer(sets.stream().map(this::digests).toList(), digests(besides), storyOf);
        Map<String, List<Part>> parts = new LinkedHashMap<>();
        for (int fold = 0; fold < folds; fold++) {
            int asked = fold;
            StoryModels models = trainer.train(storiesOutside(fold, folds)::contains);
            for (GoldStories stream : streams) {
                parts.computeIfAbsent(stream.name(), name -> new ArrayList<>())
                        .addAll(parts(stream, models, row -> row.fold(folds) == asked));
            }
        }
        return parts.entrySet().stream()
                .map(stream -> pooled(stream.getKey(), stream.getValue()))
                .toList();
    }

    private Set<String> storiesOutside(int fold, int folds) {
        Set<String> stories = new HashSet<>();
        for (GoldStories set : sets) {
            set.rows().stream()
                    .filter(row -> row.fold(folds) != fold)
                    .map(GoldStories.Row::story)
                    .forEach(stories::add);
        }
        return stories;
    }

    private List<Digest> digests(GoldStories stream) {
        List<Digest> found = new ArrayList<>();
        for (GoldStories.Row row : stream.rows()) {
            Digest digest = digests.get(row.article().id());
            if (digest == null) {
                throw new IllegalArgumentException(
                        "No digest of article " + row.article().id());
            }
            found.add(digest.at(row.article().publishedAt()));
        }
        return found;
    }

    private static Measured pooled(String name, List<Part> parts) {
        return new Measured(
                name,
                ClusterScores.pooled(parts.stream()
                        .map(part -> part.run.atArrival(part.counted))
                        .toList()),
                ClusterScores.pooled(parts.stream()
                        .map(part -> part.run.afterMerges(part.counted))
                        .toList()),
                parts.stream().mapToLong(Part::gold).sum(),
                parts.stream().mapToInt(part -> part.run.merges()).sum(),
                parts.stream().mapToInt(part -> part.run.splits()).sum(),
                parts.stream().mapToDouble(part -> part.run.perSecond()).min().orElse(0));
    }
}
