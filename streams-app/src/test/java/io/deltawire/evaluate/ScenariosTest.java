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
        "dev, 91, 96",
        "held, 95, 99",
        "second, 81, 96",
        "third, 77, 94",
        "wire, 84, 90",
        "mixed, 83, 92",
        "figures, 86, 94",
        "disputes, 82, 89",
        "manifold, 79, 97",
        "plain, 89, 96",
        "voices, 88, 87",
        "stands, 83, 87",
        "mishaps, 71, 89",
        "trade, 73, 88",
        "powers, 75, 90",
        "towns, 75, 89",
        // no model has learnt from these, and nobody has read what is missed in them
        "elsewhere, 58, 82",
        "unread, 78, 80",
        "unheard, 63, 69",
        "beyond, 72, 85",
        "mixtures, 77, 83",
        "rounds, 78, 89",
        "afar, 63, 78",
        "newswires, 65, 74"
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
