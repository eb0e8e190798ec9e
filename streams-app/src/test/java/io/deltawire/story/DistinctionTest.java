package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DistinctionTest {
    private static final Offset<Float> EXACT = within(1e-6f);

    @Test
    void placesThatAllArticlesOfEitherNameSetThemApart() {
        Story one = story(places(1, 9), places(1), places(1));
        Story other = story(places(2), places(2, 9));
        assertThat(Distinction.by(Facet.PLACE, one, other)).isCloseTo(1, EXACT);
        assertThat(Distinction.by(Facet.PLACE, other, one)).isCloseTo(1, EXACT);
    }

    @Test
    void whatOnlyOneOfThemHasToItselfDoesNot() {
        Story one = story(places(1, 5), places(1, 5));
        Story other = story(places(1), places(1));
        assertThat(Distinction.by(Facet.PLACE, one, other)).isCloseTo(0, EXACT);
    }

    @Test
    void articlesThatNameNoPlaceDoNotCount() {
        Story one = story(places(1), places(), places(1));
        Story other = story(places(2), places(1));
        assertThat(Distinction.by(Facet.PLACE, one, other)).isCloseTo(0.5f, EXACT);
    }

    @Test
    void wordsTellByTheMeanOfThoseThatTellMost() {
        Tally one = tally(new int[] {1, 2, 3}, new int[] {1, 2});
        Tally other = tally(new int[] {3, 4}, new int[] {4, 5});
        assertThat(Distinction.by(one, 2, other, 2, 2)).isCloseTo((1 + 0.5f) / 2, EXACT);
        assertThat(Distinction.by(other, 2, one, 2, 2)).isCloseTo((1 + 0.5f) / 2, EXACT);
        assertThat(Distinction.by(one, 2, one, 2, 2)).isCloseTo(0, EXACT);
    }

    private static Tally tally(int[]... texts) {
        Tally tally = new Tally();
        for (int[] words : texts) {
            tally.add(words, new byte[0], key -> {});
        }
        return tally;
    }

    private static int[] places(int... keys) {
        return keys;
    }

    private static Story story(int[]... places) {
        Story story = new Story("s", "en", 0, 0, "");
        for (int[] keys : places) {
            int[][] facets = Arrays.copyOf(Member.NO_FACETS, Member.NO_FACETS.length);
            facets[Facet.PLACE.index] = keys;
            Member member = new Member("a", "", "", "", 0, 0, 0, "", Vector.EMPTY, Vector.EMPTY, facets, new byte[0]);
            story.take(new Entry(member, story, story.nextSeq++), key -> {});
        }
        return story;
    }
}
