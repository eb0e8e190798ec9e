package io.deltawire.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.topology.ContractInput;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

class BacktestCommandTest {
    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "                                       | where articles come from",
                "--input in.jsonl                       | where output goes",
                "--input in.jsonl --topic t --output o  | where articles come from",
                "--input in.jsonl --output o --output-prefix p. | where output goes",
                "--input in.jsonl --output o --from 2024-01-01  | --from and --to go with --topic",
                "--input in.jsonl --output o --resume           | nothing in o to go on with",
                "--input in.jsonl --output o --resume --force   | give one of them",
                "--input in.jsonl --output-prefix p. --resume   | --resume goes with --output",
                "--input in.jsonl --output-prefix p. --sweep s  | --sweep goes with --output",
                "--input in.jsonl --output o --gold g           | --gold goes with --sweep",
                "--input in.jsonl --output o --as-of noon       | 'noon' is neither a day",
                "--input in.jsonl --output o -D deltawire.story.join.at=much | deltawire.story.join.at is 'much'",
            })
    void whatDoesNotGoTogetherIsSaid(String words, String said) {
        List<String> all = words == null ? List.of() : List.of(words.strip().split("\\s+"));
        assertThat(run(all.toArray(String[]::new))).isEqualTo(2);
        assertThat(err.toString()).contains(said);
    }

    @Test
    void nothingIsWrittenOverWithoutBeingAskedTo() throws IOException {
        Path output = Files.createDirectories(folder.resolve("out"));
        Files.writeString(output.resolve("notes.txt"), "mine");
        Files.writeString(output.resolve("updates.jsonl"), "old");
        String input = ContractInput.file().toString();
        assertThat(run("--input", input, "--output", output.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("is not empty", "--resume or --force");
        assertThat(output.resolve("updates.jsonl")).hasContent("old");
        assertThat(run("--input", input, "--output", output.toString(), "--force"))
                .isZero();
        assertThat(output.resolve("updates.jsonl")).content().contains("STORY_OPENED");
        assertThat(output.resolve("notes.txt")).hasContent("mine");
        assertThat(err.toString()).contains("19 articles in");
    }

    @Test
    void aFileWithoutArticlesAndNoFileAtAllFail() throws IOException {
        Path empty = folder.resolve("empty.jsonl");
        Files.writeString(empty, "\n\n");
        Path output = folder.resolve("out");
        assertThat(run("--input", empty.toString(), "--output", output.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("no article in");
        assertThat(run("--input", "nowhere.jsonl", "--output", output.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("nowhere.jsonl");
        assertThat(output).doesNotExist();
    }

    @Test
    void anotherCatalogIsAnotherPast() throws IOException {
        Path catalog = folder.resolve("catalog.jsonl");
        Files.writeString(
                catalog,
                "{\"id\": \"org:alcamayo-council\", \"name\": \"Alcamayo valley council\", \"type\": \"ORGANISATION\","
                        + " \"aliases\": [\"Alcamayo\"]}\n");
        String input = ContractInput.file().toString();
        Path without = folder.resolve("without");
        Path with = folder.resolve("with");
        assertThat(run("--input", input, "--output", without.toString())).isZero();
        assertThat(run("--input", input, "--output", with.toString(), "--catalog", catalog.toString()))
                .isZero();
        assertThat(with.resolve("entities.jsonl")).content().contains("org:alcamayo-council");
        assertThat(without.resolve("entities.jsonl")).content().doesNotContain("org:alcamayo-council");
        assertThat(runId(with)).isNotEqualTo(runId(without));
        Files.writeString(catalog, "{\"id\": \"x\"}\n");
        assertThat(run("--input", input, "--output", folder.resolve("o").toString(), "--catalog", catalog.toString()))
                .isEqualTo(2);
        assertThat(err.toString()).contains("catalog.jsonl:1");
    }

    private static String runId(Path output) throws IOException {
        return Files.readAllLines(output.resolve("manifest.json")).get(1);
    }

    private int run(String... words) {
        err.getBuffer().setLength(0);
        CommandLine line = new CommandLine(new BacktestCommand());
        line.setOut(new PrintWriter(new StringWriter()));
        line.setErr(new PrintWriter(err, true));
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            command.getErr().println(failure.getMessage());
            return 1;
        });
        return line.execute(words);
    }
}
