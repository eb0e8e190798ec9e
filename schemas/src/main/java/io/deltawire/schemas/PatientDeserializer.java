package io.deltawire.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.Schema;
import org.apache.avro.io.BinaryDecoder;
import org.apache.avro.io.DecoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumReader;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's deserializer, waiting while the registry is down. It reads the first record of each topic and schema; when what is read here
 * from the plain encoding behind the schema's id is the same, the next ones are read here, without asking for the schema each time.
 * Thread-safe.
 */
final class PatientDeserializer<T extends SpecificRecord> implements Deserializer<T> {
    /** Bytes before the encoding: a zero and the schema's id. */
    private static final int PREFIX = 5;

    /** Stands for the schema of what only Confluent's deserializer can read. */
    private static final Schema UNLIKE = Schema.create(Schema.Type.NULL);

    private final Class<T> type;
    private final KafkaAvroDeserializer inner;
    private final RegistryPatience patience;

    /** What records were written with, by topic and id. */
    private final Map<Kind, Schema> writers = new ConcurrentHashMap<>();

    private final ThreadLocal<Decoding<T>> decodings;

    PatientDeserializer(Class<T> type, KafkaAvroDeserializer inner, RegistryPatience patience) {
        this.type = type;
        this.inner = inner;
        this.patience = patience;
        decodings = ThreadLocal.withInitial(() -> new Decoding<>(type));
    }

    private record Kind(String topic, int id) {}

    @Override
    public @Nullable T deserialize(String topic, byte @Nullable [] data) {
        if (data == null) {
            return null;
        }
        if (data.length <= PREFIX || data[0] != 0) {
            return ask(topic, data);
        }
        Kind kind = new Kind(topic, ByteBuffer.wrap(data).getInt(1));
        Schema writer = writers.get(kind);
        if (writer == null) {
            T value = ask(topic, data);
            writers.put(kind, plain(kind.id(), data, value));
            return value;
        }
        T value = writer.equals(UNLIKE) ? null : decodings.get().read(writer, data);
        // what is broken is for Confluent's to complain about
        return value == null ? ask(topic, data) : value;
    }

    private @Nullable T ask(String topic, byte[] data) {
        Object value = patience.call(() -> inner.deserialize(topic, data));
        if (!type.isInstance(value)) {
            throw new SerializationException("expected " + type.getName() + " on " + topic + ", found "
                    + (value == null ? "nothing" : value.getClass().getName()));
        }
        return type.cast(value);
    }

    /** The schema that a record was written with, if it can be read here. */
    private Schema plain(int id, byte[] data, @Nullable T value) {
        try {
            Object writer = inner.getSchemaById(id).rawSchema();
            return writer instanceof Schema schema
                            && value != null
                            && value.equals(decodings.get().read(schema, data))
                    ? schema
                    : UNLIKE;
        } catch (IOException | RestClientException e) {
            return UNLIKE;
        }
    }

    @Override
    public void close() {
        inner.close();
    }

    /** Buffers of one thread. */
    private static final class Decoding<T> {
        private final Class<T> type;
        private @Nullable BinaryDecoder decoder;
        private @Nullable Schema writer;
        private @Nullable SpecificDatumReader<T> reader;

        Decoding(Class<T> type) {
            this.type = type;
        }

        /** Null when the bytes are not such a record. */
        @Nullable
        T read(Schema by, byte[] data) {
            SpecificDatumReader<T> fitting = reader;
            if (fitting == null || !by.equals(writer)) {
                SpecificData model = SpecificData.getForClass(type);
                fitting = new SpecificDatumReader<>(by, model.getSchema(type), model);
                reader = fitting;
                writer = by;
            }
            decoder = DecoderFactory.get().binaryDecoder(data, PREFIX, data.length - PREFIX, decoder);
            try {
                return fitting.read(null, decoder);
            } catch (IOException | RuntimeException e) {
                return null;
            }
        }
    }
}
