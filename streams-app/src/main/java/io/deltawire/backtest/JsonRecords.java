package io.deltawire.backtest;

import io.deltawire.claim.Claim;
import io.deltawire.engine.Emission;
import io.deltawire.entity.Entity;
import io.deltawire.fact.Change;
import io.deltawire.story.StoryEvent;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Lines of the output contract; fields may be added, never taken away or renamed. */
final class JsonRecords {
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

    static Map<String, Object> claim(Claim claim, String storyId) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("claim_id", claim.id());
        line.put("article_id", claim.articleId());
        line.put("story_id", storyId);
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
