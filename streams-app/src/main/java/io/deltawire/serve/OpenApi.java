package io.deltawire.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.view.Json;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;

/**
 * {@code /api/openapi.json} (OpenAPI 3.1): shapes of records from their Avro schemas, the other shapes and what parameters mean from
 * resources, paths and their parameters from here.
 */
final class OpenApi implements Routes {
    private static final Set<String> TIME = Set.of("as_of");
    private static final Set<String> STORY = Set.of("as_of", "redirect");
    private static final Set<String> NONE = Set.of();

    /**
     * @param shape of the answer; "" for one that is not JSON
     * @param type media type of the answer
     */
    private record Operation(String path, String does, Set<String> params, String shape, String type) {
        static Operation json(String path, String does, Set<String> params, String shape) {
            return new Operation(path, does, params, shape, "application/json");
        }
    }

    private static final List<Operation> OPERATIONS = List.of(
            Operation.json(
                    "/api/stories", "Stories, the one that changed last first.", StoriesApi.LIST_PARAMS, "StoryList"),
            Operation.json(
                    "/api/stories/{id}",
                    "One story; a merged one redirects to where it lives on.",
                    STORY,
                    "StoryPicture"),
            Operation.json(
                    "/api/stories/{id}/facts",
                    "Its facts, every position with the sentences it rests on.",
                    STORY,
                    "FactList"),
            Operation.json("/api/stories/{id}/articles", "Its articles, oldest first.", STORY, "ArticleList"),
            Operation.json("/api/stories/{id}/changes", "Its changes, oldest first.", TIME, "ChangesOfStory"),
            Operation.json("/api/stories/{id}/updates", "What became of it, oldest first.", TIME, "UpdatesOfStory"),
            Operation.json(
                    "/api/stories/{id}/activity",
                    "Articles by hour, the last 48 hours that had any.",
                    NONE,
                    "Activity"),
            Operation.json(
                    "/api/changes", "Changes of all stories, latest first.", ChangesApi.LIST_PARAMS, "ChangeList"),
            Operation.json(
                    "/api/updates", "Updates of all stories, latest first.", ChangesApi.LIST_PARAMS, "UpdateList"),
            new Operation(
                    "/api/changes/stream",
                    "Server-sent events: change, update, story, hello, reset. Send Last-Event-ID to get what was missed.",
                    ChangeStream.PARAMS,
                    "",
                    "text/event-stream"),
            Operation.json(
                    "/api/entities",
                    "Entities, those of most stories first.",
                    Set.of("q", "type", "limit", "cursor"),
                    "EntityList"),
            Operation.json("/api/entities/{id}", "One entity.", NONE, "Entity"),
            Operation.json("/api/search", "Stories and entities that mention all words.", Set.of("q"), "Found"),
            Operation.json(
                    "/api/articles/{id}",
                    "An article with all that was read from it, as long as it is kept.",
                    NONE,
                    "ArticleText"),
            Operation.json(
                    "/api/articles/{id}/context",
                    "The sentence at an offset, and two around it.",
                    Set.of("begin", "end"),
                    "Context"),
            Operation.json("/api/status", "Who answers, and how far it has read.", NONE, "Status"),
            new Operation(
                    "/feeds/changes.atom",
                    "Atom feed of changes.",
                    ChangesApi.FILTER_PARAMS,
                    "",
                    "application/atom+xml"),
            new Operation(
                    "/feeds/stories/{id}.atom", "Atom feed of a story's changes.", NONE, "", "application/atom+xml"));

    private final ObjectNode document;

    OpenApi() {
        document = document();
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/openapi.json", ctx -> Answers.json(ctx, document));
    }

    private static ObjectNode document() {
        ObjectNode all = Json.MAPPER.createObjectNode().put("openapi", "3.1.0");
        all.putObject("info")
                .put("title", "deltawire")
                .put("version", "1")
                .put("description", "Stories and what changed in them. Reading only. Times are ISO 8601 in UTC.");
        ObjectNode components = all.putObject("components");
        components
                .putObject("securitySchemes")
                .putObject("token")
                .put("type", "http")
                .put("scheme", "bearer");
        all.putArray("security").addObject().putArray("token");
        all.withArray("security").addObject();
        ObjectNode shapes = components.putObject("schemas");
        AvroShapes avro = new AvroShapes(shapes);
        List.of(
                        Story.getClassSchema(),
                        FactChange.getClassSchema(),
                        StoryUpdate.getClassSchema(),
                        EnrichedArticle.getClassSchema())
                .forEach(avro::record);
        shapes.setAll(resource("shapes.json"));
        ObjectNode meanings = resource("parameters.json");
        ObjectNode paths = all.putObject("paths");
        OPERATIONS.forEach(operation -> paths.putObject(operation.path()).set("get", operation(operation, meanings)));
        return all;
    }

    private static ObjectNode operation(Operation operation, ObjectNode meanings) {
        ObjectNode node = Json.MAPPER.createObjectNode().put("summary", operation.does());
        ArrayNode params = node.putArray("parameters");
        if (operation.path().contains("{id}")) {
            params.addObject()
                    .put("name", "id")
                    .put("in", "path")
                    .put("required", true)
                    .putObject("schema")
                    .put("type", "string");
        }
        for (String name : new TreeSet<>(operation.params())) {
            ObjectNode meaning = (ObjectNode) Objects.requireNonNull(meanings.get(name), name);
            ObjectNode param = params.addObject().put("name", name).put("in", "query");
            param.put("description", meaning.path("description").asText());
            param.set("schema", meaning.path("schema"));
        }
        ObjectNode responses = node.putObject("responses");
        ObjectNode content = responses
                .putObject("200")
                .put("description", "The answer.")
                .putObject("content")
                .putObject(operation.type());
        if (!operation.shape().isEmpty()) {
            content.set("schema", AvroShapes.reference(operation.shape()));
        }
        Map.of(
                        "400", "A parameter is wrong; the detail names it.",
                        "401", "The token is missing or wrong.",
                        "404", "There is no such thing.",
                        "429", "Too many requests; see Retry-After.",
                        "503", "This instance is still reading in; see Retry-After.")
                .forEach((status, why) -> responses
                        .putObject(status)
                        .put("description", why)
                        .putObject("content")
                        .putObject("application/problem+json")
                        .set("schema", AvroShapes.reference("Problem")));
        return node;
    }

    private static ObjectNode resource(String name) {
        try (InputStream in = OpenApi.class.getResourceAsStream(name)) {
            return (ObjectNode) Json.MAPPER.readTree(Objects.requireNonNull(in, name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
