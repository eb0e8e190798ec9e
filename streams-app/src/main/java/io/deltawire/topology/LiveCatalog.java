package io.deltawire.topology;

import io.deltawire.entity.Catalog;
import io.deltawire.entity.CatalogEntry;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The catalog that ships with deltawire and what {@code entities.catalog} adds to it. Written by the thread of the global store,
 * read by all that enrich.
 */
public final class LiveCatalog implements Supplier<Catalog> {
    private final TreeMap<String, CatalogEntry> added = new TreeMap<>();
    private @Nullable Catalog built;

    /** Adds or replaces an entry; null takes it away. */
    synchronized void put(String key, @Nullable CatalogEntry entry) {
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
