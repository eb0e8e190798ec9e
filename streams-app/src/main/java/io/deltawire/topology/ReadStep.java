package io.deltawire.topology;

import io.deltawire.avro.RawArticle;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.processor.api.RecordMetadata;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;

/**
 * READ: checks what came on one partition of {@code articles.raw} and keeps that partition's event clock. This is the last
 * place where the order of the partition is known, so effective time is decided here.
 */
record ReadStep(LineConfig config, LineMetrics metrics, EarlyCommit commits)
        implements ProcessorSupplier<String, RawArticle, String, Heard> {
    static final String STORE = "source-clock";

    @Override
    public Set<StoreBuilder<?>> stores() {
        return Set.of(StorePieces.builder(STORE));
    }

    @Override
    public Processor<String, RawArticle, String, Heard> get() {
        return new Reading(config, metrics, commits);
    }

    private static final class Reading implements Processor<String, RawArticle, String, Heard> {
        private final LineConfig config;
        private final LineMetrics metrics;
        private final EarlyCommit commits;

        @SuppressWarnings("NullAway.Init")
        private ProcessorContext<String, Heard> context;

        @SuppressWarnings("NullAway.Init")
        private PartitionReader reader;

        Reading(LineConfig config, LineMetrics metrics, EarlyCommit commits) {
            this.config = config;
            this.metrics = metrics;
            this.commits = commits;
        }

        @Override
        public void init(ProcessorContext<String, Heard> context) {
            this.context = context;
            KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
            reader = new PartitionReader(config, new StorePieces(store));
        }

        @Override
        public void process(Record<String, RawArticle> record) {
            commits.after(context, () -> read(record));
        }

        private void read(Record<String, RawArticle> record) {
            RecordMetadata at = context.recordMetadata()
                    .orElseThrow(() -> new IllegalStateException("READ runs on records of a topic only"));
            Heard heard = metrics.timed(
                    LineMetrics.Stage.READ,
                    () -> reader.hear(
                            at.partition(),
                            at.offset(),
                            record.key(),
                            record.value(),
                            record.timestamp(),
                            record.headers()));
            if (heard.article() == null) {
                metrics.mark();
            }
            context.forward(record.withValue(heard.takenInAt(context.currentSystemTimeMs())));
        }
    }
}
