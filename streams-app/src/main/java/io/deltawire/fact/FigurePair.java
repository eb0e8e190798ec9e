package io.deltawire.fact;

import io.deltawire.claim.Claim;

/**
 * A figure of an article beside one of its story that has another value.
 *
 * @param claim the article's figure
 * @param fact id of the story's
 * @param before its leading value, canonical
 * @param features in the order of {@link PairFeatures#NAMES}
 */
@SuppressWarnings("ArrayRecordComponent") // compared by nobody
public record FigurePair(Claim claim, String fact, String before, float[] features) {
    /** @param name one of {@link PairFeatures#NAMES} */
    public double feature(String name) {
        return features[PairFeatures.NAMES.indexOf(name)];
    }
}
