package io.deltawire.entity;

import java.time.Instant;
import java.util.List;

/**
 * What the catalog knows of an entity: an entry that ships with deltawire or one of the topic {@code entities.catalog}.
 *
 * @param id entity id, stable for ever
 * @param name canonical name
 * @param aliases other names and spellings
 * @param country id of the country it belongs to or speaks for ("country:ru" for the Kremlin and for Russia's president),
 *     else ""
 * @param effectiveFrom event time from which it holds; articles before it don't see it
 */
public record CatalogEntry(
        String id, String name, EntityType type, List<String> aliases, String country, Instant effectiveFrom) {
    public CatalogEntry {
        aliases = List.copyOf(aliases);
    }
}
