package io.deltawire.topology;

import io.deltawire.avro.Digest;
import io.deltawire.engine.Order;
import java.nio.ByteBuffer;
import java.time.Instant;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.streams.processor.PunctuationType;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/** The processor of {@link OrderStep}: one partition of desks. */
final class Ordering implements Processor<String, byte[], String, Ordered> {
    private final LineConfig config;
    private final Deserializer<Digest> deserializer;
    private final String topic;
    private final LineMetrics metrics;
    private final DeskFirst processors;
    private final EarlyCommit commits;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, Ordered> context;

    @SuppressWarnings("NullAway.Init")
    private Order order;

    @SuppressWarnings("NullAway.Init")
    private OrderWatch watch;

    private @Nullable Instant passed;

    Ordering(
            LineConfig config,
            Deserializer<Digest> deserializer,
            String topic,
            LineMetrics metrics,
            DeskFirst processors,
            EarlyCommit commits) {
        this.config = config;
        this.deserializer = deserializer;
        this.topic = topic;
        this.metrics = metrics;
        this.processors = processors;
        this.commits = commits;
    }

    @Override
    public void init(ProcessorContext<String, Ordered> context) {
        this.context = context;
        KeyValueStore<String, byte[]> store = context.getStateStore(OrderStep.STORE);
        order = new Order(new StorePieces(store), config.orderLimit());
        watch = new OrderWatch(order, config, context, metrics);
        context.schedule(OrderStep.LOOK_EVERY, PunctuationType.WALL_CLOCK_TIME, now -> {
            if (watch.look(now)) {
                release();
            }
        });
    }

    @Override
    public void process(Record<String, byte[]> record) {
        commits.after(context, () -> hear(record));
    }

    private void hear(Record<String, byte[]> record) {
        processors.atDesk();
        Origin origin = Origin.ofClock(record.headers());
        metrics.timed(LineMetrics.Stage.ORDER, () -> {
            if (record.value().length > 0) {
                add(record, origin);
            }
            order.hear(origin.partition(), origin.partitions(), origin.watermark());
            return origin;
        });
        watch.heard(origin.partition(), context.currentSystemTimeMs());
        release();
    }

    @Override
    public void close() {
        if (watch != null) {
            watch.close();
        }
    }

    private void add(Record<String, byte[]> record, Origin origin) {
        byte[] digest = record.value();
        ByteBuffer kept = ByteBuffer.allocate(Origin.BYTES + digest.length);
        origin.write(kept);
        kept.put(digest);
        Instant effective = Instant.ofEpochMilli(record.timestamp());
        order.add(Origin.articleOf(record.headers()), effective, kept.array());
    }

    private void release() {
        Order.Released next = order.next();
        while (next != null) {
            ByteBuffer kept = next.digest();
            Origin origin = Origin.read(kept);
            byte[] bytes = new byte[kept.remaining()];
            kept.get(bytes);
            Digest digest = deserializer.deserialize(topic, bytes);
            forward(new Ordered(DigestRecords.engine(digest), next.effective(), origin));
            next = order.next();
        }
        Instant floor = order.floor();
        if (floor != null && (passed == null || floor.isAfter(passed))) {
            passed = floor;
            forward(new Ordered(null, floor, null));
        }
    }

    private void forward(Ordered ordered) {
        processors.atDesk();
        long time = Math.max(0, ordered.effective().toEpochMilli());
        String desk = ordered.digest() == null ? "" : ordered.digest().desk();
        context.forward(new Record<>(desk, ordered, time, new RecordHeaders()));
    }
}
