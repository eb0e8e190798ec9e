package io.deltawire.fact;

import io.deltawire.claim.Claim;

/** A figure of an article beside one of its story that has another value. */
public final class FigurePair {
    private final Claim claim;
    private final Slot slot;
    private final Slot fact;
    private final String before;
    private final float[] features;
    private final PairWords words;

    /**
     * @param before leading value of the story's, canonical
     * @param features in the order of {@link PairFeatures#NAMES}
     */
    FigurePair(Claim claim, Slot slot, Slot fact, String before, float[] features, PairWords words) {
        this.claim = claim;
        this.slot = slot;
        this.fact = fact;
        this.before = before;
        this.features = features;
        this.words = words;
    }

    /** The article's. */
    public Claim claim() {
        return claim;
    }

    /** Leading value of the story's, canonical. */
    public String before() {
        return before;
    }

    /** In the order of {@link PairFeatures#NAMES}; not to be changed. */
    public float[] features() {
        return features;
    }

    /** @param name one of {@link PairFeatures#NAMES} */
    public double feature(String name) {
        return features[PairFeatures.NAMES.indexOf(name)];
    }

    /** Keys of the words of both, each once, for {@link WordOdds}. */
    public int[] words() {
        return words.figure(claim, slot, fact);
    }
}
