package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.fact.Change;
import io.deltawire.fact.FactEngine;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Placement;
import io.deltawire.text.Article;
import io.deltawire.text.NumberValue;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.GZIPInputStream;

/**
 * TREC Temporal Summarization: of the nuggets (facts found by assessors) that state a figure, how many figures stand among our
 * claims for the story, and how long after the first sentence matched to the nugget; and of our revised figures, how many a
 * nugget bears out. Stories are given; articles carry no outlet, so each counts as a source of its own.
 */
public final class NuggetScore {
    private static final JsonMapper MAPPER = new JsonMapper();

    private final Map<String, Instant> firstClaim = new HashMap<>();
    private final List<String> revised = new ArrayList<>();
    private final Enricher enricher = new Enricher();

    private NuggetScore() {}

    /** @param folder with articles, nuggets and updates as JSONL, gzip */
    public static List<String> of(Path folder) throws IOException {
        NuggetScore score = new NuggetScore();
        score.read(rows(folder.resolve("articles.jsonl.gz")));
        Map<String, Instant> firstSentence = new HashMap<>();
        for (JsonNode update : rows(folder.resolve("updates.jsonl.gz"))) {
            Instant at = Instant.parse(update.path("published_at").asText());
            update.path("nuggets")
                    .forEach(nugget -> firstSentence.merge(
                            nugget.path("nugget_id").asText(), at, (one, other) -> one.isBefore(other) ? one : other));
        }
        return score.lines(rows(folder.resolve("nuggets.jsonl.gz")), firstSentence);
    }

    private void read(List<JsonNode> rows) {
        rows.sort(
                Comparator.comparing((JsonNode row) -> row.path("published_at").asText())
                        .thenComparing(row -> row.path("id").asText()));
        FactEngine engine = new FactEngine(new MapPieces());
        for (JsonNode row : rows) {
            String id = row.path("id").asText();
            String story = row.path("story_id").asText();
            Instant at = Instant.parse(row.path("published_at").asText());
            Enriched enriched = enricher.enrich(new Article(
                    id, "", row.path("title").asText(), row.path("text").asText(), at, "", "en"));
            for (Claim claim : enriched.claims()) {
                if (claim.kind() == Kind.QUANTITY) {
                    firstClaim.putIfAbsent(story + " " + claim.value(), at);
                }
            }
            for (Change change : engine.accept(enriched.digest(), new Placement(story, "", id, false, List.of()), at)) {
                if (change.type() == Change.Type.REVISED && change.kind() == Kind.QUANTITY) {
                    revised.add(story + " " + change.after());
                }
            }
        }
    }

    private List<String> lines(List<JsonNode> nuggets, Map<String, Instant> firstSentence) {
        int figures = 0;
        int matched = 0;
        int found = 0;
        List<Duration> delays = new ArrayList<>();
        Set<String> stated = new HashSet<>();
        Map<String, int[]> byStory = new TreeMap<>();
        for (JsonNode nugget : nuggets) {
            String story = nugget.path("story_id").asText();
            Instant first = firstSentence.get(nugget.path("nugget_id").asText());
            for (String figure : figures(nugget)) {
                figures++;
                stated.add(story + " " + figure);
                if (first == null) {
                    continue;
                }
                matched++;
                Instant claimed = firstClaim.get(story + " " + figure);
                int[] count = byStory.computeIfAbsent(story, any -> new int[2]);
                count[0]++;
                if (claimed != null) {
                    found++;
                    count[1]++;
                    delays.add(claimed.isBefore(first) ? Duration.ZERO : Duration.between(first, claimed));
                }
            }
        }
        delays.sort(Comparator.naturalOrder());
        long borne = revised.stream().filter(stated::contains).count();
        List<String> lines = new ArrayList<>();
        byStory.forEach((story, count) -> lines.add("%s: %d of %d figures".formatted(story, count[1], count[0])));
        lines.add("nuggets state %d figures; %d have a matched sentence; %d of these (%.0f %%) are among the claims"
                .formatted(figures, matched, found, 100.0 * found / Math.max(1, matched)));
        lines.add("delay after the first matched sentence: %s"
                .formatted(
                        delays.isEmpty()
                                ? "none"
                                : "median " + delays.get(delays.size() / 2) + ", nine in ten within "
                                        + delays.get(delays.size() * 9 / 10)));
        lines.add("%d figures REVISED; %d of them (%.0f %%) end in a figure that a nugget states"
                .formatted(revised.size(), borne, 100.0 * borne / Math.max(1, revised.size())));
        return lines;
    }

    private Set<String> figures(JsonNode nugget) {
        Set<String> figures = new HashSet<>();
        Instant at = Instant.parse(nugget.path("known_since").asText());
        Article article = new Article("n", "", "", nugget.path("text").asText() + ".", at, "", "en");
        for (NumberValue number : enricher.enrich(article).values().numbers()) {
            switch (number.use()) {
                case COUNT, MONEY, PERCENT, MEASURE -> figures.add(number.canonical());
                default -> {}
            }
        }
        return figures;
    }

    private static List<JsonNode> rows(Path file) throws IOException {
        List<JsonNode> rows = new ArrayList<>();
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            String line = reader.readLine();
            while (line != null) {
                rows.add(MAPPER.readTree(line));
                line = reader.readLine();
            }
        }
        return rows;
    }
}
