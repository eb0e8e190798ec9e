package io.deltawire.story;

import static io.deltawire.story.TestDigests.START;
import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.api.Test;

class StoryEngineTest {
    private final MapPieces pieces = new MapPieces();
    private final StoryEngine engine = new StoryEngine(pieces);

    @Test
    void secondReportOfAnEventGrowsItsStory() {
        Placement first = place(TestDigests.ferry("a1", START, "Coast Post"));
        Placement second = place(TestDigests.ferryLater("a2", START.plusSeconds(7200), "Norlund Times"));
        assertThat(types(first)).containsExactly(StoryEvent.Type.OPENED);
        assertThat(types(second)).containsExactly(StoryEvent.Type.GREW);
        assertThat(second.storyId()).isEqualTo(first.storyId()).isEqualTo("en:a1");
    }

    @Test
    void anotherEventOpensAnotherStory() {
        Placement ferry = place(TestDigests.ferry("a1", START, "Coast Post"));
        Placement bank = place(TestDigests.bank("a2", START.plusSeconds(60), "Coast Post"));
        assertThat(bank.storyId()).isNotEqualTo(ferry.storyId());
        assertThat(engine.liveStories()).isEqualTo(2);
    }

    @Test
    void copyJoinsItsParentAndCountsAsTheParentsOutlet() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        Digest printedAgain = TestDigests.digest(
                "a2", START.plus(Duration.ofDays(28)), "Valley Herald", "Ferry aground", TestDigests.FERRY);
        Placement copy = place(printedAgain);
        assertThat(copy.duplicateOf()).isEqualTo("a1");
        assertThat(copy.sourceKey()).isEqualTo("Coast Post");
        assertThat(copy.storyId()).isEqualTo("en:a1");
        assertThat(view("en:a1").outlets()).containsExactly("Coast Post", "Valley Herald");
        assertThat(view("en:a1").independentSources()).isEqualTo(1);
    }

    /** A few words replaced: too unlike to be told for the same text everywhere, alike enough within one story. */
    @Test
    void editedCopyCountsAsItsParentsOutletOnceItIsInItsStory() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        String edited =
                TestDigests.FERRY.replace("shortly before dawn", "at daybreak").replace("lifted", "taken");
        Placement copy = place(TestDigests.digest(
                "a2", START.plus(Duration.ofHours(1)), "Valley Herald", TestDigests.FERRY_TITLE, edited));
        assertThat(copy.storyId()).isEqualTo("en:a1");
        assertThat(copy.duplicateOf()).isEqualTo("a1");
        assertThat(view("en:a1").independentSources()).isEqualTo(1);
    }

    @Test
    void anotherReportOfTheStoryIsASourceOfItsOwn() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        Placement other = place(TestDigests.ferryLater("a2", START.plusSeconds(60), "Norlund Times"));
        assertThat(other.storyId()).isEqualTo("en:a1");
        assertThat(other.duplicateOf()).isEmpty();
        assertThat(view("en:a1").independentSources()).isEqualTo(2);
    }

    @Test
    void outletsOfOneFamilyAreOneSource() {
        Properties settings = new Properties();
        settings.setProperty("deltawire.story.family.Sund Media", "Coast Post, Norlund Times");
        StoryEngine withFamilies = new StoryEngine(new MapPieces(), StoryConfig.from(settings), StoryModels.shipped());
        Digest one = TestDigests.ferry("a1", START, "Coast Post");
        Digest other = TestDigests.ferryLater("a2", START.plusSeconds(60), "Norlund Times");
        assertThat(withFamilies.place(one, START).sourceKey()).isEqualTo("Sund Media");
        assertThat(withFamilies.place(other, other.publishedAt()).sourceKey()).isEqualTo("Sund Media");
    }

    @Test
    void storyClosesExactlyAtTheEndOfItsGapHoweverLateTimeIsTold() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        Instant end = START.plus(Duration.ofDays(365));
        assertThat(engine.advance(end.minusMillis(1))).isEmpty();
        List<StoryEvent> events = engine.advance(end.plus(Duration.ofDays(9)));
        assertThat(events).containsExactly(new StoryEvent(StoryEvent.Type.CLOSED, "en:a1", "", "", end, List.of()));
        assertThat(engine.advance(end.plus(Duration.ofDays(9)))).isEmpty();
        assertThat(view("en:a1").state()).isEqualTo(StoryView.State.CLOSED);
        assertThat(engine.liveStories()).isZero();
    }

    @Test
    void closedStoryComesBackWithALaterReport() {
        StoryEngine shortLived = engine(Duration.ofDays(2), Duration.ofDays(400));
        shortLived.place(TestDigests.ferry("a1", START, "Coast Post"), START);
        Instant later = START.plus(Duration.ofDays(5));
        shortLived.advance(later);
        Placement back = shortLived.place(TestDigests.ferryLater("a2", later, "Norlund Times"), later);
        assertThat(types(back)).containsExactly(StoryEvent.Type.REOPENED, StoryEvent.Type.GREW);
        assertThat(back.storyId()).isEqualTo("en:a1");
    }

    @Test
    void storyThatHasLivedItsTimeIsSucceededByOneThatNamesIt() {
        StoryEngine shortLived = engine(Duration.ofDays(3), Duration.ofDays(4));
        shortLived.place(TestDigests.ferry("a1", START, "Coast Post"), START);
        Instant grown = START.plus(Duration.ofDays(2));
        shortLived.place(TestDigests.ferry("a2", grown, "Valley Herald"), grown);
        Instant after = START.plus(Duration.ofDays(4)).plusSeconds(1);
        assertThat(shortLived.advance(after))
                .extracting(StoryEvent::at)
                .containsExactly(START.plus(Duration.ofDays(4)));
        Placement next = shortLived.place(TestDigests.ferryLater("a3", after, "Norlund Times"), after);
        StoryEvent opened = next.events().get(0);
        assertThat(opened.type()).isEqualTo(StoryEvent.Type.OPENED);
        assertThat(opened.otherStoryId()).isEqualTo("en:a1");
        StoryView successor = shortLived.view(next.storyId());
        assertThat(successor).isNotNull().extracting(StoryView::predecessor).isEqualTo("en:a1");
    }

    @Test
    void forgottenStoryLeavesNothingInTheStores() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        engine.advance(START.plus(Duration.ofDays(800)));
        assertThat(engine.view("en:a1")).isNull();
        assertThat(engine.takeForgotten()).containsExactly("en:a1");
        pieces.scan("", (key, piece) -> assertThat(key).as("left over").isNull());
    }

    @Test
    void redeliveredArticleKeepsItsPlaceAndMakesNoEvents() {
        Placement first = place(TestDigests.ferry("a1", START, "Coast Post"));
        Placement again = place(TestDigests.ferry("a1", START, "Coast Post"));
        assertThat(again.storyId()).isEqualTo(first.storyId());
        assertThat(again.events()).isEmpty();
        assertThat(view("en:a1").articleCount()).isEqualTo(1);
    }

    @Test
    void articleOlderThanItsEffectiveTimeIsLate() {
        Digest old = TestDigests.ferry("a1", START.minusSeconds(60), "Coast Post");
        assertThat(engine.place(old, START).late()).isTrue();
    }

    @Test
    void desksShareNothing() {
        place(TestDigests.ferry("a1", START, "Coast Post"));
        Digest same = TestDigests.ferryLater("a2", START.plusSeconds(60), "Norlund Times");
        Digest elsewhere = new Digest(
                same.articleId(),
                "de",
                same.source(),
                same.publishedAt(),
                same.title(),
                same.terms(),
                same.entities(),
                same.numbers(),
                same.days(),
                same.signature(),
                same.words(),
                same.claims());
        assertThat(place(elsewhere).storyId()).isEqualTo("de:a2");
    }

    private static StoryEngine engine(Duration gap, Duration life) {
        StoryConfig usual = StoryConfig.defaults();
        StoryConfig config = new StoryConfig(
                gap,
                life,
                usual.reopenWithin(),
                usual.joinAt(),
                usual.mergeAt(),
                usual.splitAt(),
                usual.copyAt(),
                usual.candidates(),
                usual.termsPerStory(),
                usual.indexedPerClosed(),
                usual.postingsPerQuery(),
                usual.families());
        return new StoryEngine(new MapPieces(), config, StoryModels.shipped());
    }

    private Placement place(Digest digest) {
        engine.advance(digest.publishedAt());
        return engine.place(digest, digest.publishedAt());
    }

    private StoryView view(String id) {
        StoryView view = engine.view(id);
        assertThat(view).isNotNull();
        return view;
    }

    private static List<StoryEvent.Type> types(Placement placement) {
        return placement.events().stream().map(StoryEvent::type).toList();
    }
}
