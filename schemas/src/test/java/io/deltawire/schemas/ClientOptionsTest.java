package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

class ClientOptionsTest {
    @Command(name = "test")
    private static final class Options {
        @Mixin
        private ClientOptions client = new ClientOptions();
    }

    @Test
    void withoutAnythingTheLocalStackIsMeant() throws Exception {
        Settings settings = parse(Map.of());
        assertThat(settings.get("bootstrap.servers", "")).isEqualTo("localhost:9092");
        assertThat(settings.topics().prefix()).isEqualTo("deltawire.");
    }

    @Test
    void optionsGoBeforePropertiesBeforeEnvironmentBeforeFile(@TempDir Path dir) throws Exception {
        Path file =
                Files.writeString(dir.resolve("a.properties"), "bootstrap.servers=file:1\nacks=file\nlinger.ms=1\n");
        Settings settings = parse(
                Map.of(
                        "KAFKA_ACKS",
                        "environment",
                        "KAFKA_BOOTSTRAP_SERVERS",
                        "environment:1",
                        "KAFKA_CLIENT_ID",
                        "env"),
                "--config",
                file.toString(),
                "--property",
                "client.id=property",
                "--bootstrap-server",
                "option:1",
                "--prefix",
                "two.");
        assertThat(settings.values())
                .containsEntry("bootstrap.servers", "option:1")
                .containsEntry("client.id", "property")
                .containsEntry("acks", "environment")
                .containsEntry("linger.ms", "1");
        assertThat(settings.topics().stories()).isEqualTo("two.stories");
    }

    private static Settings parse(Map<String, String> environment, String... arguments) throws Exception {
        Options options = new Options();
        new CommandLine(options).parseArgs(arguments);
        return options.client.settings(environment);
    }
}
