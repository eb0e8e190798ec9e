package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import io.deltawire.state.Pieces;
import io.deltawire.story.StoryEvent;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class StoryMovesTest {
    private final Newsroom newsroom = new Newsroom();

    private static StoryEvent event(StoryEvent.Type type, String story, String other, String... moved) {
        return new StoryEvent(type, story, other, "x", Newsroom.hour(9), List.of(moved));
    }

    /** Pieces that count how often a story's facts are looked for. */
    private static final class Watched implements Pieces {
        private final MapPieces pieces = new MapPieces();
        private int scans;

        @Override
        public byte @Nullable [] get(String key) {
            return pieces.get(key);
        }

        @Override
        public void put(String key, byte[] piece) {
            pieces.put(key, piece);
        }

        @Override
        public void delete(String key) {
            pieces.delete(key);
        }

        @Override
        public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
            scans++;
            pieces.scan(prefix, visitor);
        }
    }

    @Test
    void aStoryThatOpensIsNotLookedForAndOneThatIsThereIs() {
        Watched pieces = new Watched();
        var first = Said.article("a1", "wire", Newsroom.hour(0), List.of(), Said.figure("killed", "41"));
        var opened = new StoryEvent(StoryEvent.Type.OPENED, "story", "", "a1", Newsroom.hour(0), List.of());
        new Newsroom(new FactEngine(pieces)).tell("story", "wire", first, opened);
        assertThat(pieces.scans).isZero();
        Newsroom reopened = new Newsroom(new FactEngine(pieces));
        assertThat(reopened.tell("story", "wire", first, opened)).isEmpty();
        assertThat(reopened.facts()).extracting(FactView::subject).containsExactly("killed");
    }

    @Test
    void aMergeBringsFactsTogetherWithoutAnyChange() {
        newsroom.tell(
                "one", "wire", Said.article("a1", "wire", Newsroom.hour(0), List.of(), Said.figure("killed", "41")));
        newsroom.tell(
                "two",
                "post",
                Said.article(
                        "a2",
                        "post",
                        Newsroom.hour(1),
                        List.of(),
                        Said.figure("killed", "45"),
                        Said.figure("injured", "7")));
        List<Change> changes = newsroom.tell(
                "one",
                "third",
                Said.article("a3", "third", Newsroom.hour(2), List.of()),
                event(StoryEvent.Type.MERGED, "two", "one"));
        assertThat(changes).isEmpty();
        assertThat(newsroom.engine().facts("two")).isEmpty();
        assertThat(newsroom.engine().facts("one"))
                .extracting(FactView::subject)
                .containsExactlyInAnyOrder("killed", "injured");
        assertThat(newsroom.engine().facts("one"))
                .flatExtracting(FactView::positions)
                .extracting(Position::value)
                .contains("45", "41", "7");
    }

    @Test
    void anArticleOfAMergedStoryDeliveredAgainSaysNothing() {
        var second = Said.article("a2", "post", Newsroom.hour(1), List.of(), Said.figure("killed", "45"));
        newsroom.tell("two", "post", second);
        newsroom.tell(
                "one",
                "third",
                Said.article("a3", "third", Newsroom.hour(2), List.of()),
                event(StoryEvent.Type.MERGED, "two", "one"));
        assertThat(newsroom.tell("one", "post", second)).isEmpty();
    }

    @Test
    void aSplitTakesTheMovedArticlesStatementsAlong() {
        newsroom.tell(
                "one", "wire", Said.article("a1", "wire", Newsroom.hour(0), List.of(), Said.figure("killed", "41")));
        newsroom.tell(
                "one", "post", Said.article("a2", "post", Newsroom.hour(1), List.of(), Said.figure("killed", "90")));
        assertThat(newsroom.tell(
                        "two",
                        "third",
                        Said.article("a3", "third", Newsroom.hour(2), List.of()),
                        event(StoryEvent.Type.SPLIT, "one", "two", "a2")))
                .isEmpty();
        assertThat(newsroom.engine().facts("one").get(0).positions())
                .extracting(Position::value)
                .containsExactly("41");
        assertThat(newsroom.engine().facts("two").get(0).positions())
                .extracting(Position::value)
                .containsExactly("90");
        assertThat(newsroom.engine().facts("two").get(0).id())
                .isNotEqualTo(newsroom.engine().facts("one").get(0).id());
    }

    @Test
    void statementsOfBothStoriesCountForTheSharedValue() {
        newsroom.tell(
                "one", "wire", Said.article("a1", "wire", Newsroom.hour(0), List.of(), Said.figure("killed", "41")));
        newsroom.tell(
                "two", "post", Said.article("a2", "post", Newsroom.hour(1), List.of(), Said.figure("killed", "41")));
        newsroom.tell(
                "one",
                "wire",
                Said.article("a3", "wire", Newsroom.hour(2), List.of()),
                event(StoryEvent.Type.MERGED, "two", "one"));
        assertThat(newsroom.engine().facts("one").get(0).positions().get(0).sources())
                .containsExactly("wire", "post");
    }
}
