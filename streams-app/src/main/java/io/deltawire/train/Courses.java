package io.deltawire.train;

import io.deltawire.story.Digest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeMap;

/** The streams that STORY's models are taught on: each labelled stream as it was, rearranged, and cut into small ones. */
final class Courses {
    /** What a row of the small streams weighs against one of the stream as it was. */
    private static final double SMALL_WEIGHT = 0.5;
    /** How often a stream of long stories is rearranged. */
    private static final int ARRANGEMENTS = 2;

    private static final long SEED = 23;

    /**
     * @param size articles of the labelled stream it comes from
     * @param weight what a row of it weighs
     */
    record Course(List<Digest> stream, int size, double weight) {
        Course weighing(double share) {
            return new Course(stream, size, weight * share);
        }
    }

    private Courses() {}

    static List<Course> of(List<List<Digest>> streams, Map<String, String> storyOf) {
        List<Course> courses = new ArrayList<>();
        SplittableRandom random = new SplittableRandom(SEED);
        for (List<Digest> stream : streams) {
            int size = stream.size();
            courses.add(new Course(stream, size, 1));
            if (SmallStreams.longStories(stream, storyOf) && SmallStreams.times(stream) == 1) {
                for (int i = 0; i < ARRANGEMENTS; i++) {
                    courses.add(new Course(rearranged(stream, storyOf, random), size, 1.0 / ARRANGEMENTS));
                }
            }
            for (List<Digest> small : SmallStreams.of(stream, storyOf)) {
                courses.add(new Course(small, size, SMALL_WEIGHT / SmallStreams.times(stream)));
            }
        }
        return courses;
    }

    /**
     * The stream with its stories at other times: each moved as a whole so that it begins anywhere in the time the stream spans. A
     * stream of few long stories shows few openings, and those always among the same others.
     */
    private static List<Digest> rearranged(List<Digest> stream, Map<String, String> storyOf, SplittableRandom random) {
        Instant first = stream.get(0).publishedAt();
        long span = Duration.between(first, stream.get(stream.size() - 1).publishedAt())
                .toMillis();
        TreeMap<String, Duration> moves = new TreeMap<>();
        List<Digest> moved = new ArrayList<>();
        for (Digest digest : stream) {
            Duration move = moves.computeIfAbsent(
                    storyOf.getOrDefault(digest.articleId(), ""),
                    story -> Duration.between(digest.publishedAt(), first.plusMillis(random.nextLong(span + 1))));
            moved.add(digest.at(digest.publishedAt().plus(move)));
        }
        moved.sort(Comparator.comparing(Digest::publishedAt).thenComparing(Digest::articleId));
        return moved;
    }
}
