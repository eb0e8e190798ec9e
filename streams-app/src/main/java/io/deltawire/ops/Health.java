package io.deltawire.ops;

import java.util.List;
import org.apache.kafka.streams.KafkaStreams;
import org.jspecify.annotations.Nullable;

/**
 * Whether an instance lives and whether it is ready, for probes. It is alive while it waits for broker and registry at its start:
 * to be started anew would not help. Thread-safe.
 */
public final class Health {
    /**
     * What a probe is told.
     *
     * @param well whether the probe passes
     * @param detail one line for people
     */
    public record Answer(boolean well, String detail) {}

    /** How the streams app stands, once there is one. */
    private record Running(KafkaStreams streams, Upstreams upstreams, RestoreProgress restoring) {}

    private volatile String waiting = "starting";
    private volatile @Nullable Running running;

    void waitsFor(String what) {
        waiting = what;
    }

    void runs(KafkaStreams streams, Upstreams upstreams, RestoreProgress restoring) {
        running = new Running(streams, upstreams, restoring);
    }

    /** Kafka Streams is RUNNING or REBALANCING, or not begun yet. */
    public Answer live() {
        Running now = running;
        return now == null ? new Answer(true, waiting) : live(now.streams().state());
    }

    static Answer live(KafkaStreams.State state) {
        boolean alive = state.isRunningOrRebalancing() || state == KafkaStreams.State.CREATED;
        return new Answer(alive, state.name());
    }

    /** RUNNING, all stores restored, broker and registry there. */
    public Answer ready() {
        Running now = running;
        return now == null
                ? new Answer(false, waiting)
                : ready(
                        now.streams().state(),
                        now.restoring().left(),
                        now.upstreams().silent());
    }

    static Answer ready(KafkaStreams.State state, long left, List<String> silent) {
        if (state != KafkaStreams.State.RUNNING) {
            return new Answer(false, left > 0 ? state + ", " + left + " records to restore" : state.name());
        }
        if (left > 0) {
            return new Answer(false, left + " records to restore");
        }
        return silent.isEmpty()
                ? new Answer(true, state.name())
                : new Answer(false, "no answer from " + String.join(" and ", silent));
    }
}
