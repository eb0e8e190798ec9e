package io.deltawire.claim;

/** How a claim is put. */
public enum Modality {
    HAPPENED,
    PLANNED,
    POSSIBLE,
    DENIED
}
