package io.deltawire.fact;

import io.deltawire.claim.Claim;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** A day, position, office or state that an article tells, beside one of its story that has another value. */
public final class TurnPair {
    private static final int SLOT = TurnFeatures.NAMES.indexOf("slot");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");

    private final Claim claim;
    private final Slot slot;
    private final Fact fact;
    private final Standing before;
    private final float[] features;
    private final PairWords words;

    /** @param features in the order of {@link TurnFeatures#NAMES} */
    TurnPair(Claim claim, Slot slot, Fact fact, Standing before, float[] features, PairWords words) {
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
        return before.value();
    }

    /** The claim's value as the fact would hold it. */
    public String after() {
        return Agreement.status(claim);
    }

    /** Words of whom and what the two are, lower case. */
    public Set<String> about() {
        Set<String> words = new HashSet<>();
        for (Slot one : List.of(slot, fact.slot())) {
            words.addAll(one.words());
            for (String text : List.of(one.subject(), one.bucket(), String.join(" ", one.loose()))) {
                words.addAll(List.of(NO_WORD.split(text.toLowerCase(Locale.ROOT))));
            }
        }
        return words;
    }

    /** Whether the claim fills the fact by its slot. */
    public boolean ownSlot() {
        return ownSlot(features);
    }

    static boolean ownSlot(float[] features) {
        return features[SLOT] == 1;
    }

    /** In the order of {@link TurnFeatures#NAMES}; not to be changed. */
    public float[] features() {
        return features;
    }

    /** Keys of the words of both, each once, for {@link WordOdds}. */
    public int[] words() {
        return words.turn(claim, slot, fact.slot(), before.value());
    }
}
