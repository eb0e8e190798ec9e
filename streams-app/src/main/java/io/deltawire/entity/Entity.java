package io.deltawire.entity;

import java.util.List;

/**
 * An entity of one document.
 *
 * @param id stable across texts: a catalog id, or one derived from type and normal name where the catalog has none
 * @param name canonical name
 * @param country id of the country it belongs to or speaks for ("country:ru" for the Kremlin, Moscow and Russia's president), ""
 *     when unknown; never a reason to take two entities for one
 * @param surfaces distinct spellings in the text by name (not demonyms, pronouns or nominals), in order of appearance
 * @param mentions every mention, in text order
 */
public record Entity(
        String id, String name, EntityType type, String country, List<String> surfaces, List<Mention> mentions) {
    /** An entity of no known country. */
    public Entity(String id, String name, EntityType type, List<String> surfaces, List<Mention> mentions) {
        this(id, name, type, "", surfaces, mentions);
    }
}
