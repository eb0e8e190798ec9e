package io.deltawire.backtest;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.article.ArticleLimits;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.ContractInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
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
        List<String> told = new ArrayList<>();
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, """
                {"title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-30"}
                {"title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-28"}
                {"title": 17}
                not json
                """);
        Backtest.Summary summary =
                new Backtest(1, ArticleLimits.timeless(), told::add).run(input, folder.resolve("out"));
        assertThat(summary.skipped()).isEqualTo(3);
        assertThat(summary.articles()).isEqualTo(1);
        assertThat(told).hasSize(3).allSatisfy(line -> assertThat(line).contains("in.jsonl:"));
        assertThat(told.get(0)).contains(":1:");
    }

    @Test
    void articlesWithoutDateFollowTheLineBefore() throws Exception {
        Path input = folder.resolve("in.jsonl");
        Files.writeString(input, """
                {"id": "a", "title": "Ferry runs again", "text": "The ferry runs again.", "published_at": "2024-02-28"}
                {"id": "b", "title": "Bridge opens", "text": "The bridge opened to traffic."}
                """);
        Backtest.Summary summary =
                new Backtest(1, ArticleLimits.timeless(), line -> {}).run(input, folder.resolve("o"));
        assertThat(summary.undated()).isEqualTo(1);
        assertThat(summary.reached()).isEqualTo("2024-02-28T00:01:00Z");
    }

    @Test
    void stoppedHalfWayTheFilesAreWholeAndSaySo() throws Exception {
        int[] asked = {0};
        Backtest.Summary summary = new Backtest(1, ArticleLimits.timeless(), line -> {}, () -> asked[0]++ == 5)
                .run(ContractInput.file(), folder.resolve("half"));
        assertThat(summary.whole()).isFalse();
        assertThat(summary.articles()).isEqualTo(5);
        assertThat(Files.readAllLines(folder.resolve("half/assignments.jsonl"))).hasSize(5);
        assertThat(folder.resolve("half/manifest.json")).content().contains("\"whole\" : false");
    }

    @Test
    void aZippedFileInAnyOrderGivesTheSame() throws Exception {
        List<String> lines = new ArrayList<>(Files.readAllLines(ContractInput.file()));
        run(lines, "plain");
        Collections.shuffle(lines, new Random(8));
        Path zipped = folder.resolve("zipped.jsonl.gz");
        try (var out = new java.util.zip.GZIPOutputStream(Files.newOutputStream(zipped))) {
            out.write(String.join("\n", lines).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        }
        new Backtest(2, ArticleLimits.timeless(), line -> {}).run(zipped, folder.resolve("zipped"));
        assertThat(folder.resolve("zipped/updates.jsonl"))
                .hasSameTextualContentAs(folder.resolve("plain/updates.jsonl"));
    }

    private void run(List<String> lines, String name) throws IOException, InterruptedException {
        Path input = folder.resolve(name + ".jsonl");
        Files.write(input, lines);
        new Backtest(2, ArticleLimits.timeless(), line -> {
                    throw new AssertionError(line);
                })
                .run(input, folder.resolve(name));
    }
}
