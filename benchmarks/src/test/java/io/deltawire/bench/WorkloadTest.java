package io.deltawire.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.SourceArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkloadTest {
    private static final Comparator<SourceArticle> IN_TIME =
            Comparator.comparing(article -> article.publishedAt().orElseThrow());

    @TempDir
    private Path folder;

    @Test
    void recombinedArticlesAreAsLongAsNewsAndInTimeOrder() throws IOException {
        Workload workload = Workload.of(List.of(), 400);

        assertThat(workload.articles()).hasSize(400);
        assertThat(workload.meanWords()).isBetween(420.0, 580.0);
        assertThat(workload.articles()).isSortedAccordingTo(IN_TIME);
        assertThat(workload.articles()).extracting(SourceArticle::id).doesNotHaveDuplicates();
    }

    @Test
    void theSameArticlesComeEachTime() throws IOException {
        assertThat(Workload.of(List.of(), 60)).isEqualTo(Workload.of(List.of(), 60));
    }

    @Test
    void aFileWithTooFewArticlesIsToldAgainOfOthersLater() throws IOException {
        Path file = Files.writeString(folder.resolve("two.jsonl"), """
                {"id":"a","title":"Floods in Ober","text":"The mayor of Ober said 120 homes were lost.","published_at":"2025-01-01T00:00:00Z"}
                {"id":"b","title":"Fire in Dorva","text":"A fire near Dorva burned for days.","published_at":"2025-01-02T00:00:00Z"}
                """);

        List<SourceArticle> articles = Workload.of(List.of(file), 4).articles();

        assertThat(articles).extracting(SourceArticle::id).containsExactly("a", "b", "a-1", "b-1");
        assertThat(articles.get(2).text())
                .doesNotContain("Ober", "120")
                .startsWith("The mayor of ")
                .endsWith(" homes were lost.");
        assertThat(articles).isSortedAccordingTo(IN_TIME);
        assertThat(articles.get(3).publishedAt()).contains(Instant.parse("2025-01-02T00:00:00Z"));
    }

    @Test
    void howeverOftenItIsToldAgainNoneIsDatedLaterThanTheFileOrBeforeABrokerTakesIt() throws IOException {
        Path file = Files.writeString(folder.resolve("long.jsonl"), """
                {"id":"a","title":"Floods in Ober","text":"The mayor of Ober said 120 homes were lost.","published_at":"2013-01-01T00:00:00Z"}
                {"id":"b","title":"Fire in Dorva","text":"A fire near Dorva burned for days.","published_at":"2025-01-02T00:00:00Z"}
                """);

        List<SourceArticle> articles = Workload.of(List.of(file), 40).articles();

        assertThat(articles)
                .isSortedAccordingTo(IN_TIME)
                .extracting(SourceArticle::id)
                .doesNotHaveDuplicates();
        assertThat(articles.get(0).publishedAt())
                .hasValueSatisfying(at -> assertThat(at)
                        .isBetween(Instant.parse("1990-01-01T00:00:00Z"), Instant.parse("1990-01-01T00:01:00Z")));
        assertThat(articles.get(39).publishedAt()).contains(Instant.parse("2025-01-02T00:00:00Z"));
    }

    @Test
    void aFileWithoutArticlesIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("none.jsonl"), "{}\n");

        assertThatThrownBy(() -> Workload.of(List.of(file), 4)).hasMessageContaining("none.jsonl");
    }
}
