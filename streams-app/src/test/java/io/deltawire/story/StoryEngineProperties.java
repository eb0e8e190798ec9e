package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class StoryEngineProperties {
    private static final int ARTICLES = 120;
    private static final StoryModels MODELS = StoryModels.shipped();

    @Property(tries = 20)
    void engineOpenedOnThePiecesGoesOnAsIfNothingHadHappened(
            @ForAll @IntRange(min = 1, max = ARTICLES - 1) int restart, @ForAll @IntRange(max = 1000) int seed) {
        List<Digest> stream = stream(seed);
        assertThat(run(stream, restart)).isEqualTo(run(stream, -1));
    }

    @Property(tries = 20)
    void redeliveryOfAnyArticleChangesNothingThatFollows(
            @ForAll @IntRange(min = 1, max = ARTICLES - 1) int again, @ForAll @IntRange(max = 1000) int seed) {
        List<Digest> stream = stream(seed);
        List<Digest> twice = new ArrayList<>(stream);
        twice.add(again, stream.get(again - 1));
        List<Object> without = run(twice, -1);
        without.remove(again);
        assertThat(without).isEqualTo(run(stream, -1));
    }

    @Property(tries = 20)
    void readerOfUpdatesAloneKnowsWhereEveryArticleBelongs(@ForAll @IntRange(max = 1000) int seed) {
        StoryEngine engine = new StoryEngine(new MapPieces(), config(), MODELS);
        Map<String, String> storyOf = new TreeMap<>();
        for (Digest digest : stream(seed)) {
            engine.advance(digest.publishedAt());
            for (StoryEvent event : engine.place(digest, digest.publishedAt()).events()) {
                switch (event.type()) {
                    case OPENED, GREW -> storyOf.put(event.articleId(), event.storyId());
                    case MERGED, SPLIT -> event.moved().forEach(moved -> storyOf.put(moved, event.otherStoryId()));
                    case CLOSED, REOPENED -> {}
                }
            }
        }
        assertThat(storyOf).hasSize(ARTICLES);
        storyOf.forEach((article, story) -> {
            StoryView view = engine.view(story);
            assertThat(view == null ? List.of(article) : view.articles()).contains(article);
        });
    }

    /** Four days of a dozen stories whose articles share words, so that stories close, come back and merge. */
    private static List<Digest> stream(int seed) {
        NewsStream news = new NewsStream(seed, 12);
        List<Digest> stream = new ArrayList<>();
        for (int i = 0; i < ARTICLES; i++) {
            stream.add(news.next(TestDigests.START.plus(Duration.ofMinutes(48L * i))));
        }
        return stream;
    }

    private static StoryConfig config() {
        StoryConfig usual = StoryConfig.defaults();
        return new StoryConfig(
                Duration.ofHours(9),
                Duration.ofDays(2),
                Duration.ofHours(30),
                usual.joinAt(),
                0.2,
                0.1,
                usual.copyAt(),
                4,
                300,
                2,
                500,
                Map.of());
    }

    /** All that comes out, and what the stores hold in the end; @param restart article before which the engine is opened anew */
    private static List<Object> run(List<Digest> stream, int restart) {
        MapPieces pieces = new MapPieces();
        StoryEngine engine = new StoryEngine(pieces, config(), MODELS);
        List<Object> out = new ArrayList<>();
        Instant now = Instant.MIN;
        for (int i = 0; i < stream.size(); i++) {
            if (i == restart) {
                engine = new StoryEngine(pieces, config(), MODELS);
            }
            Digest digest = stream.get(i);
            now = now.isAfter(digest.publishedAt()) ? now : digest.publishedAt();
            out.add(List.of(engine.advance(now), engine.place(digest, now)));
        }
        StringBuilder stores = new StringBuilder();
        pieces.scan("", (key, piece) -> stores.append(key).append(java.util.Arrays.hashCode(piece)));
        out.add(stores.toString());
        return out;
    }
}
