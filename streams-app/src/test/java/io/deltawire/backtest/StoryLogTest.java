package io.deltawire.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.engine.Emission;
import io.deltawire.story.StoryEvent;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StoryLogTest {
    @TempDir
    private Path folder;

    private final List<StoryEvent> events = new ArrayList<>();

    @Test
    void anArticleIsInTheStoryThatItsOwnWentUpIn() throws Exception {
        opened("a", "1");
        opened("b", "2");
        merged("b", "a");
        grew("a", "3");
        opened("c", "4");
        merged("a", "c");
        assertThat(places()).containsExactly("1 a c", "2 b c", "3 a c", "4 c c");
    }

    @Test
    void aSplitMovesTheArticlesItNamesAndNoOthers() throws Exception {
        opened("a", "1");
        opened("b", "2");
        merged("b", "a");
        grew("a", "3");
        event(StoryEvent.Type.SPLIT, "a", "n", "", List.of("2", "3"));
        grew("n", "4");
        opened("z", "5");
        merged("n", "z");
        assertThat(places()).containsExactly("1 a a", "2 b z", "3 a z", "4 n z", "5 z z");
    }

    @Test
    void aNameThatIsUsedAgainIsAnotherStory() throws Exception {
        opened("a", "1");
        opened("b", "2");
        merged("a", "b");
        opened("a", "3");
        assertThat(places()).containsExactly("1 a b", "2 b b", "3 a a");
    }

    @Test
    void readBackwardsInPiecesItSaysWhatReadingForwardsSays() throws Exception {
        Random random = new Random(5);
        Map<String, String> storyOf = new LinkedHashMap<>();
        List<String> live = new ArrayList<>();
        for (int i = 0; i < 120_000; i++) {
            String article = "article-with-a-name-of-some-length-" + i;
            if (live.isEmpty() || random.nextInt(4) == 0) {
                String story = "en:" + article;
                live.add(story);
                opened(story, article);
                storyOf.put(article, story);
            } else {
                String story = live.get(random.nextInt(live.size()));
                grew(story, article);
                storyOf.put(article, story);
            }
            if (live.size() > 30) {
                String gone = live.remove(random.nextInt(live.size()));
                if (random.nextBoolean()) {
                    merged(gone, live.get(0));
                    redirect.put(gone, live.get(0));
                }
            }
        }
        List<String> expected = new ArrayList<>();
        storyOf.forEach((article, arrival) -> expected.add(article + " " + arrival + " " + last(arrival)));
        assertThat(places()).isEqualTo(expected);
    }

    private final Map<String, String> redirect = new LinkedHashMap<>();

    private String last(String story) {
        String at = story;
        while (redirect.containsKey(at)) {
            at = redirect.get(at);
        }
        return at;
    }

    private void opened(String story, String article) {
        event(StoryEvent.Type.OPENED, story, "", article, List.of());
    }

    private void grew(String story, String article) {
        event(StoryEvent.Type.GREW, story, "", article, List.of());
    }

    private void merged(String gone, String home) {
        event(StoryEvent.Type.MERGED, gone, home, "", List.of());
    }

    private void event(StoryEvent.Type type, String story, String other, String article, List<String> moved) {
        events.add(new StoryEvent(type, story, other, article, Instant.EPOCH, moved));
    }

    /** {@code article arrival now}, in the order of arrival. */
    private List<String> places() throws Exception {
        Path file = folder.resolve("log");
        try (LineFile log = new LineFile(file, 0)) {
            for (StoryEvent event : events) {
                StoryLog.hear(log, new Emission.Update("", event, "", "", "", false));
            }
        }
        List<List<String>> pieces = new ArrayList<>();
        StoryLog.backwards(
                file,
                places -> pieces.add(places.stream()
                        .map(place -> place.article() + " " + place.arrival() + " " + place.now())
                        .toList()));
        List<String> all = new ArrayList<>();
        for (int i = pieces.size() - 1; i >= 0; i--) {
            all.addAll(pieces.get(i));
        }
        return all;
    }
}
