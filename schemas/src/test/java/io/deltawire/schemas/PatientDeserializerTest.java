package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.deltawire.avro.StoryActivity;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.Schema;
import org.apache.avro.generic.GenericData;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.Deserializer;
import org.junit.jupiter.api.Test;

class PatientDeserializerTest {
    static {
        GeneratedClasses.trust();
    }

    private static final String TOPIC = "story-activity";
    private static final Map<String, Object> SETTINGS =
            Map.of("schema.registry.url", "mock://patient-deserializer", "auto.register.schemas", true);

    @Test
    void laterRecordsAreReadAsConfluentReadsThem() {
        List<byte[]> written = new ArrayList<>();
        for (int n = 0; n < 3; n++) {
            written.add(bytes(activity(n)));
            written.add(bytes(earlier(n)));
        }
        Map<String, Object> settings = new HashMap<>(AvroSerde.defaults());
        settings.putAll(SETTINGS);
        try (KafkaAvroDeserializer plain = new KafkaAvroDeserializer();
                AvroSerde<StoryActivity> serde = AvroSerde.of(StoryActivity.class, SETTINGS)) {
            plain.configure(settings, false);
            for (byte[] record : written) {
                assertThat(serde.deserializer().deserialize(TOPIC, record)).isEqualTo(plain.deserialize(TOPIC, record));
            }
        }
    }

    @Test
    void aBrokenRecordIsRefusedHoweverManyWereReadBefore() {
        byte[] whole = bytes(activity(1));
        byte[] half = Arrays.copyOf(whole, whole.length - 3);
        try (AvroSerde<StoryActivity> serde = AvroSerde.of(StoryActivity.class, SETTINGS)) {
            Deserializer<StoryActivity> deserializer = serde.deserializer();
            for (int n = 0; n < 3; n++) {
                assertThat(deserializer.deserialize(TOPIC, whole)).isEqualTo(activity(1));
                assertThatThrownBy(() -> deserializer.deserialize(TOPIC, half))
                        .isInstanceOf(SerializationException.class);
            }
        }
    }

    private static byte[] bytes(Object record) {
        Map<String, Object> settings = new HashMap<>(AvroSerde.defaults());
        settings.putAll(SETTINGS);
        try (KafkaAvroSerializer plain = new KafkaAvroSerializer()) {
            plain.configure(settings, false);
            return plain.serialize(TOPIC, record);
        }
    }

    private static StoryActivity activity(int n) {
        return StoryActivity.newBuilder()
                .setStoryId("en-" + n)
                .setBegin(Instant.ofEpochSecond(3_600L * n))
                .setEnd(Instant.ofEpochSecond(3_600L * n + 3_600))
                .setArticles(n)
                .setBurst(true)
                .build();
    }

    /** As a version wrote it that knew of no bursts. */
    private static GenericRecord earlier(int n) {
        List<Schema.Field> fields = new ArrayList<>();
        for (Schema.Field field : StoryActivity.getClassSchema().getFields()) {
            if (!field.name().equals("burst")) {
                fields.add(new Schema.Field(field, field.schema()));
            }
        }
        Schema whole = StoryActivity.getClassSchema();
        Schema schema = Schema.createRecord(whole.getName(), whole.getDoc(), whole.getNamespace(), false, fields);
        GenericRecord record = new GenericData.Record(schema);
        for (Schema.Field field : fields) {
            record.put(
                    field.name(), activity(n).get(whole.getField(field.name()).pos()));
        }
        record.put("begin", 3_600_000L * n);
        record.put("end", 3_600_000L * n);
        return record;
    }
}
