package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class StoryPiecesTest {
    private static final int[] PLACES = {7, 90};
    private static final int[] DAYS = {20_000, 20_001};
    private static final int[] FIGURES = {-5, 12};
    private static final String KEY = "m/s\0" + "00000000";

    private final MapPieces map = new MapPieces();
    private final StoryPieces pieces = new StoryPieces(map);

    @Test
    void memberIsReadAsItWasWritten() {
        write();
        Member read = read();
        assertThat(read.articleId()).isEqualTo("a");
        assertThat(read.facet(Facet.PLACE)).containsExactly(PLACES);
        assertThat(read.facet(Facet.DAY)).containsExactly(DAYS);
        assertThat(read.facet(Facet.FIGURE)).containsExactly(FIGURES);
    }

    /** Its days are keys of another kind, and it has no figures. */
    @Test
    void memberOfABuildBeforeFiguresIsReadWithoutThemAndWithoutDays() {
        write();
        byte[] piece = map.get(KEY);
        int figures = 1 + 5 + 1; // how many, the first, how far on the second is
        map.put(KEY, Arrays.copyOf(piece, piece.length - figures));
        Member read = read();
        assertThat(read.facet(Facet.PLACE)).containsExactly(PLACES);
        assertThat(read.facet(Facet.DAY)).isEmpty();
        assertThat(read.facet(Facet.FIGURE)).isEmpty();
    }

    private void write() {
        int[][] facets = Member.NO_FACETS.clone();
        facets[Facet.PLACE.index] = PLACES;
        facets[Facet.DAY.index] = DAYS;
        facets[Facet.FIGURE.index] = FIGURES;
        Member member = new Member("a", "", "", "", 0, 0, 0, "", Vector.EMPTY, Vector.EMPTY, facets, new byte[0]);
        Story story = new Story("s", "en", 0, 0, "");
        pieces.write(new Entry(member, story, 0));
    }

    private Member read() {
        List<Member> members = new ArrayList<>();
        pieces.members(placed -> members.add(placed.member()));
        assertThat(members).hasSize(1);
        return members.get(0);
    }
}
