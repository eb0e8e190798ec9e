package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class StoriesCommandTest {
    private static final List<String> PLACES = List.of(
            "Arvik",
            "Belgrund",
            "Corsola",
            "Dunmark",
            "Estrand",
            "Fjellby",
            "Grimsund",
            "Halvora",
            "Ilmenau",
            "Jorvik");
    private static final List<String> EVENTS =
            List.of("bridge collapses", "mayor resigns", "refinery burns", "museum reopens", "strike ends");

    @TempDir
    private Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void heldOutScoresCountEveryArticleOnceAtArrivalAndAfterMerges() throws IOException {
        writeHeadlines();
        assertThat(run("--data", data.toString(), "--folds", "2")).isZero();
        List<String> lines = out.toString().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).startsWith("headlines      arrival");
        assertThat(lines.get(2)).startsWith("headlines      merged");
        // The gold column: 50 stories, each in one fold.
        assertThat(lines.get(2).trim().split("\\s+")[8]).isEqualTo("50");
    }

    @Test
    void aSetWithoutDatesIsRunInAsManyOrdersAsAskedFor() throws IOException {
        writeHeadlines("ecbplus", false);
        GoldStories set = GoldStories.read(data, "ecbplus");
        assertThat(set.dated()).isFalse();
        assertThat(set.shuffled(0)).isEqualTo(set);
        assertThat(set.shuffled(1).rows()).doesNotContainSequence(set.rows().subList(0, 5));
        assertThat(set.shuffled(1).rows().get(0).article().publishedAt())
                .isEqualTo(set.rows().get(0).article().publishedAt());
        assertThat(run("--data", data.toString(), "--orders", "3")).isZero();
        // The gold column: 50 stories in each of three runs.
        assertThat(out.toString().lines().toList().get(1).trim().split("\\s+")[8])
                .isEqualTo("150");
    }

    @Test
    void aSetWithDatesHasOneOrder() throws IOException {
        writeHeadlines();
        assertThat(run("--data", data.toString(), "--orders", "3")).isZero();
        assertThat(out.toString().lines().toList().get(1).trim().split("\\s+")[8])
                .isEqualTo("50");
    }

    @Test
    void noOrderIsRefused() throws IOException {
        writeHeadlines();
        assertThat(run("--data", data.toString(), "--orders", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--orders 0; give 1 or more");
    }

    @Test
    void oneFoldLeavesNothingToLearnFrom() throws IOException {
        writeHeadlines();
        assertThat(run("--data", data.toString(), "--folds", "1")).isEqualTo(2);
        assertThat(err.toString()).contains("--folds 1; give 2 or more");
    }

    @Test
    void storiesBesidesAreRefusedWhereNothingIsTrained() throws IOException {
        writeHeadlines();
        assertThat(run("--data", data.toString(), "--besides", data.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--besides is for the models that --folds trains");
    }

    @Test
    void folderWithoutLabelledSetsIsNamed() {
        assertThat(run("--data", data.resolve("nowhere").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("no labelled set in " + data.resolve("nowhere"));
    }

    private int run(String... arguments) {
        return new CommandLine(new StoriesCommand())
                .setOut(new PrintWriter(out, true))
                .setErr(new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Fifty events of three headlines each, told with other words. */
    private void writeHeadlines() throws IOException {
        writeHeadlines("headlines", true);
    }

    private void writeHeadlines(String name, boolean dated) throws IOException {
        Path set = Files.createDirectories(data.resolve(name));
        try (Writer rows = new OutputStreamWriter(
                new GZIPOutputStream(Files.newOutputStream(set.resolve("articles.jsonl.gz"))),
                StandardCharsets.UTF_8)) {
            int minute = 0;
            for (String wording : List.of("%s: %s", "In %s the %s at last", "%s wakes as %s, residents say")) {
                for (String place : PLACES) {
                    for (String event : EVENTS) {
                        rows.write(String.format(
                                "{\"id\":\"h%d\",\"title\":\"%s\",\"text\":\"\",%s"
                                        + "\"source\":\"wire\",\"lang\":\"en\",\"story_id\":\"%s\"}%n",
                                minute,
                                String.format(wording, place, event),
                                dated
                                        ? String.format(
                                                "\"published_at\":\"2024-05-01T%02d:%02d:00Z\",",
                                                minute / 60, minute % 60)
                                        : "",
                                place + " " + event));
                        minute++;
                    }
                }
            }
        }
    }
}
