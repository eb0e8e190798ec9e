package io.deltawire.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.avro.Entity;
import io.deltawire.entity.Catalog;
import io.deltawire.entity.EntityType;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** One entry of the catalog as the command line and import files give it. */
final class CatalogLine {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private CatalogLine() {}

    /**
     * Checks and builds an entry.
     *
     * @throws IllegalArgumentException naming what is wrong
     */
    static Entity entry(
            String id,
            String name,
            String type,
            String country,
            List<String> aliases,
            Map<String, String> ids,
            Instant effectiveFrom) {
        if (id.isBlank() || name.isBlank()) {
            throw new IllegalArgumentException("an entry needs an id and a name");
        }
        String upper = type.toUpperCase(Locale.ROOT);
        if (Arrays.stream(EntityType.values()).noneMatch(known -> known.name().equals(upper))) {
            throw new IllegalArgumentException("type " + type + " is none of " + Arrays.toString(EntityType.values()));
        }
        return Entity.newBuilder()
                .setId(id.strip())
                .setName(name.strip())
                .setType(upper)
                .setCountry(country(country.strip()))
                .setAliases(List.copyOf(aliases))
                .setIds(new TreeMap<>(ids))
                .setEffectiveFrom(effectiveFrom)
                .build();
    }

    /** "ru" and "country:ru" are one; ids of countries that users added themselves are taken as they are. */
    private static String country(String given) {
        String code = given.toLowerCase(Locale.ROOT);
        if (given.isEmpty() || (given.contains(":") && !code.startsWith("country:"))) {
            return given;
        }
        String id = code.startsWith("country:") ? code : "country:" + code;
        if (code.length() == 2 && Catalog.builtIn().entry(id) == null) {
            throw new IllegalArgumentException("country " + given + " is no ISO 3166 code of two letters");
        }
        if (code.length() != 2 && !code.startsWith("country:")) {
            throw new IllegalArgumentException("country " + given + " is neither an id nor a code of two letters");
        }
        return id;
    }

    /**
     * Reads a JSON line: id, name, type, and if need be country, aliases, ids, effective_from (ISO 8601).
     *
     * @param otherwise effective time of a line that gives none
     * @throws IllegalArgumentException naming what is wrong
     */
    static Entity parse(String line, Instant otherwise) {
        JsonNode node;
        try {
            node = MAPPER.readTree(line);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("no JSON: " + e.getOriginalMessage(), e);
        }
        List<String> aliases = new ArrayList<>();
        node.path("aliases").forEach(alias -> aliases.add(alias.asText()));
        Map<String, String> ids = new TreeMap<>();
        node.path("ids")
                .properties()
                .forEach(entry -> ids.put(entry.getKey(), entry.getValue().asText()));
        Instant effective = otherwise;
        if (node.hasNonNull("effective_from")) {
            try {
                effective = Instant.parse(node.path("effective_from").asText());
            } catch (DateTimeException e) {
                throw new IllegalArgumentException("effective_from is no ISO 8601 time", e);
            }
        }
        return entry(
                node.path("id").asText(),
                node.path("name").asText(),
                node.path("type").asText(),
                node.path("country").asText(),
                aliases,
                ids,
                effective);
    }
}
