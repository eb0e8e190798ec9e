package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.apicurio.registry.utils.converter.avro.AvroData;
import io.apicurio.registry.utils.converter.avro.AvroDataConfig;
import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimHedge;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.ClaimModality;
import io.deltawire.avro.ClaimRecord;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.view.AvroJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.LogicalTypes;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.connect.data.Schema;
import org.apache.kafka.connect.data.SchemaAndValue;
import org.apache.kafka.connect.data.Struct;
import org.apache.kafka.connect.sink.SinkRecord;
import org.apache.kafka.connect.transforms.Flatten;
import org.apache.kafka.connect.transforms.ReplaceField;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That the examples in {@code clients} fit what is published. */
class ClientsTest {
    private static final Path CLIENTS = Path.of("../clients");
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path folder;

    @Test
    void pythonsOwnAvroReadsWhatOurSerializerWrote() throws Exception {
        Path python = Path.of("/usr/bin/python3");
        assumeTrue(
                Files.isExecutable(python)
                        && new ProcessBuilder(python.toString(), "-c", "import avro")
                                        .redirectError(ProcessBuilder.Redirect.DISCARD)
                                        .start()
                                        .waitFor()
                                == 0,
                "no python3-avro on this machine: our bytes were not read by Python");
        Map<String, Object> config = Map.of("schema.registry.url", "mock://clients", "auto.register.schemas", true);
        byte[] framed = AvroSerde.of(FactChange.class, config).serializer().serialize("fact-changes", change());
        Path record = Files.write(folder.resolve("record"), framed);
        Path schema = Files.writeString(
                folder.resolve("schema.avsc"), FactChange.getClassSchema().toString());
        Process script = new ProcessBuilder(
                        python.toString(),
                        CLIENTS.resolve("python/decode.py").toString(),
                        schema.toString(),
                        record.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String said = new String(script.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(script.waitFor()).isZero();
        JsonNode read = JSON.readTree(said).path("value");
        JsonNode ours = AvroJson.of(change());
        for (String field : List.of("id", "type", "kind", "before", "after", "after_sources", "confidence", "text")) {
            assertThat(read.path(field)).as(field).isEqualTo(ours.path(field));
        }
        assertThat(read.at("/evidence/sentence")).isEqualTo(ours.at("/evidence/sentence"));
        assertThat(read.path("at").asText()).startsWith("2025-06-03 11:40:00");
    }

    @Test
    void columnsOfTheTablesAreTheFieldsOfTheSchemas() throws Exception {
        Map<String, org.apache.avro.Schema> tables = Map.of(
                "fact_changes", FactChange.getClassSchema(),
                "story_updates", StoryUpdate.getClassSchema(),
                "stories", Story.getClassSchema());
        for (Dialect dialect : List.of(
                new Dialect("ksqldb.sql", "STRUCT", "TIMESTAMP", "INTEGER"),
                new Dialect("flink.sql", "ROW", "TIMESTAMP(3)", "INT"))) {
            String sql = Files.readString(CLIENTS.resolve("sql").resolve(dialect.file()));
            for (Map.Entry<String, org.apache.avro.Schema> table : tables.entrySet()) {
                Map<String, String> expected = new LinkedHashMap<>();
                table.getValue().getFields().forEach(each -> expected.put(each.name(), dialect.type(each.schema())));
                assertThat(columns(sql, table.getKey()))
                        .as("%s in %s", table.getKey(), dialect.file())
                        .containsExactlyEntriesOf(expected);
            }
        }
    }

    private static Map<String, String> columns(String sql, String table) {
        Matcher body = Pattern.compile("CREATE \\w+ " + table + " \\(\n(.*?)\n\\) WITH", Pattern.DOTALL)
                .matcher(sql);
        assertThat(body.find()).as(table).isTrue();
        Map<String, String> columns = new LinkedHashMap<>();
        for (String line : body.group(1).split("\n")) {
            Matcher column = Pattern.compile("  `(\\w+)` (.*?),?").matcher(line);
            if (column.matches() && !column.group(1).equals("key")) {
                columns.put(column.group(1), column.group(2));
            }
        }
        return columns;
    }

    /** How a dialect calls types. */
    private record Dialect(String file, String record, String time, String integer) {
        String type(org.apache.avro.Schema schema) {
            if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
                return time;
            }
            return switch (schema.getType()) {
                case UNION ->
                    type(schema.getTypes().stream()
                            .filter(each -> each.getType() != org.apache.avro.Schema.Type.NULL)
                            .findFirst()
                            .orElseThrow());
                case ARRAY -> "ARRAY<" + type(schema.getElementType()) + ">";
                case MAP -> "MAP<STRING, " + type(schema.getValueType()) + ">";
                case RECORD ->
                    schema.getFields().stream()
                            .map(field -> "`" + field.name() + "` " + type(field.schema()))
                            .collect(java.util.stream.Collectors.joining(", ", record + "<", ">"));
                case INT -> integer;
                case LONG -> "BIGINT";
                case DOUBLE -> "DOUBLE";
                case BOOLEAN -> "BOOLEAN";
                default -> "STRING";
            };
        }
    }

    @Test
    void transformsOfTheSinkLeaveOnlyColumnsOfPlainTypes() throws Exception {
        JsonNode config = JSON.readTree(
                        CLIENTS.resolve("connect/jdbc-sink.json").toFile())
                .path("config");
        assertThat(config.path("pk.fields").asText()).isEqualTo("id");
        assertThat(config.path("consumer.override.isolation.level").asText()).isEqualTo("read_committed");
        SchemaAndValue converted = converted(change());
        SinkRecord record = new SinkRecord(
                "fact-changes", 0, Schema.STRING_SCHEMA, "en:quake-1", converted.schema(), converted.value(), 0);
        try (Flatten.Value<SinkRecord> flatten = new Flatten.Value<>();
                ReplaceField.Value<SinkRecord> lists = new ReplaceField.Value<>()) {
            flatten.configure(settings(config, "transforms.flatten."));
            lists.configure(settings(config, "transforms.lists."));
            // A list can't be flattened further and passes as it is; the second transform leaves it out.
            SinkRecord row = lists.apply(flatten.apply(record));
            assertThat(row.valueSchema().fields())
                    .isNotEmpty()
                    .allSatisfy(field -> assertThat(field.schema().type().isPrimitive())
                            .as(field.name())
                            .isTrue());
            Struct value = (Struct) row.value();
            assertThat(value.getString("id")).isEqualTo("c1");
            assertThat(value.getString("evidence_sentence")).isEqualTo("The toll rose to 41.");
            assertThat(value.get("at")).isInstanceOf(java.util.Date.class);
        }
    }

    private static Map<String, String> settings(JsonNode config, String prefix) {
        Map<String, String> settings = new HashMap<>();
        config.properties().forEach(each -> {
            if (each.getKey().startsWith(prefix)) {
                settings.put(
                        each.getKey().substring(prefix.length()),
                        each.getValue().asText());
            }
        });
        settings.remove("type");
        return settings;
    }

    /**
     * What a sink gets: our bytes, read by Confluent's deserializer and brought into Connect's types by Apicurio's converter, which has that
     * code from Confluent's and is on Maven Central.
     */
    private static SchemaAndValue converted(FactChange change) {
        Map<String, Object> config = Map.of("schema.registry.url", "mock://connect", "auto.register.schemas", true);
        byte[] framed = AvroSerde.of(FactChange.class, config).serializer().serialize("fact-changes", change);
        try (KafkaAvroDeserializer deserializer = new KafkaAvroDeserializer()) {
            deserializer.configure(config, false);
            GenericRecord read = (GenericRecord) deserializer.deserialize("fact-changes", framed);
            return new AvroData(new AvroDataConfig(Map.of())).toConnectData(read.getSchema(), read);
        }
    }

    private static FactChange change() {
        ClaimRecord claim = ClaimRecord.newBuilder()
                .setId("b1")
                .setArticleId("a1")
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setValue("41")
                .setHedge(ClaimHedge.EXACT)
                .setModality(ClaimModality.HAPPENED)
                .setSentence("The toll rose to 41.")
                .setQualifiers(List.of("of=people"))
                .build();
        return FactChange.newBuilder()
                .setId("c1")
                .setType(ChangeType.REVISED)
                .setStoryId("en:quake-1")
                .setFactId("f1")
                .setArticleId("a1")
                .setAt(Instant.parse("2025-06-03T11:40:00Z"))
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setBefore("12")
                .setAfter("41")
                .setAfterSources(List.of("Harbour Post", "Zeitung “Nördlich”"))
                .setEvidence(claim)
                .setConfidence(0.75)
                .setText("Killed: 12 → 41")
                .build();
    }
}
