package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

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

    private Member member(List<Digest.Term> terms, Digest.EntityWeight... entities) {
        Digest digest = new Digest(
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
        return vectoriser.member(digest, TestDigests.START.toEpochMilli());
    }

    private static Digest.EntityWeight entity(String id, String type, boolean inTitle, int mentions) {
        return new Digest.EntityWeight(id, id, type, inTitle, false, mentions);
    }
}
