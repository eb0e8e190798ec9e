package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.avro.RawArticle;
import io.deltawire.topology.ContractInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The pages of a sweep and of two runs in a real browser: Chromium of the system, driven by playwright-core. */
class ITReportPage {
    @TempDir
    private Path folder;

    @Test
    void itShowsFiguresChartsMovesAndChangesWithoutNetwork() throws Exception {
        Path screenshot = Browser.folder().resolve("report.png");
        JsonNode seen = look(report(), screenshot);

        assertThat(seen.path("errors")).as("errors on the page").isEmpty();
        assertThat(seen.path("fetched")).as("fetched from elsewhere").isEmpty();
        assertThat(texts(seen.path("columns"))).contains("as-it-is", "apart", "strict");
        assertThat(texts(seen.path("figures"))).contains("articles", "stories", "changes REVISED", "of QUANTITY");
        assertThat(texts(seen.path("charts"))).containsExactly("Stories opened", "Changes of facts");
        assertThat(seen.path("lines").asInt()).isEqualTo(6);
        assertThat(texts(seen.path("tiles"))).hasSize(8);
        assertThat(texts(seen.path("matrix"))).anyMatch(cell -> !cell.isBlank());
        assertThat(seen.path("moved").asInt()).isPositive();
        assertThat(texts(seen.path("tab").path("second").path("pressed")))
                .singleElement()
                .asString()
                .startsWith("only apart");
        assertThat(seen.path("tab").path("first").path("count").asInt()
                        + seen.path("tab").path("second").path("count").asInt()
                        + seen.path("tab").path("differ").path("count").asInt())
                .isPositive();
        assertThat(texts(seen.path("sentences"))).isNotEmpty();
        assertThat(seen.path("foundNothing").asInt()).isZero();
        assertThat(seen.path("ofKind").asBoolean()).isTrue();
        assertThat(seen.path("otherPair").asText()).isEqualTo("as-it-is against strict");
        assertThat(seen.path("overflow").asInt())
                .as("pixels wider than a small screen")
                .isZero();
        assertThat(screenshot).isNotEmptyFile();
    }

    @Test
    void twoRunsAgainstGoldShowTheScoresOfBoth() throws Exception {
        Path runs = report().resolveSibling(".");
        Path gold = Files.createDirectories(folder.resolve("gold"));
        StringBuilder lines = new StringBuilder();
        for (RawArticle article : ContractInput.articles()) {
            String story = article.getId().replaceAll("-\\d+$", "");
            lines.append("{\"id\":\"%s\",\"story_id\":\"%s\"}%n".formatted(article.getId(), story));
        }
        Files.writeString(gold.resolve("articles.jsonl"), lines);
        Path page = folder.resolve("two.html");
        execute(
                "compare",
                runs.resolve("as-it-is").toString(),
                runs.resolve("apart").toString(),
                "--gold",
                gold.toString(),
                "--html",
                page.toString());
        JsonNode seen = look(page, Browser.folder().resolve("two.png"));

        assertThat(seen.path("errors")).as("errors on the page").isEmpty();
        assertThat(seen.path("fetched")).as("fetched from elsewhere").isEmpty();
        assertThat(texts(seen.path("columns"))).containsExactly("", "as-it-is", "apart");
        assertThat(texts(seen.path("figures")))
                .contains("deltawire.story.join.at", "B-cubed precision", "B-cubed recall", "B-cubed F1");
        assertThat(seen.path("lines").asInt()).isEqualTo(4);
        assertThat(seen.path("otherPair").isMissingNode())
                .as("there is one pair and none to choose")
                .isTrue();
        assertThat(seen.path("moved").asInt()).isPositive();
    }

    private static JsonNode look(Path page, Path screenshot) throws Exception {
        List<String> said = Browser.orSkip()
                .run(
                        "report-page.mjs",
                        List.of(page.toString(), screenshot.toString()),
                        what -> Assertions.fail("nothing is to be done for it: " + what));
        return new JsonMapper().readTree(String.join("", said));
    }

    /** A page of three configurations over the samples, of which two tear stories apart. */
    private Path report() throws IOException {
        Path sweep = folder.resolve("sweep.json");
        Files.writeString(sweep, """
                [{"name": "as it is"},
                 {"name": "apart", "deltawire.story.join.at": 1.0, "deltawire.story.merge.at": 1.0, "deltawire.story.copy.at": 1.0},
                 {"name": "strict", "deltawire.story.join.at": 0.9, "deltawire.story.merge.at": 1.0}]
                """);
        execute(
                "backtest",
                "--input",
                ContractInput.file().toString(),
                "--output",
                folder.resolve("runs").toString(),
                "--sweep",
                sweep.toString());
        return folder.resolve("runs/report.html");
    }

    private static void execute(String... words) {
        StringWriter said = new StringWriter();
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        assertThat(line.execute(words)).as(said.toString()).isZero();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
