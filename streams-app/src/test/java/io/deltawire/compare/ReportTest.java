package io.deltawire.compare;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    @TempDir
    private Path folder;

    private Path first = Path.of("");
    private Path second = Path.of("");

    @BeforeEach
    void twoRuns() throws IOException {
        first = Files.createDirectories(folder.resolve("first"));
        second = Files.createDirectories(folder.resolve("second"));
        assignments(first, "a=x", "b=x", "c=x", "d=y");
        assignments(second, "a=x", "b=x", "c=z", "d=w", "e=w");
        updates(
                first,
                opened("x", "a", "Ferry <b>runs</b> again"),
                opened("y", "d", "Bridge opens"),
                change("a", "QUANTITY", "ferries", "REPORTED", "", "2"),
                change("b", "QUANTITY", "ferries", "REVISED", "2", "3"),
                change("d", "STATUS", "bridge", "REPORTED", "", "open"));
        updates(
                second,
                opened("x", "a", "Ferry <b>runs</b> again"),
                opened("z", "c", "Ferry delayed"),
                change("a", "QUANTITY", "ferries", "REPORTED", "", "2"),
                change("b", "QUANTITY", "ferries", "DISPUTED", "2", "3"),
                change("e", "STATUS", "bridge", "REPORTED", "", "closed"));
    }

    @Test
    void anArticleMovesWhenItsStoryIsNotTheCounterpartOfItsStoryBefore() throws IOException {
        Comparison comparison = Comparison.of(Run.read(first), Run.read(second));
        assertThat(comparison.sharedArticles()).isEqualTo(4);
        assertThat(comparison.matchedStories()).isEqualTo(2);
        assertThat(comparison.sameStories()).isZero();
        assertThat(comparison.moved()).containsExactly(new Comparison.Moved("c", "x", "z", "x"));
        assertThat(comparison.matrix().rows()).containsExactly("x");
        assertThat(comparison.matrix().columns()).containsExactly("x", "z");
        assertThat(comparison.matrix().cells()).containsExactly(List.of(2, 1));
    }

    @Test
    void noRowOfTheMatrixIsEmptyHoweverManyStoriesThereAre() throws IOException {
        List<String> before = new ArrayList<>();
        List<String> after = new ArrayList<>();
        for (int story = 0; story < 13; story++) {
            for (int article = 0; article < 4; article++) {
                String id = story + "-" + article;
                before.add(id + "=s" + story);
                after.add(id + "=s" + story + (article == 0 ? "-away" : ""));
            }
        }
        for (int article = 0; article < 2; article++) {
            before.add("small-" + article + "=tiny");
            after.add("small-" + article + "=tiny" + article);
        }
        assignments(first, before.toArray(String[]::new));
        assignments(second, after.toArray(String[]::new));
        Comparison.Matrix matrix =
                Comparison.of(Run.read(first), Run.read(second)).matrix();
        assertThat(matrix.rows()).hasSize(14).contains("tiny");
        assertThat(matrix.cells()).allSatisfy(row -> assertThat(row).anyMatch(count -> count > 0));
    }

    @Test
    void whatHasNoAttributeOrStaysAsItIsIsSaidWithoutThem() throws IOException {
        updates(
                second,
                opened("x", "a", "Ferry runs again"),
                Map.of(
                        "type",
                        "FACT_CORROBORATED",
                        "story_id",
                        "x",
                        "article_id",
                        "a",
                        "at",
                        "2024-02-29T00:00:00Z",
                        "kind",
                        "QUANTITY",
                        "subject",
                        "killed",
                        "before",
                        "1",
                        "after",
                        "1"));
        Report report = Report.of(List.of(Run.read(first), Run.read(second)), Optional.empty());
        assertThat(ReportText.lines(report)).contains("  only in second: CORROBORATED killed: 1");
    }

    @Test
    void changesAreAlikeDifferOrStandAlone() throws IOException {
        Comparison comparison = Comparison.of(Run.read(first), Run.read(second));
        assertThat(comparison.sameChanges()).isEqualTo(1);
        assertThat(comparison.differ()).singleElement().satisfies(pair -> {
            assertThat(pair.first().type()).isEqualTo("REVISED");
            assertThat(pair.second().type()).isEqualTo("DISPUTED");
        });
        assertThat(comparison.onlyFirst()).extracting(Told::article).containsExactly("d");
        assertThat(comparison.onlySecond()).extracting(Told::article).containsExactly("e");
    }

    @Test
    void aRunIsLikeItself() throws IOException {
        Comparison comparison = Comparison.of(Run.read(first), Run.read(first));
        assertThat(comparison.sameStories()).isEqualTo(2);
        assertThat(comparison.sameChanges()).isEqualTo(3);
        assertThat(comparison.moved()).isEmpty();
        assertThat(comparison.differ()).isEmpty();
        assertThat(comparison.onlyFirst()).isEmpty();
        assertThat(comparison.onlySecond()).isEmpty();
    }

    @Test
    void goldGivesScoresOfBoth() throws IOException {
        Path gold = Files.createDirectories(folder.resolve("gold"));
        Files.writeString(gold.resolve("articles.jsonl"), """
                {"id": "a", "story_id": "1"}
                {"id": "b", "story_id": "1"}
                {"id": "c", "story_id": "1"}
                {"id": "d", "story_id": "2"}
                """);
        Report report = Report.of(List.of(Run.read(first), Run.read(second)), Optional.of(Gold.read(gold)));
        assertThat(report.runs().get(0).scores()).containsEntry("B-cubed F1", 100.0);
        assertThat(report.runs().get(1).scores().get("B-cubed F1")).isBetween(50.0, 99.0);
        assertThatThrownBy(() -> Gold.read(folder)).hasMessageContaining("has no gold");
    }

    @Test
    void textJsonAndPageSayTheSame() throws IOException {
        Report report = Report.of(List.of(Run.read(first), Run.read(second)), Optional.empty());
        assertThat(ReportText.lines(report))
                .anyMatch(line -> line.matches("articles moved.*1|\\s+articles moved\\s+1"))
                .contains("first → second");
        JsonNode json = new JsonMapper().readTree(ReportPage.json(report));
        assertThat(json.at("/pairs/0/figures/articles moved").asInt()).isEqualTo(1);
        String page = ReportPage.html(report);
        assertThat(page)
                .as("texts are data, and nothing is fetched")
                .doesNotContain("<b>runs")
                .doesNotContain("src=")
                .doesNotContain("href=")
                .contains("default-src 'none'");
    }

    @Test
    void twoFoldersOfOneNameAreToldApart() throws IOException {
        Report report = Report.of(List.of(Run.read(first), Run.read(first)), Optional.empty());
        assertThat(report.runs()).extracting(Report.Side::name).containsExactly("first", "first-2");
    }

    @Test
    void whatIsNoRunIsNamed() throws IOException {
        assertThatThrownBy(() -> Run.read(folder)).hasMessageContaining("no assignments.jsonl");
        Files.writeString(first.resolve("updates.jsonl"), "{\"type\": \"STORY_OP");
        assertThatThrownBy(() -> Run.read(first)).hasMessageContaining("updates.jsonl:1");
    }

    private static void assignments(Path run, String... places) throws IOException {
        StringBuilder lines = new StringBuilder();
        for (String place : places) {
            String[] parts = place.split("=");
            lines.append("{\"article_id\":\"%s\",\"story_id\":\"%s\"}%n".formatted(parts[0], parts[1]));
        }
        Files.writeString(run.resolve("assignments.jsonl"), lines);
    }

    @SafeVarargs
    private static void updates(Path run, Map<String, String>... lines) throws IOException {
        StringBuilder text = new StringBuilder();
        for (Map<String, String> line : lines) {
            text.append(new JsonMapper().writeValueAsString(line)).append('\n');
        }
        Files.writeString(run.resolve("updates.jsonl"), text);
    }

    private static Map<String, String> opened(String story, String article, String title) {
        return Map.of(
                "type",
                "STORY_OPENED",
                "story_id",
                story,
                "article_id",
                article,
                "at",
                "2024-02-28T00:00:00Z",
                "title",
                title);
    }

    private static Map<String, String> change(
            String article, String kind, String subject, String type, String before, String after) {
        return Map.of(
                "type",
                "FACT_" + type,
                "story_id",
                "x",
                "article_id",
                article,
                "at",
                "2024-02-29T00:00:00Z",
                "kind",
                kind,
                "subject",
                subject,
                "attribute",
                "all",
                "before",
                before,
                "after",
                after,
                "sentence",
                "It said so.");
    }
}
