package io.deltawire.schemas;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.avro.Schema;
import org.junit.jupiter.api.Test;

/**
 * That {@code docs/topics.md} says of every field what the schemas say. {@code -Ddocs.write=true} writes the tables anew.
 */
class TopicsPageTest {
    private static final Path PAGE = Path.of("../docs/topics.md");
    private static final Pattern TABLE = Pattern.compile("(?s)<!-- fields:(\\w+) -->\n(.*?)<!-- end -->");

    @Test
    void tablesAreThoseOfTheSchemas() throws IOException {
        Map<String, Schema> records = records();
        String page = Files.readString(PAGE);
        String written = TABLE.matcher(page).replaceAll(found -> {
            assertThat(records).containsKey(found.group(1));
            return Matcher.quoteReplacement(
                    "<!-- fields:" + found.group(1) + " -->\n" + table(records.get(found.group(1))) + "<!-- end -->");
        });
        if (Boolean.getBoolean("docs.write")) {
            Files.writeString(PAGE, written);
        } else {
            assertThat(page).isEqualTo(written);
        }
    }

    @Test
    void everyTopicIsOnThePage() throws IOException {
        String page = Files.readString(PAGE);
        assertThat(new Topics("").all()).allSatisfy(topic -> assertThat(page).contains("| `" + topic + "` |"));
    }

    private static Map<String, Schema> records() {
        Map<String, Schema> records = new LinkedHashMap<>();
        ReleasedSchemasTest.current().forEach(schema -> collect(schema, records));
        return records;
    }

    private static void collect(Schema schema, Map<String, Schema> records) {
        switch (schema.getType()) {
            case RECORD -> {
                if (records.putIfAbsent(schema.getName(), schema) == null) {
                    schema.getFields().forEach(field -> collect(field.schema(), records));
                }
            }
            case ARRAY -> collect(schema.getElementType(), records);
            case MAP -> collect(schema.getValueType(), records);
            case UNION -> schema.getTypes().forEach(type -> collect(type, records));
            default -> {}
        }
    }

    private static String table(Schema schema) {
        StringBuilder table = new StringBuilder("| field | type | |\n|---|---|---|\n");
        for (Schema.Field field : schema.getFields()) {
            table.append("| `" + field.name() + "` | " + type(field.schema()) + " | "
                    + field.doc().replace("|", "\\|") + " |\n");
        }
        return table.toString();
    }

    private static String type(Schema schema) {
        if (schema.getLogicalType() != null) {
            return "time in ms";
        }
        return switch (schema.getType()) {
            case ARRAY -> "list of " + type(schema.getElementType());
            case MAP -> "map of " + type(schema.getValueType());
            case UNION -> type(schema.getTypes().get(1)) + " or null";
            case ENUM -> String.join(" ", schema.getEnumSymbols());
            case RECORD -> "[" + schema.getName() + "](#" + schema.getName().toLowerCase(java.util.Locale.ROOT) + ")";
            default -> schema.getType().getName();
        };
    }
}
