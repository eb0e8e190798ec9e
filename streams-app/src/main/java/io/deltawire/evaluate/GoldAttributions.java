package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Articles with gold attributions, spans mapped into the clean text. */
public final class GoldAttributions {
    private GoldAttributions() {}

    /** Char span in the clean text. */
    public record Span(int begin, int end) {
        public boolean overlaps(int otherBegin, int otherEnd) {
            return begin < otherEnd && otherBegin < end;
        }
    }

    /** Spans of one attribution; a part that the gold leaves out, or the cleaner, is an empty list. */
    public record Gold(List<Span> source, List<Span> cue, List<Span> content) {}

    /** One article as read, with its gold. */
    public record Item(Document document, List<Gold> golds) {}

    /**
     * Reads {@code attribution/articles.jsonl.gz} and {@code attributions.jsonl.gz} of a data folder.
     *
     * @throws IOException when a file is missing or broken
     */
    public static List<Item> read(Path data) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        Map<String, List<JsonNode>> byArticle = new LinkedHashMap<>();
        for (String line : lines(data.resolve("attribution/attributions.jsonl.gz"))) {
            JsonNode node = mapper.readTree(line);
            byArticle
                    .computeIfAbsent(node.path("id").asText(), key -> new ArrayList<>())
                    .add(node);
        }
        List<Item> items = new ArrayList<>();
        Reader reader = new Reader();
        for (String line : lines(data.resolve("attribution/articles.jsonl.gz"))) {
            JsonNode node = mapper.readTree(line);
            String raw = node.path("text").asText();
            Instant published = Instant.parse(node.path("published_at").asText("2016-01-01") + "T12:00:00Z");
            Document document = reader.read(new Article(node.path("id").asText(), "", "", raw, published, "", "en"));
            RawAlignment alignment = new RawAlignment(raw, document.text());
            List<Gold> golds = new ArrayList<>();
            for (JsonNode gold : byArticle.getOrDefault(node.path("id").asText(), List.of())) {
                golds.add(new Gold(
                        spans(gold.path("source"), alignment),
                        spans(gold.path("cue"), alignment),
                        spans(gold.path("content"), alignment)));
            }
            items.add(new Item(document, golds));
        }
        return items;
    }

    private static List<Span> spans(JsonNode parts, RawAlignment alignment) {
        List<Span> spans = new ArrayList<>();
        for (JsonNode part : parts) {
            // "12 20", or "12 20;31 40" for a part in pieces.
            for (String piece : part.path("off").asText().split("[;,]", -1)) {
                String[] ends = piece.strip().split(" ", -1);
                if (ends.length == 2) {
                    int[] clean = alignment.clean(Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
                    if (clean.length == 2) {
                        spans.add(new Span(clean[0], clean[1]));
                    }
                }
            }
        }
        return spans;
    }

    private static List<String> lines(Path file) throws IOException {
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }
}
