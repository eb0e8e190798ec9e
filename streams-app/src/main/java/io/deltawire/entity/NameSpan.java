package io.deltawire.entity;

/** A name found by the tagger, before it is linked: tokens [firstToken, endToken) of a document. */
public record NameSpan(int firstToken, int endToken, EntityType type) {}
