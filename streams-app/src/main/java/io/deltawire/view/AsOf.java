package io.deltawire.view;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A story as it stood at a time, from what was told up to then: {@code stories} keeps only the latest picture, the two logs keep
 * everything. Positions are those first reported by then; which one leads is what the last change of the fact said; sources that
 * were never worth a change (a fourth, say) are not dated and stay out.
 */
public final class AsOf {
    private static final Set<String> SETTLING = Set.of("REPORTED", "REVISED", "SETTLED", "CORROBORATED");

    private AsOf() {}

    /**
     * @param latest the latest picture
     * @param updates of the story up to the time, in order
     * @param changes of the story up to the time, in order
     * @param outletOf outlet of an article, "" when it is not known
     */
    public static ObjectNode story(
            ObjectNode latest, List<Event> updates, List<Event> changes, Instant time, UnaryOperator<String> outletOf) {
        ObjectNode then = latest.deepCopy();
        then.put("as_of", time.toString());
        Set<String> articles = new LinkedHashSet<>();
        Set<String> sources = new LinkedHashSet<>();
        String state = "OPEN";
        String id = latest.path("id").asText();
        for (Event update : updates) {
            JsonNode json = update.json();
            then.put("updated_at", json.path("at").asText());
            if (update.storyId().equals(id)) {
                then.put("title", json.path("title").asText());
                state = switch (update.type()) {
                    case "CLOSED" -> "CLOSED";
                    case "MERGED" -> "MERGED";
                    default -> "OPEN";
                };
            }
            take(json, id, articles, sources);
        }
        then.put("state", state);
        if (!state.equals("MERGED")) {
            then.put("redirect", "");
        }
        ArrayNode ids = then.putArray("articles");
        articles.forEach(ids::add);
        ArrayNode outlets = then.putArray("outlets");
        articles.stream()
                .map(outletOf)
                .filter(name -> !name.isEmpty())
                .distinct()
                .forEach(outlets::add);
        then.put("article_count", articles.size());
        then.put("independent_sources", sources.size());
        then.set("facts", facts(latest, changes, time));
        if (!changes.isEmpty()) {
            Event last = changes.get(changes.size() - 1);
            if (Instant.parse(then.path("updated_at").asText()).toEpochMilli() < last.at()) {
                then.put("updated_at", Instant.ofEpochMilli(last.at()).toString());
            }
        }
        return then;
    }

    private static void take(JsonNode update, String id, Set<String> articles, Set<String> sources) {
        Set<String> moved = new LinkedHashSet<>();
        update.path("moved").forEach(each -> moved.add(each.asText()));
        if (update.path("other_story_id").asText().equals(id)) {
            articles.addAll(moved);
        } else if (!moved.isEmpty()) {
            articles.removeAll(moved);
        } else if (!update.path("article_id").asText().isEmpty()) {
            articles.add(update.path("article_id").asText());
            sources.add(update.path("source").asText());
        }
    }

    private static ArrayNode facts(ObjectNode latest, List<Event> changes, Instant time) {
        Map<String, JsonNode> lastOf = new HashMap<>();
        Map<String, Set<String>> told = new HashMap<>();
        for (Event change : changes) {
            JsonNode json = change.json();
            String fact = json.path("fact_id").asText();
            lastOf.put(fact, json);
            json.path("before_sources")
                    .forEach(each -> told.computeIfAbsent(
                                    fact + '\n' + json.path("before").asText(), key -> new HashSet<>())
                            .add(each.asText()));
            json.path("after_sources")
                    .forEach(each -> told.computeIfAbsent(
                                    fact + '\n' + json.path("after").asText(), key -> new HashSet<>())
                            .add(each.asText()));
        }
        ArrayNode facts = Json.MAPPER.createArrayNode();
        for (JsonNode fact : latest.path("facts")) {
            List<ObjectNode> positions = new ArrayList<>();
            for (JsonNode position : fact.path("positions")) {
                if (!Instant.parse(position.path("first_at").asText()).isAfter(time)) {
                    positions.add(at(
                            position.deepCopy(),
                            told.get(fact.path("id").asText()
                                    + '\n'
                                    + position.path("value").asText()),
                            time));
                }
            }
            JsonNode last = lastOf.get(fact.path("id").asText());
            if (!positions.isEmpty()) {
                facts.add(fact(fact.deepCopy(), positions, last));
            }
        }
        return facts;
    }

    private static ObjectNode at(ObjectNode position, @Nullable Set<String> told, Instant time) {
        if (told != null) {
            ArrayNode sources = Json.MAPPER.createArrayNode();
            position.path("sources").forEach(each -> {
                if (told.contains(each.asText())) {
                    sources.add(each);
                }
            });
            if (!sources.isEmpty()) {
                position.set("sources", sources);
            }
        }
        if (Instant.parse(position.path("last_at").asText()).isAfter(time)) {
            position.put("last_at", time.toString());
        }
        return position;
    }

    private static ObjectNode fact(ObjectNode fact, List<ObjectNode> positions, @Nullable JsonNode last) {
        boolean disputed = last != null && last.path("type").asText().equals("DISPUTED");
        if (last != null && SETTLING.contains(last.path("type").asText())) {
            String leading = last.path("after").asText();
            positions.sort((a, b) -> Boolean.compare(
                    b.path("value").asText().equals(leading),
                    a.path("value").asText().equals(leading)));
        }
        fact.put("disputed", disputed);
        ArrayNode array = fact.putArray("positions");
        positions.forEach(array::add);
        return fact;
    }
}
