package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.avro.Digest;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.RawArticle;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What lets schemas evolve in both directions. */
class SchemaRulesTest {
    /** Fields that were required from the first version on and can never go. */
    private static final Set<String> REQUIRED = Set.of("id", "story_id");

    static Stream<Schema> schemas() {
        return Stream.of(
                RawArticle.getClassSchema(),
                EnrichedArticle.getClassSchema(),
                Digest.getClassSchema(),
                Story.getClassSchema(),
                StoryUpdate.getClassSchema(),
                FactChange.getClassSchema(),
                StoryActivity.getClassSchema(),
                Entity.getClassSchema());
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyFieldIsExplainedAndHasADefault(Schema schema) {
        for (Schema record : named(schema, Schema.Type.RECORD)) {
            assertThat(record.getDoc()).as(record.getName()).isNotBlank();
            for (Schema.Field field : record.getFields()) {
                assertThat(field.doc())
                        .as(record.getName() + "." + field.name())
                        .isNotBlank();
                assertThat(field.hasDefaultValue() || REQUIRED.contains(field.name()))
                        .as(record.getName() + "." + field.name() + " has a default")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("schemas")
    void everyEnumKnowsWhatToMakeOfSymbolsToCome(Schema schema) {
        for (Schema symbols : named(schema, Schema.Type.ENUM)) {
            assertThat(symbols.getEnumDefault()).as(symbols.getName()).isEqualTo("UNKNOWN");
        }
    }

    /** Taking any field with a default away, or adding it, is compatible in both directions. */
    @ParameterizedTest
    @MethodSource("schemas")
    void fieldsMayComeAndGo(Schema schema) {
        for (Schema.Field gone : schema.getFields()) {
            if (gone.hasDefaultValue()) {
                Schema without = without(schema, gone.name());
                assertThat(compatible(schema, without))
                        .as("without " + gone.name())
                        .isTrue();
                assertThat(compatible(without, schema))
                        .as("with " + gone.name())
                        .isTrue();
            }
        }
    }

    private static boolean compatible(Schema reader, Schema writer) {
        return SchemaCompatibility.checkReaderWriterCompatibility(reader, writer)
                        .getType()
                == SchemaCompatibilityType.COMPATIBLE;
    }

    private static Schema without(Schema schema, String name) {
        List<Schema.Field> kept = new ArrayList<>();
        for (Schema.Field field : schema.getFields()) {
            if (!field.name().equals(name)) {
                kept.add(new Schema.Field(field, field.schema()));
            }
        }
        return Schema.createRecord(schema.getName(), schema.getDoc(), schema.getNamespace(), false, kept);
    }

    private static Set<Schema> named(Schema schema, Schema.Type type) {
        Set<Schema> seen = new LinkedHashSet<>();
        collect(schema, seen);
        seen.removeIf(each -> each.getType() != type);
        return seen;
    }

    private static void collect(Schema schema, Set<Schema> seen) {
        switch (schema.getType()) {
            case RECORD -> {
                if (seen.add(schema)) {
                    schema.getFields().forEach(field -> collect(field.schema(), seen));
                }
            }
            case ENUM -> seen.add(schema);
            case ARRAY -> collect(schema.getElementType(), seen);
            case MAP -> collect(schema.getValueType(), seen);
            case UNION -> schema.getTypes().forEach(each -> collect(each, seen));
            default -> {}
        }
    }
}
