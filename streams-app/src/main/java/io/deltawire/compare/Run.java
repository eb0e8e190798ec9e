package io.deltawire.compare;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * A run's output folder, read.
 *
 * @param storyOf story that each article is in at the end, in the order of arrival
 * @param changes changes of facts in order
 * @param events story events by type
 * @param opened when each story was opened
 * @param titles of stories, as last told
 * @param manifest what it was made of and with; empty where there is none
 */
public record Run(
        String name,
        Map<String, String> storyOf,
        List<Told> changes,
        Map<String, Integer> events,
        Map<String, Instant> opened,
        Map<String, String> titles,
        JsonNode manifest) {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String STORY = "STORY_";

    /**
     * Reads a folder that {@code backtest} wrote.
     *
     * @throws IOException if it is none, naming what is missing or where it is damaged
     */
    public static Run read(Path folder) throws IOException {
        for (String needed : List.of("assignments.jsonl", "updates.jsonl")) {
            if (!Files.isRegularFile(folder.resolve(needed))) {
                throw new IOException(folder + " is no output of backtest: there is no " + needed + " in it");
            }
        }
        Map<String, String> storyOf = new LinkedHashMap<>();
        lines(
                folder.resolve("assignments.jsonl"),
                line -> storyOf.put(
                        line.path("article_id").asText(), line.path("story_id").asText()));
        List<Told> changes = new ArrayList<>();
        Map<String, Integer> events = new TreeMap<>();
        Map<String, Instant> opened = new LinkedHashMap<>();
        Map<String, String> titles = new LinkedHashMap<>();
        lines(folder.resolve("updates.jsonl"), line -> {
            String type = line.path("type").asText();
            if (!type.startsWith(STORY)) {
                changes.add(Told.of(line));
                return;
            }
            events.merge(type.substring(STORY.length()), 1, Integer::sum);
            String story = line.path("story_id").asText();
            titles.put(story, line.path("title").asText());
            if (type.equals(STORY + "OPENED")) {
                opened.put(story, Instant.parse(line.path("at").asText()));
            }
        });
        Path manifest = folder.resolve("manifest.json");
        JsonNode made = Files.exists(manifest) ? MAPPER.readTree(manifest.toFile()) : MAPPER.createObjectNode();
        String name = folder.toAbsolutePath().normalize().getFileName().toString();
        return new Run(name, storyOf, changes, events, opened, titles, made);
    }

    private static void lines(Path file, Consumer<JsonNode> visitor) throws IOException {
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            int number = 0;
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                number++;
                try {
                    visitor.accept(MAPPER.readTree(line));
                } catch (JsonProcessingException | java.time.DateTimeException e) {
                    throw new IOException(file + ":" + number + " is broken off or damaged", e);
                }
            }
        }
    }

    /** Articles of each story. */
    Map<String, List<String>> members() {
        Map<String, List<String>> members = new LinkedHashMap<>();
        storyOf.forEach((article, story) ->
                members.computeIfAbsent(story, id -> new ArrayList<>()).add(article));
        return members;
    }

    String title(String story) {
        return titles.getOrDefault(story, "");
    }
}
