package io.deltawire.claim;

import io.deltawire.text.WordForm;

/** Takes the features of a sentence: {@code train-stances} lists them, {@link StanceModel} adds up what they weigh. */
interface StanceSink {
    /** A feature. */
    void key(int key);

    /** The features of a word as it stands, in lower case. */
    StanceWords.Word word(WordForm word);

    /**
     * The features of a word's base form.
     *
     * @param behind whether a negation stands before it
     * @param negated whether what the lists know of it is negated
     */
    void lemma(WordForm base, boolean behind, boolean negated);
}
