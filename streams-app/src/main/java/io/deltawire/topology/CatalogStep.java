package io.deltawire.topology;

import io.deltawire.avro.Entity;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.apache.kafka.streams.state.Stores;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads {@code entities.catalog} on every instance. The key is the entity's id, or the id with a suffix ("x:acme@2024") to keep
 * an older entry beside a newer one: each holds from its {@code effective_from} on, so that a replay finds the catalog as it was.
 */
record CatalogStep(LiveCatalog catalog) implements ProcessorSupplier<String, Entity, Void, Void> {
    static final String STORE = "catalog";
    private static final Logger LOG = LoggerFactory.getLogger(CatalogStep.class);

    static StoreBuilder<KeyValueStore<String, Entity>> store(Serde<Entity> serde) {
        return Stores.keyValueStoreBuilder(Stores.inMemoryKeyValueStore(STORE), Serdes.String(), serde)
                .withLoggingDisabled();
    }

    @Override
    public Processor<String, Entity, Void, Void> get() {
        return new Processor<>() {
            @SuppressWarnings("NullAway.Init")
            private KeyValueStore<String, Entity> store;

            @Override
            public void init(ProcessorContext<Void, Void> context) {
                store = context.getStateStore(STORE);
            }

            @Override
            public void process(Record<String, Entity> record) {
                if (record.key() == null) {
                    LOG.warn("an entry of the catalog without a key is left out");
                    return;
                }
                store.put(record.key(), record.value());
                catalog.hear(record.key(), record.value());
            }
        };
    }
}
