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
    /** A change or two below what was measured: on other processors the net that reads figures may say something else in the last bits. */
    @ParameterizedTest(name = "{0}: at least {1} % found, {2} % true")
    @CsvSource({
        "dev, 90, 95",
        "held, 94, 99",
        "second, 80, 95",
        "third, 76, 93",
        "wire, 83, 89",
        "mixed, 82, 91",
        "figures, 85, 93",
        "disputes, 82, 88",
        "manifold, 78, 96",
        "plain, 88, 95",
        "voices, 87, 86",
        "stands, 82, 86",
        "mishaps, 70, 87",
        "trade, 72, 87",
        "powers, 74, 90",
        "towns, 74, 88",
        // no model has learnt from these, and nobody has read what is missed in them
        "elsewhere, 57, 81",
        "unread, 77, 79",
        "unheard, 62, 68",
        "beyond, 71, 84",
        "mixtures, 76, 82",
        "rounds, 77, 88",
        "afar, 62, 77",
        "newswires, 64, 73"
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
