package io.deltawire.fact;

/** How a claim is put. */
public enum Modality {
    HAPPENED,
    PLANNED,
    POSSIBLE,
    DENIED
}
