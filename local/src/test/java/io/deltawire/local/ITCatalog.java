package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.EntityMention;
import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.streams.StoreQueryParameters;
import org.apache.kafka.streams.state.QueryableStoreTypes;
import org.apache.kafka.streams.state.ReadOnlyKeyValueStore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** {@code catalog add}, {@code import} and {@code list} against a broker, while the line runs. */
@ExtendWith(StackExtension.class)
@Timeout(300)
class ITCatalog {
    private static final String TEXT =
            "Members of Qorvex Guild walked out on Monday. The port manager met Qorvex Guild and Velmar Institute.";

    @TempDir
    private Path dir;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void entriesHoldFromTheirTimeOnInTheRunningLineAndInAReplay(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, dir, 1, 1, Map.of())) {
            try (StreamsApp app = StreamsApp.start(cluster.settings)) {
                cluster.send(0, article("before", "2025-05-05T10:00:00Z"));
                cluster.mark(Mark.OPEN, Instant.parse("2025-05-05T10:00:00Z"));
                enriched(cluster, 1);
                fill(cluster);
                assertThat(command(cluster, "catalog", "list")).isZero();
                assertThat(out.toString().lines())
                        .satisfiesExactly(
                                line -> assertThat(line)
                                        .startsWith("org:harbour-union  ORGANISATION  Harbour Workers Union")
                                        .contains("Qorvex Guild", "country:ng", "2025-05-06T00:00:00Z"),
                                line -> assertThat(line).startsWith("org:velmar  ORGANISATION  Velmar Research"));
                awaitEntries(app, 2);
                cluster.send(0, article("after", "2025-05-07T10:00:00Z"));
                cluster.mark(Mark.END, Instant.parse("2025-05-07T11:00:00Z"));
                assertThat(enriched(cluster, 2)).satisfiesExactly(ITCatalog::knowsNeither, ITCatalog::knowsBoth);
            }
            Settings again = cluster.settings.with(Map.of(
                    "application.id",
                    cluster.settings.get("application.id", "") + "-again",
                    "state.dir",
                    dir.resolve("again").toString()));
            try (TopicSetup setup = new TopicSetup(again)) {
                setup.create(line -> {});
            }
            try (StreamsApp replay = StreamsApp.start(again)) {
                assertThat(enriched(cluster, 4).subList(2, 4))
                        .satisfiesExactly(ITCatalog::knowsNeither, ITCatalog::knowsBoth);
            }
        }
    }

    @Test
    void wrongEntriesAreRefusedByNameAndTheRestIsWritten(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, dir, 1, 1, Map.of())) {
            assertThat(command(cluster, "catalog", "add", "org:x", "--name", "X", "--type", "COW"))
                    .isEqualTo(2);
            assertThat(err.toString()).contains("COW");
            Path file = Files.writeString(
                    dir.resolve("bad.jsonl"),
                    "{\"id\":\"org:a\",\"name\":\"A\",\"type\":\"ORGANISATION\"}\nnonsense\n{\"id\":\"org:b\"}\n");
            assertThat(command(cluster, "catalog", "import", file.toString())).isEqualTo(3);
            assertThat(err.toString()).contains("line 2: no JSON", "line 3: ");
            assertThat(out.toString()).contains("1 entries written, 2 left out");
            assertThat(command(cluster, "catalog", "list")).isZero();
            assertThat(out.toString().lines()).singleElement().asString().startsWith("org:a  ");
            assertThat(command(
                            cluster,
                            "catalog",
                            "import",
                            dir.resolve("none.jsonl").toString()))
                    .isEqualTo(1);
            assertThat(err.toString()).contains("none.jsonl");
        }
    }

    /** Two entries, one by each command. The global store follows within its poll; an article after that sees both. */
    private void fill(Cluster cluster) throws Exception {
        assertThat(command(
                        cluster,
                        "catalog",
                        "add",
                        "org:harbour-union",
                        "--name",
                        "Harbour Workers Union",
                        "--type",
                        "organisation",
                        "--alias",
                        "Qorvex Guild",
                        "--country",
                        "NG",
                        "--effective-from",
                        "2025-05-06T00:00:00Z"))
                .isZero();
        Path file = Files.writeString(
                dir.resolve("more.jsonl"),
                "{\"id\":\"org:velmar\",\"name\":\"Velmar Research\",\"type\":\"ORGANISATION\","
                        + "\"aliases\":[\"Velmar Institute\"],\"effective_from\":\"2025-05-06T00:00:00Z\"}\n");
        assertThat(command(cluster, "catalog", "import", file.toString())).isZero();
        assertThat(out.toString()).contains("1 entries written");
    }

    private static RawArticle article(String id, String time) {
        return RawArticle.newBuilder()
                .setId(id)
                .setTitle("Port walkout")
                .setText(TEXT)
                .setPublishedAt(Instant.parse(time))
                .setSource("Gazette")
                .setLang("en")
                .build();
    }

    private static void knowsNeither(EnrichedArticle article) {
        assertThat(article.getId()).isEqualTo("before");
        assertThat(ids(article)).doesNotContain("org:harbour-union", "org:velmar");
    }

    private static void knowsBoth(EnrichedArticle article) {
        assertThat(article.getId()).isEqualTo("after");
        assertThat(ids(article)).contains("org:harbour-union", "org:velmar");
    }

    private static List<String> ids(EnrichedArticle article) {
        return article.getEntities().stream().map(EntityMention::getId).toList();
    }

    private static void awaitEntries(StreamsApp app, int count) {
        ReadOnlyKeyValueStore<String, Entity> entries = app.streams()
                .store(StoreQueryParameters.fromNameAndType("catalog", QueryableStoreTypes.keyValueStore()));
        await().atMost(Duration.ofSeconds(60)).until(() -> entries.approximateNumEntries() >= count);
    }

    /** Enriched articles in the topic's order, once there are so many. */
    private static List<EnrichedArticle> enriched(Cluster cluster, int count) {
        List<EnrichedArticle> articles = new ArrayList<>();
        Map<String, Object> config = cluster.settings.forClients();
        config.put("isolation.level", "read_committed");
        try (KafkaConsumer<String, EnrichedArticle> consumer = new KafkaConsumer<>(
                config,
                new StringDeserializer(),
                AvroSerde.of(EnrichedArticle.class, config).deserializer())) {
            List<TopicPartition> all = List.of(new TopicPartition(cluster.topics.articlesEnriched(), 0));
            consumer.assign(all);
            consumer.seekToBeginning(all);
            await().atMost(Duration.ofSeconds(90)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(record -> articles.add(record.value()));
                return articles.size() >= count;
            });
        }
        return articles;
    }

    private int command(Cluster cluster, String... words) {
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of(words));
        cluster.settings.values().forEach((name, value) -> all.addAll(List.of("-D", name + "=" + value)));
        CommandLine line = Deltawire.commandLine();
        line.setOut(new PrintWriter(out, true));
        line.setErr(new PrintWriter(err, true));
        return line.execute(all.toArray(String[]::new));
    }
}
