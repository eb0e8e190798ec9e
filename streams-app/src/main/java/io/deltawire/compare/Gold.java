package io.deltawire.compare;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.JsonLines;
import io.deltawire.evaluate.ChangeScore;
import io.deltawire.evaluate.ClusterScores;
import io.deltawire.evaluate.ScenarioGold;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * What is known to be right of the articles.
 *
 * @param storyOf gold story of each article; empty when the folder says nothing of stories
 * @param scenarios shifts that must come out; empty when the folder says nothing of changes
 */
public record Gold(Map<String, String> storyOf, List<ScenarioGold> scenarios) {
    private static final int MAX_LINE = 16 << 20;

    /**
     * Reads a folder: {@code articles.jsonl[.gz]} with {@code story_id}, {@code gold.json} with scenarios, or both.
     *
     * @throws IOException if there is neither
     */
    public static Gold read(Path folder) throws IOException {
        Map<String, String> storyOf = new LinkedHashMap<>();
        for (String name : List.of("articles.jsonl", "articles.jsonl.gz")) {
            if (Files.exists(folder.resolve(name))) {
                readStories(folder.resolve(name), storyOf);
            }
        }
        List<ScenarioGold> scenarios = List.of();
        Path changes = folder.resolve("gold.json");
        if (Files.exists(changes) && new JsonMapper().readTree(changes.toFile()).isArray()) {
            scenarios = ScenarioGold.read(changes);
        }
        if (storyOf.isEmpty() && scenarios.isEmpty()) {
            throw new IOException(folder
                    + " has no gold: neither articles.jsonl[.gz] with story_id nor gold.json with a list of scenarios");
        }
        return new Gold(storyOf, scenarios);
    }

    private static void readStories(Path file, Map<String, String> storyOf) throws IOException {
        JsonMapper mapper = new JsonMapper();
        try (JsonLines lines = JsonLines.open(file, MAX_LINE)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode row = mapper.readTree(
                        StandardCharsets.UTF_8.decode(line.get().bytes()).toString());
                if (row.path("story_id").isTextual()) {
                    storyOf.put(row.path("id").asText(), row.path("story_id").asText());
                }
            }
        }
    }

    /** Scores of a run by name, in percent. */
    Map<String, Double> scores(Run run) {
        Map<String, Double> scores = new LinkedHashMap<>();
        if (!storyOf.isEmpty()) {
            List<String> labels = new ArrayList<>();
            storyOf.keySet().forEach(article -> labels.add(run.storyOf().getOrDefault(article, "unplaced " + article)));
            ClusterScores score = ClusterScores.of(
                    labels,
                    List.copyOf(storyOf.values()),
                    IntStream.range(0, labels.size()).boxed().toList());
            scores.put("B-cubed precision", score.precision());
            scores.put("B-cubed recall", score.recall());
            scores.put("B-cubed F1", score.f1());
        }
        if (!scenarios.isEmpty()) {
            List<ScenarioGold.Told> told = run.changes().stream()
                    .map(each -> new ScenarioGold.Told(
                            each.article(),
                            "FACT_" + each.type(),
                            each.kind(),
                            each.subject(),
                            each.before(),
                            each.after(),
                            each.sources().size(),
                            0))
                    .toList();
            ChangeScore score = ChangeScore.of(scenarios, told);
            scores.put("shifts found", score.recall());
            scores.put("shifts true", score.precision());
        }
        return scores;
    }
}
