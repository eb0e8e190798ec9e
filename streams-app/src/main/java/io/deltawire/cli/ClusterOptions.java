package io.deltawire.cli;

import io.deltawire.ops.StreamsSettings;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Options of every command that talks to a cluster. */
final class ClusterOptions {
    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file. Over it go the environment (DELTAWIRE_*, KAFKA_*), -D and the flags.")
    private @Nullable Path file;

    @Option(names = "--bootstrap-server", paramLabel = "HOST:PORT", description = "Kafka broker.")
    private @Nullable String bootstrapServer;

    @Option(names = "--registry", paramLabel = "URL", description = "Schema registry (Confluent's API).")
    private @Nullable String registry;

    @Option(names = "--prefix", paramLabel = "TEXT", description = "Begins every topic's name; deltawire. by default.")
    private @Nullable String prefix;

    @Option(
            names = {"-D", "--set"},
            paramLabel = "NAME=VALUE",
            description = "Any setting: deltawire.* is ours, every other name Kafka's or the registry client's.")
    private Map<String, String> set = new LinkedHashMap<>();

    /** Defaults, file, environment, system properties, flags: the later over the earlier. */
    Settings settings() throws IOException {
        Settings settings = StreamsSettings.defaults();
        if (file != null) {
            settings = settings.withFile(file);
        }
        Map<String, String> flags = new LinkedHashMap<>(set);
        put(flags, "bootstrap.servers", bootstrapServer);
        put(flags, "schema.registry.url", registry);
        put(flags, Settings.PREFIX, prefix);
        return settings.withEnvironment(System.getenv())
                .withSystemProperties(System.getProperties())
                .with(flags);
    }

    private static void put(Map<String, String> flags, String name, @Nullable String value) {
        if (value != null) {
            flags.put(name, value);
        }
    }
}
