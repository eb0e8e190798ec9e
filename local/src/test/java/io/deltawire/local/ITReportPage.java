package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.topology.ContractInput;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The page of a sweep in a real browser: Chromium of the system, driven by playwright-core. */
class ITReportPage {
    private static final String PLAYWRIGHT = "playwright-core@1.56.1";
    private static final Path DRIVER = Path.of("target/browser").toAbsolutePath();

    @TempDir
    private Path folder;

    @Test
    void itShowsFiguresChartsMovesAndChangesWithoutNetwork() throws Exception {
        Optional<String> chromium = find("chromium", "chromium-browser", "google-chrome");
        assumeTrue(chromium.isPresent(), "no Chromium on this machine (apt install chromium)");
        assumeTrue(find("node").isPresent() && find("npm").isPresent(), "no node with npm on this machine");
        assumeTrue(driver(), "npm can't fetch " + PLAYWRIGHT);

        JsonNode seen = open(chromium.get(), report());

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
        assertThat(DRIVER.resolve("report.png")).isNotEmptyFile();
    }

    /** A page of three configurations over the samples, of which two tear stories apart. */
    private Path report() throws IOException {
        Path sweep = folder.resolve("sweep.json");
        Files.writeString(sweep, """
                [{"name": "as it is"},
                 {"name": "apart", "deltawire.story.join.at": 1.0, "deltawire.story.merge.at": 1.0, "deltawire.story.copy.at": 1.0},
                 {"name": "strict", "deltawire.story.join.at": 0.9, "deltawire.story.merge.at": 1.0}]
                """);
        StringWriter said = new StringWriter();
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        int code = line.execute(
                "backtest",
                "--input",
                ContractInput.file().toString(),
                "--output",
                folder.resolve("runs").toString(),
                "--sweep",
                sweep.toString());
        assertThat(code).as(said.toString()).isZero();
        return folder.resolve("runs/report.html");
    }

    private static JsonNode open(String chromium, Path page) throws Exception {
        Path script = Path.of("src/test/browser/report-page.mjs").toAbsolutePath();
        Path out = DRIVER.resolve("seen.json");
        Process node = new ProcessBuilder(
                        "node",
                        script.toString(),
                        DRIVER.toString(),
                        chromium,
                        page.toString(),
                        DRIVER.resolve("report.png").toString())
                .redirectOutput(out.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        assertThat(node.waitFor(3, TimeUnit.MINUTES)).isTrue();
        assertThat(node.exitValue()).isZero();
        return new JsonMapper().readTree(out.toFile());
    }

    private static boolean driver() throws Exception {
        Files.createDirectories(DRIVER);
        if (Files.isDirectory(DRIVER.resolve("node_modules/playwright-core"))) {
            return true;
        }
        Process npm = new ProcessBuilder(
                        "npm",
                        "install",
                        "--no-save",
                        "--no-audit",
                        "--no-fund",
                        "--prefix",
                        DRIVER.toString(),
                        PLAYWRIGHT)
                .redirectErrorStream(true)
                .redirectOutput(DRIVER.resolve("npm.log").toFile())
                .start();
        return npm.waitFor(3, TimeUnit.MINUTES) && npm.exitValue() == 0;
    }

    private static Optional<String> find(String... names) {
        List<String> folders = List.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator));
        return Stream.of(names)
                .flatMap(name -> folders.stream().map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .map(Path::toString)
                .findFirst();
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(each -> texts.add(each.asText()));
        return texts;
    }
}
