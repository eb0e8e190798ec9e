package io.deltawire.topology;

import io.deltawire.avro.Digest;
import java.time.Duration;
import java.util.Set;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.state.StoreBuilder;

/** ORDER: one order for all articles of a desk, whatever way they came. */
record OrderStep(
        LineConfig config,
        Deserializer<Digest> deserializer,
        String topic,
        LineMetrics metrics,
        DeskFirst processors,
        EarlyCommit commits)
        implements ProcessorSupplier<String, byte[], String, Ordered> {
    static final String STORE = "order";

    /** How often metrics are taken and quiet partitions looked for, in wall-clock time. */
    static final Duration LOOK_EVERY = Duration.ofSeconds(5);

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(StorePieces.builder(STORE));
    }

    @Override
    public Processor<String, byte[], String, Ordered> get() {
        return new Ordering(config, deserializer, topic, metrics, processors, commits);
    }
}
