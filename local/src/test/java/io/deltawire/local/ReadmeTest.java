package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That what README.md tells people to type is what the programs take. */
class ReadmeTest {
    private static final Path ROOT = Path.of("..");
    private static final String LAUNCHER = "./deltawire ";

    @TestFactory
    Stream<DynamicTest> everyCommandIsTakenByTheCommandLine() throws IOException {
        List<String> commands = codeLines().stream()
                .filter(line -> line.startsWith(LAUNCHER))
                .map(line -> line.replaceAll("\\s+#.*", "").replaceAll("\\s+[|>].*", ""))
                .distinct()
                .toList();
        assertThat(commands).hasSizeGreaterThan(5);
        return commands.stream()
                .map(command -> DynamicTest.dynamicTest(
                        command,
                        () -> assertThatCode(() -> Deltawire.commandLine().parseArgs(arguments(command)))
                                .doesNotThrowAnyException()));
    }

    @Test
    void ciRunsTheCommandOfBuildAndTest() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        String section = readme.substring(readme.indexOf("## Build and test"));
        assertThat(section.lines().filter(line -> line.startsWith("./mvnw ")).findFirst())
                .contains("./mvnw -B verify");
        assertThat(Files.readString(ROOT.resolve(".ci/run"))).contains("/^## Build and test/");
    }

    @Test
    void filesThatItNamesAreThere() throws IOException {
        String readme = Files.readString(ROOT.resolve("README.md"));
        var links = java.util.regex.Pattern.compile("]\\(([^)#:]+)\\)").matcher(readme);
        List<String> targets = links.results().map(link -> link.group(1)).toList();
        assertThat(targets)
                .isNotEmpty()
                .allSatisfy(target -> assertThat(ROOT.resolve(target)).exists());
    }

    private static List<String> codeLines() throws IOException {
        boolean[] inCode = {false};
        return Files.readAllLines(ROOT.resolve("README.md")).stream()
                .filter(line -> {
                    inCode[0] ^= line.startsWith("```");
                    return inCode[0];
                })
                .toList();
    }

    private static String[] arguments(String command) {
        return Arrays.stream(command.substring(LAUNCHER.length()).split("\\s+"))
                .filter(word -> !word.isEmpty())
                .toArray(String[]::new);
    }
}
