package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.engine.Enricher;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Two outlets' words for one thing that changed: how many of the shifts of shifts.txt come out, and how many that are none. */
class RetoldStoriesTest {
    /** A little below what is measured, so that a wording lost shows and a wording gained needs no change here. */
    private static final int LEAST_RIGHT_PERCENT = 85;

    private static final int MOST_FALSE_PERCENT = 10;

    @Test
    void mostShiftsComeOutAndFewThatAreNone() throws IOException {
        Enricher enricher = new Enricher();
        List<String> missed = new ArrayList<>();
        List<String> wrong = new ArrayList<>();
        int emitted = 0;
        List<Retold> stories = Retold.all();
        for (Retold story : stories) {
            List<Change> shifts = story.shifts(enricher);
            boolean right = story.isQuiet() ? shifts.isEmpty() : shifts.stream().anyMatch(story::fits);
            emitted += shifts.size();
            if (!right) {
                missed.add(story.shift() + ": " + story.articles().get(0));
            }
            shifts.stream()
                    .filter(shift -> story.isQuiet() || !(story.fits(shift) || story.goesAlong(shift)))
                    .forEach(shift -> wrong.add(shift.text()));
        }
        assertThat(100 * (stories.size() - missed.size()) / stories.size())
                .as("missed: %s", missed)
                .isGreaterThanOrEqualTo(LEAST_RIGHT_PERCENT);
        assertThat(100 * wrong.size() / emitted).as("false: %s", wrong).isLessThanOrEqualTo(MOST_FALSE_PERCENT);
    }
}
