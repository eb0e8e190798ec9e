package io.deltawire.train;

import io.deltawire.story.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/**
 * A labelled stream cut into small ones, each shuffled and a minute apart. They teach what a long stream hardly shows: how a desk
 * begins, when anything new has but one story to be confused with, and that nearness in time is no proof by itself.
 */
final class SmallStreams {
    private static final int SIZE = 450;
    private static final long SEED = 11;
    /** A small set is shuffled anew until so many articles have passed: how its stories begin is chance each time. */
    private static final int ENOUGH = 4_500;

    private SmallStreams() {}

    /** How often a stream is shuffled. */
    static int times(List<Digest> stream) {
        return Math.max(1, ENOUGH / Math.max(1, stream.size()));
    }

    /** Whether a stream's stories have five articles and more in the mean. */
    static boolean longStories(List<Digest> stream, Map<String, String> storyOf) {
        long stories = stream.stream()
                .map(digest -> storyOf.getOrDefault(digest.articleId(), ""))
                .distinct()
                .count();
        return stream.size() >= 5 * stories;
    }

    static List<List<Digest>> of(List<Digest> stream, Map<String, String> storyOf) {
        List<List<Digest>> all = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (int time = times(stream); time > 0; time--) {
            all.addAll(once(stream, storyOf, random));
        }
        return all;
    }

    private static List<List<Digest>> once(List<Digest> stream, Map<String, String> storyOf, SplittableRandom random) {
        int count = Math.max(1, stream.size() / SIZE);
        TreeMap<String, Integer> sizes = new TreeMap<>();
        stream.forEach(digest -> sizes.merge(storyOf.getOrDefault(digest.articleId(), ""), 1, Integer::sum));
        // Short stories stay whole; a long one is in all of the small streams.
        boolean whole = !longStories(stream, storyOf);
        TreeMap<String, Integer> placeOf = new TreeMap<>();
        sizes.keySet().forEach(story -> placeOf.put(story, random.nextInt(count)));
        List<List<Digest>> parts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            parts.add(new ArrayList<>());
        }
        for (Digest digest : stream) {
            Integer place = placeOf.get(storyOf.getOrDefault(digest.articleId(), ""));
            parts.get(whole && place != null ? place : random.nextInt(count)).add(digest);
        }
        return parts.stream().map(part -> shuffled(part, random)).toList();
    }

    private static List<Digest> shuffled(List<Digest> part, SplittableRandom random) {
        List<Digest> order = new ArrayList<>(part);
        for (int i = order.size() - 1; i > 0; i--) {
            java.util.Collections.swap(order, i, random.nextInt(i + 1));
        }
        List<Digest> dated = new ArrayList<>();
        Instant at = Instant.parse("2013-01-01T00:00:00Z");
        for (Digest digest : order) {
            at = at.plus(Duration.ofMinutes(1));
            dated.add(digest.at(at));
        }
        return dated;
    }
}
