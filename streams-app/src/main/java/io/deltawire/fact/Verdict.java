package io.deltawire.fact;

/** What a claim does to a fact. */
enum Verdict {
    /** The first value of the fact. */
    REPORT,
    /** One more statement of the leading value. */
    SUPPORT,
    /** Kept beside the leading value; nothing changes. */
    NOTE,
    /** The claim's value takes the lead without being news: it only says the same more exactly. */
    REFINE,
    /** The claim's value takes the lead. */
    REVISE,
    /** The claim's value competes with the leading one. */
    DISPUTE,
    /** The claim's value wins an open dispute. */
    SETTLE,
    /** The claim's value is withdrawn. */
    RETRACT
}
