package io.deltawire.fact;

/** How a claim's value stands to a position's. */
enum Match {
    /** The same value, if in other words or rounded. */
    SAME,
    /** Not the same, yet both can be true: "at least 12" and 15, May and 15 May. */
    WITHIN,
    /** The same, told more exactly: 640 after "hundreds", 15 May after May. */
    NARROWER,
    /** Goes beyond a position that left room for it: 64 after "at least 19". */
    BEYOND,
    /** A higher number. */
    HIGHER,
    /** A lower number. */
    LOWER,
    /** Another value. */
    OTHER;

    boolean apart() {
        return this == HIGHER || this == LOWER || this == OTHER;
    }
}
