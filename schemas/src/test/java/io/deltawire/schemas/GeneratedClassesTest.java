package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.FactChange;
import java.util.Map;
import org.junit.jupiter.api.Test;

class GeneratedClassesTest {
    @Test
    void recordWithEnumsComesBackThroughTheSerde() {
        AvroSerde<FactChange> serde = AvroSerde.of(
                FactChange.class,
                Map.of("schema.registry.url", "mock://generated-classes", "auto.register.schemas", true));
        FactChange change = FactChange.newBuilder()
                .setId("c")
                .setType(ChangeType.DISPUTED)
                .setStoryId("en-1")
                .build();
        try (serde) {
            byte[] bytes = serde.serializer().serialize("fact-changes", change);
            assertThat(serde.deserializer().deserialize("fact-changes", bytes)).isEqualTo(change);
        }
    }
}
