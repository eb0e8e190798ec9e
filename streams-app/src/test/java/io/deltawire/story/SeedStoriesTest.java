package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.engine.Enricher;
import io.deltawire.state.MapPieces;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** The five articles the project started from. Reads data that is not part of the repository. */
class SeedStoriesTest {
    private static final Path SEEDS = Path.of("../../shared/data/seeds/articles.jsonl");

    @Test
    void fourArticlesOfMayAreOneStory() throws IOException {
        assumeTrue(Files.exists(SEEDS), "the evaluation data is not on this machine");
        ObjectMapper mapper = new ObjectMapper();
        List<Article> articles = new ArrayList<>();
        for (String line : Files.readAllLines(SEEDS)) {
            JsonNode row = mapper.readTree(line);
            articles.add(new Article(
                    row.get("id").asText(),
                    "",
                    row.get("title").asText("").replace("null", ""),
                    row.get("text").asText(),
                    Instant.parse(row.get("published_at").asText()),
                    row.get("source").asText(),
                    "en"));
        }
        articles.sort(Comparator.comparing(Article::publishedAt).thenComparing(Article::id));
        Enricher enricher = new Enricher();
        StoryEngine engine = new StoryEngine(new MapPieces());
        Map<String, String> storyOf = new TreeMap<>();
        for (Article article : articles) {
            engine.advance(article.publishedAt());
            Placement placement = engine.place(enricher.enrich(article).digest(), article.publishedAt());
            for (StoryEvent event : placement.events()) {
                event.moved().forEach(moved -> storyOf.put(moved, event.otherStoryId()));
            }
            storyOf.put(article.id(), placement.storyId());
        }
        assertThat(List.of("seed-000", "seed-001", "seed-002", "seed-003"))
                .extracting(storyOf::get)
                .as("%s", storyOf)
                .containsOnly(storyOf.get("seed-003"));
    }
}
