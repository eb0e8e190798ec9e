package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Placement;
import io.deltawire.text.Hedge;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactEngineTest {
    private final Newsroom newsroom = new Newsroom();

    private static List<String> lines(List<Change> changes) {
        return changes.stream()
                .map(change -> change.type() + " " + change.before() + " -> " + change.after())
                .toList();
    }

    @Test
    void aTollThatRisesOverHoursIsRevisedAndSaysSoInOneLine() {
        newsroom.report("wire", 0, Said.figure("killed", "41", "place=marvenia"));
        List<Change> changes = newsroom.report(
                "tribune", 5, Said.figure("killed", "118", "place=marvenia").update());
        assertThat(lines(changes)).containsExactly("REVISED 41 -> 118");
        assertThat(changes.get(0).text()).isEqualTo("Death toll revised from 41 to 118 — 1 source");
        assertThat(changes.get(0).beforeSources()).containsExactly("wire");
        assertThat(changes.get(0).claim().articleId()).isEqualTo("a2");
    }

    @Test
    void earlierTollWithAtLeastDoesNotContradictHigherToll() {
        newsroom.report("wire", 0, Said.figure("killed", "15"));
        assertThat(newsroom.report("tribune", 1, Said.figure("killed", "12").hedged(Hedge.AT_LEAST)))
                .isEmpty();
        assertThat(newsroom.facts().get(0).disputed()).isFalse();
        assertThat(newsroom.facts().get(0).positions())
                .extracting(Position::value)
                .containsExactly("15", "12");
    }

    @Test
    void whoWasHurtAndHasDiedIsHurtNoMore() {
        newsroom.report("wire", 0, Said.figure("injured", "1").cue(Claim.Cue.DERIVED));
        assertThat(lines(
                        newsroom.report("tribune", 8, Said.figure("killed", "1").cue(Claim.Cue.DERIVED))))
                .containsExactly("REPORTED  -> 1", "REVISED 1 -> 0");
        assertThat(newsroom.report("slow", 9, Said.figure("killed", "1").cue(Claim.Cue.DERIVED)))
                .extracting(Change::type)
                .containsExactly(Change.Type.CORROBORATED);
    }

    @Test
    void whoDiesBesideThoseStillToldOfAsHurtIsNoneOfThem() {
        newsroom.report("wire", 0, Said.figure("injured", "1").cue(Claim.Cue.DERIVED));
        assertThat(lines(newsroom.report(
                        "tribune",
                        8,
                        Said.figure("killed", "1").cue(Claim.Cue.DERIVED),
                        Said.figure("injured", "1").cue(Claim.Cue.DERIVED))))
                .containsExactlyInAnyOrder("REPORTED  -> 1", "CORROBORATED 1 -> 1");
        newsroom.report("herald", 9, Said.figure("injured", "12"));
        assertThat(newsroom.report("post", 12, Said.figure("killed", "2").cue(Claim.Cue.DERIVED)))
                .as("twelve are too many to be who died")
                .noneMatch(change -> change.after().equals("0"));
    }

    @Test
    void aToOutletsBehindTheNewsTheTollStays() {
        newsroom.report("wire", 0, Said.figure("killed", "41"));
        newsroom.report("wire", 4, Said.figure("killed", "118").update());
        assertThat(newsroom.report("slow", 5, Said.figure("killed", "41"))).isEmpty();
        assertThat(newsroom.report("slower", 6, Said.figure("killed", "60").update()))
                .isEmpty();
    }

    @Test
    void roundedFiguresAgree() {
        newsroom.report("wire", 0, Said.figure("damage", "4190000000"));
        assertThat(lines(newsroom.report("tribune", 1, Said.figure("damage", "4200000000"))))
                .containsExactly("CORROBORATED 4190000000 -> 4190000000");
        newsroom.report("wire", 2, Said.figure("violation", "497"));
        assertThat(newsroom.report("tribune", 3, Said.figure("violation", "500").hedged(Hedge.AT_MOST)))
                .isEmpty();
    }

    @Test
    void independentSourcesWithDifferentCrowdFiguresDisputeThem() {
        newsroom.report("post", 0, Said.figure("crowd", "15000").by("police"));
        List<Change> changes =
                newsroom.report("voice", 1, Said.figure("crowd", "80000").by("organisers"));
        assertThat(lines(changes)).containsExactly("DISPUTED 15000 -> 80000");
        assertThat(newsroom.facts().get(0).disputed()).isTrue();
        assertThat(newsroom.report(
                        "third",
                        2,
                        Said.figure("crowd", "15000").by("police"),
                        Said.figure("crowd", "80000").by("organisers")))
                .extracting(Change::type)
                .containsExactly(Change.Type.CORROBORATED);
    }

    @Test
    void aDisputeIsSettledWhenTheOtherSideComesRound() {
        newsroom.report("post", 0, Said.figure("crowd", "15000"));
        newsroom.report("voice", 1, Said.figure("crowd", "80000"));
        assertThat(lines(newsroom.report("voice", 3, Said.figure("crowd", "15000"))))
                .containsExactly("SETTLED 80000 -> 15000");
        assertThat(newsroom.facts().get(0).disputed()).isFalse();
    }

    @Test
    void sidesPeriodsAndSubgroupsAreFactsOfTheirOwn() {
        newsroom.report(
                "wire",
                0,
                Said.figure("violation", "700", "whose=russia"),
                Said.figure("killed", "1250", "period=day", "whose=russia"),
                Said.figure("killed", "19"));
        List<Change> changes = newsroom.report(
                "tribune",
                1,
                Said.figure("violation", "500", "whose=ukraine"),
                Said.figure("killed", "500000", "period=overall", "whose=russia"),
                Said.figure("killed", "3", "of=child").cue(Claim.Cue.SUBGROUP));
        assertThat(changes).extracting(Change::type).containsOnly(Change.Type.REPORTED);
    }

    @Test
    void historyAndPossibilitiesFillNothing() {
        newsroom.report("wire", 0, Said.figure("killed", "19"));
        assertThat(newsroom.report(
                        "tribune",
                        1,
                        Said.figure("killed", "2300").cue(Claim.Cue.HISTORY),
                        Said.figure("killed", "400").in(Modality.POSSIBLE)))
                .isEmpty();
    }

    @Test
    void aPostponedDateIsRevisedAndAnEarlierMeetingIsAnotherOccasion() {
        newsroom.report("wire", 0, Said.of(Kind.SCHEDULE, "trial", "2025-03-17", "field=date"));
        assertThat(newsroom.report("tribune", 1, Said.of(Kind.SCHEDULE, "trial", "2025-03-01", "field=date")))
                .extracting(Change::type)
                .containsExactly(Change.Type.REPORTED);
        assertThat(lines(newsroom.report(
                        "wire",
                        20,
                        Said.of(Kind.SCHEDULE, "trial", "2025-04-24", "field=date")
                                .update())))
                .containsExactly("REVISED 2025-03-17 -> 2025-04-24");
        assertThat(newsroom.report("third", 21, Said.of(Kind.SCHEDULE, "trial", "2025-04", "field=date")))
                .isEmpty();
    }

    @Test
    void aLeaderAndHisCountryAreOneHolderOfAPosition() {
        newsroom.report(
                "wire",
                0,
                Said.of(Kind.POSITION, "Ana Berg", "undecided", "on=talks", "side=c:x")
                        .id("p:1"));
        assertThat(lines(newsroom.report(
                        "post",
                        2,
                        Said.of(Kind.POSITION, "Xland", "rejects", "on=talks").id("c:x"))))
                .containsExactly("REVISED undecided -> rejects");
        assertThat(newsroom.report(
                        "post",
                        3,
                        Said.of(Kind.POSITION, "Yland", "accepts", "on=talks").id("c:y")))
                .extracting(Change::type)
                .containsExactly(Change.Type.REPORTED);
    }

    @Test
    void twoPresidentsAtOnceAreADispute() {
        newsroom.report("wire", 0, Said.of(Kind.OFFICE, "president", "Ana Berg", "country=c:x"));
        assertThat(lines(newsroom.report("post", 5, Said.of(Kind.OFFICE, "president", "Tom Reed", "country=c:x"))))
                .containsExactly("DISPUTED Ana Berg -> Tom Reed");
        assertThat(newsroom.report(
                        "third",
                        6,
                        Said.of(Kind.OFFICE, "president", "Kim Lee", "country=c:x")
                                .in(Modality.PLANNED)))
                .extracting(Change::type)
                .containsExactly(Change.Type.REPORTED);
    }

    @Test
    void corroborationIsAnnouncedAtItsStepsAndCountsSourcesOnce() {
        newsroom.report("s1", 0, Said.figure("killed", "41"));
        assertThat(newsroom.report("s1", 1, Said.figure("killed", "41"))).isEmpty();
        assertThat(newsroom.report("s2", 2, Said.figure("killed", "41")).get(0).afterSources())
                .containsExactly("s1", "s2");
        assertThat(newsroom.report("s3", 3, Said.figure("killed", "41"))).hasSize(1);
        assertThat(newsroom.report("s4", 4, Said.figure("killed", "41"))).isEmpty();
        assertThat(newsroom.report("s5", 5, Said.figure("killed", "41"))).hasSize(1);
    }

    @Test
    void aShiftThatHardlyProvesTrueIsNotToldButForWhoHoldsAnOffice() {
        assertThat(shiftsAt(
                        0.34, Said.of(Kind.STATUS, "strike", "planned"), Said.of(Kind.STATUS, "strike", "cancelled")))
                .isEmpty();
        assertThat(shiftsAt(
                        0.36, Said.of(Kind.STATUS, "strike", "planned"), Said.of(Kind.STATUS, "strike", "cancelled")))
                .containsExactly("REVISED planned -> cancelled");
        assertThat(shiftsAt(
                        0.1,
                        Said.of(Kind.OFFICE, "president", "Rui Lopes"),
                        Said.of(Kind.OFFICE, "president", "Ana Roux")))
                .containsExactly("REVISED Rui Lopes -> Ana Roux");
    }

    private static List<String> shiftsAt(double proof, Said before, Said after) {
        Newsroom told = new Newsroom(new FactEngine(new MapPieces(), FactConfig.defaults(), new SilentJudge() {
            @Override
            public double proves(float[] signs) {
                return proof;
            }
        }));
        told.report("s1", 0, before);
        List<Change> changes = told.report("s2", 5, after.update());
        assertThat(told.facts().get(0).positions()).as("noted all the same").hasSize(2);
        return changes.stream()
                .map(change -> change.type() + " " + change.before() + " -> " + change.after())
                .toList();
    }

    @Test
    void whatIsOnlyMentionedIsNeitherReportedNorCorroborated() {
        assertThat(newsroom.report(
                        "s1", 0, Said.of(Kind.STATUS, "proposal", "proposed").sure(0.43)))
                .isEmpty();
        assertThat(newsroom.report(
                        "s2", 1, Said.of(Kind.STATUS, "proposal", "proposed").sure(0.43)))
                .isEmpty();
        assertThat(newsroom.report(
                        "s3", 2, Said.of(Kind.STATUS, "proposal", "proposed").sure(0.8)))
                .extracting(Change::type)
                .containsExactly(Change.Type.CORROBORATED);
    }

    @Test
    void aCopyOfAnOldTextChangesNothing() {
        newsroom.report("wire", 0, Said.of(Kind.STATUS, "strike", "planned"));
        newsroom.report("wire", 5, Said.of(Kind.STATUS, "strike", "cancelled").update());
        assertThat(newsroom.engine()
                        .accept(
                                Said.article(
                                        "copy",
                                        "quay",
                                        Newsroom.hour(6),
                                        List.of(),
                                        Said.of(Kind.STATUS, "strike", "planned")
                                                .update()),
                                new Placement("story", "a1", "wire", false, List.of()),
                                Newsroom.hour(6)))
                .isEmpty();
    }

    @Test
    void aWithdrawnValueIsRetractedAndTheOneBeforeStands() {
        newsroom.report("wire", 0, Said.figure("killed", "12"));
        newsroom.report("wire", 1, Said.figure("killed", "31").update());
        assertThat(lines(newsroom.report("wire", 2, Said.figure("killed", "31").cue(Claim.Cue.RETRACTION))))
                .containsExactly("RETRACTED 31 -> 12");
    }

    @Test
    void anArticleDeliveredTwiceSpeaksOnce() {
        var article = Said.article("a9", "wire", Newsroom.hour(0), List.of(), Said.figure("killed", "12"));
        assertThat(newsroom.tell("story", "wire", article)).hasSize(1);
        assertThat(newsroom.tell("story", "wire", article)).isEmpty();
        assertThat(newsroom.facts().get(0).positions().get(0).sources()).containsExactly("wire");
    }

    @Test
    void contradictionsWithinOneTextMakeOneChangeForTheFact() {
        newsroom.report("wire", 0, Said.figure("killed", "12"));
        assertThat(lines(newsroom.report(
                        "post",
                        2,
                        Said.figure("killed", "14").cue(Claim.Cue.HEADLINE),
                        Said.figure("killed", "15").cue(Claim.Cue.TOTAL),
                        Said.figure("killed", "9"))))
                .containsExactly("REVISED 12 -> 15");
    }

    @Test
    void townsThatAnArticleTellsApartAreTwoFactsAndTownAndProvinceAreOne() {
        newsroom.report("wire", 0, List.of("belmar", "orsina"), Said.figure("killed", "19", "place=belmar"));
        assertThat(lines(newsroom.report(
                        "post", 2, List.of("orsina", "belmar"), Said.figure("killed", "64", "place=orsina"))))
                .containsExactly("REVISED 19 -> 64");
        newsroom.report("wire", 3, Said.figure("injured", "5", "place=kar"), Said.figure("injured", "9", "place=ode"));
        assertThat(newsroom.report(
                        "post", 4, Said.figure("injured", "9", "place=ode"), Said.figure("injured", "5", "place=kar")))
                .extracting(Change::type)
                .containsOnly(Change.Type.CORROBORATED);
    }

    @Test
    void theEngineForgetsAStoryWhole() {
        MapPieces pieces = new MapPieces();
        Newsroom other = new Newsroom(new FactEngine(pieces));
        other.report("wire", 0, Said.figure("killed", "12"));
        other.engine().forget("story");
        pieces.scan("", (key, piece) -> {
            throw new AssertionError("left behind: " + key);
        });
        assertThat(other.facts()).isEmpty();
    }
}
