package io.deltawire.ops;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.streams.processor.StateRestoreListener;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** How far the stores are restored, as a metric and in the log every few seconds. Thread-safe. */
final class RestoreProgress implements StateRestoreListener {
    private static final Logger LOG = LoggerFactory.getLogger(RestoreProgress.class);
    private static final long LOG_EVERY = Duration.ofSeconds(5).toNanos();

    private final Map<TopicPartition, Long> left = new ConcurrentHashMap<>();
    private final AtomicLong restored = new AtomicLong();
    private final AtomicLong logged = new AtomicLong();

    RestoreProgress(MeterRegistry registry) {
        Gauge.builder("deltawire_restore_left", this, RestoreProgress::left)
                .description("records of changelogs to be read before the stores are restored")
                .register(registry);
        Gauge.builder("deltawire_restore_done", restored, AtomicLong::get)
                .description("records of changelogs read since the start")
                .register(registry);
    }

    /** Records that are to be restored yet. */
    long left() {
        return left.values().stream().mapToLong(Long::longValue).sum();
    }

    @Override
    public void onRestoreStart(TopicPartition partition, String store, long begin, long end) {
        left.put(partition, end - begin);
    }

    @Override
    public void onBatchRestored(TopicPartition partition, String store, long offset, long count) {
        left.computeIfPresent(partition, (same, records) -> Math.max(0, records - count));
        restored.addAndGet(count);
        long now = System.nanoTime();
        long before = logged.get();
        if (now - before >= LOG_EVERY && logged.compareAndSet(before, now)) {
            LOG.info("restoring {} stores: {} records to go, {} done", left.size(), left(), restored.get());
        }
    }

    @Override
    public void onRestoreEnd(TopicPartition partition, String store, long total) {
        left.remove(partition);
        LOG.info("store {} of partition {} restored: {} records", store, partition.partition(), total);
    }

    @Override
    public void onRestoreSuspended(TopicPartition partition, String store, long total) {
        left.remove(partition);
    }
}
