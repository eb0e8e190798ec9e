package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClaimExtractorTest {
    @Test
    void tenThousandClaimsAreCutToTheSurestTwoHundred() {
        StringBuilder text = new StringBuilder();
        for (int i = 3; i < 10_000; i++) {
            text.append("The storm killed ")
                    .append(i)
                    .append(" people in town ")
                    .append(i)
                    .append(". ");
        }
        assertThat(ClaimSuiteTest.claims(text.toString())).hasSizeBetween(100, 200);
    }

    @Test
    void aNumberOfFourHundredDigitsIsNoFigure() {
        List<Claim> claims = ClaimSuiteTest.claims("The quake killed " + "9".repeat(400) + " people on Friday.");
        assertThat(claims)
                .noneMatch(
                        claim -> claim.kind() == Kind.QUANTITY && claim.value().length() > 15);
    }

    @Test
    void aParagraphPrintedTwiceGivesItsClaimsOnce() {
        String paragraph = "The blast killed 12 people and injured 30 in Istanbul, officials said on Friday.";
        assertThat(ClaimSuiteTest.claims(paragraph + "\n\n" + paragraph))
                .hasSameSizeAs(ClaimSuiteTest.claims(paragraph));
    }

    @Test
    void claimsComeInTextOrderWithOffsetsInsideTheText() {
        String text = "The blast killed 12 people. Police arrested 3 men. Turkey rejected the ceasefire.";
        List<Claim> claims = ClaimSuiteTest.claims(text);
        assertThat(claims).isNotEmpty().isSortedAccordingTo(java.util.Comparator.comparingInt(Claim::begin));
        assertThat(claims).allMatch(claim -> claim.begin() < claim.end() && claim.end() <= text.length());
    }

    @Test
    void whomSomebodySpeaksForIsKnownOnlyFromTheSentenceThatTells() {
        String text = "Talks with Lena Berg were postponed. French President Lena Berg rejected the truce. "
                + "Talks with Lena Berg were cancelled.";
        assertThat(ClaimSuiteTest.claims(text))
                .filteredOn(claim -> claim.kind() == Kind.STATUS && !claim.guessed())
                .extracting(claim -> claim.value() + " "
                        + claim.qualifiers().stream()
                                .filter(qualifier -> qualifier.startsWith("with="))
                                .toList())
                .containsExactly("postponed [with=person:lena-berg]", "cancelled [with=country:fr]");
    }

    @Test
    void whatIsDoubtedIsNotGuessedAt() {
        assertThat(ClaimSuiteTest.claims("The district is run by Nermine Eid."))
                .anyMatch(claim -> claim.kind() == Kind.OFFICE && claim.guessed());
        assertThat(ClaimSuiteTest.claims("If the governor goes, Nermine Eid could take over."))
                .noneMatch(claim -> claim.kind() == Kind.OFFICE);
        assertThat(ClaimSuiteTest.claims("Nermine Eid turned down the post of governor."))
                .noneMatch(claim -> claim.kind() == Kind.OFFICE);
    }
}
