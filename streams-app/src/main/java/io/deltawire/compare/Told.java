package io.deltawire.compare;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** A change of a fact as {@code updates.jsonl} tells it. */
public record Told(
        String article,
        String story,
        Instant at,
        String type,
        String kind,
        String subject,
        String attribute,
        String before,
        String after,
        List<String> sources,
        String sentence) {

    /** What a change is about, whatever became of it. */
    record Slot(String article, String kind, String subject, String attribute) {}

    /** All that a change says; not in which story, since stories are named differently where they were opened differently. */
    record Statement(Slot slot, String type, String before, String after) {}

    static Told of(JsonNode line) {
        List<String> sources = new ArrayList<>();
        line.path("after_sources").forEach(source -> sources.add(source.asText()));
        return new Told(
                line.path("article_id").asText(),
                line.path("story_id").asText(),
                Instant.parse(line.path("at").asText()),
                line.path("type").asText().replaceFirst("^FACT_", ""),
                line.path("kind").asText(),
                line.path("subject").asText(),
                line.path("attribute").asText(),
                line.path("before").asText(),
                line.path("after").asText(),
                sources,
                line.path("sentence").asText());
    }

    Slot slot() {
        return new Slot(article, kind, subject, attribute);
    }

    Statement statement() {
        return new Statement(slot(), type, before, after);
    }
}
