package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.fact.FactEngine;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryEngine;
import io.deltawire.text.Article;
import io.deltawire.topology.ContractInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeskLineTest {
    private static final Instant NOON = Instant.parse("2024-05-06T12:00:00Z");

    @Test
    void anArticleThatAnEngineFailsOnIsRefusedAndLeavesNoTrace() {
        DeskLine line = DeskLine.inMemory();
        DeskLine without = DeskLine.inMemory();
        assertThat(line.accept(digest("a"), NOON)).isEqualTo(without.accept(digest("a"), NOON));
        // A digest as no digester makes it: the engine fails on it somewhere on its way.
        Digest broken = new Digest(
                "b", "en", "outlet", NOON, "Ferry", null, List.of(), List.of(), List.of(), List.of(), 4, List.of());
        assertThat(line.accept(broken, NOON)).singleElement().satisfies(emission -> {
            Emission.Refused refused = (Emission.Refused) emission;
            assertThat(refused.articleId()).isEqualTo("b");
            assertThat(refused.step()).isEqualTo("story");
            assertThat(refused.reason()).contains("NullPointerException");
        });
        assertThat(line.accept(digest("c"), NOON)).isEqualTo(without.accept(digest("c"), NOON));
    }

    @Test
    void aRestartAfterEveryArticleChangesNothing() throws Exception {
        MapPieces story = new MapPieces();
        MapPieces fact = new MapPieces();
        MapPieces activity = new MapPieces();
        DeskLine whole = DeskLine.inMemory();
        Enricher enricher = new Enricher();
        for (RawArticle raw : ContractInput.articles()) {
            Digest digest = enricher.enrich(new Article(
                            raw.getId(),
                            raw.getUrl(),
                            raw.getTitle(),
                            raw.getText(),
                            raw.getPublishedAt(),
                            raw.getSource(),
                            raw.getLang()))
                    .digest();
            DeskLine restarted =
                    new DeskLine(new StoryStep(story, StoryEngine::new), new FactStep(fact, activity, FactEngine::new));
            assertThat(restarted.accept(digest, raw.getPublishedAt()))
                    .isEqualTo(whole.accept(digest, raw.getPublishedAt()));
        }
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
        List<Emission> outOften = new ArrayList<>();
        List<Emission> outSeldom = new ArrayList<>();
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
}
