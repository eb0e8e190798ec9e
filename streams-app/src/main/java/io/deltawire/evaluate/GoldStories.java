package io.deltawire.evaluate;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.article.JsonLines;
import io.deltawire.text.Article;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/**
 * A set of articles whose stories are known, as a stream in time order.
 *
 * @param dated whether the times are the set's own; where they are not, any order is as good
 */
public record GoldStories(String name, List<Row> rows, boolean dated) {
    /** Sets of the evaluation data that carry stories. */
    public static final List<String> NAMES = List.of("gun-violence", "headlines", "ecbplus", "trec-ts");

    private static final int MAX_LINE = 16 << 20;
    private static final Instant UNDATED_FROM = Instant.parse("2013-01-01T00:00:00Z");
    private static final long UNDATED_SEED = 4;

    /**
     * @param story gold story, unique over all sets
     * @param family what must stay together when rows are divided for cross-validation: the story, or the topic of like stories
     */
    public record Row(Article article, String story, String family) {
        /** The part the row falls in when rows are divided into so many for cross-validation, from 0. */
        public int fold(int folds) {
            int hash = family.hashCode() * 0x9E3779B9;
            hash = (hash ^ (hash >>> 15)) * 0x85ebca6b;
            return Math.floorMod(hash ^ (hash >>> 13), folds);
        }

        private Row at(Instant time) {
            Article dated = new Article(
                    article.id(),
                    article.url(),
                    article.title(),
                    article.text(),
                    time,
                    article.source(),
                    article.lang());
            return new Row(dated, story, family);
        }
    }

    /** Sets that are in a folder, in the order of {@link #NAMES}. */
    public static List<GoldStories> readAll(Path data) throws IOException {
        List<GoldStories> sets = new ArrayList<>();
        for (String name : NAMES) {
            if (Files.exists(data.resolve(name).resolve("articles.jsonl.gz"))) {
                sets.add(read(data, name));
            }
        }
        return sets;
    }

    /** A set where any row lacks a date is shuffled with a fixed seed, one minute apart. */
    public static GoldStories read(Path data, String name) throws IOException {
        List<JsonNode> nodes = nodes(data.resolve(name).resolve("articles.jsonl.gz"));
        boolean dated =
                nodes.stream().noneMatch(node -> text(node, "published_at").isEmpty());
        List<Row> rows = new ArrayList<>();
        for (JsonNode node : nodes) {
            Instant at = dated ? instant(text(node, "published_at")) : UNDATED_FROM;
            String story = name + "/" + text(node, "story_id");
            String topic = text(node, "topic_id");
            rows.add(new Row(
                    article(node, text(node, "id"), at), story, topic.isEmpty() ? story : name + "/topic-" + topic));
        }
        return dated ? inOrder(name, rows, true) : new GoldStories(name, rows, false).shuffled(0);
    }

    /** An undated set in another order, one minute apart: the same for the same number, 0 being that of {@link #read}. */
    public GoldStories shuffled(int order) {
        List<Row> shuffled = new ArrayList<>(rows);
        shuffled.sort(Comparator.comparing(row -> row.article().id()));
        Collections.shuffle(shuffled, new Random(UNDATED_SEED + order));
        for (int i = 0; i < shuffled.size(); i++) {
            shuffled.set(i, shuffled.get(i).at(UNDATED_FROM.plusSeconds(60L * i)));
        }
        return new GoldStories(name, shuffled, false);
    }

    /**
     * The stories of folders of scenarios as one stream, each with an {@code articles.jsonl} whose lines are dated and name their story.
     * Ids of articles and stories begin with the folder's name.
     *
     * @throws IOException for a file that can't be read, or a line without id, story or date
     */
    public static GoldStories scenarios(String name, List<Path> folders) throws IOException {
        List<Row> rows = new ArrayList<>();
        for (Path folder : folders) {
            String within = folder.getFileName() + "/";
            Path file = folder.resolve("articles.jsonl");
            for (JsonNode node : nodes(file)) {
                for (String field : List.of("id", "story_id", "published_at")) {
                    if (text(node, field).isEmpty()) {
                        throw new IOException(file + ": article '" + text(node, "id") + "' has no " + field);
                    }
                }
                String story = within + text(node, "story_id");
                rows.add(new Row(
                        article(node, within + text(node, "id"), instant(text(node, "published_at"))), story, story));
            }
        }
        return inOrder(name, rows, true);
    }

    private static List<JsonNode> nodes(Path file) throws IOException {
        List<JsonNode> nodes = new ArrayList<>();
        ObjectMapper mapper = new ObjectMapper();
        try (JsonLines lines = JsonLines.open(file, MAX_LINE)) {
            for (Optional<JsonLines.Line> line = lines.next(); line.isPresent(); line = lines.next()) {
                nodes.add(mapper.readTree(line.get().bytes().array()));
            }
        }
        return nodes;
    }

    private static Article article(JsonNode node, String id, Instant at) {
        return new Article(
                id,
                text(node, "url"),
                text(node, "title"),
                text(node, "text"),
                at,
                text(node, "source"),
                text(node, "lang"));
    }

    private static GoldStories inOrder(String name, List<Row> rows, boolean dated) {
        rows.sort(Comparator.<Row, Instant>comparing(row -> row.article().publishedAt())
                .thenComparing(row -> row.article().id()));
        return new GoldStories(name, rows, dated);
    }

    /** All sets as one stream, at their own times. */
    public static GoldStories interleaved(List<GoldStories> sets) {
        List<Row> rows = new ArrayList<>();
        sets.forEach(set -> rows.addAll(set.rows()));
        return inOrder("interleaved", rows, true);
    }

    /** A time, or the beginning of a day, UTC, in ISO 8601. */
    static Instant instant(String text) {
        return text.length() == 10
                ? LocalDate.parse(text).atStartOfDay(ZoneOffset.UTC).toInstant()
                : Instant.parse(text);
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).isTextual() ? node.path(field).asText() : "";
    }
}
