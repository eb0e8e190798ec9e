package io.deltawire.claim;

/** Kinds of claims and facts. */
public enum Kind {
    QUANTITY,
    SCHEDULE,
    POSITION,
    OFFICE,
    STATUS,
    STATEMENT
}
