package io.deltawire.cli;

import io.deltawire.avro.Entity;
import io.deltawire.ops.CatalogWriter;
import io.deltawire.topology.LiveCatalog;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/** A file of entities as a catalog. */
final class CatalogInput {
    private CatalogInput() {}

    /**
     * @return what ships with deltawire and the file's entries; those without {@code effective_from} hold from the first
     * @throws IllegalArgumentException naming line and reason
     */
    static LiveCatalog read(Path file) throws IOException {
        LiveCatalog catalog = new LiveCatalog();
        try (BufferedReader lines = Files.newBufferedReader(file)) {
            int number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                if (!line.isBlank()) {
                    try {
                        Entity entity = CatalogLine.parse(line, Instant.EPOCH);
                        catalog.hear(CatalogWriter.key(entity), entity);
                    } catch (IllegalArgumentException e) {
                        throw new IllegalArgumentException(file + ":" + number + ": " + e.getMessage(), e);
                    }
                }
            }
        }
        return catalog;
    }
}
