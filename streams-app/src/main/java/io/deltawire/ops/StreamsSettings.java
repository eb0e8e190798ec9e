package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;

/** Settings of the streams app: its defaults, and what goes to Kafka Streams. */
public final class StreamsSettings {
    private static final String DEAD_LETTERS = "errors.dead.letter.queue.topic.name";

    private static final String THREADS = "num.stream.threads";

    private StreamsSettings() {}

    /** Defaults of the class path. */
    public static Settings defaults() {
        Properties read = new Properties();
        try (InputStream resource = StreamsSettings.class.getResourceAsStream("streams.properties")) {
            read.load(Objects.requireNonNull(resource, "streams.properties"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Map<String, String> values = new HashMap<>();
        read.stringPropertyNames().forEach(name -> values.put(name, read.getProperty(name)));
        return Settings.of(values);
    }

    /**
     * For Kafka Streams: all settings, and where they are not set, a thread for each core and one more (ENRICH is what takes the
     * time, and it is spread over partitions; the thread that has the busiest desk does little else then) and the dead letters'
     * topic under our prefix.
     */
    public static Properties forStreams(Settings settings) {
        Properties properties = new Properties();
        properties.putAll(settings.forClients());
        properties.putIfAbsent(DEAD_LETTERS, settings.topics().articlesDlq());
        properties.putIfAbsent(
                THREADS, Integer.toString(1 + Runtime.getRuntime().availableProcessors()));
        return properties;
    }
}
