package io.deltawire.schemas;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.avro.io.BinaryEncoder;
import org.apache.avro.io.EncoderFactory;
import org.apache.avro.specific.SpecificData;
import org.apache.avro.specific.SpecificDatumWriter;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Serializer;
import org.jspecify.annotations.Nullable;

/**
 * Confluent's serializer, waiting while the registry is down. It writes the first record of each topic and schema; when that is
 * the schema's id and the plain encoding behind it, as its defaults have it, the next ones are written here in the same way, without
 * asking for the id each time. Thread-safe.
 */
final class PatientSerializer<T extends SpecificRecord> implements Serializer<T> {
    /** Bytes before the encoding: a zero and the schema's id. */
    private static final int PREFIX = 5;

    private static final byte[] UNLIKE = {};

    private final KafkaAvroSerializer inner;
    private final RegistryPatience patience;

    /** What records begin with, by topic and schema; empty where Confluent's serializer does more than put the id before them. */
    private final Map<Kind, byte[]> prefixes = new ConcurrentHashMap<>();

    private final ThreadLocal<Encoding> encodings = ThreadLocal.withInitial(Encoding::new);

    PatientSerializer(KafkaAvroSerializer inner, RegistryPatience patience) {
        this.inner = inner;
        this.patience = patience;
    }

    private record Kind(String topic, Class<?> type) {}

    @Override
    public byte @Nullable [] serialize(String topic, @Nullable T value) {
        if (value == null) {
            return null;
        }
        Kind kind = new Kind(topic, value.getClass());
        byte[] prefix = prefixes.get(kind);
        if (prefix != null && prefix.length == PREFIX) {
            return encodings.get().bytes(prefix, value);
        }
        byte[] bytes = patience.call(() -> inner.serialize(topic, value));
        if (prefix == null) {
            byte[] own = Arrays.copyOf(bytes, Math.min(PREFIX, bytes.length));
            prefixes.put(kind, isPlain(bytes, own, value) ? own : UNLIKE);
        }
        return bytes;
    }

    private boolean isPlain(byte[] bytes, byte[] prefix, T value) {
        return prefix.length == PREFIX
                && prefix[0] == 0
                && Arrays.equals(bytes, encodings.get().bytes(prefix, value));
    }

    @Override
    public void close() {
        inner.close();
    }

    /** Buffers of one thread. */
    private static final class Encoding {
        private final Bytes out = new Bytes();
        private final BinaryEncoder encoder = EncoderFactory.get().directBinaryEncoder(out, null);
        private @Nullable Class<?> type;
        private @Nullable SpecificDatumWriter<SpecificRecord> writer;

        byte[] bytes(byte[] prefix, SpecificRecord value) {
            SpecificDatumWriter<SpecificRecord> fitting = writer;
            if (fitting == null || type != value.getClass()) {
                type = value.getClass();
                SpecificData data = SpecificData.getForClass(type);
                // the code generated for records without instants, claims and terms among them, writes the same and
                // asks no schema
                data.setCustomCoders(true);
                fitting = new SpecificDatumWriter<>(value.getSchema(), data);
                writer = fitting;
            }
            out.begin(prefix);
            try {
                fitting.write(value, encoder);
            } catch (IOException | RuntimeException e) {
                throw new SerializationException(
                        "cannot write a record of " + value.getSchema().getFullName(), e);
            }
            return out.copy();
        }
    }

    /** What is written; a stream of the library locks itself for every number and text. */
    private static final class Bytes extends OutputStream {
        private byte[] bytes = new byte[1 << 12];
        private int size;

        void begin(byte[] prefix) {
            size = 0;
            write(prefix, 0, prefix.length);
        }

        @Override
        public void write(int value) {
            makeRoom(1);
            bytes[size++] = (byte) value;
        }

        @Override
        public void write(byte[] values, int from, int length) {
            makeRoom(length);
            System.arraycopy(values, from, bytes, size, length);
            size += length;
        }

        byte[] copy() {
            return Arrays.copyOf(bytes, size);
        }

        private void makeRoom(int more) {
            if (size + more > bytes.length) {
                bytes = Arrays.copyOf(bytes, Math.max(size + more, 2 * bytes.length));
            }
        }
    }
}
