package io.deltawire.story;

import static io.deltawire.story.TestDigests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Input no newsroom sends, and what STORY makes of it: bounded time and memory, and no story swallowed. */
class BadInputTest {
    private final MapPieces pieces = new MapPieces();
    private final StoryEngine engine = new StoryEngine(pieces);

    /** Copies join their parent; only as many stay in the index as a story may have, the rest is kept by name. */
    @Test
    @Timeout(900)
    void tenThousandCopiesOfOneTextAreOneStoryOfOneSource() {
        place(TestDigests.bank("other", START, "Coast Post"));
        for (int i = 0; i < 10_000; i++) {
            place(TestDigests.ferry("copy" + i, START.plusSeconds(i), "outlet" + i));
        }
        StoryView story = engine.view("en:copy0");
        assertThat(story).isNotNull();
        assertThat(story.articleCount()).isEqualTo(10_000);
        assertThat(story.independentSources()).isEqualTo(1);
        assertThat(engine.liveStories()).isEqualTo(2);
        long[] bytes = new long[1];
        pieces.scan("", (key, piece) -> bytes[0] += key.length() + piece.length);
        assertThat(bytes[0] / 10_000).as("bytes an article").isLessThan(500);
    }

    /** With one time for all, order is by article id and time tells nothing apart; words still do. */
    @Test
    @Timeout(900)
    void fiftyThousandArticlesOfOneTimestampFindTheirStories() {
        NewsStream news = new NewsStream(5, 10_000);
        for (int i = 0; i < 50_000; i++) {
            place(news.headline(i % 10_000, START));
        }
        assertThat(engine.liveStories()).as("stories of 10,000 events").isBetween(9_000, 12_000);
        long[] bytes = new long[1];
        pieces.scan("", (key, piece) -> bytes[0] += key.length() + piece.length);
        assertThat(bytes[0] / 50_000).as("bytes an article").isLessThan(500);
    }

    /** The round-up finds many stories a little like itself and none much: it must not bring them together. */
    @Test
    void articleThatSharesWordsWithEveryStoryLeavesThemApart() {
        NewsStream news = new NewsStream(11, 40);
        List<String> stories = new ArrayList<>();
        List<Digest.Term> shared = new ArrayList<>();
        for (int story = 0; story < 40; story++) {
            Digest digest = news.article(story, START.plusSeconds(story));
            stories.add(place(digest).storyId());
            shared.addAll(digest.terms().stream()
                    .filter(term -> term.text().startsWith("name"))
                    .map(term -> new Digest.Term(term.text(), 0, 0, 1))
                    .toList());
        }
        Set<String> before = new HashSet<>(stories);
        Digest roundUp = new Digest(
                "round-up",
                "en",
                "Digest Daily",
                START.plusSeconds(3600),
                "The week in forty stories",
                shared,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                900,
                List.of());
        Placement placement = place(roundUp);
        // It may end in one of them, at once or by a merge of its own story; none of the forty may go up in another.
        assertThat(placement.events())
                .filteredOn(event -> event.type() == StoryEvent.Type.MERGED)
                .extracting(StoryEvent::storyId)
                .doesNotContainAnyElementsOf(before);
        for (String story : before) {
            assertThat(engine.view(story))
                    .isNotNull()
                    .extracting(StoryView::state)
                    .isEqualTo(StoryView.State.OPEN);
        }
    }

    /** Nothing to go by is nothing in common: each is a story of its own, and finds no other. */
    @Test
    void emptyArticlesOpenStoriesOfTheirOwn() {
        String first = place(TestDigests.digest("empty1", START, "", "", "")).storyId();
        String second = place(TestDigests.digest("empty2", START.plusSeconds(1), "", "", ""))
                .storyId();
        assertThat(first).isNotEqualTo(second);
        assertThat(place(TestDigests.ferry("a1", START.plusSeconds(2), "Coast Post"))
                        .storyId())
                .isEqualTo("en:a1");
    }

    /**
     * Effective time never runs back. One date far ahead closes what is open, each stamped with its own end; what comes
     * after is late, and still finds its like.
     */
    @Test
    void streamThatJumpsTenYearsAheadAndBackClosesInOrderAndGoesOn() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        Instant ahead = START.plus(Duration.ofDays(3653));
        List<StoryEvent> closed = engine.advance(ahead);
        assertThat(closed).extracting(StoryEvent::at).containsExactly(START.plus(Duration.ofDays(365)));
        engine.place(TestDigests.bank("jump", ahead, "Coast Post"), ahead);
        Placement late = engine.place(TestDigests.ferry("a2", START.plusSeconds(60), "Norlund Times"), ahead);
        Placement later = engine.place(TestDigests.ferryLater("a3", START.plusSeconds(120), "Valley Herald"), ahead);
        assertThat(late.late()).isTrue();
        assertThat(later.storyId()).isEqualTo(late.storyId()).isEqualTo("en:a2");
        assertThat(engine.liveStories()).isEqualTo(2);
    }

    private Placement place(Digest digest) {
        engine.advance(digest.publishedAt());
        return engine.place(digest, digest.publishedAt());
    }
}
