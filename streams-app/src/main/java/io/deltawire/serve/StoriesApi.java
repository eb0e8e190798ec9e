package io.deltawire.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.view.Archive;
import io.deltawire.view.Article;
import io.deltawire.view.AsOf;
import io.deltawire.view.Event;
import io.deltawire.view.Json;
import io.deltawire.view.StoryQuery;
import io.deltawire.view.Summary;
import io.deltawire.view.Words;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import io.javalin.http.NotFoundResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.StreamSupport;

/** Stories: the list, one of them, and what it consists of. */
final class StoriesApi implements Routes {
    static final Set<String> LIST_PARAMS = Set.of(
            "ids",
            "desk",
            "state",
            "entity",
            "kind",
            "type",
            "q",
            "disputed",
            "min_sources",
            "from",
            "to",
            "as_of",
            "sort",
            "limit",
            "cursor");
    static final List<String> SORTS = List.of("UPDATED", "OPENED", "ARTICLES", "SOURCES", "CHANGES");

    private static final Set<String> SHOWN = Set.of("OPEN", "CLOSED");
    private static final Map<String, Function<Summary, Long>> BY = Map.of(
            "UPDATED", story -> story.updatedAt().toEpochMilli(),
            "OPENED", story -> story.openedAt().toEpochMilli(),
            "ARTICLES", story -> (long) story.articleCount(),
            "SOURCES", story -> (long) story.independentSources(),
            "CHANGES", story -> (long) story.changeCount());

    private final Archive archive;

    StoriesApi(Archive archive) {
        this.archive = archive;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/stories", this::list);
        routes.get("/api/stories/{id}", ctx -> story(ctx, story -> story));
        routes.get("/api/stories/{id}/facts", ctx -> story(ctx, this::facts));
        routes.get("/api/stories/{id}/articles", ctx -> story(ctx, this::articles));
        routes.get("/api/stories/{id}/changes", ctx -> events(ctx, Event.Log.CHANGES));
        routes.get("/api/stories/{id}/updates", ctx -> events(ctx, Event.Log.UPDATES));
        routes.get("/api/stories/{id}/activity", this::activity);
    }

    private void list(Context ctx) {
        Params params = Params.of(ctx, LIST_PARAMS);
        Optional<Instant> asOf = params.time("as_of");
        StoryQuery query = query(params, asOf);
        String sort = params.name("sort", SORTS);
        String by = sort.isEmpty() ? (asOf.isPresent() ? "OPENED" : "UPDATED") : sort;
        Page page = page(query, by, params.text("cursor"), params.limit());
        ArrayNode stories = Json.MAPPER.createArrayNode();
        for (Summary story : page.stories()) {
            stories.add(asOf.map(time -> then(story, time)).orElseGet(() -> Json.MAPPER.valueToTree(story)));
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("stories", stories);
        answer.put("total", page.total());
        answer.put("next", page.next());
        Answers.json(ctx, answer);
    }

    static StoryQuery query(Params params, Optional<Instant> asOf) {
        Set<String> states = params.names("state", Names.STATES);
        return new StoryQuery(
                params.ids("ids"),
                params.text("desk"),
                states.isEmpty() ? SHOWN : states,
                params.text("entity"),
                params.name("kind", Names.KINDS),
                params.name("type", Names.CHANGES),
                Words.of(params.text("q")),
                params.truth("disputed"),
                params.whole("min_sources", 0, 0, Integer.MAX_VALUE),
                params.time("from").orElse(null),
                params.time("to").orElse(null),
                asOf.orElse(null));
    }

    /** @param next "" when this is the last page */
    private record Page(List<Summary> stories, int total, String next) {}

    private Page page(StoryQuery query, String by, String cursor, int limit) {
        Function<Summary, Long> value = BY.getOrDefault(by, story -> 0L);
        Comparator<Summary> order = Comparator.comparing(value).reversed().thenComparing(Summary::id);
        List<Summary> found = new ArrayList<>();
        archive.newestFirst().forEach(story -> {
            if (query.test(story)) {
                found.add(story);
            }
        });
        if (!by.equals("UPDATED")) {
            found.sort(order);
        }
        int from = 0;
        if (!cursor.isEmpty()) {
            List<String> parts = Cursor.parts(cursor, 3);
            if (!parts.get(0).equals(by)) {
                throw new IllegalArgumentException("cursor is of a list in another order");
            }
            long last = Long.parseLong(parts.get(1));
            String id = parts.get(2);
            while (from < found.size() && !isAfter(found.get(from), value, last, id)) {
                from++;
            }
        }
        List<Summary> page = found.subList(from, Math.min(found.size(), from + limit));
        boolean more = from + limit < found.size();
        Summary end = page.isEmpty() ? null : page.get(page.size() - 1);
        return new Page(page, found.size(), more && end != null ? Cursor.of(by, value.apply(end), end.id()) : "");
    }

    private static boolean isAfter(Summary story, Function<Summary, Long> value, long last, String id) {
        long here = value.apply(story);
        return here < last || (here == last && story.id().compareTo(id) > 0);
    }

    /** The summary with what was different then. */
    private JsonNode then(Summary story, Instant time) {
        ObjectNode json = Json.MAPPER.valueToTree(story);
        archive.story(story.id()).ifPresent(latest -> {
            ObjectNode then = asOf(latest, time);
            for (String field : List.of(
                    "title", "state", "redirect", "updated_at", "article_count", "independent_sources", "as_of")) {
                json.set(field, then.path(field));
            }
            json.put("facts", then.path("facts").size());
            json.put(
                    "disputed",
                    StreamSupport.stream(then.path("facts").spliterator(), false)
                            .filter(fact -> fact.path("disputed").asBoolean())
                            .count());
            json.remove(List.of("changes", "recent", "activity"));
        });
        return json;
    }

    private ObjectNode asOf(ObjectNode latest, Instant time) {
        String id = latest.path("id").asText();
        long until = time.toEpochMilli();
        return AsOf.story(
                latest,
                archive.ofStory(id, Event.Log.UPDATES, until),
                archive.ofStory(id, Event.Log.CHANGES, until),
                time,
                article -> archive.article(article).map(Article::source).orElse(""));
    }

    private void story(Context ctx, Function<ObjectNode, JsonNode> part) {
        Params params = Params.of(ctx, Set.of("as_of", "redirect"));
        String id = ctx.pathParam("id");
        ObjectNode latest = archive.story(id).orElseThrow(() -> unknown(id));
        Optional<Instant> asOf = params.time("as_of");
        if (asOf.isPresent() && Instant.parse(latest.path("opened_at").asText()).isAfter(asOf.get())) {
            throw new NotFoundResponse("story '" + id + "' was opened at "
                    + latest.path("opened_at").asText());
        }
        ObjectNode story = asOf.map(time -> asOf(latest, time)).orElse(latest);
        String redirect = story.path("redirect").asText();
        if (!redirect.isEmpty() && !params.text("redirect").equals("false")) {
            String query = ctx.queryString() == null ? "" : "?" + ctx.queryString();
            String path = ctx.path().substring(("/api/stories/" + ctx.path().split("/")[3]).length());
            ctx.redirect("/api/stories/" + Links.segment(redirect) + path + query, HttpStatus.TEMPORARY_REDIRECT);
            return;
        }
        Answers.json(ctx, part.apply(story));
    }

    static NotFoundResponse unknown(String id) {
        return new NotFoundResponse(
                "there is no story '" + (id.length() > 100 ? id.substring(0, 100) + "…" : id) + "'");
    }

    private JsonNode facts(ObjectNode story) {
        long until =
                story.has("as_of") ? Instant.parse(story.path("as_of").asText()).toEpochMilli() : Long.MAX_VALUE;
        List<Event> changes = archive.ofStory(story.path("id").asText(), Event.Log.CHANGES, until);
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("facts", Evidence.added(story.path("facts"), changes, archive));
        return answer;
    }

    private JsonNode articles(ObjectNode story) {
        ArrayNode articles = Json.MAPPER.createArrayNode();
        for (JsonNode id : story.path("articles")) {
            articles.add(Answers.article(archive, id.asText()));
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("articles", articles);
        return answer;
    }

    private void events(Context ctx, Event.Log log) {
        Params params = Params.of(ctx, Set.of("as_of"));
        String id = ctx.pathParam("id");
        if (archive.story(id).isEmpty()) {
            throw unknown(id);
        }
        long until = params.time("as_of").map(Instant::toEpochMilli).orElse(Long.MAX_VALUE);
        ArrayNode events = Json.MAPPER.createArrayNode();
        archive.ofStory(id, log, until).forEach(event -> events.add(event.json()));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set(log == Event.Log.CHANGES ? "changes" : "updates", events);
        Answers.json(ctx, answer);
    }

    private void activity(Context ctx) {
        Params.of(ctx, Set.of());
        String id = ctx.pathParam("id");
        Summary summary = archive.summary(id).orElseThrow(() -> unknown(id));
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("activity", Json.MAPPER.valueToTree(summary.activity()));
        Answers.json(ctx, answer);
    }
}
