package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.engine.Enricher;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.text.Article;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What the shipped model makes of whole articles. */
class ShiftModelTest {
    private static final Enricher ENRICHER = new Enricher();
    private final FactEngine engine = new FactEngine(new MapPieces());
    private int articles;

    private List<String> read(String outlet, String title, String text) {
        articles++;
        Instant at = Instant.parse("2025-02-03T08:00:00Z").plusSeconds(articles * 9_000L);
        Digest digest = ENRICHER.enrich(new Article("a" + articles, "", title, text, at, outlet, "en"))
                .digest();
        List<String> shifts = new ArrayList<>();
        for (Change change : engine.accept(digest, new Placement("s", "", outlet, false, List.of()), at)) {
            if (change.type() == Change.Type.REVISED
                    || change.type() == Change.Type.DISPUTED
                    || change.type() == Change.Type.SETTLED) {
                shifts.add(change.type() + " " + change.before() + " -> " + change.after());
            }
        }
        return shifts;
    }

    @Test
    void aFigureUnderAnotherNounIsTheSameFigure() {
        read(
                "Post",
                "Fare rise for ferries",
                "Islanders will pay a surcharge of 12 dollars a crossing, the line said.");
        assertThat(read(
                        "Herald",
                        "Ferry line cuts fee",
                        "After protests the line lowered the levy on each crossing to 9 dollars from 12 dollars."))
                .containsExactly("REVISED 12 -> 9");
    }

    @Test
    void byHowMuchAFigureChangedTellsWhatItWas() {
        read("Post", "Sit-in at the quarry", "Forty-four neighbours have occupied the quarry at Brenn since Friday.");
        assertThat(read(
                        "Herald",
                        "Police clear the quarry",
                        "Officers carried off 61, seventeen more than had come on Friday."))
                .containsExactly("REVISED 44 -> 61");
    }

    @Test
    void aBareNumberHasTheUnitOfWhatItIsANewValueOf() {
        read(
                "Post",
                "Tunnel under the fjord",
                "The tunnel under the fjord is 3.5 kilometres long so far, the builders said.");
        assertThat(read("Herald", "Fjord tunnel", "The builders have now driven the tunnel 4.1 into the rock."))
                .contains("REVISED 3.5 -> 4.1");
    }

    @Test
    void aCountThatTheOtherSideRejectsIsADispute() {
        read("Post", "Dock strike", "The port operator said 300 jobs would be cut at the terminal in Varna.");
        assertThat(
                        read(
                                "Herald",
                                "Union disputes job cuts in Varna",
                                "The dockers' union said 520 jobs would be cut at the terminal, not 300. The operator called that figure exaggerated."))
                .containsExactly("DISPUTED 300 -> 520");
    }

    @Test
    void figuresOfDifferentThingsDoNotShiftEachOther() {
        read(
                "Post",
                "Bridge closed",
                "The bridge carries 14000 cars a day. Repairs will take 11 weeks, engineers said. The city has 240 buses.");
        assertThat(
                        read(
                                "Herald",
                                "Bridge shut",
                                "The city has 21000 inhabitants. Some 6 weeks ago a barge struck a pier. Ferries made 300 crossings on Monday."))
                .isEmpty();
    }
}
