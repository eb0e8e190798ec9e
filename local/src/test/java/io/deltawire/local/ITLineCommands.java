package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Mark;
import io.deltawire.topology.ContractInput;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** What users type around the line: topics and watch, and what becomes of poison. */
@ExtendWith(StackExtension.class)
class ITLineCommands {
    @TempDir
    private Path state;

    private final StringWriter out = new StringWriter();

    @Test
    void topicsAreCheckedAgainstTheirPlan(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 2, 1, Map.of())) {
            assertThat(command(cluster, "topics", "check")).isZero();
            assertThat(out.toString()).contains("as they should be");
            assertThat(command(cluster, "topics", "list")).isZero();
            assertThat(out.toString())
                    .contains(cluster.topics.stories() + " partitions=2 replicas=1 cleanup.policy=compact")
                    .contains(cluster.topics.factChanges() + "-value versions=1 compatibility=FULL_TRANSITIVE");
            assertThat(command(cluster, "topics", "check", "-D", "deltawire.topics.partitions=5"))
                    .isEqualTo(1);
            assertThat(out.toString()).contains(cluster.topics.stories() + ": 2 partitions, should be 5");
            assertThat(command(cluster, "topics", "check", "-D", "deltawire.prefix=nothing."))
                    .isEqualTo(1);
            assertThat(out.toString())
                    .contains("nothing.articles.raw: missing", "nothing.stories-value: not registered");
        }
    }

    @Test
    void watchPrintsWhatIsThereAndEnds(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 1, 1, Map.of());
                StreamsApp app = StreamsApp.start(cluster.settings)) {
            for (RawArticle article : ContractInput.articles()) {
                cluster.send(0, article);
            }
            cluster.mark(Mark.END, ContractInput.last());
            int expected = ContractInput.backtest(cluster.topics, 1).size();
            cluster.read(expected);
            assertThat(command(cluster, "watch", "changes", "--from", "beginning", "--end"))
                    .isZero();
            assertThat(out.toString().lines()).isNotEmpty().allMatch(line -> line.contains(" FACT_"));
            assertThat(command(cluster, "watch", "updates", "--from", "2025-06-09", "--end", "--format", "json"))
                    .isZero();
            assertThat(out.toString().lines())
                    .isNotEmpty()
                    .allMatch(line -> line.startsWith("{\"id\": "))
                    .noneMatch(line -> line.contains("2025-05-11"));
            assertThat(command(cluster, "watch", "--from", "tomorrow")).isEqualTo(2);
        }
    }

    @Test
    void poisonGoesToTheDeadLettersAsItCameAndTheLineGoesOn(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 1, 1, Map.of());
                StreamsApp app = StreamsApp.start(cluster.settings)) {
            byte[] poison = "no article at all".getBytes(StandardCharsets.UTF_8);
            try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                    cluster.settings.forClients(), new ByteArraySerializer(), new ByteArraySerializer())) {
                producer.send(new ProducerRecord<>(
                        cluster.topics.articlesRaw(),
                        0,
                        1_700_000_000_000L,
                        "key".getBytes(StandardCharsets.UTF_8),
                        poison));
            }
            cluster.send(0, ContractInput.articles().get(0));
            cluster.mark(Mark.END, ContractInput.last());
            assertThat(cluster.read(4).size()).isGreaterThanOrEqualTo(4);
            assertThat(deadLetters(cluster)).singleElement().satisfies(letter -> {
                assertThat(letter.value()).isEqualTo(poison);
                assertThat(letter.key()).isEqualTo("key".getBytes(StandardCharsets.UTF_8));
                assertThat(letter.headers().lastHeader("__streams.errors.topic").value())
                        .isEqualTo(cluster.topics.articlesRaw().getBytes(StandardCharsets.UTF_8));
            });
        }
    }

    private static List<ConsumerRecord<byte[], byte[]>> deadLetters(Cluster cluster) {
        Map<String, Object> config = cluster.settings.forClients();
        config.put("isolation.level", "read_committed");
        List<ConsumerRecord<byte[], byte[]>> letters = new ArrayList<>();
        try (KafkaConsumer<byte[], byte[]> consumer =
                new KafkaConsumer<>(config, new ByteArrayDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(cluster.topics.articlesDlq(), 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            long deadline = System.nanoTime() + Duration.ofSeconds(60).toNanos();
            while (letters.isEmpty() && System.nanoTime() < deadline) {
                consumer.poll(Duration.ofSeconds(1)).forEach(letters::add);
            }
        }
        return letters;
    }

    private int command(Cluster cluster, String... words) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        cluster.settings.values().forEach((name, value) -> {
            if (!all.contains("-D") || all.stream().noneMatch(word -> word.startsWith(name + "="))) {
                all.add("-D");
                all.add(name + "=" + value);
            }
        });
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(out, true));
        return line.execute(all.toArray(String[]::new));
    }
}
