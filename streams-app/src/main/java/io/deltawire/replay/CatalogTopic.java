package io.deltawire.replay;

import io.deltawire.avro.Entity;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Settings;
import io.deltawire.topology.LiveCatalog;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** {@code entities.catalog} as it stands: what the line on this cluster knows beside what ships with it. */
public final class CatalogTopic {
    private CatalogTopic() {}

    /**
     * Reads it to its end; where there is no such topic there is nothing beside what ships.
     *
     * @throws IOException if no broker answers
     */
    public static LiveCatalog read(Settings settings) throws IOException {
        LiveCatalog catalog = new LiveCatalog();
        List<String> topics = List.of(settings.topics().entitiesCatalog());
        if (!RangeReader.isThere(settings, topics.get(0))) {
            return catalog;
        }
        try (Subscriber subscriber = new Subscriber(settings, topics, Optional.of(Instant.EPOCH))) {
            subscriber.read(false, record -> {
                if (record.key() != null) {
                    catalog.hear(record.key(), record.value() instanceof Entity entity ? entity : null);
                }
                return true;
            });
        }
        return catalog;
    }
}
