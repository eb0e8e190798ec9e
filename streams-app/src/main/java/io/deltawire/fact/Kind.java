package io.deltawire.fact;

/** Kinds of claims and facts. */
public enum Kind {
    QUANTITY,
    SCHEDULE,
    POSITION,
    OFFICE,
    STATUS,
    STATEMENT
}
