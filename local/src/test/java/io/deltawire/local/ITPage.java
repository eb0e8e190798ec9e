package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.EntityWeight;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryState;
import io.deltawire.schemas.AvroSerde;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/**
 * The page in Chromium, driven by src/test/browser/page.mjs: stories, live changes, lost connections, hostile text, keyboard, axe.
 */
@ExtendWith(StackExtension.class)
class ITPage {
    @TempDir
    private Path state;

    @Test
    void pageIsWhatANewsroomNeeds(Stack stack) throws Exception {
        Browser browser = Browser.orSkip();
        Path shots = Files.createDirectories(Browser.folder().resolve("screenshots"));
        try (Served served = new Served(stack, state, 3, Map.of())) {
            served.publishSamples();
            List<String> said = browser.run(
                    "page.mjs",
                    List.of(served.address(), "node_modules/axe-core/axe.min.js", shots.toString()),
                    what -> happen(what, served));
            said.forEach(line -> System.out.println("page: " + line));
            assertThat(said).filteredOn(line -> line.startsWith("failed ")).isEmpty();
            assertThat(said).filteredOn(line -> line.startsWith("check ")).hasSizeGreaterThanOrEqualTo(25);
        }
    }

    private static void happen(String what, Served served) {
        switch (what) {
            case "live" ->
                served.publish(
                        "ferry-1",
                        "Ferry fire near Osterby kills nine",
                        "Nine people were killed when a ferry caught fire near Osterby on Thursday, the coast guard said. "
                                + "The ferry carried 140 passengers. Osterby is the largest port of the island.");
            case "unseen" ->
                served.publish(
                        "mine-1",
                        "Lindholm mine closes after flood",
                        "The Lindholm mine was closed on Thursday after water rose in its main shaft. "
                                + "Three miners were injured, the company said. The mine employs 600 people.");
            case "hostile" ->
                tell(
                        served,
                        List.of(story(
                                "en:hostile",
                                "<script>window.harmed = 1</script><img src=x onerror=\"window.harmed = 2\"> \u202Egnp.exe "
                                        + "long ".repeat(2_000))));
            case "many" -> {
                List<Story> stories = new ArrayList<>();
                for (int i = 0; i < 500; i++) {
                    stories.add(story("en:many-" + i, "Council of town number " + i + " decides on its harbour"));
                }
                tell(served, stories);
            }
            case "busy" -> {
                List<Story> stories = new ArrayList<>();
                for (int i = 0; i < 100; i++) {
                    stories.add(story("en:many-" + i, "Of town number " + i + "'s harbour was decided"));
                }
                tell(served, stories);
            }
            default -> throw new IllegalArgumentException(what);
        }
    }

    private static Story story(String id, String title) {
        Instant at = Instant.parse("2026-02-01T00:00:00Z");
        return Story.newBuilder()
                .setId(id)
                .setDesk("en")
                .setTitle(title)
                .setState(StoryState.OPEN)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setArticleCount(1)
                .setArticles(List.of("a"))
                .setOutlets(List.of("Harbour Post"))
                .setIndependentSources(1)
                .setEntities(List.of(new EntityWeight("place:x", "<b>Bay</b>", "PLACE", true, true, 3)))
                .build();
    }

    /** What no article would bring: straight onto the topic that the page is fed from. */
    private static void tell(Served served, List<Story> stories) {
        Map<String, Object> config = served.cluster.settings.forClients();
        try (KafkaProducer<String, Story> producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(Story.class, config).serializer())) {
            stories.forEach(story ->
                    producer.send(new ProducerRecord<>(served.cluster.topics.stories(), story.getId(), story)));
        }
    }
}
