package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A short story with the shifts that must come out of it.
 *
 * @param gold shifts to be found
 * @param acceptable shifts that may come out and count neither way
 * @param never values that no shift of its articles may end in
 * @param copies pairs of articles of which the second is a copy and corroborates nothing
 */
public record ScenarioGold(
        String name,
        List<String> articles,
        List<Shift> gold,
        List<Shift> acceptable,
        List<Pattern> never,
        List<List<String>> copies) {

    /** A shift: any of the types, at this article, of what, with values that the patterns find; an absent pattern fits anything. */
    public record Shift(
            String article,
            String kind,
            List<String> types,
            String what,
            Optional<Pattern> before,
            Optional<Pattern> after) {
        boolean fits(Told told) {
            return article.equals(told.article())
                    && types.contains(told.type())
                    && kind.equals(told.kind())
                    && says(told.before(), told.after());
        }

        /** Whether the patterns find their values. */
        public boolean says(String valueBefore, String valueAfter) {
            return before.map(pattern -> pattern.matcher(valueBefore).find()).orElse(true)
                    && after.map(pattern -> pattern.matcher(valueAfter).find()).orElse(true);
        }
    }

    /**
     * A line of {@code updates.jsonl}, as far as it is scored.
     *
     * @param type "FACT_REVISED", …
     */
    public record Told(
            String article,
            String type,
            String kind,
            String subject,
            String before,
            String after,
            int afterSources,
            double confidence) {
        public boolean shift() {
            return type.equals("FACT_REVISED") || type.equals("FACT_DISPUTED") || type.equals("FACT_SETTLED");
        }
    }

    /** @throws IOException when the file cannot be read or is no gold list */
    public static List<ScenarioGold> read(Path file) throws IOException {
        List<ScenarioGold> all = new ArrayList<>();
        for (JsonNode node : new JsonMapper().readTree(file.toFile())) {
            if (!node.has("gold") || !node.has("articles")) {
                throw new IOException(file + ": a scenario needs articles and gold");
            }
            List<List<String>> copies = new ArrayList<>();
            node.path("no_corroboration").forEach(pair -> copies.add(texts(pair)));
            all.add(new ScenarioGold(
                    node.path("scenario").asText(),
                    texts(node.path("articles")),
                    shifts(node.path("gold")),
                    shifts(node.path("acceptable")),
                    texts(node.path("never")).stream().map(Pattern::compile).toList(),
                    copies));
        }
        return all;
    }

    private static List<Shift> shifts(JsonNode nodes) {
        List<Shift> shifts = new ArrayList<>();
        for (JsonNode node : nodes) {
            shifts.add(new Shift(
                    node.path("article").asText(),
                    node.path("kind").asText(),
                    texts(node.path("types")),
                    node.path("what").asText(),
                    pattern(node.path("before")),
                    pattern(node.path("after"))));
        }
        return shifts;
    }

    private static Optional<Pattern> pattern(JsonNode node) {
        return node.isTextual() ? Optional.of(Pattern.compile(node.asText())) : Optional.empty();
    }

    private static List<String> texts(JsonNode nodes) {
        List<String> texts = new ArrayList<>();
        nodes.forEach(node -> texts.add(node.asText()));
        return texts;
    }
}
