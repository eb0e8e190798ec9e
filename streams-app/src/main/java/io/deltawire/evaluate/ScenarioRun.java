package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.ArticleLimits;
import io.deltawire.backtest.Backtest;
import io.deltawire.backtest.Watch;
import io.deltawire.claim.Claim;
import io.deltawire.engine.Enricher;
import io.deltawire.evaluate.ScenarioGold.Told;
import io.deltawire.fact.Change;
import io.deltawire.fact.FactConfig;
import io.deltawire.fact.FactEngine;
import io.deltawire.fact.FactView;
import io.deltawire.fact.ShiftJudge;
import io.deltawire.fact.ShiftModel;
import io.deltawire.state.MapPieces;
import io.deltawire.story.Digest;
import io.deltawire.story.Placement;
import io.deltawire.text.Article;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** The changes that articles bring about: by the whole line, or by ENRICH and FACT alone with the stories given. */
public final class ScenarioRun {
    private static final JsonMapper MAPPER = new JsonMapper();

    private ScenarioRun() {}

    /** Reads a backtest's {@code updates.jsonl}. */
    public static List<Told> told(Path updates) throws IOException {
        List<Told> all = new ArrayList<>();
        for (JsonNode node : lines(updates)) {
            all.add(new Told(
                    node.path("article_id").asText(),
                    node.path("type").asText(),
                    node.path("kind").asText(),
                    node.path("subject").asText(),
                    node.path("before").asText(),
                    node.path("after").asText(),
                    node.path("after_sources").size(),
                    node.path("confidence").asDouble()));
        }
        return all;
    }

    /** Runs a file of articles through ENRICH, STORY and FACT. */
    public static List<Told> whole(Path articles, Consumer<String> bad) throws IOException, InterruptedException {
        Path folder = Files.createTempDirectory("deltawire-changes");
        try {
            int threads = Runtime.getRuntime().availableProcessors();
            Watch watch = new Watch() {
                @Override
                public void leftOut(String what) {
                    bad.accept(what);
                }
            };
            new Backtest(threads, watch).run(articles, folder, ArticleLimits.timeless());
            return told(folder.resolve("updates.jsonl"));
        } finally {
            try (var files = Files.list(folder)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    /**
     * What a run with given stories leaves behind.
     *
     * @param told all changes, in order
     * @param claims what each article states, by its id
     * @param facts of each story at its end, by the scenario's name
     */
    public record Outcome(List<Told> told, Map<String, List<Claim>> claims, Map<String, List<FactView>> facts) {}

    /**
     * Runs the scenarios' articles through ENRICH and FACT, every scenario being one story and every outlet a source, except
     * that a copy counts as the outlet it copies.
     */
    public static Outcome givenStories(Path articles, List<ScenarioGold> scenarios) throws IOException {
        return givenStories(articles, scenarios, ShiftModel.shipped());
    }

    /** @param judge tells which figure is which, instead of the shipped model */
    public static Outcome givenStories(Path articles, List<ScenarioGold> scenarios, ShiftJudge judge)
            throws IOException {
        return told(digests(articles), scenarios, judge);
    }

    /** What ENRICH makes of the articles, in order of time. */
    public static List<Digest> digests(Path articles) throws IOException {
        Enricher enricher = new Enricher();
        List<Digest> digests = new ArrayList<>();
        for (JsonNode node : lines(articles)) {
            digests.add(enricher.enrich(new Article(
                            node.path("id").asText(),
                            "",
                            node.path("title").asText(""),
                            node.path("text").asText(),
                            GoldStories.instant(node.path("published_at").asText()),
                            node.path("source").asText(),
                            node.path("lang").asText()))
                    .digest());
        }
        digests.sort(Comparator.comparing(Digest::publishedAt).thenComparing(Digest::articleId));
        return digests;
    }

    /** Runs digests through FACT, every scenario being one story; they are told in their order. */
    public static Outcome told(List<Digest> digests, List<ScenarioGold> scenarios, ShiftJudge judge) {
        Map<String, String> storyOf = new HashMap<>();
        Map<String, String> copyOf = new HashMap<>();
        for (ScenarioGold scenario : scenarios) {
            scenario.articles().forEach(article -> storyOf.put(article, scenario.name()));
            scenario.copies().forEach(pair -> copyOf.put(pair.get(1), pair.get(0)));
        }
        FactEngine engine = new FactEngine(new MapPieces(), FactConfig.defaults(), judge);
        Map<String, String> outletOf = new HashMap<>();
        List<Told> told = new ArrayList<>();
        Map<String, List<Claim>> claims = new HashMap<>();
        for (Digest digest : digests) {
            claims.put(digest.articleId(), digest.claims());
            outletOf.put(digest.articleId(), digest.source());
            String original = copyOf.getOrDefault(digest.articleId(), "");
            String source = outletOf.getOrDefault(original, digest.source());
            String story = storyOf.getOrDefault(digest.articleId(), digest.articleId());
            Placement placement = new Placement(story, original, source, false, List.of());
            for (Change change : engine.accept(digest, placement, digest.publishedAt())) {
                told.add(told(change));
            }
        }
        Map<String, List<FactView>> facts = new HashMap<>();
        storyOf.values().stream().distinct().forEach(story -> facts.put(story, engine.facts(story)));
        return new Outcome(told, claims, facts);
    }

    private static Told told(Change change) {
        return new Told(
                change.articleId(),
                "FACT_" + change.type(),
                change.kind().name(),
                change.subject(),
                change.before(),
                change.after(),
                change.afterSources().size(),
                change.confidence());
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            String line = reader.readLine();
            while (line != null) {
                if (!line.isBlank()) {
                    nodes.add(MAPPER.readTree(line));
                }
                line = reader.readLine();
            }
        }
        return nodes;
    }
}
