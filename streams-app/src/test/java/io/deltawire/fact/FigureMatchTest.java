package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Modality;
import io.deltawire.state.MapPieces;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;

/** Which figures the judge is asked of, and what follows from its word. */
class FigureMatchTest {
    private final List<FigurePair> asked = new ArrayList<>();

    private Newsroom judgedBy(Predicate<FigurePair> shifts) {
        return new Newsroom(new FactEngine(new MapPieces(), FactConfig.defaults(), new SilentJudge() {
            @Override
            public double shifts(FigurePair pair) {
                asked.add(pair);
                return shifts.test(pair) ? 0.9 : 0;
            }

            @Override
            public double contests(FigurePair pair) {
                return 0;
            }
        }));
    }

    /** A judge that gives pairs one chance at first and another at a closer look. */
    private Newsroom judgedTwice(ToDoubleFunction<FigurePair> first, ToDoubleFunction<FigurePair> closer) {
        return new Newsroom(new FactEngine(new MapPieces(), FactConfig.defaults(), new SilentJudge() {
            @Override
            public double shifts(FigurePair pair) {
                return first.applyAsDouble(pair);
            }

            @Override
            public double read(FigurePair pair, double chance) {
                asked.add(pair);
                return closer.applyAsDouble(pair);
            }

            @Override
            public double contests(FigurePair pair) {
                return 0;
            }
        }));
    }

    private static List<String> told(List<Change> changes) {
        return changes.stream()
                .map(change -> change.type() + " " + change.before() + " -> " + change.after())
                .toList();
    }

    private static List<List<String>> values(Newsroom newsroom) {
        return newsroom.facts().stream()
                .map(fact -> fact.positions().stream().map(Position::value).toList())
                .toList();
    }

    @Test
    void twoFiguresForOneUnlistedNounAreTwoFacts() {
        Newsroom newsroom = judgedBy(pair -> pair.before().equals("612"));
        newsroom.report("Post", 0, Said.figure("suitcase", "612"), Said.figure("suitcase", "244"));
        assertThat(values(newsroom)).containsExactlyInAnyOrder(List.of("612"), List.of("244"));
        assertThat(told(newsroom.report("Herald", 3, Said.figure("suitcase", "244"))))
                .as("the one that has the value")
                .containsExactly("CORROBORATED 244 -> 244");
        assertThat(told(newsroom.report("Gazette", 5, Said.figure("suitcase", "558"))))
                .containsExactly("REVISED 612 -> 558");
    }

    @Test
    void twoFiguresOfAListedTollAreOneFact() {
        Newsroom newsroom = judgedBy(pair -> false);
        newsroom.report("Post", 0, Said.figure("killed", "12"), Said.figure("killed", "4"));
        assertThat(newsroom.facts()).hasSize(1);
    }

    @Test
    void aTollThatRisesALittleInItsOwnSlotIsNoSecondTollWhateverTheJudgeSays() {
        Newsroom newsroom = judgedBy(pair -> false);
        newsroom.report("Post", 0, Said.figure("killed", "28"));
        assertThat(told(newsroom.report("Herald", 30, Said.figure("killed", "29"))))
                .containsExactly("REVISED 28 -> 29");
        newsroom.report("Gazette", 40, Said.figure("killed", "290"));
        assertThat(values(newsroom))
                .as("ten times as many is the judge's to say")
                .contains(List.of("290"));
    }

    @Test
    void aFigureBesideANotIsGivenOutOnlyWhenTheJudgeKnowsIt() {
        Newsroom newsroom = judgedBy(pair -> pair.before().equals("51"));
        assertThat(newsroom.report("Post", 0, Said.figure("route", "51").in(Modality.DENIED)))
                .as("51 are not running")
                .isEmpty();
        assertThat(told(newsroom.report("Herald", 5, Said.figure("route", "44"))))
                .containsExactly("REVISED 51 -> 44");
    }

    @Test
    void aBareNumberMayBeANewValueOfAFigureWithAUnitIfItIsOfItsSizeAndNoCountOfPeople() {
        Newsroom newsroom = judgedBy(pair -> pair.before().equals("52"));
        newsroom.report("Post", 0, Said.figure("turnout", "52").unit("%"));
        newsroom.report("Herald", 1, Said.figure("killed", "58"));
        newsroom.report("Herald", 1, Said.figure("floor", "580"));
        assertThat(asked).extracting(FigurePair::before).doesNotContain("52");
        List<Change> changes = newsroom.report("Gazette", 5, Said.figure("floor", "58.5"));
        assertThat(told(changes)).containsExactly("REVISED 52 -> 58.5");
        assertThat(changes.get(0).claim().unit()).isEqualTo("%");
    }

    @Test
    void dollarsAreThoseThatTheStoryKnowsOf() {
        Newsroom newsroom = judgedBy(pair -> true);
        newsroom.report("Post", 0, Said.figure("budget", "4600000000").unit("FJD"));
        List<Change> changes =
                newsroom.report("Herald", 5, Said.figure("sum", "4500000000").unit("USD"));
        assertThat(told(changes)).containsExactly("REVISED 4600000000 -> 4500000000");
        assertThat(changes.get(0).claim().unit()).isEqualTo("FJD");
    }

    @Test
    void aCloserLookDecides() {
        Newsroom raised = judgedTwice(pair -> 0.3, pair -> 0.8);
        raised.report("Post", 0, Said.figure("suitcase", "612"));
        assertThat(told(raised.report("Gazette", 5, Said.figure("suitcase", "558"))))
                .containsExactly("REVISED 612 -> 558");
        Newsroom lowered = judgedTwice(pair -> 0.8, pair -> 0.1);
        lowered.report("Post", 0, Said.figure("suitcase", "612"));
        lowered.report("Gazette", 5, Said.figure("suitcase", "558"));
        assertThat(values(lowered)).containsExactlyInAnyOrder(List.of("612"), List.of("558"));
    }

    @Test
    void aPairIsLookedAtOnlyWhileBothItsFiguresAreFree() {
        Newsroom newsroom = judgedTwice(
                pair -> pair.before().equals("612") ? 0.9 : 0.3,
                pair -> pair.before().equals("612") ? 0.9 : 0.8);
        newsroom.report("Post", 0, Said.figure("suitcase", "612"), Said.figure("suitcase", "244"));
        asked.clear();
        assertThat(told(newsroom.report("Gazette", 5, Said.figure("suitcase", "558"))))
                .containsExactly("REVISED 612 -> 558");
        assertThat(asked).extracting(FigurePair::before).containsExactly("612");
    }
}
