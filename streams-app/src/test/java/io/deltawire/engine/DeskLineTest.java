package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.fact.FactEngine;
import io.deltawire.state.MapPieces;
import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryEngine;
import java.time.Instant;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DeskLineTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void anArticleThatStoryFailsOnIsRefusedAndTheNextGoesOn() {
        Breaking pieces = new Breaking(new MapPieces());
        DeskLine line = line(pieces);
        pieces.broken = true;
        // The failure comes when the desk's pieces are first asked for something beyond the list of desks.
        List<Emission> refused = line.accept(digest("a"), NOON);
        pieces.broken = false;
        assertThat(refused).hasSize(1).allSatisfy(emission -> {
            Emission.Refused what = (Emission.Refused) emission;
            assertThat(what.articleId()).isEqualTo("a");
            assertThat(what.step()).isEqualTo("story");
            assertThat(what.reason()).contains("broken");
        });
        assertThat(line.accept(digest("b"), NOON)).isNotEmpty().noneMatch(Emission.Refused.class::isInstance);
    }

    @Test
    void anArticleSeenBeforeGivesNothing() {
        DeskLine line = DeskLine.inMemory();
        assertThat(line.accept(digest("a"), NOON)).isNotEmpty();
        assertThat(line.accept(digest("a"), NOON.plusSeconds(60))).isEmpty();
    }

    @Test
    void advancingMoreOftenChangesNothing() {
        DeskLine often = DeskLine.inMemory();
        DeskLine seldom = DeskLine.inMemory();
        List<Emission> outOften = new java.util.ArrayList<>();
        List<Emission> outSeldom = new java.util.ArrayList<>();
        for (int i = 0; i < 40; i++) {
            Instant at = NOON.plusSeconds(86_400L * 30 * i);
            for (int day = 0; day < 30; day++) {
                outOften.addAll(often.advance(at.minusSeconds(86_400L * (30 - day))));
            }
            outOften.addAll(often.accept(digest("a" + i), at));
            outSeldom.addAll(seldom.accept(digest("a" + i), at));
        }
        assertThat(outOften).isEqualTo(outSeldom);
        assertThat(outSeldom)
                .anyMatch(each -> each instanceof Emission.Update update
                        && update.event().type() == io.deltawire.story.StoryEvent.Type.CLOSED);
    }

    @Test
    void enginesOpenedOnKeptPiecesGoOnWhereTheyWere() {
        MapPieces story = new MapPieces();
        MapPieces fact = new MapPieces();
        MapPieces activity = new MapPieces();
        DeskLine whole = DeskLine.inMemory();
        for (int i = 0; i < 10; i++) {
            // A new line on the same pieces for each article: a restart after every one.
            DeskLine restarted =
                    new DeskLine(new StoryStep(story, StoryEngine::new), new FactStep(fact, activity, FactEngine::new));
            Instant at = NOON.plusSeconds(600L * i);
            assertThat(restarted.accept(digest("a" + i % 7), at)).isEqualTo(whole.accept(digest("a" + i % 7), at));
        }
    }

    private static DeskLine line(Pieces stories) {
        return new DeskLine(
                new StoryStep(stories, StoryEngine::new),
                new FactStep(new MapPieces(), new MapPieces(), FactEngine::new));
    }

    private static Digest digest(String id) {
        return new Digest(
                id,
                "en",
                "outlet-" + id,
                NOON,
                "Ferry service of " + id,
                List.of(new Digest.Term("ferry", 1, 1, 2), new Digest.Term(id, 1, 1, 3)),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                40,
                List.of());
    }

    /** Fails every write of a desk's piece while it is broken. */
    private static final class Breaking implements Pieces {
        private final Pieces pieces;
        private boolean broken;

        Breaking(Pieces pieces) {
            this.pieces = pieces;
        }

        @Override
        public byte @Nullable [] get(String key) {
            return pieces.get(key);
        }

        @Override
        public void put(String key, byte[] piece) {
            if (broken && key.startsWith("en")) {
                throw new IllegalStateException("broken");
            }
            pieces.put(key, piece);
        }

        @Override
        public void delete(String key) {
            pieces.delete(key);
        }

        @Override
        public void scan(String prefix, BiConsumer<String, byte[]> visitor) {
            pieces.scan(prefix, visitor);
        }
    }
}
