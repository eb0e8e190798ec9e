package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Which of its candidates an article joins. */
class ChoiceTest {
    private static final double JOIN_AT = 0.6;

    private static Candidate candidate(int size, double centroid) {
        Story story = new Story("en:a", "en", 0, 0, "");
        for (int seq = 0; seq < size; seq++) {
            story.members.add(new Entry(Member.NONE, story, seq));
        }
        float[] features = new float[MatchFeatures.NAMES.size()];
        features[MatchFeatures.CENTROID] = (float) centroid;
        return new Candidate(story, features);
    }

    private static int best(List<Candidate> candidates, double... scores) {
        return StoryEngine.best(candidates, scores, JOIN_AT);
    }

    @Test
    void theOneTheModelIsSurestOf() {
        List<Candidate> candidates = List.of(candidate(3, 0.5), candidate(20, 0.1), candidate(2, 0.9));
        assertThat(best(candidates, 0.7, 0.8, 0.59)).isEqualTo(1);
        assertThat(best(candidates, 0.9, 0.8, 0.1)).isEqualTo(0);
    }

    @Test
    void noneBelowTheBar() {
        assertThat(best(List.of(candidate(3, 0.5), candidate(20, 0.5)), 0.59, 0.2))
                .isEqualTo(-1);
        assertThat(best(List.of())).isEqualTo(-1);
    }

    @Test
    void ofTwoLargeStoriesTheOneItIsLikeAsAWhole() {
        List<Candidate> candidates = List.of(candidate(30, 0.2), candidate(9, 0.4), candidate(12, 0.9));
        assertThat(best(candidates, 0.99, 0.7, 0.59)).isEqualTo(1);
    }

    @Test
    void aSmallStoryIsNoWholeToBeLike() {
        assertThat(best(List.of(candidate(30, 0.2), candidate(7, 0.4)), 0.99, 0.7))
                .isEqualTo(0);
    }
}
