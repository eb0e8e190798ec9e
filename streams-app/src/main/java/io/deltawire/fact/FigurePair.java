package io.deltawire.fact;

import io.deltawire.claim.Claim;
import org.jspecify.annotations.Nullable;

/** A figure of an article beside one of its story that has another value. */
public final class FigurePair {
    private final Claim claim;
    private final Slot slot;
    private final Slot fact;
    private final Standing before;
    private final float[] features;
    private final PairWords words;
    private final PairSentences sentences;

    /**
     * @param before what leads there
     * @param features in the order of {@link PairFeatures#NAMES}
     */
    FigurePair(
            Claim claim,
            Slot slot,
            Slot fact,
            Standing before,
            float[] features,
            PairWords words,
            PairSentences sentences) {
        this.claim = claim;
        this.slot = slot;
        this.fact = fact;
        this.before = before;
        this.features = features;
        this.words = words;
        this.sentences = sentences;
    }

    /** The article's. */
    public Claim claim() {
        return claim;
    }

    /** Leading value of the story's, canonical. */
    public String before() {
        return before.value();
    }

    /** In the order of {@link PairFeatures#NAMES}; not to be changed. */
    public float[] features() {
        return features;
    }

    /** @param name one of {@link PairFeatures#NAMES} */
    public double feature(String name) {
        return features[PairFeatures.NAMES.indexOf(name)];
    }

    /** How both are told; null where that is not known of the story's, or where the article has asked for enough. */
    PairSentences.@Nullable Pair told() {
        return sentences.of(claim, fact, before);
    }

    /** How both are told, to learn from: subject, value, unit and sentence of the story's, then of the article's, with tabs between; "" where not known. */
    public String sentences() {
        if (before.sentence().isEmpty()) {
            return "";
        }
        PairSentences.Pair pair = PairSentences.pair(claim, fact, before);
        return pair.before().line() + "\t" + pair.now().line();
    }

    /** Keys of the words of both, each once, for {@link WordOdds}. */
    public int[] words() {
        return words.figure(claim, slot, fact);
    }
}
