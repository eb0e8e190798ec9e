package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** The consumers in {@code clients} as their users run them, beside a line that has worked off the samples. */
@ExtendWith(StackExtension.class)
class ITClients {
    private static final Path CLIENTS = Path.of("../clients");
    private static final Path PYTHON = Path.of("/usr/bin/python3");

    @TempDir
    private Path state;

    @Test
    void javaConsumerPrintsEveryChange(Stack stack) throws Exception {
        try (Served served = new Served(stack, state, 2, Map.of())) {
            served.publishSamples();
            List<String> changes = changes(served);
            Settings settings = served.cluster.settings;
            // Compiled by the launcher of single source files, against nothing but what a subscriber has.
            List<String> said = run(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Dtopic=" + served.cluster.topics.factChanges(),
                    "-cp",
                    withoutOurs(System.getProperty("java.class.path")),
                    CLIENTS.resolve("java/ChangesConsumer.java").toString(),
                    settings.get("bootstrap.servers", ""),
                    settings.get("schema.registry.url", ""),
                    "clients-java",
                    Integer.toString(changes.size())));
            assertThat(said).containsExactlyInAnyOrderElementsOf(changes);
        }
    }

    @Test
    void pythonConsumerPrintsEveryChange(Stack stack) throws Exception {
        assumeTrue(
                Files.isExecutable(PYTHON)
                        && new ProcessBuilder(PYTHON.toString(), "-c", "import avro, confluent_kafka")
                                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                                        .start()
                                        .waitFor()
                                == 0,
                "no python3-confluent-kafka and python3-avro on this machine: the Python consumer was not run");
        try (Served served = new Served(stack, state, 2, Map.of())) {
            served.publishSamples();
            List<String> changes = changes(served);
            Settings settings = served.cluster.settings;
            List<String> said = run(List.of(
                    PYTHON.toString(),
                    CLIENTS.resolve("python/changes_avro.py").toString(),
                    settings.get("bootstrap.servers", ""),
                    settings.get("schema.registry.url", ""),
                    "clients-python",
                    served.cluster.topics.factChanges(),
                    Integer.toString(changes.size())));
            assertThat(said).containsExactlyInAnyOrderElementsOf(changes);
        }
    }

    private static List<String> changes(Served served) throws Exception {
        List<String> lines = new ArrayList<>();
        for (JsonNode change : served.get("/api/changes?limit=200").path("changes")) {
            lines.add(change.path("id").asText() + " " + change.path("type").asText() + " "
                    + change.path("text").asText());
        }
        assertThat(lines).isNotEmpty();
        return lines;
    }

    /** Confluent's deserializer and Kafka's client, no class of ours; no logger either, which would log to where changes are printed. */
    private static String withoutOurs(String classPath) {
        String separator = System.getProperty("path.separator");
        return Stream.of(classPath.split(separator))
                .filter(entry -> !entry.contains("logback"))
                .filter(entry -> !entry.contains("deltawire-") || entry.contains("registry-client"))
                .filter(entry -> !entry.endsWith("classes") || entry.contains("registry-client"))
                .reduce((one, other) -> one + separator + other)
                .orElseThrow();
    }

    private List<String> run(List<String> command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().put("PYTHONIOENCODING", "utf-8");
        builder.environment().put("JAVA_TOOL_OPTIONS", "-Dfile.encoding=UTF-8 -Dstdout.encoding=UTF-8");
        builder.environment().put("PYTHONDONTWRITEBYTECODE", "1");
        Path errors = state.resolve("errors");
        Process process = builder.redirectError(errors.toFile()).start();
        try {
            List<String> said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .toList();
            assertThat(process.waitFor()).as(Files.readString(errors)).isZero();
            return said;
        } finally {
            process.destroyForcibly();
        }
    }
}
