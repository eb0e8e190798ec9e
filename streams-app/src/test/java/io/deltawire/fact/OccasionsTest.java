package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What reads like another value but is none: other days, other spellings, rougher words, outlets nobody knows. */
class OccasionsTest {
    private final Newsroom newsroom = new Newsroom();

    private static List<Change.Type> types(List<Change> changes) {
        return changes.stream().map(Change::type).toList();
    }

    @Test
    void unknownOutletsDoNotReviseEachOther() {
        newsroom.report("", 0, Said.figure("magnitude", "7.4"));
        assertThat(newsroom.report("", 1, Said.figure("magnitude", "6.9"))).isEmpty();
        newsroom.report("Harbour Post", 2, Said.figure("aboard", "210"));
        assertThat(types(newsroom.report("Harbour Post", 3, Said.figure("aboard", "204"))))
                .containsExactly(Change.Type.REVISED);
    }

    @Test
    void theCrowdOfAnotherDayIsAnotherCrowd() {
        newsroom.report("Harbour Post", 0, Said.figure("crowd", "2000"));
        assertThat(newsroom.report("Harbour Post", 30, Said.figure("crowd", "150")))
                .isEmpty();
        assertThat(types(newsroom.report(
                        "Harbour Post", 31, Said.figure("crowd", "5000").update())))
                .containsExactly(Change.Type.REVISED);
    }

    @Test
    void thousandsDoNotReplaceAFigure() {
        newsroom.report("Harbour Post", 0, Said.figure("killed", "41"));
        assertThat(newsroom.report("Harbour Post", 3, Said.figure("killed", "200-999")))
                .isEmpty();
        assertThat(types(newsroom.report("Harbour Post", 4, Said.figure("killed", "118"))))
                .containsExactly(Change.Type.REVISED);
    }

    @Test
    void aTollThatFellSilentIsNotLowered() {
        newsroom.report("Harbour Post", 0, Said.figure("killed", "41"));
        assertThat(types(newsroom.report("Meridian Times", 80, Said.figure("killed", "3"))))
                .doesNotContain(Change.Type.REVISED);
    }

    @Test
    void whatOneSourceWithdrawsOthersStillReport() {
        newsroom.report("Harbour Post", 0, Said.figure("killed", "41"));
        newsroom.report("Meridian Times", 1, Said.figure("killed", "41"));
        assertThat(newsroom.report(
                        "Meridian Times", 2, Said.figure("killed", "41").cue(Claim.Cue.RETRACTION)))
                .isEmpty();
        assertThat(newsroom.facts().get(0).positions().get(0).sources()).containsExactly("Harbour Post");
        assertThat(types(newsroom.report(
                        "Harbour Post", 3, Said.figure("killed", "41").cue(Claim.Cue.RETRACTION))))
                .containsExactly(Change.Type.RETRACTED);
    }

    @Test
    void anotherSpellingIsNoSuccessor() {
        newsroom.report("Harbour Post", 0, Said.of(Kind.OFFICE, "president", "Mohammed Mursi", "country=country:eg"));
        assertThat(types(newsroom.report(
                        "Meridian Times", 1, Said.of(Kind.OFFICE, "president", "Mohamed Morsi", "country=country:eg"))))
                .containsExactly(Change.Type.CORROBORATED);
    }
}
