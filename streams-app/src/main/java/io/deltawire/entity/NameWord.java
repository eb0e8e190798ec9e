package io.deltawire.entity;

import io.deltawire.text.Shapes;
import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordCache;
import io.deltawire.text.WordClusters;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What the name tagger needs to know of a word by itself, worked out once for each word met. Immutable but for what a model keeps with it. */
final class NameWord {
    private static final WordCache<NameWord> MET = new WordCache<>(1 << 15, NameWord::read);

    private final String text;
    private final String lower;
    private final int low;
    private final int shape;
    private final int cluster;
    private final long vector;
    private final int word;

    /** What a model worked out for this word; threads may each work it out, to the same end, and either may be kept. */
    private NameModel.@Nullable Kept kept;

    private NameWord(String text, String lower, int low, int shape, int cluster, long vector, int word) {
        this.text = text;
        this.lower = lower;
        this.low = low;
        this.shape = shape;
        this.cluster = cluster;
        this.vector = vector;
        this.word = word;
    }

    static NameWord of(String text) {
        return MET.get(text);
    }

    private static NameWord read(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        return new NameWord(
                text,
                lower,
                lower.hashCode(),
                // A handle names an account, whatever letters it has: no name by itself, and no bridge within one.
                text.startsWith("@") ? 0 : Shapes.of(text),
                WordClusters.english().path(lower),
                VectorClusters.english().of(lower),
                NameLexicon.english().word(lower));
    }

    String text() {
        return text;
    }

    String lower() {
        return lower;
    }

    /** Hash of the lower-case form. */
    int low() {
        return low;
    }

    /** As of {@link Shapes}; that of a sign for a handle ("@name"). */
    int shape() {
        return shape;
    }

    /** Path of the word's cluster, see {@link WordClusters}. */
    int cluster() {
        return cluster;
    }

    /** Clusters of the word's vector, see {@link VectorClusters}. */
    long vector() {
        return vector;
    }

    /** What {@link NameLexicon#word} says. */
    int word() {
        return word;
    }

    NameModel.Kept kept(NameModel model) {
        NameModel.Kept known = kept;
        if (known == null || !known.isOf(model)) {
            known = new NameModel.Kept(model, this);
            kept = known;
        }
        return known;
    }
}
