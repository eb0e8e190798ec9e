package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class DeltawireTest {
    @ParameterizedTest
    @ValueSource(strings = {"--version", "backtest --version", "evaluate ner --version"})
    void everyCommandTellsTheVersion(String arguments) {
        StringWriter told = new StringWriter();
        CommandLine line = Deltawire.commandLine().setOut(new PrintWriter(told));
        assertThat(line.execute(arguments.split(" "))).isZero();
        assertThat(told.toString()).matches("deltawire \\d+\\.\\d+\\.\\d+\\S*, Kafka clients \\S+, Java \\S+\\R");
    }
}
