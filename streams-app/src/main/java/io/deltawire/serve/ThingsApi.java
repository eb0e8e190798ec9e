package io.deltawire.serve;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.SentenceSpan;
import io.deltawire.view.Archive;
import io.deltawire.view.Article;
import io.deltawire.view.ArticleTexts;
import io.deltawire.view.AvroJson;
import io.deltawire.view.Entity;
import io.deltawire.view.Json;
import io.deltawire.view.StoryQuery;
import io.deltawire.view.Summary;
import io.deltawire.view.Words;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.NotFoundResponse;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Entities, articles and the search over stories and entities. */
final class ThingsApi implements Routes {
    private static final int FOUND = 20;

    /** Sentences shown before and after the one that is asked for. */
    private static final int AROUND = 2;

    private final Archive archive;
    private final ArticleTexts texts;

    ThingsApi(Archive archive, ArticleTexts texts) {
        this.archive = archive;
        this.texts = texts;
    }

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/api/entities", this::entities);
        routes.get("/api/entities/{id}", this::entity);
        routes.get("/api/search", this::search);
        routes.get("/api/articles/{id}", this::article);
        routes.get("/api/articles/{id}/context", this::context);
    }

    private void entities(Context ctx) {
        Params params = Params.of(ctx, Set.of("q", "type", "limit", "cursor"));
        List<Entity> all = archive.entities(Words.of(params.text("q")), params.name("type", Names.ENTITIES));
        String cursor = params.text("cursor");
        int from =
                cursor.isEmpty() ? 0 : Integer.parseInt(Cursor.parts(cursor, 1).get(0));
        int to = Math.min(all.size(), from + params.limit());
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("entities", Json.MAPPER.valueToTree(all.subList(Math.min(from, to), to)));
        answer.put("total", all.size());
        answer.put("next", to < all.size() ? Cursor.of(to) : "");
        Answers.json(ctx, answer);
    }

    private void entity(Context ctx) {
        Params.of(ctx, Set.of());
        String id = ctx.pathParam("id");
        Entity entity = archive.entities(List.of(), "").stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> new NotFoundResponse("no story that is listed is about an entity of this id"));
        Answers.json(ctx, Json.MAPPER.valueToTree(entity));
    }

    private void search(Context ctx) {
        Params params = Params.of(ctx, Set.of("q"));
        List<String> words = Words.of(params.text("q"));
        if (words.isEmpty()) {
            throw new IllegalArgumentException("q must have a word to search for");
        }
        StoryQuery query =
                new StoryQuery(Set.of(), "", Set.of("OPEN", "CLOSED"), "", "", "", words, false, 0, null, null, null);
        ArrayNode stories = Json.MAPPER.createArrayNode();
        for (Summary story : archive.newestFirst()) {
            if (stories.size() < FOUND && query.test(story)) {
                stories.add(Json.MAPPER.<ObjectNode>valueToTree(story));
            }
        }
        ObjectNode answer = Json.MAPPER.createObjectNode();
        answer.set("stories", stories);
        answer.set(
                "entities",
                Json.MAPPER.valueToTree(
                        archive.entities(words, "").stream().limit(FOUND).toList()));
        Answers.json(ctx, answer);
    }

    private void article(Context ctx) {
        Params.of(ctx, Set.of());
        EnrichedArticle article = fetched(ctx.pathParam("id"));
        ObjectNode json = AvroJson.of(article);
        json.remove("signature");
        Answers.json(ctx, json);
    }

    /** The sentence at an offset with those around it. */
    private void context(Context ctx) {
        Params params = Params.of(ctx, Set.of("begin", "end"));
        int begin = params.whole("begin", 0, 0, Integer.MAX_VALUE);
        int end = params.whole("end", begin, begin, Integer.MAX_VALUE);
        EnrichedArticle article = fetched(ctx.pathParam("id"));
        List<SentenceSpan> sentences = article.getSentences();
        int first = sentences.size();
        int last = -1;
        for (int i = 0; i < sentences.size(); i++) {
            if (sentences.get(i).getEnd() > begin && sentences.get(i).getBegin() < Math.max(end, begin + 1)) {
                first = Math.min(first, i);
                last = i;
            }
        }
        if (last < 0) {
            throw new NotFoundResponse("the article has no sentence there");
        }
        String text = article.getText();
        ObjectNode answer = Answers.article(archive, article.getId());
        answer.put(
                "before",
                text.substring(
                        sentences.get(Math.max(0, first - AROUND)).getBegin(),
                        sentences.get(first).getBegin()));
        answer.put(
                "sentence",
                text.substring(
                        sentences.get(first).getBegin(), sentences.get(last).getEnd()));
        answer.put(
                "after",
                text.substring(
                        sentences.get(last).getEnd(),
                        sentences
                                .get(Math.min(sentences.size() - 1, last + AROUND))
                                .getEnd()));
        Answers.json(ctx, answer);
    }

    private EnrichedArticle fetched(String id) {
        Optional<Article> known = archive.article(id);
        return known.flatMap(texts::fetch)
                .orElseThrow(() -> new NotFoundResponse(
                        known.isEmpty() ? "there is no such article" : "the text of this article is no longer kept"));
    }
}
