package io.deltawire.ops;

import io.deltawire.avro.Entity;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Writes entries to {@code entities.catalog}. The key is id@time, so that an entry of another effective time stands beside the
 * older one and a replay finds the catalog as it was.
 */
public final class CatalogWriter implements AutoCloseable {
    private final KafkaProducer<String, Entity> producer;
    private final String topic;
    private final List<Future<RecordMetadata>> sent = new ArrayList<>();

    public CatalogWriter(Settings settings) {
        topic = settings.topics().entitiesCatalog();
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(Entity.class, settings.forClients()).serializer());
    }

    /** Sends an entry; {@link #flush} says whether it came through. */
    public void write(Entity entity) {
        sent.add(producer.send(new ProducerRecord<>(topic, key(entity), entity)));
    }

    /** Key of an entry: entries of one entity and different times stand beside each other. */
    public static String key(Entity entity) {
        return entity.getId() + "@" + entity.getEffectiveFrom().toEpochMilli();
    }

    /**
     * Waits until all entries are acknowledged.
     *
     * @throws ExecutionException with the broker's reason when one was refused
     */
    public void flush() throws InterruptedException, ExecutionException {
        producer.flush();
        for (Future<RecordMetadata> one : sent) {
            one.get();
        }
        sent.clear();
    }

    @Override
    public void close() {
        producer.close();
    }
}
