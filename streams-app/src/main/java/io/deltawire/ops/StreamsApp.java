package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Version;
import io.deltawire.topology.LineConfig;
import io.deltawire.topology.LineMetrics;
import io.deltawire.topology.LineTopology;
import io.deltawire.topology.LiveCatalog;
import io.micrometer.core.instrument.binder.kafka.KafkaStreamsMetrics;
import java.time.Duration;
import java.util.Properties;
import org.apache.kafka.streams.CloseOptions;
import org.apache.kafka.streams.CloseOptions.GroupMembershipOperation;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.Topology;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The line running against a cluster. Only wiring. */
public final class StreamsApp implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(StreamsApp.class);
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(25);

    private final KafkaStreams streams;
    private final Topology topology;
    private final RunInfo run;
    private final KafkaStreamsMetrics clientMetrics;
    private final Upstreams upstreams;

    private StreamsApp(
            KafkaStreams streams,
            Topology topology,
            RunInfo run,
            KafkaStreamsMetrics clientMetrics,
            Upstreams upstreams) {
        this.streams = streams;
        this.topology = topology;
        this.run = run;
        this.clientMetrics = clientMetrics;
        this.upstreams = upstreams;
    }

    /**
     * What was started.
     *
     * @param applicationId of Kafka Streams
     * @param id names code and settings that the output is made with
     */
    public record RunInfo(String applicationId, String id) {}

    /** Starts it with telemetry that nobody looks at. */
    public static StreamsApp start(Settings settings) throws InterruptedException {
        return start(settings, Telemetry.create(Version.current()));
    }

    /**
     * Waits for broker, topics, registry and schemas, then starts.
     *
     * @param settings {@link StreamsSettings#defaults()} with the user's over them
     * @param telemetry is told of it from now on
     * @throws IllegalArgumentException if a setting is wrong; it is named
     */
    public static StreamsApp start(Settings settings, Telemetry telemetry) throws InterruptedException {
        LineConfig.of(settings, 1, "");
        BoundedRocksDb.check(settings);
        Properties properties = StreamsSettings.forStreams(settings);
        Readiness readiness = new Readiness(settings, telemetry.health());
        int partitions = readiness.awaitSource();
        readiness.awaitSchemas();
        LineConfig config = LineConfig.of(settings, partitions, RunId.of(settings));
        RunInfo run = new RunInfo(settings.get("application.id", "deltawire"), config.runId());
        LineMetrics metrics = new LineMetrics(telemetry.registry());
        properties.put(LineMetrics.IN_CONFIG, metrics);
        Topology topology =
                new LineTopology(config, run.applicationId(), new LiveCatalog(), settings.forClients(), metrics).get();
        KafkaStreams streams = new KafkaStreams(topology, new StreamsConfig(properties));
        streams.setUncaughtExceptionHandler(
                new ThreadFailures(telemetry.registry(), System::nanoTime, time -> Thread.sleep(time.toMillis())));
        streams.setStateListener((now, before) -> LOG.info("streams {} (was {})", now, before));
        RestoreProgress restoring = new RestoreProgress(telemetry.registry());
        streams.setGlobalStateRestoreListener(restoring);
        Upstreams upstreams = Upstreams.watch(settings, telemetry.registry());
        LOG.info(
                "run {} on {} partitions of {}",
                run.id(),
                partitions,
                config.topics().articlesRaw());
        telemetry.health().runs(streams, upstreams, restoring);
        streams.start();
        KafkaStreamsMetrics clientMetrics = new KafkaStreamsMetrics(streams);
        clientMetrics.bindTo(telemetry.registry());
        return new StreamsApp(streams, topology, run, clientMetrics, upstreams);
    }

    /** For state, metrics and queries. */
    public KafkaStreams streams() {
        return streams;
    }

    /** What is wired to what. */
    public String describe() {
        return topology.describe().toString();
    }

    public RunInfo run() {
        return run;
    }

    /** Commits, and leaves the group, so that others take over at once and not when the session times out. */
    @Override
    public void close() {
        clientMetrics.close();
        upstreams.close();
        streams.close(CloseOptions.groupMembershipOperation(GroupMembershipOperation.LEAVE_GROUP)
                .withTimeout(CLOSE_WITHIN));
    }
}
