package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** That the pages in {@code docs} say what is so. */
class DocsTest {
    private static final Path ROOT = Path.of("..");
    private static final String LAUNCHER = "./deltawire ";
    /** A setting of ours as a literal: its own name, not the beginning of one. */
    private static final Pattern LITERAL = Pattern.compile("\"(deltawire(?:\\.[a-z]+)+)\"");

    private static final Pattern MENTION = Pattern.compile("`(?:-D)?(deltawire(?:\\.[a-z]+)+)(?:=[^`]*)?`");

    /** The launcher's own, which nobody sets. */
    private static final Set<String> INTERNAL = Set.of("deltawire.root");

    @Test
    void everySettingIsOnThePageAndNoneThatIsNot() throws IOException {
        Set<String> inCode = new TreeSet<>(INTERNAL);
        for (String module : List.of("schemas", "producer", "streams-app", "local")) {
            try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java")).forEach(file -> find(LITERAL, file, inCode));
            }
        }
        Set<String> onPage = new TreeSet<>(INTERNAL);
        find(MENTION, ROOT.resolve("docs/configure.md"), onPage);
        // Read by the logging configuration and not by Java.
        inCode.addAll(Set.of("deltawire.log", "deltawire.log.format"));
        assertThat(onPage).as("settings in docs/configure.md").isEqualTo(inCode);
    }

    @TestFactory
    Stream<DynamicTest> everyCommandIsTakenByTheCommandLine() throws IOException {
        return pages().flatMap(page -> lines(page).stream())
                .filter(line -> line.startsWith(LAUNCHER))
                // The launcher hands these to the benchmarks' own command line.
                .filter(line -> !line.startsWith(LAUNCHER + "bench "))
                .distinct()
                .map(command -> DynamicTest.dynamicTest(
                        command,
                        () -> assertThatCode(() -> Deltawire.commandLine()
                                        .parseArgs(command.substring(LAUNCHER.length())
                                                .split("\\s+")))
                                .doesNotThrowAnyException()));
    }

    @Test
    void pagesThatAreNamedAreThere() throws IOException {
        Pattern link = Pattern.compile("]\\(([^)#:]+)(?:#[^)]*)?\\)");
        for (Path page : pages().toList()) {
            Matcher links = link.matcher(Files.readString(page));
            while (links.find()) {
                assertThat(page.resolveSibling(links.group(1))).exists();
            }
        }
    }

    private static Stream<Path> pages() throws IOException {
        Path[] pages = {ROOT.resolve("UPGRADING.md")};
        try (Stream<Path> docs = Files.list(ROOT.resolve("docs"))) {
            return Stream.concat(docs.sorted().toList().stream(), Arrays.stream(pages));
        }
    }

    private static void find(Pattern pattern, Path file, Set<String> found) {
        try {
            pattern.matcher(Files.readString(file)).results().forEach(each -> found.add(each.group(1)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> lines(Path page) {
        try {
            return Files.readAllLines(page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
