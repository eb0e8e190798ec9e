package io.deltawire.fact;

/** What the judge of figures made of a claim beside the fact it fills. */
enum Judged {
    NOT_ASKED,
    /** The claim's value takes the place of the leading one. */
    MOVES,
    /** The claim's value stands against the leading one. */
    CONTESTS,
    /** Not asked, but whom the fact counts are counted elsewhere now: those hurt who died. */
    PASSES_ON,
    /** The claim would shift the fact, and such shifts prove false too often to be told. */
    IMPROBABLE
}
