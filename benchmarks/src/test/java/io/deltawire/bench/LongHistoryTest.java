package io.deltawire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.backtest.ArticleFiles;
import io.deltawire.backtest.Articles;
import io.deltawire.backtest.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LongHistoryTest {
    @TempDir
    private Path folder;

    @Test
    void aHistoryOfYearsComesInOrderWithNamesThatTheSetHasNot() throws Exception {
        List<Turn> turns = read(write(List.of(), 600, Duration.ofDays(3_650)));

        assertThat(turns).hasSize(600);
        assertThat(turns.get(0).effective()).isEqualTo(Instant.parse("2000-01-01T00:00:00Z"));
        assertThat(turns.get(599).effective()).isBetween("2009-12-01T00:00:00Z", "2010-01-01T00:00:00Z");
        assertThat(turns).allSatisfy(turn -> {
            assertThat(turn.dated()).isTrue();
            assertThat(turn.article().text()).isNotBlank().doesNotContain("Quispe");
        });
    }

    @Test
    void theSameSetGivesTheSameHistory() throws Exception {
        assertThat(Files.readString(write(List.of(), 50, Duration.ofDays(10))))
                .isEqualTo(Files.readString(write(List.of(), 50, Duration.ofDays(10))));
    }

    @Test
    void articlesOfOneStoryAreMixedWithEachOtherOnly() throws Exception {
        Path set = Files.writeString(folder.resolve("set.jsonl"), """
                {"id":"1","story_id":"s","title":"one","text":"floods came. floods went.","published_at":"2025-01-01"}
                {"id":"2","story_id":"s","title":"two","text":"rivers rose. rivers fell.","published_at":"2025-01-01"}
                {"id":"3","story_id":"t","title":"three","text":"markets opened. markets closed.","published_at":"2025-01-01"}
                """);

        List<String> texts = read(write(List.of(set), 400, Duration.ofDays(10))).stream()
                .map(turn -> turn.article().text())
                .toList();

        assertThat(texts)
                .noneMatch(text -> text.contains("markets") && (text.contains("floods") || text.contains("rivers")));
        assertThat(texts).anyMatch(text -> text.contains("floods") && text.contains("rivers"));
    }

    @Test
    void aSetWithoutArticlesIsRefused() throws IOException {
        Path set = Files.writeString(folder.resolve("none.jsonl"), "");

        assertThatThrownBy(() -> LongHistory.of(List.of(set))).hasMessageContaining("none.jsonl");
    }

    private Path write(List<Path> set, int articles, Duration span) throws IOException {
        Path out = Files.createTempFile(folder, "history", ".jsonl");
        LongHistory.of(set).write(out, articles, span, 200);
        return out;
    }

    private static List<Turn> read(Path file) throws Exception {
        List<Turn> turns = new ArrayList<>();
        try (Articles articles = ArticleFiles.scan(file, ArticleLimits.timeless(), line -> {
                    throw new AssertionError(line);
                })
                .open()) {
            for (Optional<Turn> next = articles.next(); next.isPresent(); next = articles.next()) {
                turns.add(next.get());
            }
        }
        return turns;
    }
}
