package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.RawArticle;
import io.deltawire.fact.FactEngine;
import io.deltawire.state.MapPieces;
import io.deltawire.state.Pieces;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryEngine;
import io.deltawire.text.Article;
import io.deltawire.topology.ContractInput;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
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
    void whatFactFailedOnIsHeardWhenTheArticleComesAgainAndOnlyThen() throws Exception {
        boolean[] broken = {false};
        DeskLine line = new DeskLine(
                new StoryStep(new MapPieces(), StoryEngine::new),
                new FactStep(new MapPieces(), new MapPieces(), pieces -> new FactEngine(new Failing(pieces, broken))));
        DeskLine whole = DeskLine.inMemory();
        Digest digest = claiming();
        List<Emission> all = whole.accept(digest, NOON);
        List<String> shifts = shifts(all);
        assertThat(shifts).isNotEmpty();

        broken[0] = true;
        List<Emission> first = line.accept(digest, NOON);
        assertThat(shifts(first)).isEmpty();
        assertThat(first)
                .anyMatch(each -> each instanceof Emission.Refused refused
                        && refused.step().equals("fact"));
        assertThat(line.accept(digest, NOON)).anyMatch(each -> each instanceof Emission.Refused);

        broken[0] = false;
        List<Emission> again = line.accept(digest, NOON);
        assertThat(shifts(again)).isEqualTo(shifts);
        assertThat(again)
                .filteredOn(Emission.Picture.class::isInstance)
                .isEqualTo(
                        all.stream().filter(Emission.Picture.class::isInstance).toList());
        assertThat(again).noneMatch(each -> each instanceof Emission.Update || each instanceof Emission.Active);
        assertThat(line.accept(digest, NOON)).isEmpty();
    }

    private static List<String> shifts(List<Emission> emissions) {
        return emissions.stream()
                .filter(Emission.Shift.class::isInstance)
                .map(Object::toString)
                .toList();
    }

    private static Digest claiming() throws Exception {
        Enricher enricher = new Enricher();
        for (RawArticle raw : ContractInput.articles()) {
            Digest digest = enricher.enrich(new Article(
                            raw.getId(), "", raw.getTitle(), raw.getText(), NOON, raw.getSource(), raw.getLang()))
                    .digest();
            if (!digest.claims().isEmpty()) {
                return digest;
            }
        }
        throw new AssertionError("no sample has a claim");
    }

    /** Pieces that can't be written while they are broken. */
    private record Failing(Pieces pieces, boolean[] broken) implements Pieces {
        @Override
        public byte @Nullable [] get(String key) {
            return pieces.get(key);
        }

        @Override
        public void put(String key, byte[] piece) {
            if (broken[0]) {
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
