package io.deltawire.entity;

import io.deltawire.text.VectorClusters;
import io.deltawire.text.WordForm;
import io.deltawire.text.WordNotes;
import org.jspecify.annotations.Nullable;

/** What the name tagger needs to know of a word by itself, worked out once for each word met. Immutable but for what a model keeps with it. */
final class NameWord {
    private static final WordNotes<NameWord> MET = new WordNotes<>(WordNotes.Place.NAME, NameWord::read);

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

    static NameWord of(WordForm form) {
        return MET.of(form);
    }

    private static NameWord read(WordForm form) {
        String lower = form.lower();
        return new NameWord(
                form.text(),
                lower,
                form.hash(),
                shape(form),
                form.cluster(),
                VectorClusters.english().of(lower),
                NameLexicon.english().word(lower));
    }

    /** Shape of a word, see {@link WordForm#shape}; a handle, whatever letters it has, is no name by itself, and no bridge within one. */
    static int shape(WordForm form) {
        return form.isHandle() ? 0 : form.shape();
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

    /** See {@link #shape(WordForm)}. */
    int shape() {
        return shape;
    }

    /** See {@link WordForm#cluster}. */
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
