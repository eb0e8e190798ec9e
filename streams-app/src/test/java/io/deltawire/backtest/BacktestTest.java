package io.deltawire.backtest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.engine.DeskRule;
import io.deltawire.engine.Enricher;
import io.deltawire.ops.MadeWith;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.story.StoryConfig;
import io.deltawire.topology.ContractInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BacktestTest {
    private static final Topics TOPICS = new Topics("t.");

    @TempDir
    private Path folder;

    @Test
    void threadsDoNotChangeWhatComesOut() throws Exception {
        assertThat(ContractInput.backtest(TOPICS, 4).byTopicAndKey())
                .isEqualTo(ContractInput.backtest(TOPICS, 1).byTopicAndKey());
    }

    @Test
    void theOrderOfLinesDoesNotChangeTheFiles() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(ContractInput.file()));
        run(lines, "sorted");
        Collections.shuffle(lines, new Random(7));
        run(lines, "shuffled");
        for (String name : List.of("assignments.jsonl", "entities.jsonl", "claims.jsonl", "updates.jsonl")) {
            assertThat(folder.resolve("shuffled").resolve(name))
                    .hasSameTextualContentAs(folder.resolve("sorted").resolve(name));
        }
    }

    @Test
    void articlesThatComeTwiceCountOnce() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(ContractInput.file()));
        lines.addAll(List.copyOf(lines));
        run(lines, "twice");
        run(lines.subList(0, lines.size() / 2), "once");
        for (String name : List.of("assignments.jsonl", "entities.jsonl", "claims.jsonl", "updates.jsonl")) {
            assertThat(folder.resolve("twice").resolve(name))
                    .hasSameTextualContentAs(folder.resolve("once").resolve(name));
        }
    }

    @Test
    void badLinesAreNamedAndLeftOut() throws Exception {
        Told told = new Told(Integer.MAX_VALUE);
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, """
                {"title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-30"}
                {"title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-28"}
                {"title": 17}
                {"title": "The last line is brok""");
        Summary summary = new Backtest(1, told).run(input, folder.resolve("out"), ArticleLimits.timeless());
        assertThat(summary.skipped()).isEqualTo(3);
        assertThat(summary.articles()).isEqualTo(1);
        assertThat(told.lines).hasSize(3).allSatisfy(line -> assertThat(line).contains("in.jsonl:"));
        assertThat(told.lines.get(0)).contains(":1:");
    }

    @Test
    void articlesWithoutDateFollowTheLineBefore() throws Exception {
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, """
                {"id": "a", "title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-28"}
                {"id": "b", "title": "Bridge opens", "text": "The bridge opened to traffic."}
                """);
        Summary summary = new Backtest(1, Watch.NONE).run(input, folder.resolve("o"), ArticleLimits.timeless());
        assertThat(summary.undated()).isEqualTo(1);
        assertThat(summary.reached()).isEqualTo("2024-02-28T00:01:00.001Z");
    }

    @Test
    void stoppedHalfWayTheFilesAreWholeAndSaySo() throws Exception {
        Summary summary = new Backtest(1, new Told(5))
                .run(ContractInput.file(), folder.resolve("half"), ArticleLimits.timeless());
        assertThat(summary.whole()).isFalse();
        assertThat(summary.articles()).isEqualTo(5);
        assertThat(Files.readAllLines(folder.resolve("half/assignments.jsonl"))).hasSize(5);
        assertThat(folder.resolve("half/manifest.json")).content().contains("\"whole\" : false");
    }

    @Test
    void takenUpAgainAfterEveryFewArticlesGivesTheSameFiles() throws Exception {
        run(Files.readAllLines(ContractInput.file()), "at-once");
        Path pieces = folder.resolve("in-pieces");
        boolean whole = false;
        for (int round = 0; !whole; round++) {
            try (Articles articles = ArticleFiles.scan(ContractInput.file(), ArticleLimits.timeless(), line -> {})
                    .open()) {
                whole = new Backtest(2, new Told(3))
                        .toFiles(articles, pieces, StoryConfig.defaults(), MadeWith.shipped(), round > 0)
                        .whole();
            }
            assertThat(round).isLessThan(10);
        }
        assertThat(Backtest.canResume(pieces)).isFalse();
        sameFiles("in-pieces", "at-once");
    }

    @Test
    void whatWasWrittenAfterTheLastCheckpointIsWrittenAnew() throws Exception {
        run(Files.readAllLines(ContractInput.file()), "at-once");
        Path killed = folder.resolve("killed");
        new Backtest(1, new Told(7)).run(ContractInput.file(), killed, ArticleLimits.timeless());
        Files.writeString(killed.resolve("updates.jsonl"), "{\"half a li", StandardOpenOption.APPEND);
        Files.writeString(killed.resolve("entities.jsonl"), "{}\n", StandardOpenOption.APPEND);
        try (Articles articles = ArticleFiles.scan(ContractInput.file(), ArticleLimits.timeless(), line -> {})
                .open()) {
            new Backtest(1, Watch.NONE).toFiles(articles, killed, StoryConfig.defaults(), MadeWith.shipped(), true);
        }
        sameFiles("killed", "at-once");
    }

    @Test
    void aRunOfSomethingElseIsNotTakenUp() throws Exception {
        Path half = folder.resolve("half");
        new Backtest(1, new Told(5)).run(ContractInput.file(), half, ArticleLimits.timeless());
        MadeWith other = MadeWith.of(Settings.of(Map.of("deltawire.story.join.at", "0.5")), "");
        try (Articles articles = ArticleFiles.scan(ContractInput.file(), ArticleLimits.timeless(), line -> {})
                .open()) {
            assertThatThrownBy(() ->
                            new Backtest(1, Watch.NONE).toFiles(articles, half, StoryConfig.defaults(), other, true))
                    .hasMessageContaining(other.runId())
                    .hasMessageContaining("--force");
        }
    }

    @Test
    void asOfATimeIsWhatWasKnownThen() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(ContractInput.file()));
        Instant then = Instant.parse("2025-06-03T11:40:00Z");
        run(lines, "all");
        try (Articles articles = ArticleFiles.scan(ContractInput.file(), ArticleLimits.timeless(), line -> {})
                .open()) {
            Summary summary = new Backtest(new Enricher(), 1, DeskRule.LANGUAGE, Optional.of(then), Watch.NONE)
                    .toFiles(articles, folder.resolve("then"), StoryConfig.defaults(), MadeWith.shipped(), false);
            assertThat(summary.whole()).isTrue();
            assertThat(summary.reached()).isEqualTo(then);
        }
        List<String> known = Files.readAllLines(folder.resolve("then/updates.jsonl"));
        List<String> all = Files.readAllLines(folder.resolve("all/updates.jsonl"));
        assertThat(known).isNotEmpty().isEqualTo(all.subList(0, known.size()));
        assertThat(all.get(known.size())).doesNotContain("2025-06-03T11:40:00Z");
        assertThat(folder.resolve("then/stories.jsonl")).content().contains("\"value\":\"41\"");
    }

    @Test
    void everyConfigurationOfASweepGivesWhatItGivesAlone() throws Exception {
        Map<String, Map<String, String>> settings = Map.of(
                "as-it-is",
                Map.of(),
                "same",
                Map.of(),
                "strict",
                Map.of("deltawire.story.join.at", "1.0", "deltawire.story.merge.at", "1.0"),
                "brief",
                Map.of("deltawire.story.gap.days", "1"));
        Map<String, Sweep.Variant> variants = new TreeMap<>();
        settings.forEach((name, set) ->
                variants.put(name, new Sweep.Variant(StoryConfig.from(set), MadeWith.of(Settings.of(set), ""))));
        try (Articles articles = samples()) {
            Map<String, Summary> summaries =
                    new Backtest(2, Watch.NONE).sweep(articles, folder.resolve("sweep"), variants);
            assertThat(summaries).hasSize(4);
            assertThat(summaries.get("strict").stories())
                    .isGreaterThan(summaries.get("as-it-is").stories());
        }
        for (Map.Entry<String, Sweep.Variant> each : variants.entrySet()) {
            Path alone = folder.resolve("alone-" + each.getKey());
            try (Articles articles = samples()) {
                new Backtest(2, Watch.NONE)
                        .toFiles(
                                articles,
                                alone,
                                each.getValue().config(),
                                each.getValue().made(),
                                false);
            }
            for (String name : List.of("assignments.jsonl", "updates.jsonl", "stories.jsonl")) {
                assertThat(folder.resolve("sweep").resolve(each.getKey()).resolve(name))
                        .hasSameTextualContentAs(alone.resolve(name));
            }
        }
    }

    private static Articles samples() throws IOException {
        return ArticleFiles.scan(ContractInput.file(), ArticleLimits.timeless(), line -> {})
                .open();
    }

    @Test
    void aZippedFileInAnyOrderAndAFolderOfFilesGiveTheSame() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(ContractInput.file()));
        run(lines, "plain");
        Collections.shuffle(lines, new Random(8));
        Path parts = Files.createDirectories(folder.resolve("parts/more"));
        Path zipped = parts.resolve("b.jsonl.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(String.join("\n", lines.subList(0, 9)).getBytes(StandardCharsets.UTF_8));
        }
        Files.write(folder.resolve("parts/a.jsonl"), lines.subList(9, lines.size()));
        Files.writeString(folder.resolve("parts/notes.txt"), "no articles");
        new Backtest(2, Watch.NONE).run(folder.resolve("parts"), folder.resolve("out"), ArticleLimits.timeless());
        sameFiles("out", "plain");
    }

    private void sameFiles(String one, String other) {
        for (String name :
                List.of("assignments.jsonl", "entities.jsonl", "claims.jsonl", "updates.jsonl", "stories.jsonl")) {
            assertThat(folder.resolve(one).resolve(name))
                    .hasSameTextualContentAs(folder.resolve(other).resolve(name));
        }
    }

    private void run(List<String> lines, String name) throws IOException, InterruptedException {
        Path input = folder.resolve(name + ".jsonl");
        Files.write(input, lines);
        Watch strict = new Watch() {
            @Override
            public void leftOut(String what) {
                throw new AssertionError(what);
            }
        };
        new Backtest(2, strict).run(input, folder.resolve(name), ArticleLimits.timeless());
    }

    /** Keeps what it is told, and stops a run after so many articles. */
    private static final class Told implements Watch {
        private final List<String> lines = new ArrayList<>();
        private int left;

        Told(int articles) {
            left = articles;
        }

        @Override
        public void progress(long articles, Instant reached, double share) {
            left--;
        }

        @Override
        public boolean stopped() {
            return left <= 0;
        }

        @Override
        public void leftOut(String what) {
            lines.add(what);
        }
    }
}
