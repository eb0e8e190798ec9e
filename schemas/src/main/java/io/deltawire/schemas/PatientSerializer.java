package io.deltawire.schemas;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/** Confluent's serializer, waiting while the registry is down. */
record PatientSerializer<T>(KafkaAvroSerializer inner, RegistryPatience patience) implements Serializer<T> {
    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        return value == null ? null : patience.call(() -> inner.serialize(topic, value));
    }

    @Override
    public void close() {
        inner.close();
    }
}
