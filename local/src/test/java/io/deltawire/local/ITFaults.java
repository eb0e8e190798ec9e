package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.CleanupMode;
import org.junit.jupiter.api.io.TempDir;

/**
 * Nothing lost, nothing twice, the order of each key kept, whatever is killed, stopped, started and cut off. The oracle is a
 * backtest of the articles that were sent. {@code -Pfaults} runs the full form; {@code -Dfaults.seed=N} repeats a run's plan.
 */
class ITFaults {
    private static final Path REPORT = Path.of("target/faults");

    @TempDir(cleanup = CleanupMode.ON_SUCCESS)
    private Path home;

    @Test
    @Timeout(3_600)
    void whateverFailsTheRecordsAreThoseOfTheBacktest() throws Exception {
        boolean full = "full".equals(System.getProperty("faults.form"));
        long seed = Long.getLong("faults.seed", full ? System.nanoTime() % 1_000_000 : 7);
        Random random = new Random(seed);
        FaultPlan plan = full ? FaultPlan.full(random) : FaultPlan.brief(random);
        List<String> lines = new ArrayList<>();
        say(lines, "faults: form " + (full ? "full" : "brief") + ", seed " + seed + " (-Dfaults.seed=" + seed + ")");
        long begin = System.nanoTime();
        try (FaultRun run = new FaultRun(home, seed, line -> say(lines, "faults: " + line))) {
            run.run(plan, 2, full ? 4 : 8);
            FaultFeed feed = run.feed();
            Topics topics = run.cluster().topics;
            Records expected = backtest(home, feed.articles(), topics);
            FaultReport report = FaultReport.compare(expected, run.cluster().read(expected.size()));
            Duration took = Duration.ofNanos(System.nanoTime() - begin);
            say(
                    lines,
                    "faults: " + run.happened() + "; kill -9: " + run.kills() + "; ended by themselves: "
                            + run.endedByThemselves() + "; longest until it went on, ms: "
                            + run.longestMs());
            say(
                    lines,
                    "faults: %d articles, %d of them sent again, %d poisoned records, in %d s"
                            .formatted(
                                    feed.articles().size(),
                                    feed.keys().size() - feed.articles().size(),
                                    feed.poison().size(),
                                    took.toSeconds()));
            say(
                    lines,
                    "faults: %d records expected, %d found: %d lost, %d extra, %d keys in another order"
                            .formatted(
                                    report.expected(),
                                    report.found(),
                                    report.lost(),
                                    report.extra(),
                                    report.disordered()));
            write(full, lines);
            assertThat(report.differences()).as("%s", report.examples()).isZero();
            assertThat(counts(keys(run.cluster().settings, topics.articlesEnriched())))
                    .isEqualTo(counts(feed.keys()));
            assertThat(keys(run.cluster().settings, topics.articlesDlq()))
                    .containsExactlyInAnyOrderElementsOf(feed.poison());
        }
    }

    /** What a backtest of these articles gives out. */
    static Records backtest(Path home, List<RawArticle> articles, Topics topics)
            throws IOException, InterruptedException {
        Path file = home.resolve("articles.jsonl");
        Files.writeString(file, articles.stream().map(ITFaults::json).collect(Collectors.joining("\n")));
        return ContractInput.backtest(file, topics, 1);
    }

    private static String json(RawArticle article) {
        return "{\"id\":\"%s\",\"title\":\"%s\",\"text\":\"%s\",\"published_at\":\"%s\",\"source\":\"%s\",\"lang\":\"en\"}"
                .formatted(
                        article.getId(),
                        article.getTitle(),
                        article.getText(),
                        article.getPublishedAt(),
                        article.getSource());
    }

    /** Keys of all committed records of a topic. */
    static List<String> keys(Settings settings, String topic) {
        List<String> keys = new ArrayList<>();
        Map<String, Object> config =
                Map.of("bootstrap.servers", settings.get("bootstrap.servers", ""), "isolation.level", "read_committed");
        try (KafkaConsumer<String, byte[]> consumer =
                new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer())) {
            List<TopicPartition> partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            Map<TopicPartition, Long> ends = consumer.endOffsets(partitions);
            while (!ends.entrySet().stream().allMatch(end -> consumer.position(end.getKey()) >= end.getValue())) {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> keys.add(record.key()));
            }
        }
        return keys;
    }

    private static Map<String, Long> counts(List<String> keys) {
        return keys.stream().collect(Collectors.groupingBy(key -> key, Collectors.counting()));
    }

    private static synchronized void say(List<String> lines, String line) {
        lines.add(line);
        System.out.println(line);
    }

    private static void write(boolean full, List<String> lines) throws IOException {
        Files.createDirectories(REPORT);
        Files.write(REPORT.resolve(full ? "full.txt" : "brief.txt"), lines);
    }
}
