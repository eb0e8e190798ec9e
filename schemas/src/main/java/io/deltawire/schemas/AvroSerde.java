package io.deltawire.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.util.HashMap;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serializer;

/**
 * Confluent's Avro serde for one generated class: specific reader, subjects named after topics ({@code <topic>-value}),
 * schemas looked up and never registered (that is {@code topics create}'s work). While the registry is down it waits, see
 * {@link RegistryPatience}. Set {@code schema.registry.url} in the configuration.
 *
 * @param <T> generated class
 */
public final class AvroSerde<T extends SpecificRecord> implements Serde<T> {
    static {
        GeneratedClasses.trust();
    }

    private final PatientSerializer<T> serializer;
    private final PatientDeserializer<T> deserializer;

    private AvroSerde(Class<T> type, Map<String, ?> config) {
        Map<String, Object> settings = new HashMap<>(defaults());
        settings.putAll(config);
        KafkaAvroSerializer inner = new KafkaAvroSerializer();
        inner.configure(settings, false);
        KafkaAvroDeserializer reader = new KafkaAvroDeserializer();
        reader.configure(settings, false);
        RegistryPatience patience = RegistryPatience.of(settings);
        serializer = new PatientSerializer<>(inner, patience);
        deserializer = new PatientDeserializer<>(type, reader, patience);
    }

    /** What every deltawire client sets for Confluent's serializers; can be given to a plain Kafka client as well. */
    public static Map<String, Object> defaults() {
        return Map.of(
                "auto.register.schemas", false,
                "avro.remove.java.properties", true,
                "specific.avro.reader", true);
    }

    /**
     * @param config Kafka and registry settings; {@code schema.registry.url} must be there. {@code mock://name} with
     *     {@code auto.register.schemas=true} serves unit tests
     */
    public static <T extends SpecificRecord> AvroSerde<T> of(Class<T> type, Map<String, ?> config) {
        return new AvroSerde<>(type, config);
    }

    @Override
    public Serializer<T> serializer() {
        return serializer;
    }

    @Override
    public Deserializer<T> deserializer() {
        return deserializer;
    }
}
