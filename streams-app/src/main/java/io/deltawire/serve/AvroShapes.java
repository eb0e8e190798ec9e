package io.deltawire.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Json;
import org.apache.avro.LogicalTypes;
import org.apache.avro.Schema;

/** Avro schemas as JSON schemas, as {@link io.deltawire.view.AvroJson} writes the records. */
final class AvroShapes {
    private final ObjectNode components;

    /** @param components where the shapes of named records are put */
    AvroShapes(ObjectNode components) {
        this.components = components;
    }

    /** A reference to the shape of a record, which is added if it is not there yet. */
    ObjectNode record(Schema schema) {
        if (!components.has(schema.getName())) {
            ObjectNode shape = components.putObject(schema.getName()).put("type", "object");
            if (schema.getDoc() != null) {
                shape.put("description", schema.getDoc());
            }
            ObjectNode properties = shape.putObject("properties");
            ArrayNode required = shape.putArray("required");
            for (Schema.Field field : schema.getFields()) {
                ObjectNode property = shape(field.schema());
                if (field.doc() != null && !property.has("$ref")) {
                    property.put("description", field.doc());
                }
                properties.set(field.name(), property);
                required.add(field.name());
            }
        }
        return reference(schema.getName());
    }

    static ObjectNode reference(String name) {
        return Json.MAPPER.createObjectNode().put("$ref", "#/components/schemas/" + name);
    }

    private ObjectNode shape(Schema schema) {
        ObjectNode node = Json.MAPPER.createObjectNode();
        if (schema.getLogicalType() instanceof LogicalTypes.TimestampMillis) {
            return node.put("type", "string").put("format", "date-time");
        }
        switch (schema.getType()) {
            case RECORD -> {
                return record(schema);
            }
            case ARRAY -> node.put("type", "array").set("items", shape(schema.getElementType()));
            case MAP -> node.put("type", "object").set("additionalProperties", shape(schema.getValueType()));
            case ENUM -> {
                ArrayNode names = node.put("type", "string").putArray("enum");
                schema.getEnumSymbols().forEach(names::add);
            }
            case UNION -> {
                ArrayNode any = node.putArray("anyOf");
                schema.getTypes().forEach(each -> any.add(shape(each)));
            }
            case BOOLEAN -> node.put("type", "boolean");
            case INT, LONG -> node.put("type", "integer");
            case FLOAT, DOUBLE -> node.put("type", "number");
            case NULL -> node.put("type", "null");
            default -> node.put("type", "string");
        }
        return node;
    }
}
