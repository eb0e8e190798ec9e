package io.deltawire.entity;

import java.util.List;

/**
 * An entity of one document.
 *
 * @param id stable across texts: a catalog id, or one derived from type and normal name where the catalog has none
 * @param name canonical name
 * @param surfaces distinct spellings in the text by name (not demonyms, pronouns or nominals), in order of appearance
 * @param mentions every mention, in text order
 */
public record Entity(String id, String name, EntityType type, List<String> surfaces, List<Mention> mentions) {}
