package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deltawire.topology.Records;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Three instances, each stopped and started again in turn once the one before is ready, as a StatefulSet does it, while articles come.
 * Nothing may be lost; how long subscribers saw nothing is measured and printed. Part of {@code -Pfaults}.
 */
@ExtendWith(StackExtension.class)
class ITRollingRestart {
    private static final int INSTANCES = 3;
    private static final int PER_SECOND = 15;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    @Timeout(3_600)
    void nothingIsLostAndThePauseIsMeasured(Stack stack) throws Exception {
        Map<String, String> settings = Map.of(
                "num.standby.replicas", "1",
                "session.timeout.ms", "30000",
                "deltawire.desk.partitions", "3",
                "deltawire.topics.replication", "1");
        List<String> lines = new ArrayList<>();
        try (Cluster cluster = new Cluster(stack, home, 3, 1, settings);
                FaultFleet fleet = new FaultFleet(cluster.settings, home, new Random(1), true);
                FaultFeed feed = new FaultFeed(cluster.settings, 3, 1);
                Arrivals arrivals = new Arrivals(cluster)) {
            for (int i = 0; i < INSTANCES; i++) {
                fleet.add();
            }
            awaitReady(fleet);
            feed.start(PER_SECOND);
            arrivals.awaitMore();
            long begin = System.nanoTime();
            pause(10_000);
            lines.add("rolling restart: without one, longest pause " + arrivals.longestPause(begin));
            for (int slot : fleet.all()) {
                begin = System.nanoTime();
                fleet.stop(slot);
                long stopped = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                fleet.start(slot);
                awaitReady(fleet);
                long ready = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
                pause(5_000);
                arrivals.awaitMore();
                lines.add("rolling restart: instance %d stopped in %d ms, ready again after %d ms, longest pause %s"
                        .formatted(slot, stopped, ready, arrivals.longestPause(begin)));
            }
            feed.end();
            new LineWatch(cluster.settings, fleet, home, lines::add).awaitEnd();
            Records expected = ITFaults.backtest(home, feed.articles(), cluster.topics);
            FaultReport report = FaultReport.compare(expected, cluster.read(expected.size()));
            lines.add(
                    "rolling restart: %d articles, %d records expected, %d found: %d lost, %d extra, %d keys in another order"
                            .formatted(
                                    feed.articles().size(),
                                    report.expected(),
                                    report.found(),
                                    report.lost(),
                                    report.extra(),
                                    report.disordered()));
            lines.forEach(System.out::println);
            Files.createDirectories(Path.of("target/faults"));
            Files.write(Path.of("target/faults/rolling-restart.txt"), lines);
            assertThat(report.differences()).as("%s", report.examples()).isZero();
        }
    }

    private static void awaitReady(FaultFleet fleet) {
        for (int slot : fleet.all()) {
            await().atMost(PATIENCE)
                    .pollInterval(Duration.ofMillis(100))
                    .ignoreExceptions()
                    .until(() -> fleet.ready(slot));
        }
    }

    private static void pause(long ms) {
        await().pollDelay(Duration.ofMillis(ms)).atMost(PATIENCE).until(() -> true);
    }

    /**
     * A time without a record.
     *
     * @param ms its length
     * @param afterMs when it began, from the first signal on
     */
    private record Pause(long ms, long afterMs) {
        Pause orLonger(long since, long from, long to) {
            long other = TimeUnit.NANOSECONDS.toMillis(to - from);
            return other <= ms ? this : new Pause(other, TimeUnit.NANOSECONDS.toMillis(from - since));
        }

        @Override
        public String toString() {
            return ms + " ms, begun after " + afterMs + " ms";
        }
    }

    /** When records came to a subscriber that reads committed. */
    private static final class Arrivals implements AutoCloseable {
        private final ConcurrentSkipListSet<Long> times = new ConcurrentSkipListSet<>();
        private final KafkaConsumer<byte[], byte[]> consumer;
        private final Thread thread;
        private volatile boolean ended;

        Arrivals(Cluster cluster) {
            consumer = new KafkaConsumer<>(
                    Map.of(
                            "bootstrap.servers",
                            cluster.settings.get("bootstrap.servers", ""),
                            "isolation.level",
                            "read_committed"),
                    new ByteArrayDeserializer(),
                    new ByteArrayDeserializer());
            List<TopicPartition> partitions = consumer.partitionsFor(cluster.topics.storyUpdates()).stream()
                    .map(partition -> new TopicPartition(partition.topic(), partition.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            thread = new Thread(this::listen, "arrivals");
            thread.start();
        }

        private void listen() {
            while (!ended) {
                if (!consumer.poll(Duration.ofMillis(20)).isEmpty()) {
                    times.add(System.nanoTime());
                }
            }
        }

        void awaitMore() {
            int before = times.size();
            await().atMost(PATIENCE).until(() -> times.size() > before);
        }

        /** The longest time without a record since then, and when it began. */
        Pause longestPause(long since) {
            long last = since;
            Pause longest = new Pause(0, 0);
            for (long time : times.tailSet(since)) {
                longest = longest.orLonger(since, last, time);
                last = time;
            }
            return longest.orLonger(since, last, System.nanoTime());
        }

        @Override
        public void close() throws InterruptedException {
            ended = true;
            thread.join();
            consumer.close();
        }
    }
}
