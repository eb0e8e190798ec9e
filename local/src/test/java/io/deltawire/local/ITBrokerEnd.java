package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * What is committed outlives the broker, whether it is killed or told to stop. A broker that loses its partitions while it ends the transactions
 * that were under way lost some in one kill of fifteen ({@link LastBroker}).
 */
class ITBrokerEnd {
    private static final String TOPIC = "numbers";

    /** So many that it takes a while until a broker has given up all of them. */
    private static final int PARTITIONS = 40;

    /** Each with one transaction at a time: so many that the end finds some decided, and not yet ended on every partition. */
    private static final int PRODUCERS = 6;

    /** Every other one a kill. */
    private static final int ENDS = 4;

    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Duration PATIENCE_TO_READ = Duration.ofSeconds(30);

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    private final int port = Ports.free(1).get(0);

    @Test
    void whatIsCommittedOutlivesTheBroker() throws Exception {
        Process broker = start();
        try {
            createTopic();
            TreeSet<String> committed = new TreeSet<>();
            for (int round = 0; round < ENDS; round++) {
                AtomicBoolean go = new AtomicBoolean(true);
                ExecutorService pool = Executors.newFixedThreadPool(PRODUCERS);
                List<Future<List<String>>> each = new ArrayList<>();
                for (int p = 0; p < PRODUCERS; p++) {
                    String name = round + "-" + p;
                    each.add(pool.submit(() -> produce(name, go)));
                }
                TimeUnit.SECONDS.sleep(2);
                if (round % 2 == 0) {
                    broker.destroyForcibly();
                } else {
                    Child.terminate(broker);
                }
                broker.waitFor();
                // Their last transaction is the one that this broke into: what is lost of it no later one hides.
                go.set(false);
                broker = start();
                for (Future<List<String>> numbers : each) {
                    committed.addAll(numbers.get(PATIENCE.toSeconds(), TimeUnit.SECONDS));
                }
                pool.shutdown();
                List<String> expected = onEachPartition(committed);
                List<String> found = read(expected.size());
                assertThat(found).as("records after end %s", round + 1).hasSameSizeAs(expected);
                assertThat(found.equals(expected))
                        .as("the same after end %s", round + 1)
                        .isTrue();
            }
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    @Test
    void aBrokerThatStillRunsIsNotFenced() throws Exception {
        Process broker = start();
        try {
            createTopic();
            assertThatThrownBy(() ->
                            Broker.start(home.resolve("broker"), Ports.free(1).get(0)))
                    .isInstanceOf(IOException.class)
                    .hasMessageContaining(home.resolve("broker").toString())
                    .hasMessageContaining("another process");
            assertThat(broker.isAlive()).isTrue();
        } finally {
            broker.destroyForcibly().waitFor();
        }
    }

    private Process start() throws IOException {
        File log = home.resolve("broker.log").toFile();
        return BrokerProgram.start(home.resolve("broker"), port, log);
    }

    private void createTopic() throws Exception {
        Map<String, Object> config =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "default.api.timeout.ms", (int) PATIENCE.toMillis());
        try (Admin admin = Admin.create(config)) {
            admin.createTopics(List.of(new NewTopic(TOPIC, PARTITIONS, (short) 1)))
                    .all()
                    .get();
        }
    }

    /** Transactions one after another, with a record on every partition each; those that were committed. */
    private List<String> produce(String name, AtomicBoolean go) {
        Map<String, Object> config = new HashMap<>(Map.of(
                "bootstrap.servers",
                "127.0.0.1:" + port,
                "transactional.id",
                "numbers-" + name,
                "max.block.ms",
                (int) PATIENCE.toMillis(),
                "delivery.timeout.ms",
                (int) PATIENCE.toMillis(),
                "transaction.timeout.ms",
                (int) PATIENCE.toMillis()));
        List<String> committed = new ArrayList<>();
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            for (int n = 0; go.get(); n++) {
                String number = name + "-" + n;
                producer.beginTransaction();
                for (int p = 0; p < PARTITIONS; p++) {
                    producer.send(new ProducerRecord<>(TOPIC, p, number, number));
                }
                producer.commitTransaction();
                committed.add(number);
            }
        }
        return committed;
    }

    private static List<String> onEachPartition(TreeSet<String> numbers) {
        List<String> all = new ArrayList<>();
        for (int p = 0; p < PARTITIONS; p++) {
            for (String number : numbers) {
                all.add(p + " " + number);
            }
        }
        all.sort(null);
        return all;
    }

    /** What readers of committed records get to see, sorted; waits a while for so many. */
    private List<String> read(int expected) {
        Map<String, Object> config =
                Map.of("bootstrap.servers", "127.0.0.1:" + port, "isolation.level", "read_committed");
        List<String> found = new ArrayList<>();
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new StringDeserializer())) {
            List<TopicPartition> all = consumer.partitionsFor(TOPIC).stream()
                    .map(p -> new TopicPartition(TOPIC, p.partition()))
                    .toList();
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long deadline = System.nanoTime() + PATIENCE_TO_READ.toNanos();
            while (found.size() < expected && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofMillis(500)).forEach(r -> found.add(r.partition() + " " + r.value()));
            }
        }
        found.sort(null);
        return found;
    }
}
