package io.deltawire.ops;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.joran.JoranConfigurator;
import ch.qos.logback.classic.util.LogbackMDCAdapter;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The logging configurations that ship: plain lines, or one JSON object a line. */
class LogFormatTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "docker/logback-image.xml",
                "../producer/docker/logback-image.xml",
                "../local/src/main/resources/logback-local.xml"
            })
    void oneSwitchMakesEachLineAJsonObject(String file) throws Exception {
        String switched = file.contains("local.xml") ? "deltawire.log.format" : "DELTAWIRE_LOG_FORMAT";
        List<String> json = log(file, switched, "json");
        assertThat(json).hasSize(1);
        JsonNode line = new JsonMapper().readTree(json.get(0));
        assertThat(line.get("level").asText()).isEqualTo("ERROR");
        assertThat(line.get("formattedMessage").asText()).isEqualTo("the disk is full");
        assertThat(line.get("throwable").get("message").asText()).isEqualTo("no space");
        assertThat(line.get("timestamp").isNumber()).isTrue();

        List<String> text = log(file, switched, "text");
        assertThat(text.get(0)).contains("ERROR").contains("the disk is full").doesNotContain("{");
    }

    private static List<String> log(String file, String name, String value) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream before = System.err;
        LoggerContext context = new LoggerContext();
        context.setMDCAdapter(new LogbackMDCAdapter());
        context.putProperty(name, value);
        System.setErr(new PrintStream(bytes, true, StandardCharsets.UTF_8));
        try {
            JoranConfigurator configurator = new JoranConfigurator();
            configurator.setContext(context);
            configurator.doConfigure(Path.of(file).toFile());
            context.getLogger("io.deltawire.Some").error("the disk is full", new IllegalStateException("no space"));
            context.stop();
        } finally {
            System.setErr(before);
        }
        return bytes.toString(StandardCharsets.UTF_8).lines().toList();
    }
}
