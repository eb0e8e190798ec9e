package io.deltawire.schemas;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Settings from all the places they may be set, the later over the earlier: defaults, a properties file, the environment,
 * Java system properties, the command line. Ours begin with {@code deltawire.}; every other name is passed to the Kafka and
 * registry clients as it is.
 *
 * <p>In the environment {@code DELTAWIRE_PREFIX} is {@code deltawire.prefix} and {@code KAFKA_BOOTSTRAP_SERVERS} is
 * {@code bootstrap.servers}; as a system property the same two are {@code -Ddeltawire.prefix} and
 * {@code -Dkafka.bootstrap.servers}.
 */
public record Settings(SortedMap<String, String> values) {
    public static final String PREFIX = "deltawire.prefix";

    private static final String OURS = "deltawire.";
    private static final String KAFKA = "kafka.";
    private static final Pattern SECRET = Pattern.compile(
            "password|secret|token|credential|jaas|user\\.info|ssl\\..*\\.key|keystore\\.key|private",
            Pattern.CASE_INSENSITIVE);

    public Settings {
        values = Collections.unmodifiableSortedMap(new TreeMap<>(values));
    }

    public static Settings of(Map<String, String> values) {
        return new Settings(new TreeMap<>(values));
    }

    /** These settings with others over them. */
    public Settings with(Map<String, String> others) {
        SortedMap<String, String> merged = new TreeMap<>(values);
        merged.putAll(others);
        return new Settings(merged);
    }

    /** These settings with a properties file (UTF-8) over them. */
    public Settings withFile(Path file) throws IOException {
        Properties read = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            read.load(reader);
        } catch (IllegalArgumentException e) {
            throw new IOException(file + ": " + e.getMessage(), e);
        }
        Map<String, String> set = new HashMap<>();
        read.stringPropertyNames()
                .forEach(name -> set.put(name, read.getProperty(name).strip()));
        return with(set);
    }

    /** These settings with the environment's {@code DELTAWIRE_*} and {@code KAFKA_*} over them. */
    public Settings withEnvironment(Map<String, String> environment) {
        Map<String, String> set = new HashMap<>();
        environment.forEach((name, value) -> {
            if (name.startsWith("DELTAWIRE_") || name.startsWith("KAFKA_")) {
                put(set, name.toLowerCase(Locale.ROOT).replace('_', '.'), value);
            }
        });
        return with(set);
    }

    /** These settings with the {@code deltawire.*} and {@code kafka.*} of Java's system properties over them. */
    public Settings withSystemProperties(Properties properties) {
        Map<String, String> set = new HashMap<>();
        properties.stringPropertyNames().forEach(name -> put(set, name, properties.getProperty(name)));
        return with(set);
    }

    private static void put(Map<String, String> set, String name, String value) {
        if (name.startsWith(OURS)) {
            set.put(name, value);
        } else if (name.startsWith(KAFKA)) {
            set.put(name.substring(KAFKA.length()), value);
        }
    }

    /** A setting, or the value it has when nobody set it. */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }

    /** Names of the topics under {@value #PREFIX}. */
    public Topics topics() {
        return new Topics(get(PREFIX, Topics.DEFAULT_PREFIX));
    }

    /** What goes to Kafka's and the registry's clients: all that is not ours, and ours that serdes read. */
    public Map<String, Object> forClients() {
        return new HashMap<>(values);
    }

    /** For printing: passwords, keys and tokens as asterisks. */
    public SortedMap<String, String> masked() {
        SortedMap<String, String> masked = new TreeMap<>();
        values.forEach((name, value) -> masked.put(name, SECRET.matcher(name).find() ? "********" : value));
        return masked;
    }

    /** Never shows secrets. */
    @Override
    public String toString() {
        return "Settings" + masked();
    }
}
