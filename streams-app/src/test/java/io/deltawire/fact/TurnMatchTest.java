package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.DOUBLE;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.state.MapPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What follows from the judge's word on days, positions, offices and states. */
class TurnMatchTest {
    private static final Said REOPENING = Said.of(Kind.SCHEDULE, "reopening", "2025-03-20", "about=pass", "field=date");
    private static final Said TRAFFIC = Said.of(Kind.SCHEDULE, "traffic", "2025-03-27", "about=pass", "field=date");

    private static Newsroom judgedBy(ToDoubleFunction<TurnPair> turns) {
        return judgedBy(turns, signs -> Double.NaN);
    }

    private static Newsroom judgedBy(ToDoubleFunction<TurnPair> turns, ToDoubleFunction<float[]> proves) {
        return new Newsroom(new FactEngine(new MapPieces(), FactConfig.defaults(), new SilentJudge() {
            @Override
            public double turns(TurnPair pair) {
                return turns.applyAsDouble(pair);
            }

            @Override
            public double proves(float[] signs) {
                return proves.applyAsDouble(signs);
            }
        }));
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> change.type() + " " + change.before() + " -> " + change.after())
                .toList();
    }

    @Test
    void whatTheJudgeTakesForNewsShiftsAFactOfAnotherName() {
        Newsroom newsroom = judgedBy(pair -> 0.9);
        newsroom.report("Post", 0, REOPENING);
        assertThat(told(newsroom.report("Herald", 5, TRAFFIC))).containsExactly("REVISED 2025-03-20 -> 2025-03-27");
        assertThat(newsroom.facts()).hasSize(1);
    }

    @Test
    void theOlderDayBesideTheNewOneIsTold() {
        for (String sentence :
                List.of("Down for 20 March, traffic starts on 27 March.", "Traffic, 120 March coaches of it.")) {
            List<Double> told = new ArrayList<>();
            Newsroom newsroom = judgedBy(pair -> {
                told.add((double) pair.features()[TurnFeatures.NAMES.indexOf("toldApart")]);
                return 0;
            });
            newsroom.report("Post", 0, REOPENING);
            newsroom.report("Herald", 5, TRAFFIC.saying(sentence));
            assertThat(told).as(sentence).containsExactly(sentence.startsWith("Down") ? 1.0 : 0.0);
        }
    }

    @Test
    void aShiftIsGivenOutWithTheJudgesWordOnHowOftenSuchProveTrue() {
        List<Double> chances = new ArrayList<>();
        Newsroom newsroom = judgedBy(pair -> 0.75, signs -> {
            chances.add((double) signs[ShiftSigns.NAMES.indexOf("chance")]);
            return 0.6214;
        });
        double first = newsroom.report("Post", 0, REOPENING).get(0).confidence();
        assertThat(first).as("what is no shift is not asked about").isNotEqualTo(0.621);
        assertThat(newsroom.report("Herald", 5, TRAFFIC))
                .singleElement()
                .extracting(Change::confidence)
                .isEqualTo(0.621);
        assertThat(chances)
                .as("log-odds of what it gave the pair")
                .singleElement(DOUBLE)
                .isCloseTo(Math.log(3), within(1e-6));
    }

    @Test
    void aShiftOfWhichTheJudgeSaysNothingHasTheConfidenceOfItsRow() {
        Newsroom newsroom = new Newsroom();
        newsroom.report("Post", 0, Said.figure("killed", "19"));
        Change grown = newsroom.report("Herald", 5, Said.figure("killed", "41")).get(0);
        assertThat(grown.type()).isEqualTo(Change.Type.REVISED);
        assertThat(grown.confidence()).isEqualTo(Confidence.of(DecisionTable.GROWN, grown.claim(), 1));
    }

    @Test
    void whatTheJudgeRefusesIsAFactOfItsOwn() {
        Newsroom newsroom = judgedBy(pair -> 0);
        newsroom.report("Post", 0, REOPENING);
        Said moved = Said.of(Kind.SCHEDULE, "reopening", "2025-03-27", "about=pass", "field=date")
                .update();
        assertThat(told(newsroom.report("Herald", 5, moved))).containsExactly("REPORTED  -> 2025-03-27");
        assertThat(newsroom.facts()).hasSize(2);
    }

    @Test
    void aGuessSaysNothingByItself() {
        Said guess =
                Said.of(Kind.OFFICE, "office", "Nermine Eid", "about=district").sure(0.3);
        Newsroom newsroom = judgedBy(pair -> 0);
        assertThat(newsroom.report("Post", 0, guess)).isEmpty();
        assertThat(newsroom.facts()).isEmpty();
    }

    @Test
    void aGuessThatTheJudgeTakesForNewsShiftsWhatTheStoryKnows() {
        Said guess =
                Said.of(Kind.OFFICE, "office", "Nermine Eid", "about=district").sure(0.3);
        Newsroom newsroom = judgedBy(pair -> 0.9);
        newsroom.report("Post", 0, Said.of(Kind.OFFICE, "mayor", "Leo Hart", "about=district", "body=org:vale"));
        assertThat(told(newsroom.report("Herald", 5, guess))).containsExactly("REVISED Leo Hart -> Nermine Eid");
    }

    @Test
    void oneArticleGivesAFactOneNewValue() {
        Newsroom newsroom = judgedBy(pair -> pair.after().equals("2025-03-27") ? 0.9 : 0.8);
        newsroom.report("Post", 0, REOPENING);
        Said other = Said.of(Kind.SCHEDULE, "hearing", "2025-04-02", "about=pass", "field=date");
        assertThat(told(newsroom.report("Herald", 5, other, TRAFFIC)))
                .contains("REVISED 2025-03-20 -> 2025-03-27")
                .doesNotContain("REVISED 2025-03-20 -> 2025-04-02");
    }

    private static final Said ROUX =
            Said.of(Kind.OFFICE, "president", "Ada Roux", "about=summit", "country=country:fr");

    @Test
    void whoHoldTheOfficeOfTwoBodiesFollowNeither() {
        Newsroom newsroom = judgedBy(pair -> 0.9);
        newsroom.report("Post", 0, Said.of(Kind.OFFICE, "president", "Leo Hart", "about=summit"));
        Said hart = Said.of(Kind.OFFICE, "president", "Leo Hart", "about=summit", "country=country:us");
        assertThat(told(newsroom.report("Herald", 5, hart, ROUX)))
                .isNotEmpty()
                .noneMatch(change -> change.startsWith("REVISED") || change.startsWith("DISPUTED"));
    }

    @Test
    void whomTwoTextsGiveOneOfficeOfOneBodyContradictEachOtherWhateverTheJudgeSays() {
        Newsroom newsroom = judgedBy(pair -> 0);
        newsroom.report("Post", 0, ROUX);
        Said hart = Said.of(Kind.OFFICE, "president", "Leo Hart", "about=summit", "country=country:fr");
        assertThat(told(newsroom.report("Herald", 5, hart))).containsExactly("DISPUTED Ada Roux -> Leo Hart");
    }

    @Test
    void whoFollowedWhomIsAShiftThoughOnlyOneArticleTellsIt() {
        Said wells = Said.of(Kind.OFFICE, "office", "Dana Wells", "about=jail", "was=Leo Hart")
                .cue(Claim.Cue.UPDATE);
        Newsroom newsroom = judgedBy(pair -> 0);
        newsroom.report("Post", 0, REOPENING);
        assertThat(told(newsroom.report("Herald", 5, wells))).contains("REVISED Leo Hart -> Dana Wells");
        assertThat(told(newsroom.report("Courier", 6, wells))).noneMatch(change -> change.startsWith("REVISED"));
    }

    @Test
    void whoFollowedWhomIsNoShiftInAStoryThatBeginsWithIt() {
        Said wells = Said.of(Kind.OFFICE, "mayor", "Dana Wells", "about=jail", "was=Leo Hart")
                .cue(Claim.Cue.UPDATE);
        assertThat(told(judgedBy(pair -> 0).report("Post", 0, wells))).containsExactly("REPORTED  -> Dana Wells");
    }
}
