package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.confluent.kafka.schemaregistry.CompatibilityLevel;
import io.confluent.kafka.schemaregistry.ParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.SimpleParsedSchemaHolder;
import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.deltawire.avro.Digest;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.Entity;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.RawArticle;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The gate: every schema of this build must be FULL_TRANSITIVE-compatible with what was released, as a registry would judge.
 * Released schemas are in {@code schemas/released/VERSION}; {@code -Dschemas.release=VERSION} writes those of this build there.
 */
class ReleasedSchemasTest {
    private static final Path RELEASED = Path.of("released");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    static Stream<Schema> current() {
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
    @MethodSource("current")
    void everySchemaFitsAllThatWereReleased(Schema schema) throws IOException {
        List<AvroSchema> released = released(schema.getName());
        assertThat(released).as("released schemas of " + schema.getName()).isNotEmpty();
        assertThat(differences(schema, released)).isEmpty();
    }

    @Test
    void everyReleasedSchemaIsStillThere() throws IOException {
        List<String> names = current().map(schema -> schema.getName() + ".avsc").toList();
        try (Stream<Path> files = Files.walk(RELEASED)) {
            assertThat(files.filter(Files::isRegularFile)
                            .map(file -> file.getFileName().toString()))
                    .isNotEmpty()
                    .isSubsetOf(names);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "a field without default | {'name':'next','type':'string'}",
                "a field of another type | {'name':'title','type':'long','default':0}"
            })
    void whatOldReadersOrOldRecordsCannotTakeIsCaught(String what, String field) throws IOException {
        ObjectNode tree = (ObjectNode) JSON.readTree(RawArticle.getClassSchema().toString());
        ArrayNode fields = (ArrayNode) tree.get("fields");
        JsonNode changed = JSON.readTree(field.replace('\'', '"'));
        for (int i = fields.size() - 1; i >= 0; i--) {
            if (fields.get(i).get("name").equals(changed.get("name"))) {
                fields.remove(i);
            }
        }
        fields.add(changed);
        assertThat(differences(new Schema.Parser().parse(tree.toString()), released("RawArticle")))
                .as(what)
                .isNotEmpty();
    }

    @Test
    void aNewTypeOfChangeIsAllowedBecauseReadersHaveADefault() throws IOException {
        String more = FactChange.getClassSchema().toString().replace("\"RETRACTED\"", "\"RETRACTED\",\"RENAMED\"");
        assertThat(differences(new Schema.Parser().parse(more), released("FactChange")))
                .isEmpty();
    }

    @Test
    void writesARelease() throws IOException {
        String version = System.getProperty("schemas.release");
        assumeThat(version).as("-Dschemas.release=VERSION writes a release").isNotNull();
        Path folder = Files.createDirectories(RELEASED.resolve(version));
        for (Schema schema : current().toList()) {
            JsonNode tree = plain(JSON.readTree(schema.toString()));
            Files.writeString(
                    folder.resolve(schema.getName() + ".avsc"),
                    JSON.writerWithDefaultPrettyPrinter().writeValueAsString(tree) + "\n");
        }
    }

    private static List<String> differences(Schema schema, List<AvroSchema> released) {
        List<ParsedSchemaHolder> earlier = new ArrayList<>();
        released.forEach(each -> earlier.add(new SimpleParsedSchemaHolder(each)));
        return new AvroSchema(schema).isCompatible(CompatibilityLevel.FULL_TRANSITIVE, earlier);
    }

    private static List<AvroSchema> released(String name) throws IOException {
        List<AvroSchema> schemas = new ArrayList<>();
        try (Stream<Path> versions = Files.list(RELEASED)) {
            for (Path version : versions.sorted().toList()) {
                Path file = version.resolve(name + ".avsc");
                if (Files.exists(file)) {
                    schemas.add(new AvroSchema(read(file)));
                }
            }
        }
        return schemas;
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without what only Java's generated classes need. */
    private static JsonNode plain(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.remove("avro.java.string");
            object.fieldNames().forEachRemaining(name -> object.set(name, plain(object.get(name))));
            boolean onlyType = object.size() == 1 && object.path("type").isTextual();
            return onlyType ? object.get("type") : object;
        }
        if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, plain(array.get(i)));
            }
        }
        return node;
    }
}
