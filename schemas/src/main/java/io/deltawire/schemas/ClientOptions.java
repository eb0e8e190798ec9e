package io.deltawire.schemas;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/**
 * The options by which every command finds broker, registry and topics, as a picocli mixin:
 * {@code @Mixin private ClientOptions client = new ClientOptions();}
 */
public final class ClientOptions {
    public static final String BROKER = "bootstrap.servers";
    public static final String REGISTRY = "schema.registry.url";

    /** Where {@code local up} and the images of docker-compose.yml listen. */
    public static final Map<String, String> DEFAULTS =
            Map.of(BROKER, "localhost:9092", REGISTRY, "http://localhost:8081/apis/ccompat/v7");

    @Option(
            names = "--bootstrap-server",
            paramLabel = "HOST:PORT",
            description = "Kafka broker, or several with commas. Environment: KAFKA_BOOTSTRAP_SERVERS.")
    private @Nullable String broker;

    @Option(
            names = "--registry",
            paramLabel = "URL",
            description = "Schema registry (Confluent's API). Environment: KAFKA_SCHEMA_REGISTRY_URL.")
    private @Nullable String registry;

    @Option(
            names = "--prefix",
            paramLabel = "PREFIX",
            description = "Begins all topic names; deltawire. by default. Environment: DELTAWIRE_PREFIX.")
    private @Nullable String prefix;

    @Option(
            names = "--config",
            paramLabel = "FILE",
            description = "Properties file. The environment goes before it, and options go before both.")
    private @Nullable Path file;

    @Option(
            names = {"-D", "--set", "--property"},
            paramLabel = "NAME=VALUE",
            description = "Any setting of Kafka's and the registry's clients, or deltawire.*; can be repeated.")
    private Map<String, String> properties = new LinkedHashMap<>();

    /** All settings: defaults, file, environment, system properties, options. */
    public Settings settings() throws IOException {
        return settings(System.getenv());
    }

    Settings settings(Map<String, String> environment) throws IOException {
        Settings settings = Settings.of(DEFAULTS);
        if (file != null) {
            settings = settings.withFile(file);
        }
        return settings.withEnvironment(environment)
                .withSystemProperties(System.getProperties())
                .with(properties)
                .with(named());
    }

    private Map<String, String> named() {
        Map<String, String> set = new LinkedHashMap<>();
        put(set, BROKER, broker);
        put(set, REGISTRY, registry);
        put(set, Settings.PREFIX, prefix);
        return set;
    }

    private static void put(Map<String, String> set, String name, @Nullable String value) {
        if (value != null) {
            set.put(name, value);
        }
    }
}
