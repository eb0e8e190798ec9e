package io.deltawire.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/**
 * Stories and their facts as they were known at a time, told from {@code story-updates} and {@code fact-changes}: the topic
 * {@code stories} is compacted and has only what is known now. Records of one story must come in their order; those of stories that
 * became one may come in any.
 */
final class StoriesThen {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Instant time;
    private final Map<String, Told> stories = new TreeMap<>();
    private final Map<String, FactChange> facts = new LinkedHashMap<>();

    /** What updates told of one story. */
    private static final class Told {
        private final Set<String> articles = new LinkedHashSet<>();
        private String title = "";
        private String state = "OPEN";
        private String redirect = "";
        private Instant opened = Instant.EPOCH;
        private Instant updated = Instant.EPOCH;
    }

    StoriesThen(Instant time) {
        this.time = time;
    }

    /** Takes a record of either topic in; later ones than the time are passed over. */
    void hear(SpecificRecord record) {
        if (record instanceof StoryUpdate update && !update.getAt().isAfter(time)) {
            hear(update);
        } else if (record instanceof FactChange change && !change.getAt().isAfter(time)) {
            // A fact that moved to another story may be told of on two partitions, which come in any order.
            facts.merge(
                    change.getFactId(), change, (one, other) -> other.getAt().isBefore(one.getAt()) ? one : other);
        }
    }

    private void hear(StoryUpdate update) {
        Told story = stories.computeIfAbsent(update.getStoryId(), id -> new Told());
        story.title = update.getTitle().isEmpty() ? story.title : update.getTitle();
        story.updated = update.getAt();
        switch (update.getType()) {
            case OPENED -> {
                story.opened = update.getAt();
                story.articles.add(update.getArticleId());
            }
            case GREW -> story.articles.add(update.getArticleId());
            case REOPENED -> story.state = "OPEN";
            case CLOSED -> story.state = "CLOSED";
            case MERGED -> {
                story.state = "MERGED";
                story.redirect = update.getOtherStoryId();
            }
            case SPLIT -> {
                Told other = stories.computeIfAbsent(update.getOtherStoryId(), id -> new Told());
                other.opened = update.getAt();
                update.getMoved().forEach(story.articles::remove);
                other.articles.addAll(update.getMoved());
            }
            case UNKNOWN -> {}
        }
    }

    /**
     * Stories that had not gone up in another one, by id.
     *
     * @param only this story, or the one that it had gone up in; empty for all
     */
    List<String> lines(boolean json, Optional<String> only) {
        Optional<String> living = only.map(this::lives);
        Map<String, List<FactChange>> byStory = new TreeMap<>();
        facts.values()
                .forEach(fact -> byStory.computeIfAbsent(lives(fact.getStoryId()), id -> new ArrayList<>())
                        .add(fact));
        Map<String, Set<String>> articles = new TreeMap<>();
        stories.forEach((id, told) -> articles.computeIfAbsent(lives(id), key -> new LinkedHashSet<>())
                .addAll(told.articles));
        List<String> lines = new ArrayList<>();
        stories.forEach((id, told) -> {
            if (told.redirect.isEmpty() && living.map(id::equals).orElse(true)) {
                Map<String, Object> story = new LinkedHashMap<>();
                story.put("story_id", id);
                story.put("as_of", time.toString());
                story.put("state", told.state);
                story.put("title", told.title);
                story.put("opened_at", told.opened.toString());
                story.put("updated_at", told.updated.toString());
                story.put("articles", List.copyOf(articles.getOrDefault(id, Set.of())));
                List<FactChange> known = byStory.getOrDefault(id, List.of());
                story.put("facts", known.stream().map(StoriesThen::fact).toList());
                if (json) {
                    lines.add(json(story));
                } else {
                    lines.add("%s  %s  %d articles  %s"
                            .formatted(
                                    id,
                                    told.state,
                                    articles.getOrDefault(id, Set.of()).size(),
                                    told.title));
                    known.forEach(fact -> lines.add("  " + text(fact)));
                }
            }
        });
        return lines;
    }

    /** The story that one went up in; itself when it lived on. */
    private String lives(String id) {
        String at = id;
        Told told = stories.get(at);
        // Records of another hand could lead in a circle.
        for (int hops = 0; told != null && !told.redirect.isEmpty() && hops <= stories.size(); hops++) {
            at = told.redirect;
            told = stories.get(at);
        }
        return at;
    }

    private static Map<String, Object> fact(FactChange change) {
        Map<String, Object> fact = new LinkedHashMap<>();
        fact.put("fact_id", change.getFactId());
        fact.put("kind", change.getKind().name());
        fact.put("subject", change.getSubject());
        fact.put("attribute", change.getAttribute());
        fact.put("unit", change.getUnit());
        fact.put("last_change", change.getType().name());
        fact.put("at", change.getAt().toString());
        fact.put("before", change.getBefore());
        fact.put("value", change.getAfter());
        fact.put("sources", change.getAfterSources());
        return fact;
    }

    private static String text(FactChange change) {
        String values = switch (change.getType()) {
            case DISPUTED -> change.getBefore() + " ↔ " + change.getAfter();
            case RETRACTED -> change.getBefore() + " withdrawn";
            default -> change.getAfter();
        };
        return "%s, %s: %s (%s)"
                .formatted(
                        change.getSubject(),
                        change.getAttribute(),
                        values,
                        String.join(", ", change.getAfterSources()));
    }

    private static String json(Map<String, Object> story) {
        try {
            return MAPPER.writeValueAsString(story);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
