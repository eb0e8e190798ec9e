package io.deltawire.backtest;

import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.claim.Claim;
import io.deltawire.engine.Emission;
import io.deltawire.entity.Entity;
import io.deltawire.fact.Change;
import io.deltawire.fact.FactView;
import io.deltawire.story.StoryEvent;
import io.deltawire.story.StoryView;
import java.io.IOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Lines of the output contract; fields may be added, never taken away or renamed. */
final class JsonRecords {
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonRecords() {}

    static Map<String, Object> entity(String articleId, Entity entity) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("article_id", articleId);
        line.put("entity_id", entity.id());
        line.put("name", entity.name());
        line.put("type", entity.type().name());
        line.put("surface", entity.surfaces());
        line.put("mentions", entity.mentions().size());
        return line;
    }

    /** The fields of a claim up to the story it is in. */
    static Map<String, Object> claimBeforeStory(Claim claim) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("claim_id", claim.id());
        line.put("article_id", claim.articleId());
        return line;
    }

    /** The fields of a claim after it. */
    static Map<String, Object> claimAfterStory(Claim claim) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("kind", claim.kind().name());
        line.put("subject", claim.subject());
        line.put("attribute", claim.attribute());
        line.put("qualifiers", claim.qualifiers());
        line.put("value", claim.value());
        line.put("unit", claim.unit());
        line.put("hedge", lower(claim.hedge()));
        line.put("speaker", claim.speaker());
        line.put("modality", lower(claim.modality()));
        line.put("cues", claim.cues().stream().map(JsonRecords::lower).toList());
        line.put("sentence", claim.sentence());
        line.put("begin", claim.begin());
        line.put("end", claim.end());
        line.put("confidence", claim.confidence());
        return line;
    }

    /** A story as it stands, with its facts and all their positions, the leading one first. */
    static Map<String, Object> story(Emission.Picture picture) {
        StoryView story = picture.story();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("story_id", story.id());
        line.put("title", story.title());
        line.put("state", story.state().name());
        line.put("redirect", story.redirect());
        line.put("predecessor", story.predecessor());
        line.put("opened_at", story.openedAt().toString());
        line.put("updated_at", story.updatedAt().toString());
        line.put("article_count", story.articleCount());
        line.put("articles", story.articles());
        line.put("outlets", story.outlets());
        line.put("independent_sources", story.independentSources());
        line.put("facts", picture.facts().stream().map(JsonRecords::fact).toList());
        return line;
    }

    private static Map<String, Object> fact(FactView fact) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("fact_id", fact.id());
        line.put("kind", fact.kind().name());
        line.put("subject", fact.subject());
        line.put("attribute", fact.attribute());
        line.put("disputed", fact.disputed());
        line.put("confidence", fact.confidence());
        line.put(
                "positions",
                fact.positions().stream()
                        .map(position -> Map.of(
                                "value", position.value(),
                                "unit", position.unit(),
                                "hedge", lower(position.hedge()),
                                "sources", position.sources(),
                                "first_at", position.firstAt().toString(),
                                "last_at", position.lastAt().toString()))
                        .map(TreeMap::new)
                        .toList());
        return line;
    }

    /** A line that is an array of strings. */
    static String[] strings(String line) throws IOException {
        return MAPPER.readValue(line, String[].class);
    }

    /** Story events have the fields of the contract that speak of facts too, empty, so that both read alike. */
    static Map<String, Object> update(Emission.Update update) {
        StoryEvent event = update.event();
        Map<String, Object> line =
                begun(update.id(), "STORY_" + event.type(), event.storyId(), event.articleId(), event.at());
        for (String empty : List.of("kind", "subject", "attribute", "unit", "before", "after")) {
            line.put(empty, "");
        }
        line.put("before_sources", List.of());
        line.put("after_sources", List.of());
        line.put("speaker", "");
        line.put("sentence", "");
        line.put("confidence", 1.0);
        line.put("other_story_id", event.otherStoryId());
        line.put("moved", event.moved());
        line.put("title", update.title());
        line.put("duplicate_of", update.duplicateOf());
        line.put("source", update.source());
        line.put("late", update.late());
        return line;
    }

    static Map<String, Object> change(Change change) {
        Claim claim = change.claim();
        Map<String, Object> line =
                begun(change.id(), "FACT_" + change.type(), change.storyId(), change.articleId(), change.at());
        line.put("kind", change.kind().name());
        line.put("subject", change.subject());
        line.put("attribute", change.attribute());
        line.put("unit", claim.unit());
        line.put("before", change.before());
        line.put("after", change.after());
        line.put("before_sources", change.beforeSources());
        line.put("after_sources", change.afterSources());
        line.put("speaker", claim.speaker());
        line.put("sentence", claim.sentence());
        line.put("confidence", change.confidence());
        line.put("begin", claim.begin());
        line.put("end", claim.end());
        line.put("fact_id", change.factId());
        line.put("text", change.text());
        return line;
    }

    private static Map<String, Object> begun(String id, String type, String storyId, String articleId, Instant at) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("update_id", id);
        line.put("type", type);
        line.put("story_id", storyId);
        line.put("article_id", articleId);
        line.put("at", at.toString());
        return line;
    }

    private static String lower(Enum<?> word) {
        return word.name().toLowerCase(Locale.ROOT);
    }
}
