package io.deltawire.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.ArticleLimits;
import io.deltawire.article.JsonLines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.Set;

/**
 * A history of any length out of a labelled set: sentences of the articles of one story are mixed anew, and every story made so has
 * names and figures of its own. A story gets about six articles while some two hundred others go on, and then none. The same set
 * gives the same history.
 */
final class LongHistory {
    private static final Instant BEGIN = Instant.parse("2000-01-01T00:00:00Z");
    private static final int ALIVE = 200;
    private static final int ARTICLES_OF_A_STORY = 6;
    private static final int OUTLETS = 60;

    private final Random random = new Random(20_261_122);
    private final List<List<Told>> stories;
    private final Set<String> names;

    /** An article of the set. */
    private record Told(String title, List<String> sentences) {}

    private record Made(List<Told> of, Renaming renaming) {}

    private LongHistory(List<List<Told>> stories, Set<String> names) {
        this.stories = stories;
        this.names = names;
    }

    /** @param files articles with {@code story_id}; when empty, the samples that ship with deltawire */
    static LongHistory of(List<Path> files) throws IOException {
        Map<String, List<Told>> byStory = new LinkedHashMap<>();
        List<String> texts = new ArrayList<>();
        if (files.isEmpty()) {
            try (JsonLines lines = new JsonLines(
                    Objects.requireNonNull(LongHistory.class.getResourceAsStream("/samples/articles.jsonl"), "samples"),
                    ArticleLimits.MAX_BYTES)) {
                read(lines, byStory, texts);
            }
        }
        for (Path file : files) {
            try (JsonLines lines = JsonLines.open(file, ArticleLimits.MAX_BYTES)) {
                read(lines, byStory, texts);
            }
        }
        if (byStory.isEmpty()) {
            throw new IOException("no article in " + files);
        }
        return new LongHistory(List.copyOf(byStory.values()), Renaming.names(texts));
    }

    private static void read(JsonLines lines, Map<String, List<Told>> byStory, List<String> texts) throws IOException {
        JsonMapper mapper = new JsonMapper();
        for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
            JsonNode row = mapper.readTree(
                    StandardCharsets.UTF_8.decode(line.get().bytes()).toString());
            String story = row.path("story_id").asText(row.path("id").asText().replaceAll("-\\d+$", ""));
            String text = row.path("text").asText();
            texts.add(text);
            byStory.computeIfAbsent(story, id -> new ArrayList<>())
                    .add(new Told(row.path("title").asText(), List.of(text.split("(?<=[.!?])\\s+"))));
        }
    }

    /**
     * Writes it as JSON lines in time order.
     *
     * @param span from the first article to the last, evenly divided
     * @param characters a text ends with the sentence that passes this length
     */
    void write(Path out, int articles, Duration span, int characters) throws IOException {
        List<Made> alive = new ArrayList<>();
        JsonMapper mapper = new JsonMapper();
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            for (int i = 0; i < articles; i++) {
                if (alive.size() < ALIVE || random.nextInt(ARTICLES_OF_A_STORY) == 0) {
                    alive.add(new Made(
                            stories.get(random.nextInt(stories.size())), Renaming.of(names, random.nextLong())));
                }
                if (alive.size() > ALIVE) {
                    alive.remove(random.nextInt(alive.size()));
                }
                Made made = alive.get(random.nextInt(alive.size()));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("id", "made-" + i);
                row.put("title", made.renaming().apply(any(made).title()));
                row.put("text", made.renaming().apply(text(made, characters)));
                row.put(
                        "published_at",
                        BEGIN.plusSeconds(span.toSeconds() * i / articles).toString());
                row.put("source", "outlet-" + random.nextInt(OUTLETS));
                row.put("lang", "en");
                lines.write(mapper.writeValueAsString(row));
                lines.write('\n');
            }
        }
    }

    private Told any(Made made) {
        return made.of().get(random.nextInt(made.of().size()));
    }

    private String text(Made made, int characters) {
        List<String> sentences = any(made).sentences();
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.size() && text.length() < characters; i++) {
            List<String> other = any(made).sentences();
            String sentence = random.nextInt(3) == 0 ? other.get(random.nextInt(other.size())) : sentences.get(i);
            text.append(sentence).append(' ');
        }
        return text.toString();
    }
}
