package io.deltawire.fact;

import java.time.Duration;
import java.util.List;

/**
 * What FACT can be told.
 *
 * @param disputeWindow how long a leading value counts as still reported after its last statement; only then can an
 *     independent source dispute it, later ones simply follow it
 * @param movingGap how much later than a moving figure (a price, the number missing) another must be to replace it
 * @param minShiftConfidence least {@link Claim#confidence()} of a claim that may revise, dispute or settle
 * @param minShiftProof least chance of proving true of a shift that is given out; one below it is noted beside the leading value
 * @param minPositionProof the same of a position
 * @param outweighSources independent sources a position needs to settle a dispute by number alone
 * @param outweighRatio how many times the other side's sources that must be
 * @param corroborationSteps numbers of independent sources that are worth an event, ascending
 * @param maxClaims claims read of one article, first in text order
 * @param maxFacts facts kept of one story; beyond it the least supported, longest unheard one goes
 * @param maxFullPositions positions of one fact kept with their single statements; older ones keep value, sources, counts
 * @param maxSources sources kept by name for one position
 * @param maxCites statements kept singly for one position; older ones are folded into their source's count
 * @param maxSpeakers speakers kept for one position
 * @param shownFacts facts that the picture of a story shows
 * @param cachedFacts facts held in memory over all stories
 */
public record FactConfig(
        Duration disputeWindow,
        Duration movingGap,
        double minShiftConfidence,
        double minShiftProof,
        double minPositionProof,
        int outweighSources,
        int outweighRatio,
        List<Integer> corroborationSteps,
        int maxClaims,
        int maxFacts,
        int maxFullPositions,
        int maxSources,
        int maxCites,
        int maxSpeakers,
        int shownFacts,
        int cachedFacts) {

    public FactConfig {
        if (disputeWindow.isNegative() || movingGap.isNegative()) {
            throw new IllegalArgumentException("durations must not be negative");
        }
        for (double chance : new double[] {minShiftConfidence, minShiftProof, minPositionProof}) {
            if (chance < 0 || chance > 1) {
                throw new IllegalArgumentException("confidence and chance lie in 0 to 1");
            }
        }
        if (outweighSources < 1 || outweighRatio < 1 || maxClaims < 1 || maxFacts < 1) {
            throw new IllegalArgumentException("counts must be positive");
        }
        if (maxSources < 1
                || maxFullPositions < 1
                || maxCites < 1
                || maxSpeakers < 1
                || shownFacts < 1
                || cachedFacts < 1) {
            throw new IllegalArgumentException("bounds must be positive");
        }
        corroborationSteps = List.copyOf(corroborationSteps);
    }

    public static FactConfig defaults() {
        return new FactConfig(
                Duration.ofHours(24),
                Duration.ofMinutes(90),
                0.5,
                0.35,
                0.3,
                3,
                3,
                List.of(2, 3, 5, 10, 20, 50, 100, 200),
                200,
                2_000,
                40,
                256,
                32,
                16,
                200,
                20_000);
    }
}
