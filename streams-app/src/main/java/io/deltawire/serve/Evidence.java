package io.deltawire.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Event;
import io.deltawire.view.Json;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Puts the sentences that changes rest on under the positions of facts that they stated. */
final class Evidence {
    private Evidence() {}

    /** A copy of the facts in which each position has {@code evidence}: article, outlet, sentence and its offsets, time. */
    static ArrayNode added(JsonNode facts, List<Event> changes, Archive archive) {
        ArrayNode with = Json.MAPPER.createArrayNode();
        for (JsonNode fact : facts) {
            ObjectNode copy = fact.deepCopy();
            for (JsonNode position : copy.path("positions")) {
                ((ObjectNode) position).set("evidence", of(fact.path("id").asText(), position, changes, archive));
            }
            with.add(copy);
        }
        return with;
    }

    private static ArrayNode of(String fact, JsonNode position, List<Event> changes, Archive archive) {
        ArrayNode evidence = Json.MAPPER.createArrayNode();
        Set<String> seen = new HashSet<>();
        for (Event change : changes) {
            JsonNode json = change.json();
            JsonNode claim = json.path("evidence");
            if (json.path("fact_id").asText().equals(fact)
                    && claim.path("value")
                            .asText()
                            .equals(position.path("value").asText())
                    && seen.add(claim.path("article_id").asText()
                            + claim.path("begin").asInt())) {
                String article = claim.path("article_id").asText();
                evidence.addObject()
                        .put("change_id", change.id())
                        .put("article_id", article)
                        .put(
                                "source",
                                archive.article(article)
                                        .map(each -> each.source())
                                        .orElse(""))
                        .put("speaker", claim.path("speaker").asText())
                        .put("sentence", claim.path("sentence").asText())
                        .put("begin", claim.path("begin").asInt())
                        .put("end", claim.path("end").asInt())
                        .put("at", json.path("at").asText());
            }
        }
        return evidence;
    }
}
