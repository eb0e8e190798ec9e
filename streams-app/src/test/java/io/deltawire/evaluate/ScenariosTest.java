package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The development scenarios through ENRICH and FACT, each scenario one story: no fewer shifts found and no more false than was
 * measured when these floors were set, a little below the figures in RATIONALE.
 */
class ScenariosTest {
    @ParameterizedTest(name = "{0}: at least {1} % found, {2} % true")
    @CsvSource({
        "dev, 91, 90",
        "held, 93, 95",
        "second, 79, 90",
        "third, 74, 90",
        "wire, 86, 85",
        "mixed, 85, 89",
        "figures, 79, 83",
        "disputes, 79, 83",
        "manifold, 77, 90",
        "plain, 87, 88",
        "voices, 81, 83",
        "stands, 74, 79",
        "mishaps, 63, 85",
        "trade, 69, 77",
        "powers, 65, 80",
        "towns, 69, 85",
        // no model has learnt from these, and nobody has read what is missed in them
        "elsewhere, 50, 82",
        "unread, 74, 74",
        "unheard, 60, 68",
        "beyond, 65, 79",
        "mixtures, 72, 78",
        "rounds, 74, 87",
        "afar, 59, 77",
        "newswires, 61, 75"
    })
    void shiftsFoundAndTrueDoNotFallBelowTheirFloor(String set, double found, double right) throws IOException {
        Path folder = Path.of("src/test/resources/scenarios", set);
        List<ScenarioGold> scenarios = ScenarioGold.read(folder.resolve("gold.json"));
        ChangeScore score = ChangeScore.of(
                scenarios,
                ScenarioRun.givenStories(folder.resolve("articles.jsonl"), scenarios)
                        .told());
        assertThat(score.recall()).as("missed: %s", score.lines()).isGreaterThanOrEqualTo(found);
        assertThat(score.precision()).as("false: %s", score.lines()).isGreaterThanOrEqualTo(right);
    }

    @Test
    void articlesOfAnyDateAreRead(@TempDir Path folder) throws Exception {
        Path articles = folder.resolve("articles.jsonl");
        Files.writeString(
                articles,
                "{\"id\":\"quake-1\",\"title\":\"Quake kills nine in Marvenia\",\"text\":\"An earthquake killed nine people in Marvenia on Monday, officials said.\",\"published_at\":\"2099-01-05T12:00:00Z\",\"source\":\"wire\",\"lang\":\"en\"}\n");
        List<String> bad = new ArrayList<>();
        assertThat(ScenarioRun.whole(articles, bad::add)).isNotEmpty();
        assertThat(bad).isEmpty();
    }
}
