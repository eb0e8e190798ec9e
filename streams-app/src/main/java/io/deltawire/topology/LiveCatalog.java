package io.deltawire.topology;

import io.deltawire.avro.Entity;
import io.deltawire.entity.Catalog;
import io.deltawire.entity.CatalogEntry;
import io.deltawire.entity.EntityType;
import java.util.Locale;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The catalog that ships with deltawire and what {@code entities.catalog} adds to it. Written by the thread of the global store,
 * read by all that enrich.
 */
public final class LiveCatalog implements Supplier<Catalog> {
    private final TreeMap<String, CatalogEntry> added = new TreeMap<>();
    private static final Logger LOG = LoggerFactory.getLogger(LiveCatalog.class);

    private @Nullable Catalog built;

    /**
     * Takes a record of {@code entities.catalog} in; what has no id or no name is left out with a word in the log.
     *
     * @param entity null takes away what the key stands for
     */
    public void hear(String key, @Nullable Entity entity) {
        if (entity == null) {
            put(key, null);
        } else if (entity.getId().isBlank() || entity.getName().isBlank()) {
            LOG.warn("entry {} of the catalog has no id or no name and is left out", key);
        } else {
            put(key, entry(entity));
        }
    }

    private static CatalogEntry entry(Entity entity) {
        EntityType type;
        try {
            type = EntityType.valueOf(entity.getType().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException unknown) {
            type = EntityType.OTHER;
        }
        return new CatalogEntry(
                entity.getId(),
                entity.getName(),
                type,
                entity.getAliases(),
                entity.getCountry(),
                entity.getEffectiveFrom());
    }

    /** All that was added, in the order of the keys: tells two catalogs apart; "" when nothing was. */
    public synchronized String added() {
        return added.isEmpty() ? "" : added.toString();
    }

    private synchronized void put(String key, @Nullable CatalogEntry entry) {
        if (entry == null) {
            added.remove(key);
        } else {
            added.put(key, entry);
        }
        built = null;
    }

    /** Built when it is first asked for after a change: a start reads many entries, and only the last form counts. */
    @Override
    public synchronized Catalog get() {
        Catalog catalog = built;
        if (catalog == null) {
            catalog = Catalog.builtIn().with(added.values());
            built = catalog;
        }
        return catalog;
    }
}
