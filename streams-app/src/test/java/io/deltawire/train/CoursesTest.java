package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.story.Digest;
import io.deltawire.train.Courses.Course;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CoursesTest {
    private static final Instant START = Instant.parse("2012-01-01T00:00:00Z");
    private static final int ARTICLES = 3_000;

    private final Map<String, String> storyOf = new HashMap<>();

    @Test
    void rearrangedStreamMovesStoriesAsWholes() {
        List<Digest> stream = stream(30);
        Map<String, Instant> was = times(stream);
        List<Course> rearranged = rearranged(stream);
        assertThat(rearranged).hasSize(2);
        for (Course course : rearranged) {
            Map<String, Duration> moves = new TreeMap<>();
            course.stream().forEach(digest -> {
                Duration move = Duration.between(was.get(digest.articleId()), digest.publishedAt());
                assertThat(moves.computeIfAbsent(storyOf.get(digest.articleId()), story -> move))
                        .isEqualTo(move);
            });
            assertThat(moves.values()).doesNotHaveDuplicates();
            assertThat(course.stream())
                    .isSortedAccordingTo((one, other) -> one.publishedAt().compareTo(other.publishedAt()));
        }
        assertThat(times(rearranged.get(0).stream())).isNotEqualTo(times(rearranged.get(1).stream()));
    }

    /** Its rows weigh as much as those of the stream as it was, however often it is rearranged. */
    @Test
    void rearrangementsShareTheWeightOfOneStream() {
        assertThat(rearranged(stream(30)).stream().mapToDouble(Course::weight).sum())
                .isEqualTo(1);
    }

    @Test
    void streamOfManyShortStoriesShowsOpeningsEnoughAsItIs() {
        assertThat(rearranged(stream(ARTICLES / 2))).isEmpty();
    }

    /** The courses with all articles of the stream, but not the stream itself, which comes first. */
    private List<Course> rearranged(List<Digest> stream) {
        List<Course> courses = Courses.of(List.of(stream), storyOf);
        assertThat(courses.get(0).stream()).isEqualTo(stream);
        return courses.stream()
                .skip(1)
                .filter(course -> course.stream().size() == ARTICLES)
                .toList();
    }

    private static Map<String, Instant> times(List<Digest> stream) {
        Map<String, Instant> times = new HashMap<>();
        stream.forEach(digest -> times.put(digest.articleId(), digest.publishedAt()));
        return times;
    }

    private List<Digest> stream(int stories) {
        List<Digest> stream = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            String id = String.format("a%04d", i);
            storyOf.put(id, "story" + i % stories);
            stream.add(new Digest(
                    id,
                    "en",
                    "",
                    START.plus(Duration.ofHours(i)),
                    "",
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    10,
                    List.of()));
        }
        return stream;
    }
}
