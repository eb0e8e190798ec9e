package io.deltawire.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * Configurations to run side by side. A list names each: {@code [{"name": "as it is"}, {"name": "surer", "deltawire.story.join.at":
 * 0.7}]}; a grid gives values for settings and stands for all combinations: {@code {"deltawire.story.join.at": [0.4, 0.5],
 * "deltawire.story.merge.at": [0.6, 0.7]}}.
 */
final class SweepFile {
    private static final String NAME = "name";
    private static final int MOST = 200;

    /** What a name may not have, as folders are named so. */
    private static final Pattern NOT_IN_NAMES = Pattern.compile("[^\\p{L}\\p{N}._=,-]+");

    private SweepFile() {}

    /**
     * Settings of each configuration by name, in the file's order.
     *
     * @throws IllegalArgumentException that says what is wrong with the file
     */
    static Map<String, Map<String, String>> read(Path file) throws IOException {
        JsonNode root;
        try {
            root = new JsonMapper().readTree(Files.readString(file));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(file + " is not JSON: " + e.getOriginalMessage(), e);
        }
        Map<String, Map<String, String>> all = root.isArray() ? list(root) : grid(root);
        if (all.isEmpty()) {
            throw new IllegalArgumentException(file + " has no configuration: a list of objects, or one with lists");
        }
        if (all.size() > MOST) {
            throw new IllegalArgumentException(file + " has " + all.size() + " configurations; " + MOST + " at most");
        }
        return all;
    }

    private static Map<String, Map<String, String>> list(JsonNode root) {
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (JsonNode each : root) {
            Map<String, String> settings = new LinkedHashMap<>();
            each.properties()
                    .forEach(field ->
                            settings.put(field.getKey(), field.getValue().asText()));
            String given = settings.remove(NAME);
            String name = name(given == null ? named(settings) : given);
            if (all.put(name, settings) != null) {
                throw new IllegalArgumentException("two configurations are named " + name);
            }
        }
        return all;
    }

    private static Map<String, Map<String, String>> grid(JsonNode root) {
        List<Map<String, String>> combinations = new ArrayList<>();
        combinations.add(Map.of());
        for (Map.Entry<String, JsonNode> field : root.properties()) {
            List<JsonNode> values = new ArrayList<>();
            field.getValue().forEach(values::add);
            if (!field.getValue().isArray()) {
                values.add(field.getValue());
            }
            List<Map<String, String>> next = new ArrayList<>();
            for (Map<String, String> before : combinations) {
                for (JsonNode value : values) {
                    Map<String, String> settings = new LinkedHashMap<>(before);
                    settings.put(field.getKey(), value.asText());
                    next.add(settings);
                }
            }
            combinations = next;
        }
        Map<String, Map<String, String>> all = new LinkedHashMap<>();
        for (Map<String, String> settings : combinations) {
            if (!settings.isEmpty()) {
                all.put(name(named(settings)), settings);
            }
        }
        return all;
    }

    /** {@code join.at=0.5,merge.at=0.7}. */
    private static String named(Map<String, String> settings) {
        List<String> parts = new ArrayList<>();
        settings.forEach((name, value) -> parts.add(name.replaceFirst("^deltawire\\.(story\\.)?", "") + "=" + value));
        return parts.isEmpty() ? "defaults" : String.join(",", parts);
    }

    private static String name(String text) {
        String name = NOT_IN_NAMES.matcher(text.strip()).replaceAll("-");
        if (name.isEmpty() || name.startsWith(".")) {
            throw new IllegalArgumentException("'" + text + "' is no name for a configuration");
        }
        return name;
    }
}
