package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What programs read from instances: REST after its own document, the stream, feeds; from one instance and from two. */
@ExtendWith(StackExtension.class)
class ITSubscribe {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    private Path state;

    @Test
    void everyAnswerHasTheShapeThatTheDocumentSays(Stack stack) throws Exception {
        try (Served served = new Served(stack, state, 3, Map.of())) {
            served.publishSamples();
            JsonNode document = served.get("/api/openapi.json");
            String article = served.get("/api/stories/en%3Aquake-1/articles")
                    .at("/articles/0/id")
                    .asText();
            String entity =
                    served.get("/api/entities?limit=1").at("/entities/0/id").asText();
            Map<String, String> asked = new LinkedHashMap<>();
            asked.put("/api/stories", "/api/stories?limit=2&sort=articles&disputed=false&q=peru");
            asked.put("/api/stories/{id}", "/api/stories/en%3Aquake-1");
            asked.put("/api/stories/{id}/facts", "/api/stories/en%3Aquake-1/facts?as_of=2025-06-03T12:00:00Z");
            asked.put("/api/stories/{id}/articles", "/api/stories/en%3Aquake-1/articles");
            asked.put("/api/stories/{id}/changes", "/api/stories/en%3Aquake-1/changes");
            asked.put("/api/stories/{id}/updates", "/api/stories/en%3Aquake-1/updates");
            asked.put("/api/stories/{id}/activity", "/api/stories/en%3Aquake-1/activity");
            asked.put(
                    "/api/changes",
                    "/api/changes?kind=quantity&type=revised,disputed&min_sources=1&min_confidence=0.5&limit=3");
            asked.put("/api/updates", "/api/updates?limit=3");
            asked.put("/api/entities", "/api/entities?limit=3&type=place");
            asked.put("/api/entities/{id}", "/api/entities/" + entity.replace(":", "%3A"));
            asked.put("/api/search", "/api/search?q=earthquake");
            asked.put("/api/articles/{id}", "/api/articles/" + article);
            asked.put("/api/articles/{id}/context", "/api/articles/" + article + "/context?begin=80&end=90");
            asked.put("/api/status", "/api/status");
            Set<String> documented = new TreeSet<>();
            document.path("paths").properties().forEach(path -> {
                if (path.getValue().at("/get/responses/200/content").has("application/json")) {
                    documented.add(path.getKey());
                }
            });
            assertThat(asked.keySet()).containsExactlyInAnyOrderElementsOf(documented);
            for (Map.Entry<String, String> each : asked.entrySet()) {
                HttpResponse<String> answer = served.ask(each.getValue());
                assertThat(answer.statusCode()).as(each.getValue()).isEqualTo(200);
                JsonNode shape = document.path("paths")
                        .path(each.getKey())
                        .at("/get/responses/200/content")
                        .path("application/json")
                        .path("schema");
                assertThat(faults(document, shape, answer.body()))
                        .as(each.getValue())
                        .isEmpty();
                String tag = answer.headers().firstValue("ETag").orElseThrow();
                if (!each.getKey().equals("/api/status")) {
                    assertThat(served.ask(each.getValue(), "If-None-Match", tag).statusCode())
                            .as("%s again", each.getValue())
                            .isEqualTo(304);
                }
            }
            assertThat(faults(document, document.at("/components/schemas/FactList"), "{\"facts\":[{\"id\":1}]}"))
                    .as("what the check finds in a wrong answer")
                    .isNotEmpty();
            assertRefusals(served);
            assertPages(served);
            assertThat(served.get("/api/stories/en%3Aquake-1?as_of=2025-06-03T12:00:00Z")
                            .path("article_count")
                            .asInt())
                    .isEqualTo(2);
            HttpResponse<String> feed = served.ask("/feeds/stories/en%3Aquake-1.atom");
            assertThat(feed.headers().firstValue("Content-Type"))
                    .hasValueSatisfying(type -> assertThat(type).startsWith("application/atom+xml"));
            assertThat(feed.body()).contains("<entry>", "urn:deltawire:change:");
        }
    }

    private static Set<ValidationMessage> faults(JsonNode document, JsonNode shape, String answer) throws IOException {
        ObjectNode schema = JSON.createObjectNode().put("$schema", "https://json-schema.org/draft/2020-12/schema");
        schema.setAll((ObjectNode) shape.deepCopy());
        schema.set("components", document.path("components"));
        JsonSchema compiled =
                JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(schema);
        return compiled.validate(JSON.readTree(answer));
    }

    private static void assertRefusals(Served served) throws Exception {
        Map<String, Integer> asked = Map.of(
                "/api/stories?limt=3", 400,
                "/api/stories?limit=1000", 400,
                "/api/stories?kind=NOISE", 400,
                "/api/stories?as_of=tomorrow", 400,
                "/api/stories?cursor=abc", 400,
                "/api/stories/en%3Anothing", 404,
                "/api/articles/nothing", 404,
                "/assets/nothing.js", 404);
        for (Map.Entry<String, Integer> each : asked.entrySet()) {
            HttpResponse<String> answer = served.ask(each.getKey());
            assertThat(answer.statusCode()).as(each.getKey()).isEqualTo(each.getValue());
        }
        assertThat(served.ask("/assets/..%2f..%2fsecret.js").statusCode()).isBetween(400, 404);
        assertThat(served.ask("/api/stories?limt=3").body()).contains("there is no parameter 'limt'");
        assertThat(served.ask("/api/changes/stream?last_event_id=nonsense").statusCode())
                .isEqualTo(400);
    }

    private static void assertPages(Served served) throws Exception {
        List<String> ids = new ArrayList<>();
        String next = "";
        do {
            JsonNode page = served.get("/api/changes?limit=7" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("changes").forEach(change -> ids.add(change.path("id").asText()));
            next = page.path("next").asText();
        } while (!next.isEmpty());
        int all = 0;
        for (JsonNode story : served.get("/api/stories").path("stories")) {
            for (JsonNode count : story.path("changes")) {
                all += count.asInt();
            }
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(all);
        List<String> stories = new ArrayList<>();
        next = "";
        do {
            JsonNode page = served.get("/api/stories?limit=1&sort=opened" + (next.isEmpty() ? "" : "&cursor=" + next));
            page.path("stories").forEach(story -> stories.add(story.path("id").asText()));
            next = page.path("next").asText();
        } while (!next.isEmpty());
        assertThat(stories).containsExactly("en:strike-1", "en:quake-1", "en:talks-1");
    }

    @Test
    void twoInstancesAnswerForEachOthersStoriesAlsoWhileOneIsKilledAndAStreamGoesOnAtTheOther(Stack stack)
            throws Exception {
        int port = Ports.free(1).get(0);
        try (Served served = new Served(stack, state.resolve("one"), 3, Map.of("session.timeout.ms", "6000"))) {
            Process other = run(served, state.resolve("two"), port);
            try {
                String there = "http://127.0.0.1:" + port;
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .ignoreExceptions()
                        .until(() -> Served.askAt(there, "/api/stories").statusCode() == 200);
                served.publishSamples();
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .untilAsserted(() -> assertThat(ids(JSON.readTree(
                                        Served.askAt(there, "/api/stories").body())))
                                .isEqualTo(ids(served.get("/api/stories"))));
                assertThat(Served.askAt(there, "/api/stories").headers().firstValue("Deltawire-Instance"))
                        .hasValueSatisfying(name -> assertThat(name).endsWith(":" + port));
                Heard before = listen(there, "-", 1_000);
                other.destroyForcibly().waitFor();
                served.publish(
                        "ferry-1",
                        "Ferry fire near Osterby kills nine",
                        "Nine people were killed when a ferry caught fire near Osterby on Thursday, the coast guard said.");
                Set<Integer> statuses = ConcurrentHashMap.newKeySet();
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .pollInterval(Duration.ofMillis(50))
                        .until(() -> {
                            statuses.add(served.ask("/api/stories/en%3Aquake-1").statusCode());
                            statuses.add(served.ask("/api/stories/en%3Atalks-1/facts")
                                    .statusCode());
                            return ids(served.get("/api/stories")).contains("en:ferry-1");
                        });
                assertThat(statuses).as("answers while the group rebalances").containsExactly(200);
                Heard after = listen(served.address(), before.last(), 1_000);
                Set<String> told = new TreeSet<>(before.ids());
                assertThat(told).doesNotContainAnyElementsOf(after.ids());
                told.addAll(after.ids());
                assertThat(told).isEqualTo(allChanges(served));
            } finally {
                other.destroyForcibly();
            }
        }
    }

    private static Process run(Served served, Path state, int port) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Deltawire.class.getName(),
                "run",
                "--quiet"));
        Map<String, String> settings = new LinkedHashMap<>(served.cluster.settings.values());
        settings.put("state.dir", state.toString());
        settings.put("deltawire.http.port", Integer.toString(port));
        settings.forEach((name, value) -> command.addAll(List.of("-D", name + "=" + value)));
        return new ProcessBuilder(command)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    private static Set<String> ids(JsonNode list) {
        Set<String> ids = new TreeSet<>();
        list.path("stories").forEach(story -> ids.add(story.path("id").asText()));
        return ids;
    }

    private static Set<String> allChanges(Served served) throws Exception {
        Set<String> ids = new TreeSet<>();
        served.get("/api/changes?limit=200")
                .path("changes")
                .forEach(change -> ids.add(change.path("id").asText()));
        return ids;
    }

    /** Changes that a subscriber heard, and the id it would come back with. */
    private record Heard(Set<String> ids, String last) {}

    /** Listens to changes until hello, which comes after all that was missed. */
    private static Heard listen(String address, String from, int most) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(address + "/api/changes/stream"))
                .header("Last-Event-ID", from)
                .build();
        HttpResponse<InputStream> answer = HttpClient.newHttpClient().send(request, BodyHandlers.ofInputStream());
        Set<String> ids = new TreeSet<>();
        String event = "";
        String last = from;
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null && ids.size() < most; line = lines.readLine()) {
                if (line.startsWith("event: ")) {
                    event = line.substring(7);
                } else if (line.startsWith("id: ")) {
                    last = line.substring(4);
                } else if (line.startsWith("data: ") && event.equals("change")) {
                    assertThat(ids.add(
                                    JSON.readTree(line.substring(6)).path("id").asText()))
                            .isTrue();
                } else if (line.startsWith("data: ") && event.equals("hello")) {
                    break;
                }
            }
        }
        return new Heard(ids, last);
    }
}
