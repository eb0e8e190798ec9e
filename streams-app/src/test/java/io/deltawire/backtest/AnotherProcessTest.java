package io.deltawire.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.article.ArticleLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Another Java process makes the same of the same articles. It goes through sets and maps that do not keep an order in another one, so what
 * depends on that differs from one restart to the next and not within one process.
 */
class AnotherProcessTest {
    /** Of the sets of stories some are enough. */
    private static final int EVERY = 3;

    private static final Path SCENARIOS = Path.of("src/test/resources/scenarios");

    @TempDir
    private Path folder;

    @Test
    void makesTheSameFiles() throws Exception {
        Path input = folder.resolve("articles.jsonl");
        Files.createFile(input);
        try (Stream<Path> sets = Files.list(SCENARIOS)) {
            List<Path> all = sets.sorted().toList();
            for (int i = 0; i < all.size(); i += EVERY) {
                Path set = all.get(i);
                Files.write(input, Files.readAllLines(set.resolve("articles.jsonl")), StandardOpenOption.APPEND);
            }
        }
        Path log = folder.resolve("log");
        Process other = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xmx1g",
                        "-cp",
                        System.getProperty("java.class.path"),
                        AnotherProcessTest.class.getName(),
                        input.toString(),
                        folder.resolve("other").toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            main(input.toString(), folder.resolve("this").toString());
            assertThat(other.waitFor()).describedAs(() -> read(log)).isZero();
        } finally {
            other.destroyForcibly();
        }
        for (String name :
                List.of("assignments.jsonl", "entities.jsonl", "claims.jsonl", "stories.jsonl", "updates.jsonl")) {
            assertThat(folder.resolve("other").resolve(name))
                    .hasSameTextualContentAs(folder.resolve("this").resolve(name));
        }
    }

    private static String read(Path log) {
        try {
            return Files.readString(log);
        } catch (IOException e) {
            return e.toString();
        }
    }

    /** The other process. */
    public static void main(String... arguments) throws Exception {
        new Backtest(1, Watch.NONE).run(Path.of(arguments[0]), Path.of(arguments[1]), ArticleLimits.timeless());
    }
}
