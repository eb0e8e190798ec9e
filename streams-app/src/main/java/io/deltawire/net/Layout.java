package io.deltawire.net;

/**
 * Where the parameters of a {@link SentenceNet} stand in one array.
 *
 * @param lemmas base forms with parameters of their own
 * @param tags parts of speech
 * @param classes what is told apart
 */
record Layout(int lemmas, int tags, int classes) {
    /** Values of a token within the net. */
    static final int WIDTH = 64;

    /** Tokens that the first layer sees at a time. */
    static final int TAPS = 7;

    static final int VECTOR = 100;
    static final int LEMMA = 16;
    static final int TAG = 12;
    static final int KIND = 6;
    static final int QUOTED = 3;
    static final int ROLE = 8;

    /** What is learnt of a token follows the vector of its base form. */
    static final int LEARNT = LEMMA + TAG + KIND + QUOTED;

    static final int INPUT = VECTOR + LEARNT;
    static final int POOLED = 3 * WIDTH + ROLE;
    static final int HIDDEN = 64;

    /** Row 0 is that of all other base forms and stays 0. */
    int lemma(int lemma) {
        return lemma * LEMMA;
    }

    int tag(int tag) {
        return lemma(lemmas + 1) + tag * TAG;
    }

    int kind(int kind) {
        return tag(tags + 1) + kind * KIND;
    }

    int quoted(boolean quoted) {
        return kind(MarkedSentence.KINDS) + (quoted ? QUOTED : 0);
    }

    int first(int tap, int input) {
        return quoted(true) + QUOTED + (tap * INPUT + input) * WIDTH;
    }

    int firstBias() {
        return first(TAPS, 0);
    }

    int place(int place) {
        return firstBias() + WIDTH + place * WIDTH;
    }

    int owner(int owner) {
        return place(MarkedSentence.PLACES) + owner * WIDTH;
    }

    int attention() {
        return owner(MarkedSentence.OWNERS);
    }

    int role(int role) {
        return attention() + WIDTH + role * ROLE;
    }

    int hidden(int input) {
        return role(MarkedSentence.ROLES) + input * HIDDEN;
    }

    int hiddenBias() {
        return hidden(POOLED);
    }

    int last(int input) {
        return hiddenBias() + HIDDEN + input * classes;
    }

    int lastBias() {
        return last(HIDDEN);
    }

    int size() {
        return lastBias() + classes;
    }
}
