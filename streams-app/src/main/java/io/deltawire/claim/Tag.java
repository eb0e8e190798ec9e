package io.deltawire.claim;

/** What the chunker asks of a part of speech, one bit each, so that a token's is told by one number. */
final class Tag {
    /** NN, NNS, NNP, NNPS. */
    static final int NOUN = 1;

    static final int PROPER = 1 << 1;

    /** JJ, JJR, JJS. */
    static final int ADJECTIVE = 1 << 2;

    /** RB, RBR, RBS. */
    static final int ADVERB = 1 << 3;

    /** VB, VBD, VBG, VBN, VBP, VBZ. */
    static final int VERB = 1 << 4;

    static final int BASE = 1 << 5;
    static final int GERUND = 1 << 6;
    static final int PARTICIPLE = 1 << 7;
    static final int MODAL = 1 << 8;
    static final int TO = 1 << 9;
    static final int PREPOSITION = 1 << 10;

    /** WRB. */
    static final int WHEN = 1 << 11;

    /** WRB, WDT, WP, WP$. */
    static final int WHO = 1 << 12;

    /** A personal pronoun, or "there". */
    static final int PRONOUN = 1 << 13;

    /** RP, UH. */
    static final int PARTICLE = 1 << 14;

    static final int CONJUNCTION = 1 << 15;

    /** DT and PRP$: what begins a noun group. */
    static final int DETERMINER = 1 << 16;

    /** CD, FW. */
    static final int NOUN_LIKE = 1 << 17;

    /** What may stand in a noun group besides. */
    static final int MODIFIER = 1 << 18;

    static final int POSSESSIVE = 1 << 19;

    /** JJ alone. */
    static final int POSITIVE = 1 << 20;

    private Tag() {}

    /** @param pos tag of the Penn Treebank */
    static int bits(String pos) {
        return switch (pos) {
            case "NN", "NNS" -> NOUN;
            case "NNP", "NNPS" -> NOUN | PROPER;
            case "JJ" -> ADJECTIVE | MODIFIER | POSITIVE;
            case "JJR", "JJS" -> ADJECTIVE | MODIFIER;
            case "RB", "RBR", "RBS" -> ADVERB;
            case "VB" -> VERB | BASE;
            case "VBG" -> VERB | GERUND;
            case "VBN" -> VERB | PARTICIPLE;
            case "VBD", "VBP", "VBZ" -> VERB;
            case "MD" -> MODAL;
            case "TO" -> TO;
            case "IN" -> PREPOSITION;
            case "WRB" -> WHEN | WHO;
            case "WDT", "WP" -> WHO;
            case "WP$" -> WHO | MODIFIER;
            case "PRP", "EX" -> PRONOUN;
            case "RP", "UH" -> PARTICLE;
            case "CC" -> CONJUNCTION | MODIFIER;
            case "DT", "PRP$" -> DETERMINER | MODIFIER;
            case "PDT", "$", "#" -> MODIFIER;
            case "POS" -> POSSESSIVE | MODIFIER;
            case "CD", "FW" -> NOUN_LIKE;
            default -> 0;
        };
    }
}
