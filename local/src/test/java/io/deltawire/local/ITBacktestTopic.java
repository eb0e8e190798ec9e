package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/** A backtest that reads a topic: what it gives is what the line gives, and it leaves no trace. */
@ExtendWith(StackExtension.class)
class ITBacktestTopic {
    private static final List<String> FILES =
            List.of("assignments.jsonl", "entities.jsonl", "claims.jsonl", "updates.jsonl", "stories.jsonl");

    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private Path fromFile = Path.of("");

    @BeforeEach
    void backtestTheFile() {
        fromFile = folder.resolve("from-file");
        assertThat(execute("backtest", "--input", ContractInput.file().toString(), "--output", fromFile.toString()))
                .isZero();
    }

    @ParameterizedTest(name = "{0} partitions")
    @CsvSource({"1", "3", "8"})
    void aTopicGivesTheFilesOfTheArticlesOnIt(int partitions, Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, folder, partitions, 1, Map.of())) {
            cluster.sendShuffled(ContractInput.articles(), new Random(partitions));
            cluster.mark(Mark.END, ContractInput.last());
            Path output = folder.resolve("from-topic");
            assertThat(backtest(cluster, "--output", output.toString())).isZero();
            for (String name : FILES) {
                assertThat(output.resolve(name)).hasSameTextualContentAs(fromFile.resolve(name));
            }
            assertThat(groups(cluster)).noneMatch(group -> group.contains("backtest"));
        }
    }

    @Test
    void topicsUnderAPrefixHaveTheRecordsOfTheLine(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, folder, 3, 2, Map.of())) {
            undatedAndLate(cluster);
            String prefix = cluster.topics.prefix() + "past.";
            assertThat(backtest(cluster, "--output-prefix", prefix)).isZero();
            Records past = cluster.readWhole(prefix);
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                assertThat(cluster.read(past.size()).byTopicAndKey()).isEqualTo(past.byTopicAndKey());
            }
            assertThat(backtest(cluster, "--output-prefix", prefix)).isEqualTo(1);
            assertThat(err.toString()).contains(prefix + "articles.raw already");
        }
    }

    /** Everything a foreign producer does: no dates, articles out of order, marks by the wall clock, transactions left and right. */
    private static void undatedAndLate(Cluster cluster) throws Exception {
        List<RawArticle> articles = new ArrayList<>(ContractInput.articles());
        articles.get(3).setPublishedAt(null);
        for (int i = 0; i + 4 < articles.size(); i += 4) {
            articles.add(i, articles.remove(i + 3));
        }
        Map<String, Object> config = new HashMap<>(cluster.settings.forClients());
        config.put("transactional.id", cluster.topics.prefix() + "foreign");
        try (KafkaProducer<String, RawArticle> producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, config).serializer())) {
            producer.initTransactions();
            Instant clock = Instant.parse("2025-05-11T05:00:00Z");
            for (int i = 0; i < articles.size(); i++) {
                RawArticle article = articles.get(i);
                clock = article.getPublishedAt() == null ? clock : article.getPublishedAt();
                String topic = cluster.topics.articlesRaw();
                ProducerRecord<String, RawArticle> record =
                        new ProducerRecord<>(topic, i % 3, clock.toEpochMilli(), article.getId(), article);
                producer.beginTransaction();
                producer.send(record);
                producer.abortTransaction();
                producer.beginTransaction();
                producer.send(record);
                producer.commitTransaction();
            }
        }
        cluster.mark(Mark.OPEN, ContractInput.last().plusSeconds(1));
    }

    @Test
    void aPartOfATopicByOffsetsAndByTime(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, folder, 1, 1, Map.of())) {
            List<RawArticle> articles = ContractInput.articles();
            articles.forEach(article -> cluster.send(0, article));
            cluster.mark(Mark.END, ContractInput.last());
            assertThat(ids(cluster, "--from", "0:2", "--to", "0:5"))
                    .containsExactly(
                            articles.get(2).getId(),
                            articles.get(3).getId(),
                            articles.get(4).getId());
            Instant from = articles.get(4).getPublishedAt();
            Instant to = articles.get(9).getPublishedAt();
            assertThat(ids(cluster, "--from", from.toString(), "--to", to.toString()))
                    .containsExactlyElementsOf(articles.subList(4, 9).stream()
                            .map(RawArticle::getId)
                            .toList());
            assertThat(backtest(cluster, "--output", folder.resolve("none").toString(), "--from", "2031-01-01"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("nothing in the range");
            assertThat(backtest(cluster, "--output", folder.resolve("none").toString(), "--from", "0:9000"))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("offset 9000 is not on");
            assertThat(backtest(cluster, "--output", folder.resolve("none").toString(), "--from", "yesterday"))
                    .isEqualTo(2);
        }
    }

    @Test
    void poisonIsNamedAndAnotherTopicIsTold(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, folder, 1, 1, Map.of())) {
            byte[] unknownSchema = ByteBuffer.allocate(9)
                    .put((byte) 0)
                    .putInt(987_654_321)
                    .putInt(7)
                    .array();
            poison(cluster, unknownSchema);
            poison(cluster, "no article at all".getBytes(StandardCharsets.UTF_8));
            ContractInput.articles().forEach(article -> cluster.send(0, article));
            cluster.mark(Mark.END, ContractInput.last());
            Path output = folder.resolve("after-poison");
            assertThat(backtest(cluster, "--output", output.toString())).isEqualTo(3);
            assertThat(err.toString()).contains("partition 0, offset 0: ", "987654321", "partition 0, offset 1: ");
            for (String name : FILES) {
                assertThat(output.resolve(name)).hasSameTextualContentAs(fromFile.resolve(name));
            }
            Path wrong = folder.resolve("wrong");
            assertThat(execute(cluster, "backtest", "--topic", "nowhere", "--output", wrong.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("there is no topic nowhere");
            String stories = "past." + cluster.topics.prefix();
            assertThat(backtest(cluster, "--output-prefix", stories)).isEqualTo(3);
            assertThat(execute(cluster, "backtest", "--topic", stories + "stories", "--output", wrong.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("is it the right topic?");
        }
    }

    @Test
    void whatDoesNotAnswerIsNamed(Stack stack) throws Exception {
        Path output = folder.resolve("o");
        assertThat(execute(
                        "backtest",
                        "--topic",
                        "articles.raw",
                        "--bootstrap-server",
                        "127.0.0.1:1",
                        "--output",
                        output.toString(),
                        "-D",
                        "default.api.timeout.ms=2000",
                        "-D",
                        "request.timeout.ms=1000"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("127.0.0.1:1");
        try (Cluster cluster = new Cluster(stack, folder, 1, 1, Map.of())) {
            cluster.send(0, ContractInput.articles().get(0));
            cluster.mark(Mark.END, ContractInput.last());
            assertThat(backtest(
                            cluster,
                            "--registry",
                            "http://127.0.0.1:1",
                            "-D",
                            "deltawire.registry.wait.ms=500",
                            "--output",
                            output.toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("registry not reached");
        }
    }

    private List<String> ids(Cluster cluster, String... range) throws Exception {
        Path output = folder.resolve("part-" + out.hashCode() + range[1].hashCode());
        List<String> words = new ArrayList<>(List.of("--output", output.toString(), "--threads", "1"));
        words.addAll(List.of(range));
        assertThat(backtest(cluster, words.toArray(String[]::new))).isZero();
        return Files.readAllLines(output.resolve("assignments.jsonl")).stream()
                .map(line -> line.replaceAll(".*\"article_id\":\"([^\"]+)\".*", "$1"))
                .toList();
    }

    private static void poison(Cluster cluster, byte[] value) {
        try (KafkaProducer<byte[], byte[]> producer = new KafkaProducer<>(
                cluster.settings.forClients(), new ByteArraySerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(cluster.topics.articlesRaw(), 0, 1_700_000_000_000L, null, value));
        }
    }

    private static List<String> groups(Cluster cluster) throws Exception {
        try (Admin admin = Admin.create(cluster.settings.forClients())) {
            return admin.listGroups().all().get().stream()
                    .map(group -> group.groupId())
                    .toList();
        }
    }

    private int backtest(Cluster cluster, String... words) {
        List<String> all = new ArrayList<>(List.of("backtest", "--topic", "articles.raw"));
        all.addAll(List.of(words));
        return execute(cluster, all.toArray(String[]::new));
    }

    private int execute(Cluster cluster, String... words) {
        List<String> all = new ArrayList<>(List.of(words));
        cluster.settings.values().forEach((name, value) -> {
            if (all.stream().noneMatch(word -> word.startsWith(name + "="))) {
                all.add("-D");
                all.add(name + "=" + value);
            }
        });
        return execute(all.toArray(String[]::new));
    }

    private int execute(String... words) {
        err.getBuffer().setLength(0);
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(words);
    }
}
