package io.deltawire.bench;

import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.time.Duration;
import org.apache.kafka.streams.KafkaStreams;
import org.apache.kafka.streams.StreamsConfig;

/** A Kafka Streams application that is up. */
final class Running implements AutoCloseable {
    private static final Duration CLOSE_WITHIN = Duration.ofSeconds(30);

    private final KafkaStreams streams;
    private final CpuByThread cpuAtStart;

    private Running(KafkaStreams streams, CpuByThread cpuAtStart) {
        this.streams = streams;
        this.cpuAtStart = cpuAtStart;
    }

    static Running line(Settings line) throws InterruptedException {
        CpuByThread before = CpuByThread.now();
        return new Running(StreamsApp.start(line).streams(), before);
    }

    static Running passThrough(Settings line, int partitions) {
        CpuByThread before = CpuByThread.now();
        KafkaStreams streams = new KafkaStreams(
                PassThrough.topology(line, partitions), new StreamsConfig(StreamsSettings.forStreams(line)));
        streams.start();
        return new Running(streams, before);
    }

    /** Waits until tasks are assigned. */
    void awaitRunning() throws IOException, InterruptedException {
        while (streams.state() != KafkaStreams.State.RUNNING) {
            if (streams.state().hasCompletedShutdown()) {
                throw new IOException("the streams app failed; DELTAWIRE_OPTS=-Ddeltawire.log=INFO shows why");
            }
            Thread.sleep(20);
        }
    }

    KafkaStreams streams() {
        return streams;
    }

    /** Processor time as it was before the application began. */
    CpuByThread cpuAtStart() {
        return cpuAtStart;
    }

    @Override
    public void close() {
        streams.close(CLOSE_WITHIN);
    }
}
