package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ITDemo {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void samplesShowEveryTypeOfChangeAndTheDemoEndsByItself() {
        List<Long> others = registries(); // of test classes before this one in the same JVM
        assertThat(demo("--once")).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("  REPORTED ", "  CORROBORATED ", "  REVISED ", "  DISPUTED ", "  SETTLED ", "  RETRACTED ")
                .contains("3 stories");
        assertThat(err.toString()).contains("19 articles published");
        assertThat(registries()).isSubsetOf(others);
    }

    private static List<Long> registries() {
        return ProcessHandle.current()
                .descendants()
                .filter(ITDemo::isRegistry)
                .map(ProcessHandle::pid)
                .toList();
    }

    @Test
    void skippedInputIsNamedAndShowsInTheExitCode() throws Exception {
        Path file = directory.resolve("news.jsonl");
        Files.writeString(
                file,
                "{\"title\":\"Flood in Ostmark\",\"text\":\"A flood killed 3 people in Ostmark on Monday, police said.\","
                        + "\"published_at\":\"2025-03-04T08:00:00Z\",\"source\":\"Gazette\"}\nno article\n");
        assertThat(demo("--once", "--input", file.toString()))
                .as(err.toString())
                .isEqualTo(3);
        assertThat(out.toString()).contains("Flood in Ostmark", "1 story");
        assertThat(err.toString()).contains("1 skipped");
    }

    private int demo(String... options) {
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(out, true)).setErr(new PrintWriter(err, true));
        String[] arguments = new String[options.length + 1];
        arguments[0] = "demo";
        System.arraycopy(options, 0, arguments, 1, options.length);
        return line.execute(arguments);
    }

    private static boolean isRegistry(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(Tether.class.getSimpleName());
    }
}
