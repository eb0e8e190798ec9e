package io.deltawire.view;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimHedge;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.FactPicture;
import io.deltawire.avro.FactPosition;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryState;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.avro.UpdateType;
import io.deltawire.schemas.GeneratedClasses;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ArchiveTest {
    static {
        GeneratedClasses.trust();
    }

    private static final Instant NOON = Instant.parse("2025-06-03T12:00:00Z");

    @TempDir
    private Path folder;

    private Shelf shelf;
    private final StoryList stories = new StoryList(3);
    private Archive archive;

    @BeforeEach
    void open() throws IOException {
        shelf = new Shelf(folder);
        archive = new Archive(shelf, stories);
    }

    @AfterEach
    void close() {
        shelf.close();
    }

    @Test
    void pagesOfEventsHaveEachEventOnceLatestFirst() throws IOException {
        for (int i = 0; i < 25; i++) {
            take("changes", i % 3, i / 3, change("s", "c" + i, ChangeType.REPORTED, NOON.plusSeconds(i % 7)));
        }
        for (int limit : List.of(1, 4, 25, 100)) {
            List<String> found = new ArrayList<>();
            List<Long> times = new ArrayList<>();
            Optional<Archive.Mark> mark = Optional.empty();
            do {
                Archive.Page page = archive.before(mark, event -> !event.id().equals("c5"), limit, 3);
                page.events().forEach(event -> {
                    found.add(event.id());
                    times.add(event.at());
                });
                mark = page.next();
            } while (mark.isPresent());
            assertThat(found).doesNotHaveDuplicates().hasSize(24);
            assertThat(times).isSortedAccordingTo((a, b) -> Long.compare(b, a));
        }
    }

    @Test
    void whoComesBackWithAnyPositionsGetsExactlyWhatIsMissing() throws IOException {
        Positions at = Positions.NONE;
        List<Positions> seen = new ArrayList<>(List.of(at));
        List<String> order = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            take("changes", i % 2, 10 + i, change("s", "c" + i, ChangeType.REPORTED, NOON.plusSeconds(i)));
            order.add("c" + i);
            at = at.after(Event.Log.CHANGES, i % 2, 10 + i);
            seen.add(at);
        }
        for (int i = 0; i < seen.size(); i++) {
            Positions from = Positions.parse(seen.get(i).toString());
            assertThat(archive.since(from, at, 100).orElseThrow())
                    .extracting(Event::id)
                    .containsExactlyElementsOf(order.subList(i, order.size()));
        }
        assertThat(archive.since(Positions.NONE, at, 11)).isEmpty();
    }

    @Test
    void storyIsListedAsItsLastPictureAndItsChangesSay() throws IOException {
        take("changes", 0, 0, change("s", "c1", ChangeType.REPORTED, NOON));
        assertThat(stories.size()).as("no picture yet").isZero();
        take("stories", 0, 0, story("s", NOON, "A title"));
        take("changes", 0, 1, change("s", "c2", ChangeType.DISPUTED, NOON.plusSeconds(60)));
        Summary summary = archive.summary("s").orElseThrow();
        assertThat(summary.changes()).containsEntry("REPORTED", 1).containsEntry("DISPUTED", 1);
        assertThat(summary.updatedAt()).isEqualTo(NOON.plusSeconds(60));
        assertThat(summary.recent()).extracting(Summary.Shift::id).containsExactly("c2", "c1");
        assertThat(summary.disputed()).isEqualTo(1);
        take("stories", 0, 1, null);
        assertThat(archive.story("s")).isEmpty();
        assertThat(archive.summary("s")).isEmpty();
    }

    @Test
    void oldestStoriesLeaveTheListAndAreStillFound() throws IOException {
        for (int i = 0; i < 5; i++) {
            take("stories", 0, i, story("s" + i, NOON.plusSeconds(i), "Title " + i));
        }
        assertThat(archive.newestFirst()).extracting(Summary::id).containsExactly("s4", "s3", "s2");
        assertThat(archive.summary("s0")).map(Summary::title).contains("Title 0");
        take("changes", 0, 0, change("s0", "c", ChangeType.REVISED, NOON.plusSeconds(100)));
        assertThat(archive.newestFirst()).extracting(Summary::id).containsExactly("s0", "s4", "s3");
        assertThat(archive.summary("s0")).map(Summary::title).contains("Title 0");
    }

    @Test
    void storyAsOfATimeHasWhatHadBeenToldByThen() throws IOException {
        take("stories", 0, 0, story("s", NOON, "Now"));
        take("updates", 0, 0, update("s", "", "a1", UpdateType.OPENED, NOON, List.of(), "Then"));
        take(
                "updates",
                0,
                1,
                update("t", "s", "", UpdateType.MERGED, NOON.plusSeconds(50), List.of("b1", "b2"), "Other"));
        take("updates", 0, 2, update("s", "", "a2", UpdateType.GREW, NOON.plusSeconds(100), List.of(), "Now"));
        assertThat(articles(NOON)).containsExactly("a1");
        assertThat(articles(NOON.plusSeconds(60))).containsExactly("a1", "b1", "b2");
        assertThat(articles(NOON.plusSeconds(100))).containsExactly("a1", "b1", "b2", "a2");
        assertThat(asOf(NOON).path("title").asText()).isEqualTo("Then");
        assertThat(asOf(NOON).at("/facts/0/positions")).hasSize(1);
        assertThat(asOf(NOON.plusSeconds(3_600)).at("/facts/0/positions")).hasSize(2);
    }

    private List<String> articles(Instant time) {
        List<String> ids = new ArrayList<>();
        asOf(time).path("articles").forEach(each -> ids.add(each.asText()));
        return ids;
    }

    private com.fasterxml.jackson.databind.JsonNode asOf(Instant time) {
        return AsOf.story(
                archive.story("s").orElseThrow(),
                archive.ofStory("s", Event.Log.UPDATES, time.toEpochMilli()),
                archive.ofStory("s", Event.Log.CHANGES, time.toEpochMilli()),
                time,
                article -> "Outlet");
    }

    @Test
    void filtersLeaveWhatIsAskedFor() throws IOException {
        take("stories", 0, 0, story("s", NOON, "A title"));
        take("changes", 0, 0, change("s", "c1", ChangeType.REPORTED, NOON));
        Event event = archive.ofStory("s", Event.Log.CHANGES, Long.MAX_VALUE).get(0);
        assertThat(filter("", Set.of("REPORTED"), 2).wants(event, archive::summary))
                .isTrue();
        assertThat(filter("", Set.of("REVISED"), 0).wants(event, archive::summary))
                .isFalse();
        assertThat(filter("", Set.of(), 3).wants(event, archive::summary)).isFalse();
        assertThat(filter("peru", Set.of(), 0).wants(event, archive::summary)).isTrue();
        assertThat(filter("Chile", Set.of(), 0).wants(event, archive::summary)).isFalse();
        assertThat(sureOf(0.75).wants(event, archive::summary)).isTrue();
        assertThat(sureOf(0.76).wants(event, archive::summary)).isFalse();
    }

    private static Filter sureOf(double confidence) {
        return new Filter(EnumSet.allOf(Event.Log.class), "", "", Set.of(), Set.of(), 0, confidence);
    }

    private static Filter filter(String entity, Set<String> types, int sources) {
        return new Filter(EnumSet.allOf(Event.Log.class), "", entity, Set.of(), types, sources, 0);
    }

    @Test
    void positionsThatAreNoneAreRefused() {
        for (String text : List.of("", "12", "a-b", "1.-2", "-1.2-3", "1..2-3")) {
            assertThatThrownBy(() -> Positions.parse(text))
                    .as(text)
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("not an event id");
        }
        assertThat(Positions.parse("-")).isEqualTo(Positions.NONE);
    }

    private void take(String topic, int partition, long offset, SpecificRecord value) throws IOException {
        TopicPartition from = new TopicPartition(topic, partition);
        try (Intake intake = new Intake(shelf, stories)) {
            if (value == null) {
                intake.deleteStory(from, offset, "s");
            } else {
                intake.take(from, offset, value.get(0).toString(), value);
            }
            intake.commit();
        }
    }

    private static Story story(String id, Instant at, String title) {
        FactPosition first = new FactPosition("41", "", ClaimHedge.EXACT, List.of("A", "B"), at, at, List.of());
        FactPosition later = new FactPosition(
                "57", "", ClaimHedge.EXACT, List.of("C"), at.plusSeconds(1_800), at.plusSeconds(1_800), List.of());
        return Story.newBuilder()
                .setId(id)
                .setDesk("en")
                .setTitle(title)
                .setState(StoryState.OPEN)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setEntities(List.of(new io.deltawire.avro.EntityWeight("country:pe", "Peru", "PLACE", true, true, 2)))
                .setFacts(List.of(
                        new FactPicture("f", ClaimKind.QUANTITY, "killed", "", List.of(first, later), true, 0.9)))
                .build();
    }

    private static FactChange change(String story, String id, ChangeType type, Instant at) {
        return FactChange.newBuilder()
                .setId(id)
                .setType(type)
                .setStoryId(story)
                .setFactId("f")
                .setAt(at)
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setAfter("41")
                .setAfterSources(List.of("A", "B"))
                .setConfidence(0.75)
                .setText("Killed: 41")
                .build();
    }

    private static StoryUpdate update(
            String story, String other, String article, UpdateType type, Instant at, List<String> moved, String title) {
        return StoryUpdate.newBuilder()
                .setId(story + article + at)
                .setType(type)
                .setStoryId(story)
                .setOtherStoryId(other)
                .setArticleId(article)
                .setAt(at)
                .setMoved(moved)
                .setTitle(title)
                .setSource("Outlet")
                .build();
    }
}
