package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.JsonLines;
import io.deltawire.claim.Claim;
import io.deltawire.engine.Enriched;
import io.deltawire.engine.Enricher;
import io.deltawire.entity.Entity;
import io.deltawire.entity.EntityType;
import io.deltawire.text.Article;
import io.deltawire.text.TimeValue;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Killed and injured, names, place and day against the gold of GVDB (per article) and gun-violence (per incident; names, place and day
 * from all of its articles). An incident's figures are read in three ways: from its last article alone, from the last that tells of
 * killed or injured at all, and from what FACT holds of the story at its end. A figure counts when it is exactly the gold's; an article that
 * states none stands for 0.
 */
final class FigureScore {
    private static final int MAX_LINE = 16 << 20;
    private static final JsonMapper MAPPER = new JsonMapper();

    /** GVDB gives its articles no date; figures do not depend on it. */
    private static final Instant UNDATED = Instant.parse("2016-02-01T12:00:00Z");

    private final Enricher enricher = new Enricher();
    private final List<String> disagreements = new ArrayList<>();
    private final Tally killed = new Tally("killed exact");
    private final Tally injured = new Tally("injured exact");
    private final Tally killedTold = new Tally("killed, last told");
    private final Tally injuredTold = new Tally("injured, last told");
    private final Tally killedHeld = new Tally("killed, by facts");
    private final Tally injuredHeld = new Tally("injured, by facts");
    private final Tally names = new Tally("names found");
    private final Tally places = new Tally("city found");
    private final Tally days = new Tally("day found");

    private FigureScore() {}

    static FigureScore gvdb(Path folder) throws IOException {
        Map<String, JsonNode> gold = new TreeMap<>();
        lines(folder.resolve("facts.jsonl.gz"))
                .forEach(node -> gold.put(node.path("id").asText(), node));
        FigureScore score = new FigureScore();
        for (JsonNode node : lines(folder.resolve("articles.jsonl.gz"))) {
            JsonNode facts = gold.get(node.path("id").asText());
            if (facts != null) {
                Enriched enriched = score.enricher.enrich(article(node, UNDATED));
                score.figures(node.path("id").asText(), facts, enriched.claims());
                List<Enriched> one = List.of(enriched);
                facts.path("victims").forEach(victim -> score.name(victim.path("name"), one));
                score.place(facts.path("city"), one);
            }
        }
        return score;
    }

    static FigureScore gunViolence(Path folder) throws IOException {
        Map<String, List<JsonNode>> stories = new TreeMap<>();
        for (JsonNode node : lines(folder.resolve("articles.jsonl.gz"))) {
            stories.computeIfAbsent(node.path("story_id").asText(), story -> new ArrayList<>())
                    .add(node);
        }
        FigureScore score = new FigureScore();
        for (JsonNode incident : lines(folder.resolve("incidents.jsonl.gz"))) {
            List<JsonNode> nodes =
                    stories.getOrDefault(incident.path("story_id").asText(), List.of());
            if (nodes.isEmpty()
                    || incident.path("killed").isNull()
                    || incident.path("injured").isNull()) {
                continue;
            }
            List<Enriched> articles = new ArrayList<>();
            nodes.stream()
                    .sorted(Comparator.comparing(
                            node -> node.path("published_at").asText()))
                    .forEach(node -> articles.add(score.enricher.enrich(article(node, UNDATED))));
            String id = incident.path("story_id").asText();
            score.figures(id, incident, articles.get(articles.size() - 1).claims());
            List<Claim> told = lastTelling(articles);
            add(incident, score.killedTold, ArticleFigure.of(told, "killed"), "killed");
            add(incident, score.injuredTold, ArticleFigure.of(told, "injured"), "injured");
            StoryFigures held = StoryFigures.of(id, articles);
            add(incident, score.killedHeld, held.killed(), "killed");
            add(incident, score.injuredHeld, held.injured(), "injured");
            incident.path("gva2017").path("participants").forEach(person -> score.name(person.path("Name"), articles));
            score.place(incident.path("city_or_county"), articles);
            score.day(incident.path("date").asText(), articles);
        }
        return score;
    }

    /** The claims of the last article that tells of killed or injured; none when no article does. */
    private static List<Claim> lastTelling(List<Enriched> articles) {
        for (int i = articles.size() - 1; i >= 0; i--) {
            List<Claim> claims = articles.get(i).claims();
            if (ArticleFigure.of(claims, "killed") > 0 || ArticleFigure.of(claims, "injured") > 0) {
                return claims;
            }
        }
        return List.of();
    }

    private static void add(JsonNode gold, Tally tally, int figure, String which) {
        tally.add(figure == gold.path(which).asInt());
    }

    List<String> lines() {
        return Stream.of(killed, injured, killedTold, injuredTold, killedHeld, injuredHeld, names, places, days)
                .filter(tally -> tally.rows > 0)
                .map(Tally::line)
                .toList();
    }

    /** Rows whose figure is not the gold's. */
    List<String> disagreements() {
        return disagreements;
    }

    double killedExact() {
        return killed.percent();
    }

    double injuredExact() {
        return injured.percent();
    }

    private void figures(String id, JsonNode gold, List<Claim> claims) {
        int dead = ArticleFigure.of(claims, "killed");
        int hurt = ArticleFigure.of(claims, "injured");
        killed.add(dead == gold.path("killed").asInt());
        injured.add(hurt == gold.path("injured").asInt());
        if (dead != gold.path("killed").asInt() || hurt != gold.path("injured").asInt()) {
            disagreements.add("%s: killed %d for %s, injured %d for %s"
                    .formatted(id, dead, gold.path("killed"), hurt, gold.path("injured")));
        }
    }

    private void name(JsonNode gold, List<Enriched> articles) {
        if (!gold.isTextual() || gold.asText().isBlank()) {
            return;
        }
        String[] words = gold.asText().toLowerCase(Locale.ROOT).strip().split("\\s+");
        names.add(articles.stream()
                .flatMap(article -> article.entities().all().stream())
                .filter(entity -> entity.type() == EntityType.PERSON)
                .anyMatch(entity -> isNamed(entity, words)));
    }

    private static boolean isNamed(Entity entity, String[] words) {
        String name = entity.name().toLowerCase(Locale.ROOT);
        return name.contains(words[words.length - 1]) && name.contains(words[0]);
    }

    private void place(JsonNode gold, List<Enriched> articles) {
        if (!gold.isTextual() || gold.asText().isBlank()) {
            return;
        }
        String city = gold.asText().toLowerCase(Locale.ROOT).replaceAll("\\s*\\(.*", "");
        places.add(articles.stream()
                .flatMap(article -> article.entities().all().stream())
                .filter(entity -> entity.type() != EntityType.PERSON)
                .anyMatch(entity -> entity.name().toLowerCase(Locale.ROOT).contains(city)));
    }

    private void day(String gold, List<Enriched> articles) {
        LocalDate day = LocalDate.parse(gold);
        days.add(articles.stream().anyMatch(article -> says(article, day)));
    }

    /** Named by an expression of a single day, or the day of publication when the text has no such expression. */
    private static boolean says(Enriched article, LocalDate day) {
        List<TimeValue> single = article.values().times().stream()
                .filter(time -> time.precision() == TimeValue.Precision.DAY)
                .toList();
        LocalDate published =
                article.document().publishedAt().atZone(ZoneOffset.UTC).toLocalDate();
        return single.isEmpty()
                ? published.equals(day)
                : single.stream().anyMatch(time -> time.begin().equals(day));
    }

    private static Article article(JsonNode node, Instant undated) {
        String at = node.path("published_at").asText("");
        Instant published = switch (at.length()) {
            case 0, 4 -> undated;
            default -> GoldStories.instant(at);
        };
        return new Article(
                node.path("id").asText(),
                "",
                node.path("title").asText(""),
                node.path("text").asText(""),
                published,
                node.path("source").asText(""),
                "en");
    }

    private static List<JsonNode> lines(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        try (JsonLines lines = JsonLines.open(file, MAX_LINE)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                nodes.add(MAPPER.readTree(line.get().bytes().array()));
            }
        }
        return nodes;
    }

    /** Hits among rows. */
    private static final class Tally {
        private final String what;
        private int hits;
        private int rows;

        Tally(String what) {
            this.what = what;
        }

        void add(boolean hit) {
            rows++;
            hits += hit ? 1 : 0;
        }

        double percent() {
            return rows == 0 ? 0 : 100.0 * hits / rows;
        }

        String line() {
            return String.format(Locale.ROOT, "  %-18s %5.1f %% of %d", what, percent(), rows);
        }
    }
}
