package io.deltawire.backtest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.JsonLines;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes a long history out of a labelled set by recombination: sentences of the articles of one story are mixed anew, and every
 * story made so has names of its own in place of the capitalised words. {@code LongHistory SET.jsonl[.gz] OUT.jsonl ARTICLES SECONDS}
 * (between two articles). For measuring memory and speed; the texts are never kept.
 */
final class LongHistory {
    private static final Pattern NAME = Pattern.compile("(?<=[a-z,] )\\p{Lu}[a-z]{3,}");
    private static final String[] SYLLABLES = {
        "ba", "do", "ri", "ka", "lu", "mo", "ne", "pa", "so", "ti", "ve", "zu", "har", "len", "mir", "tor"
    };
    private static final int ALIVE = 200;
    private static final int OUTLETS = 60;

    private final Random random = new Random(20_261_122);
    private final List<List<JsonNode>> stories;

    private record Made(List<JsonNode> of, long seed) {}

    private LongHistory(Path set) throws IOException {
        Map<String, List<JsonNode>> byStory = new LinkedHashMap<>();
        JsonMapper mapper = new JsonMapper();
        try (JsonLines lines = JsonLines.open(set, 1 << 24)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                JsonNode row = mapper.readTree(
                        StandardCharsets.UTF_8.decode(line.get().bytes()).toString());
                byStory.computeIfAbsent(row.path("story_id").asText(), id -> new ArrayList<>())
                        .add(row);
            }
        }
        stories = List.copyOf(byStory.values());
    }

    public static void main(String[] args) throws IOException {
        new LongHistory(Path.of(args[0])).write(Path.of(args[1]), Integer.parseInt(args[2]), Long.parseLong(args[3]));
    }

    private void write(Path out, int articles, long seconds) throws IOException {
        List<Made> alive = new ArrayList<>();
        Instant at = Instant.parse("2000-01-01T00:00:00Z");
        JsonMapper mapper = new JsonMapper();
        try (BufferedWriter lines = Files.newBufferedWriter(out)) {
            for (int i = 0; i < articles; i++) {
                if (alive.size() < ALIVE || random.nextInt(6) == 0) {
                    alive.add(new Made(stories.get(random.nextInt(stories.size())), random.nextLong()));
                }
                if (alive.size() > ALIVE) {
                    alive.remove(random.nextInt(alive.size()));
                }
                Made made = alive.get(random.nextInt(alive.size()));
                Map<String, Object> row = new LinkedHashMap<>();
                row.put("id", "made-" + i);
                row.put("title", renamed(any(made).path("title").asText(), made.seed()));
                row.put("text", text(made));
                row.put("published_at", at.toString());
                row.put("source", "outlet-" + random.nextInt(OUTLETS));
                row.put("lang", "en");
                lines.write(mapper.writeValueAsString(row));
                lines.write('\n');
                at = at.plusSeconds(seconds);
            }
        }
    }

    private JsonNode any(Made made) {
        return made.of().get(random.nextInt(made.of().size()));
    }

    private String text(Made made) {
        String[] sentences = any(made).path("text").asText().split("(?<=[.!?]) ");
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < sentences.length && text.length() < 1_500; i++) {
            String[] other = any(made).path("text").asText().split("(?<=[.!?]) ");
            String sentence = random.nextInt(3) == 0 ? other[random.nextInt(other.length)] : sentences[i];
            text.append(renamed(sentence, made.seed())).append(' ');
        }
        return text.toString();
    }

    private static String renamed(String text, long seed) {
        Matcher name = NAME.matcher(text);
        return name.replaceAll(found -> {
            Random letters = new Random(seed * 31 + found.group().hashCode());
            StringBuilder word = new StringBuilder();
            for (int n = 2 + letters.nextInt(2); n > 0; n--) {
                word.append(SYLLABLES[letters.nextInt(SYLLABLES.length)]);
            }
            word.setCharAt(0, Character.toUpperCase(word.charAt(0)));
            return word.toString();
        });
    }
}
