package io.deltawire.backtest;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.claim.Claim;
import io.deltawire.engine.Emission;
import io.deltawire.engine.Enriched;
import io.deltawire.entity.Entity;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The four files of the output contract in one folder. {@code claims.jsonl} and {@code assignments.jsonl} name the story an
 * article is in after all merges and splits, so they are complete only after {@link #close}.
 */
final class OutputFiles implements Output, AutoCloseable {
    private static final ObjectMapper MAPPER = new JsonMapper();

    private final Path folder;
    private final Path unplacedClaims;
    private final BufferedWriter entities;
    private final BufferedWriter claims;
    private final BufferedWriter updates;
    private final Assignments assignments = new Assignments();

    OutputFiles(Path folder) throws IOException {
        Files.createDirectories(folder);
        this.folder = folder;
        unplacedClaims = folder.resolve("claims.jsonl.part");
        entities = open("entities.jsonl");
        claims = Files.newBufferedWriter(unplacedClaims, StandardCharsets.UTF_8);
        updates = open("updates.jsonl");
    }

    @Override
    public void write(Enriched enriched) throws IOException {
        for (Entity entity : enriched.entities().all()) {
            line(entities, JsonRecords.entity(enriched.document().articleId(), entity));
        }
        for (Claim claim : enriched.claims()) {
            line(claims, JsonRecords.claim(claim, ""));
        }
    }

    @Override
    public void write(List<Emission> emissions) throws IOException {
        for (Emission emission : emissions) {
            if (emission instanceof Emission.Update update) {
                assignments.hear(update);
                line(updates, JsonRecords.update(update));
            } else if (emission instanceof Emission.Shift shift) {
                line(updates, JsonRecords.change(shift.change()));
            }
        }
    }

    @Override
    public int stories() {
        return assignments.stories();
    }

    @Override
    public void close() throws IOException {
        entities.close();
        claims.close();
        updates.close();
        try (BufferedWriter out = open("assignments.jsonl")) {
            List<Map.Entry<String, Assignments.Place>> all = new ArrayList<>();
            assignments.forEach((article, place) -> all.add(Map.entry(article, place)));
            for (Map.Entry<String, Assignments.Place> each : all) {
                line(out, assignment(each.getKey(), each.getValue()));
            }
        }
        try (var in = Files.newBufferedReader(unplacedClaims, StandardCharsets.UTF_8);
                BufferedWriter out = open("claims.jsonl")) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                @SuppressWarnings("unchecked")
                Map<String, Object> claim = MAPPER.readValue(line, LinkedHashMap.class);
                claim.put("story_id", assignments.storyOf(String.valueOf(claim.get("article_id"))));
                line(out, claim);
            }
        }
        Files.delete(unplacedClaims);
    }

    private static Map<String, Object> assignment(String article, Assignments.Place place) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("article_id", article);
        line.put("story_id", place.now());
        line.put("duplicate_of", place.duplicateOf());
        line.put("arrival_story_id", place.arrival());
        return line;
    }

    private BufferedWriter open(String name) throws IOException {
        return Files.newBufferedWriter(folder.resolve(name), StandardCharsets.UTF_8);
    }

    private static void line(BufferedWriter out, Map<String, Object> fields) throws IOException {
        out.write(MAPPER.writeValueAsString(fields));
        out.write('\n');
    }
}
