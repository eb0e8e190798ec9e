package io.deltawire.fact;

import io.deltawire.claim.Claim;

/** How often a change of this make proves true. */
final class Confidence {
    private Confidence() {}

    /**
     * @param row what decided
     * @param sources independent sources of the value after
     * @return 0 to 1
     */
    static double of(DecisionTable row, Claim claim, int sources) {
        double doubt = (1 - row.reliability()) * Math.pow(0.75, Math.max(0, sources - 1));
        double reading = claim.cues().contains(Claim.Cue.HEADLINE) ? 0.95 : 1;
        return rounded((1 - doubt) * reading * (0.75 + claim.confidence() / 4));
    }

    /** Belief in the leading position: more independent sources, less room for doubt; an open dispute halves it. */
    static double standing(Fact fact) {
        Standing leading = fact.leading();
        if (leading == null) {
            return 0;
        }
        double alone = 1 - 0.4 * Math.pow(0.6, leading.backings().size() - 1.0);
        return rounded(fact.disputed() ? alone / 2 : alone);
    }

    static double rounded(double value) {
        return Math.round(value * 1_000) / 1_000.0;
    }
}
