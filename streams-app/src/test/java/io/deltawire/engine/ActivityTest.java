package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import io.deltawire.story.StoryEvent;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class ActivityTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    private final Activity activity = new Activity(new MapPieces());

    @Test
    void articlesAndOutletsAreCountedByHourAndDay() {
        activity.count("s", "one", NOON);
        activity.count("s", "one", NOON.plusSeconds(3599));
        List<Emission> third = activity.count("s", "two", NOON.plusSeconds(3600));
        assertThat(third)
                .containsExactly(
                        new Emission.Active(
                                "s", Window.HOUR, NOON.plusSeconds(3600), 1, 1, false, NOON.plusSeconds(3600)),
                        new Emission.Active(
                                "s",
                                Window.DAY,
                                Instant.parse("2024-05-06T00:00:00Z"),
                                3,
                                2,
                                false,
                                NOON.plusSeconds(3600)));
    }

    @Test
    void fiveArticlesInAnHourOfASleepingStoryAreABurst() {
        for (int i = 0; i < 4; i++) {
            assertThat(hour(activity.count("s", "o" + i, NOON)).burst()).isFalse();
        }
        assertThat(hour(activity.count("s", "o5", NOON)).burst()).isTrue();
    }

    @Test
    void fiveArticlesInAnHourOfAStoryThatAlwaysHasTenAreNone() {
        for (int hour = 0; hour < 60; hour++) {
            for (int i = 0; i < 10; i++) {
                activity.count("s", "o" + i, NOON.plusSeconds(3600L * hour + i));
            }
        }
        Emission.Active last = null;
        for (int i = 0; i < 12; i++) {
            last = hour(activity.count("s", "o" + i, NOON.plusSeconds(3600L * 60 + i)));
        }
        assertThat(last.articles()).isEqualTo(12);
        assertThat(last.burst()).isFalse();
    }

    @Test
    void aClosedStoryStartsAnewWhenItComesBack() {
        activity.count("s", "one", NOON);
        activity.forget(new StoryEvent(StoryEvent.Type.CLOSED, "s", "", "", NOON, List.of()));
        assertThat(hour(activity.count("s", "two", NOON)).articles()).isEqualTo(1);
    }

    private static Emission.Active hour(List<Emission> counts) {
        return (Emission.Active) counts.get(0);
    }
}
