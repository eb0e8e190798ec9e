package io.deltawire.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Json;
import io.javalin.http.Context;
import java.io.UncheckedIOException;

/** How answers are written. */
final class Answers {
    private Answers() {}

    static void json(Context ctx, JsonNode body) {
        try {
            ctx.header("Cache-Control", "no-cache");
            ctx.contentType("application/json").result(Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What is known of an article; only its id, when it has left {@code articles.enriched} before this instance saw it. */
    static ObjectNode article(Archive archive, String id) {
        ObjectNode json = archive.article(id)
                .map(article -> Json.MAPPER.<ObjectNode>valueToTree(article))
                .orElseGet(() -> Json.MAPPER.createObjectNode().put("id", id));
        json.remove("partition");
        json.remove("offset");
        return json;
    }
}
