package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.confluent.kafka.serializers.KafkaAvroSerializer;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.FactPicture;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;

class PatientSerializerTest {
    static {
        GeneratedClasses.trust();
    }

    private static final Map<String, Object> SETTINGS =
            Map.of("schema.registry.url", "mock://patient-serializer", "auto.register.schemas", true);

    @Test
    void laterRecordsAreWrittenAsConfluentWritesThem() {
        for (int n = 0; n < 3; n++) {
            same("story-activity", activity(n));
            same("stories", story(n));
            same(
                    "fact-changes",
                    FactChange.newBuilder().setId("c" + n).setStoryId("en-1").build());
        }
    }

    @Test
    void eachRecordGoesThroughASerializerThatDoesMoreThanPutTheIdBeforeIt() {
        int[] asked = {0};
        KafkaAvroSerializer sealing = new KafkaAvroSerializer() {
            @Override
            public byte[] serialize(String topic, Object record) {
                asked[0]++;
                return new byte[] {0, 0, 0, 0, 1, 42};
            }

            @Override
            public byte[] serialize(String topic, Headers headers, Object record) {
                return serialize(topic, record);
            }
        };
        try (PatientSerializer<StoryActivity> serializer =
                new PatientSerializer<>(sealing, RegistryPatience.of(Map.of()))) {
            for (int n = 0; n < 3; n++) {
                assertThat(serializer.serialize("story-activity", activity(n))).endsWith(42);
            }
        }
        assertThat(asked[0]).isEqualTo(3);
    }

    private static <T extends SpecificRecord> void same(String topic, T record) {
        Map<String, Object> settings = new HashMap<>(AvroSerde.defaults());
        settings.putAll(SETTINGS);
        @SuppressWarnings("unchecked")
        Class<T> type = (Class<T>) record.getClass();
        try (KafkaAvroSerializer plain = new KafkaAvroSerializer();
                AvroSerde<T> serde = AvroSerde.of(type, SETTINGS)) {
            plain.configure(settings, false);
            byte[] expected = plain.serialize(topic, record);
            assertThat(serde.serializer().serialize(topic, record)).isEqualTo(expected);
            assertThat(serde.serializer().serialize(topic, record)).isEqualTo(expected);
        }
    }

    private static StoryActivity activity(int n) {
        return StoryActivity.newBuilder()
                .setStoryId("en-" + n)
                .setBegin(Instant.ofEpochSecond(3_600L * n))
                .setEnd(Instant.ofEpochSecond(3_600L * n + 3_600))
                .setArticles(n)
                .build();
    }

    private static Story story(int n) {
        FactPicture fact = FactPicture.newBuilder().setId("f" + n).build();
        return Story.newBuilder()
                .setId("en-" + n)
                .setTitle("Größe " + n)
                .setFacts(List.of(fact, fact))
                .build();
    }
}
