package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class VectoriserTest {
    private final Vectoriser vectoriser = new Vectoriser(new Frequencies(new Background(100, new TreeMap<>())));

    @Test
    void yearOfADatelineIsKeptAndOneDeepInTheTextIsNot() {
        Member member = member(List.of(
                new Digest.Term("2011", 0, 1, 0), new Digest.Term("1987", 0, 0, 3), new Digest.Term("2400", 1, 0, 0)));
        assertThat(member.facet(Facet.YEAR)).containsExactly(Keys.of(Facet.YEAR.kind(), "2011"));
    }

    @Test
    void personToldOfMostIsTheMainOneAndATieFallsToTheSmallerId() {
        Member member = member(
                List.of(),
                entity("x:desmark", "PERSON", false, 4),
                entity("x:aalund", "PERSON", true, 1),
                entity("x:tarnsund", "PLACE", false, 9));
        assertThat(member.facet(Facet.MAIN_PERSON)).containsExactly(Keys.of(Facet.MAIN_PERSON.kind(), "x:aalund"));
        assertThat(member.facet(Facet.MAIN_PLACE)).containsExactly(Keys.of(Facet.MAIN_PLACE.kind(), "x:tarnsund"));
        assertThat(member.facet(Facet.PERSON)).hasSize(2).isSorted();
    }

    @Test
    void textWithoutNamesHasNoMainPerson() {
        assertThat(member(List.of()).facet(Facet.MAIN_PERSON)).isEmpty();
    }

    @Test
    void figuresAreKeptWithWhatTheyCountAndDaysAsNumbersThatHaveBounds() {
        Digest digest = digest(List.of());
        Member member = vectoriser.member(
                new Digest(
                        digest.articleId(),
                        digest.desk(),
                        digest.source(),
                        digest.publishedAt(),
                        digest.title(),
                        digest.terms(),
                        digest.entities(),
                        digest.numbers(),
                        List.of(LocalDate.EPOCH.plusDays(20_000), LocalDate.MIN, LocalDate.MAX),
                        digest.signature(),
                        digest.words(),
                        List.of(figure("Killed", "4"), figure("killed", "1", Claim.Cue.HISTORY))),
                0);
        assertThat(member.facet(Facet.FIGURE)).containsExactly(Keys.of(Facet.FIGURE.kind(), "killed=4"));
        assertThat(member.facet(Facet.DAY)).containsExactly(-1_000_000, 20_000, 1_000_000);
    }

    @Test
    void daysApartAreThoseOfTheClosestTwo() {
        assertThat(MatchFeatures.daysApart(new int[] {-400, 10, 90}, new int[] {-900, 17, 60}))
                .isEqualTo(7);
        assertThat(MatchFeatures.daysApart(new int[] {3}, new int[] {1, 3})).isZero();
        assertThat(MatchFeatures.daysApart(new int[] {3}, new int[0])).isEqualTo(Integer.MAX_VALUE);
    }

    private static Claim figure(String counted, String value, Claim.Cue... cues) {
        return new Claim(
                counted + value,
                "a1",
                Kind.QUANTITY,
                counted,
                "",
                "",
                List.of(),
                value,
                "",
                "",
                Hedge.EXACT,
                "",
                "",
                Modality.HAPPENED,
                List.of(cues),
                "",
                0,
                0,
                1);
    }

    private Member member(List<Digest.Term> terms, Digest.EntityWeight... entities) {
        return vectoriser.member(digest(terms, entities), TestDigests.START.toEpochMilli());
    }

    private static Digest digest(List<Digest.Term> terms, Digest.EntityWeight... entities) {
        return new Digest(
                "a1",
                "en",
                "Coast Post",
                TestDigests.START,
                "",
                terms,
                List.of(entities),
                List.of(),
                List.of(),
                List.of(),
                100,
                List.of());
    }

    private static Digest.EntityWeight entity(String id, String type, boolean inTitle, int mentions) {
        return new Digest.EntityWeight(id, id, type, inTitle, false, mentions);
    }
}
