package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.state.MapPieces;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundsTest {
    private static long bytes(MapPieces pieces) {
        long[] bytes = {0};
        pieces.scan("fact|", (key, piece) -> bytes[0] += piece.length);
        return bytes[0];
    }

    @Test
    void aSourceThatChangesItsValueFiftyTimesLosesNoPosition() {
        Newsroom newsroom = new Newsroom();
        for (int i = 0; i < 50; i++) {
            newsroom.report("wire", i, Said.figure("price", "" + (100 + i * 13 % 50)));
        }
        assertThat(newsroom.facts().get(0).positions()).hasSize(50);
    }

    @Test
    void aStoryOfTwentyThousandArticlesKeepsEveryPositionInBoundedSpace() {
        MapPieces pieces = new MapPieces();
        Newsroom newsroom = new Newsroom(new FactEngine(pieces));
        long half = 0;
        for (int i = 0; i < 20_000; i++) {
            newsroom.report(
                    "outlet" + i % 60,
                    i / 60.0,
                    Said.figure("killed", "" + (10 + i / 1_000)),
                    Said.figure("injured", "40"));
            half = i == 9_999 ? bytes(pieces) : half;
        }
        assertThat(newsroom.facts()).hasSize(2);
        assertThat(newsroom.facts())
                .filteredOn(fact -> fact.subject().equals("killed"))
                .flatExtracting(FactView::positions)
                .hasSize(20);
        FactConfig config = FactConfig.defaults();
        assertThat(bytes(pieces)).isLessThan(30L * (config.maxSources() * 30L + config.maxCites() * 40L));
        assertThat(bytes(pieces)).isLessThan(3 * half);
    }

    @Test
    void tenThousandClaimsInOneArticleAndAsManyFactsInOneStoryStayBounded() {
        Newsroom newsroom = new Newsroom();
        List<Said> flood = new ArrayList<>();
        for (int i = 0; i < 10_000; i++) {
            flood.add(Said.figure("thing" + i, "" + i));
        }
        assertThat(newsroom.report("wire", 0, flood.toArray(new Said[0])))
                .hasSize(FactConfig.defaults().maxClaims());
        for (int i = 0; i < 40; i++) {
            Said[] part = new Said[100];
            for (int j = 0; j < 100; j++) {
                part[j] = Said.figure("other" + i + "-" + j, "1");
            }
            newsroom.report("wire", 1 + i, part);
        }
        assertThat(newsroom.facts())
                .hasSizeLessThanOrEqualTo(FactConfig.defaults().maxFacts());
    }

    @Test
    void anUnreadableNumberIsAValueLikeAnyOther() {
        Newsroom newsroom = new Newsroom();
        newsroom.report("wire", 0, Said.figure("killed", "9".repeat(400)));
        newsroom.report("post", 1, Said.figure("killed", "many"));
        assertThat(newsroom.facts()).hasSize(1);
    }
}
