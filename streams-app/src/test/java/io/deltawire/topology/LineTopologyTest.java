package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.EntityMention;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.schemas.Mark;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.apache.kafka.streams.test.TestRecord;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineTopologyTest {
    private static final String QUAKE = "A strong earthquake struck the port of Marvenia on Monday, killing 41 people, "
            + "officials said. Rescue teams searched collapsed houses through the night.";

    private Line line;

    @BeforeEach
    void open(@TempDir Path state) {
        line = new Line(state);
    }

    @AfterEach
    void close() {
        line.close();
    }

    @Test
    void anArticleWaitsUntilTheClockHasPassedIt() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.OPEN, "2024-05-06T10:00:00Z");
        assertThat(line.updates()).isEmpty();
        line.mark(Mark.OPEN, "2024-05-06T10:00:01Z");
        assertThat(line.updates()).extracting(TestRecord::key).containsExactly("en:a");
    }

    @Test
    void theClosingMarkReleasesTheArticlesOfItsOwnInstant() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.END, "2024-05-06T10:00:00Z");
        assertThat(line.updates()).hasSize(1);
    }

    @Test
    void articlesOfOneInstantComeInOrderOfTheirIds() {
        for (String id : List.of("c", "a", "b")) {
            line.publish(Line.article(id, "2024-05-06T10:00:00Z", "Number " + id, "Nothing else in " + id + "."));
        }
        line.mark(Mark.END, "2024-05-06T10:00:00Z");
        assertThat(line.updates())
                .filteredOn(update -> !update.value().getArticleId().isEmpty())
                .extracting(update -> update.value().getArticleId())
                .containsExactly("a", "b", "c");
    }

    @Test
    void aLateArticleIsPlacedAtTheClockAndMarkedLate() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.publish(Line.article("b", "2024-05-06T09:00:00Z", "Budget passed by the senate", "The senate agreed."));
        line.mark(Mark.END, "2024-05-06T10:00:00Z");
        TestRecord<String, StoryUpdate> late = line.updates().stream()
                .filter(update -> update.value().getArticleId().equals("b"))
                .findFirst()
                .orElseThrow();
        assertThat(late.value().getAt()).isEqualTo(Instant.parse("2024-05-06T10:00:00Z"));
    }

    @Test
    void anArticlePublishedTwiceHasOneEffect() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.END, "2024-05-06T12:00:00Z");
        assertThat(line.updates()).hasSize(1);
        assertThat(line.stories()).hasSize(1);
        assertThat(line.activity()).hasSize(2);
    }

    @Test
    void derivedRecordsSayWhereTheyComeFrom() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.END, "2024-05-06T10:00:00Z");
        TestRecord<String, StoryUpdate> opened = line.updates().get(0);
        assertThat(opened.value().getType()).isEqualTo(UpdateType.OPENED);
        assertThat(text(opened.headers(), Origin.TOPIC)).isEqualTo("t.articles.raw");
        assertThat(text(opened.headers(), Origin.PARTITION)).isEqualTo("0");
        assertThat(text(opened.headers(), Origin.OFFSET)).isEqualTo("0");
        assertThat(text(opened.headers(), Origin.RUN)).isEqualTo("test-run");
        assertThat(opened.getRecordTime()).isEqualTo(Instant.parse("2024-05-06T10:00:00Z"));
        assertThat(line.enriched()).singleElement().satisfies(enriched -> {
            assertThat(enriched.key()).isEqualTo("a");
            assertThat(enriched.value().getText()).startsWith("Earthquake in Marvenia kills 41\n");
        });
    }

    @Test
    void timesOutOfBoundsGoToTheDeadLettersAndTheLineGoesOn() {
        line.publish(Line.article("old", "1989-05-06T10:00:00Z", "Wall still stands", "Too old."));
        var future = Line.article("future", "2031-05-06T10:00:00Z", "From the future", "Too new.");
        future.setIngestedAt(Instant.parse("2024-05-06T09:00:00Z"));
        line.publish(future);
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.END, "2024-05-06T10:00:00Z");
        assertThat(line.updates()).extracting(TestRecord::key).containsExactly("en:a");
        assertThat(line.deadLetters())
                .extracting(letter -> new String(letter.key(), StandardCharsets.UTF_8))
                .containsExactly("old", "future");
    }

    @Test
    void bytesThatAreNoArticleGoToTheDeadLettersAsTheyAre() {
        var bytes = line.driver.createInputTopic(
                Line.TOPICS.articlesRaw(), new StringSerializer(), new ByteArraySerializer());
        byte[] poison = {0, 1, 2, 3};
        bytes.pipeInput("poison", poison, Instant.parse("2024-05-06T10:00:00Z"));
        bytes.pipeInput("empty", null, Instant.parse("2024-05-06T10:00:00Z"));
        List<TestRecord<byte[], byte[]>> letters = line.deadLetters();
        assertThat(letters).hasSize(2);
        assertThat(letters.get(0).value()).isEqualTo(poison);
        assertThat(text(letters.get(0).headers(), "__streams.errors.topic")).isEqualTo("t.articles.raw");
        assertThat(text(letters.get(1).headers(), "__streams.errors.message")).contains(Mark.HEADER);
    }

    @Test
    void anEntryOfTheCatalogHoldsFromItsTimeOn() {
        line.catalog(
                "org:harbour-union",
                Entity.newBuilder()
                        .setId("org:harbour-union")
                        .setName("Harbour Workers Union")
                        .setAliases(List.of("Qorvex Guild"))
                        .setType("ORGANISATION")
                        .setEffectiveFrom(Instant.parse("2024-05-06T00:00:00Z"))
                        .build());
        String text = "Members of Qorvex Guild walked out on Monday. The port manager met Qorvex Guild again.";
        line.publish(Line.article("a", "2024-05-05T10:00:00Z", "Port walkout", text));
        line.publish(Line.article("b", "2024-05-07T10:00:00Z", "Port walkout", text));
        assertThat(line.enriched())
                .extracting(r -> r.key() + " " + ids(r.value()))
                .satisfiesExactly(
                        before -> assertThat(before).startsWith("a ").doesNotContain("org:harbour-union"),
                        after -> assertThat(after).startsWith("b ").contains("org:harbour-union"));
    }

    private static List<String> ids(EnrichedArticle article) {
        return article.getEntities().stream().map(EntityMention::getId).toList();
    }

    @Test
    void anArticleThatComesAgainAfterItsStoryHasMovedOnHasNoEffect() {
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.OPEN, "2024-05-06T11:00:00Z");
        int before = line.updates().size()
                + line.stories().size()
                + line.changes().size()
                + line.activity().size();
        line.publish(Line.article("a", "2024-05-06T10:00:00Z", "Earthquake in Marvenia kills 41", QUAKE));
        line.mark(Mark.END, "2024-05-06T12:00:00Z");
        assertThat(before).isGreaterThanOrEqualTo(4);
        assertThat(line.updates()).isEmpty();
        assertThat(line.stories()).isEmpty();
        assertThat(line.changes()).isEmpty();
        assertThat(line.activity()).isEmpty();
    }

    @Test
    void theTopologyReadsAsCommitted() throws IOException {
        Path committed = Path.of("src/test/resources/topology.txt");
        String now = new LineTopology(
                        Line.config(Duration.ZERO), "line", new LiveCatalog(), line.registry, line.metrics)
                .get()
                .describe()
                .toString();
        if (System.getProperty("deltawire.write") != null) {
            Files.writeString(committed, now);
        }
        assertThat(now).isEqualTo(Files.readString(committed));
    }

    private static String text(Headers headers, String name) {
        Header header = headers.lastHeader(name);
        return header == null ? "" : new String(header.value(), StandardCharsets.UTF_8);
    }
}
