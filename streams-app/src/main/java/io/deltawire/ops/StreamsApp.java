package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.LineTopology;
import io.deltawire.topology.LiveCatalog;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.errors.StreamsUncaughtExceptionHandler.StreamThreadExceptionResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line running against a cluster. Only wiring. */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    private final KafkaStreams streams;

    private StreamsApp(KafkaStreams streams) {
        this.streams = streams;
    }

    /**
     * Waits for broker, topics, registry and schemas, then starts.
     *
     * @param settings {@link StreamsSettings#defaults()} with the user's over them
     * @throws IllegalArgumentException if a setting is wrong; it is named
     */
    public static StreamsApp start(Settings settings) throws InterruptedException {
        LineConfig.of(settings, 1, "");
        Readiness readiness = new Readiness(settings);
        int partitions = readiness.awaitSource();
        readiness.awaitSchemas();
        LineConfig config = LineConfig.of(settings, partitions, RunId.of(settings));
        Properties properties = StreamsSettings.forStreams(settings);
        LineTopology line = new LineTopology(
                config, settings.get("application.id", "deltawire"), new LiveCatalog(), settings.forClients());
        Topology topology = line.get();
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(properties));
        streams.setUncaughtExceptionHandler(failure -> {
            LOG.error("a stream thread failed and is replaced", failure);
            return StreamThreadExceptionResponse.REPLACE_THREAD;
        });
        streams.setStateListener((now, before) -> LOG.info("streams {} (was {})", now, before));
        LOG.info(
                "run {} on {} partitions of {}",
                config.runId(),
                partitions,
                config.topics().articlesRaw());
        streams.start();
        return new StreamsApp(streams);
    }

    /** For state, metrics and queries. */
    public KafkaStreams streams() {
        return streams;
    }

    @Override
    public void close() {
        streams.close(CLOSE_WITHIN);
    }
}
