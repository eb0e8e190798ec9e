package io.deltawire.serve;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Json;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.zip.CRC32C;

/** How answers are written. */
final class Answers {
    private Answers() {}

    static void json(Context ctx, JsonNode body) {
        try {
            tagged(ctx, "application/json", Json.MAPPER.writeValueAsBytes(body));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** With an entity tag of the content; only that it is unchanged, when the caller has the same. */
    static void tagged(Context ctx, String type, byte[] body) {
        CRC32C sum = new CRC32C();
        sum.update(body);
        String tag = "\"" + Long.toHexString(sum.getValue()) + "-" + Integer.toHexString(body.length) + "\"";
        ctx.header("Cache-Control", "no-cache");
        ctx.header("ETag", tag);
        String known = ctx.header("If-None-Match");
        if (known != null && List.of(known.split("\\s*,\\s*")).contains(tag)) {
            ctx.status(HttpStatus.NOT_MODIFIED);
        } else {
            ctx.contentType(type).result(body);
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
