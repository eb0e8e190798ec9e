package io.deltawire.claim;

/**
 * A group of tokens of one sentence.
 *
 * @param first index of the first token in the document
 * @param end index after the last
 * @param head token that stands for the group: last noun of a noun group, main verb of a verb group
 */
record Chunk(Kind kind, int first, int end, int head) {
    enum Kind {
        NOUN,
        VERB,
        ADJECTIVE,
        ADVERB,
        PREPOSITION,
        SUBORDINATOR,
        RELATIVE,
        CONJUNCTION,
        COMMA,
        TIME,
        QUOTE,
        BREAK
    }

    boolean is(Kind other) {
        return kind == other;
    }
}
