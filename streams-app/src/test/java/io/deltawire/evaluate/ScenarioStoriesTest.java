package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.engine.Enricher;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryModels;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** STORY on short agency news that no model has learnt from: a follow-up that opens a story of its own hides what it changed. */
class ScenarioStoriesTest {
    private static final Enricher ENRICHER = new Enricher();

    @ParameterizedTest(name = "{0}: B-cubed F1 {1} at arrival")
    @CsvSource({
        "unread, 99.5",
        "unheard, 99",
        "elsewhere, 98.5",
        "beyond, 97.5",
        "afar, 99.4",
        "mixtures, 98.6",
        "rounds, 99.5",
        "newswires, 99.5"
    })
    void followUpsJoinTheirStories(String set, double f1) throws IOException {
        GoldStories stories = GoldStories.scenarios(set, List.of(Path.of("src/test/resources/scenarios", set)));
        StoriesRun run = StoriesRun.of(
                stories, StoriesRun.digests(stories, ENRICHER), StoryConfig.defaults(), StoryModels.shipped());
        List<Integer> all = IntStream.range(0, stories.rows().size()).boxed().toList();
        assertThat(run.atArrival(all).f1()).isGreaterThanOrEqualTo(f1);
        assertThat(run.atArrival(all).precision()).as("stories that are two").isGreaterThanOrEqualTo(99.9);
    }

    @Test
    void lineWithoutStoryIsToldWithItsFile(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("articles.jsonl"),
                "{\"id\":\"quake-1\",\"title\":\"Quake\",\"text\":\"A quake.\",\"published_at\":\"2026-01-05T12:00:00Z\"}\n");
        assertThatThrownBy(() -> GoldStories.scenarios("made", List.of(folder)))
                .isInstanceOf(IOException.class)
                .hasMessage(folder.resolve("articles.jsonl") + ": article 'quake-1' has no story_id");
    }
}
