package io.deltawire.story;

import static io.deltawire.story.TestDigests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class SplitterTest {
    /** Joins whatever shares a word, and would never bring two stories together. */
    private static final StoryModels CREDULOUS = new StoryModels(
            new Background(100, new TreeMap<>()),
            new TreeModel(5, List.of()),
            new TreeModel(-5, List.of()),
            new TreeModel(-5, List.of()));

    private static final Digest.EntityWeight NORLUND =
            new Digest.EntityWeight("x:norlund", "Norlund", "PLACE", false, false, 4);
    private static final Digest.EntityWeight FERRY =
            new Digest.EntityWeight("x:halvora", "Halvora", "ORGANISATION", false, false, 2);
    private static final Digest.EntityWeight MINE =
            new Digest.EntityWeight("x:estrand", "Estrand", "ORGANISATION", false, false, 2);

    private final MapPieces pieces = new MapPieces();
    private final List<StoryEvent> events = new ArrayList<>();

    @Test
    void storyThatProvesToBeTwoIsPartedAlongItsArticles() {
        StoryEngine engine = engine(0.3);
        List<String> first = List.of(place(engine, 0, 0), place(engine, 0, 1));
        List<String> second = List.of(place(engine, 1, 2), place(engine, 1, 3));
        StoryEvent split = onlySplit();
        assertThat(split.storyId()).isEqualTo("en:" + first.get(0));
        assertThat(split.otherStoryId()).isEqualTo("en:" + second.get(0));
        assertThat(split.moved()).isEqualTo(second);
        assertThat(view(engine, split.storyId()).articles()).isEqualTo(first);
        assertThat(view(engine, split.otherStoryId()).articles()).isEqualTo(second);
        assertThat(view(engine, split.storyId()).entities()).containsExactly(NORLUND, FERRY);
        assertThat(view(engine, split.otherStoryId()).entities()).containsExactly(NORLUND, MINE);
        assertThat(engine.liveStories()).isEqualTo(2);
    }

    @Test
    void partedStoriesAreTheSameAfterARestart() {
        StoryEngine engine = engine(0.3);
        for (int i = 0; i < 4; i++) {
            place(engine, i / 2, i);
        }
        StoryEvent split = onlySplit();
        StoryEngine opened = new StoryEngine(pieces, config(0.3), CREDULOUS);
        assertThat(view(opened, split.storyId())).isEqualTo(view(engine, split.storyId()));
        assertThat(view(opened, split.otherStoryId())).isEqualTo(view(engine, split.otherStoryId()));
    }

    @Test
    void nothingIsPartedWhenSplitsAreOff() {
        StoryEngine engine = engine(0);
        for (int i = 0; i < 4; i++) {
            place(engine, i / 2, i);
        }
        assertThat(events).extracting(StoryEvent::type).doesNotContain(StoryEvent.Type.SPLIT);
        assertThat(engine.liveStories()).isEqualTo(1);
    }

    private StoryEngine engine(double splitAt) {
        return new StoryEngine(pieces, config(splitAt), CREDULOUS);
    }

    private static StoryConfig config(double splitAt) {
        return StoryConfig.from(Map.of("deltawire.story.split.at", String.valueOf(splitAt)));
    }

    private String place(StoryEngine engine, int story, int hour) {
        Digest words = story == 0
                ? TestDigests.digest(
                        "ferry" + hour,
                        START,
                        "Coast Post",
                        "Ferry aground",
                        "Norlund coast ferry Halvora aground, reef holed hull, minister travels")
                : TestDigests.digest(
                        "mine" + hour,
                        START,
                        "Coast Post",
                        "Miners trapped",
                        "Norlund coast miners trapped, shaft flooded, pumps fail, minister travels");
        Digest digest = named(words, story == 0 ? FERRY : MINE, START.plus(Duration.ofHours(hour)));
        Placement placement = engine.place(digest, digest.publishedAt());
        events.addAll(placement.events());
        return digest.articleId();
    }

    private StoryEvent onlySplit() {
        List<StoryEvent> splits = events.stream()
                .filter(event -> event.type() == StoryEvent.Type.SPLIT)
                .toList();
        assertThat(splits).hasSize(1);
        return splits.get(0);
    }

    private static StoryView view(StoryEngine engine, String id) {
        StoryView view = engine.view(id);
        assertThat(view).isNotNull();
        return view;
    }

    private static Digest named(Digest digest, Digest.EntityWeight own, Instant at) {
        return new Digest(
                digest.articleId(),
                digest.desk(),
                digest.source(),
                at,
                digest.title(),
                digest.terms(),
                List.of(once(NORLUND), once(own)),
                digest.numbers(),
                digest.days(),
                digest.signature(),
                digest.words(),
                digest.claims());
    }

    private static Digest.EntityWeight once(Digest.EntityWeight entity) {
        return new Digest.EntityWeight(entity.id(), entity.name(), entity.type(), false, false, 1);
    }
}
