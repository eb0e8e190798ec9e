package io.deltawire.schemas;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/** Confluent's deserializer, waiting while the registry is down. */
record PatientDeserializer<T>(Class<T> type, KafkaAvroDeserializer inner, RegistryPatience patience)
        implements Deserializer<T> {
    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        Object value = patience.call(() -> inner.deserialize(topic, data));
        if (!type.isInstance(value)) {
            throw new SerializationException("expected " + type.getName() + " on " + topic + ", found "
                    + (value == null ? "nothing" : value.getClass().getName()));
        }
        return type.cast(value);
    }

    @Override
    public void close() {
        inner.close();
    }
}
