package io.deltawire.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class TextPageTest {
    private final ArticleParser parser = new ArticleParser(ArticleLimits.timeless());

    @Test
    void headerLinesSayWhatTheTextDoesNot() throws Exception {
        SourceArticle article = read("Title: Harbour shut\nPublished: 2025-05-12T08:00:00Z\nSource: Gazette\n"
                + "URL: https://gazette.example/a\nLang: en\n\nIt is shut.\n\nUntil Friday.\n");
        assertThat(article.title()).isEqualTo("Harbour shut");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-05-12T08:00:00Z"));
        assertThat(article.source()).isEqualTo("Gazette");
        assertThat(article.text()).isEqualTo("It is shut.\n\nUntil Friday.");
    }

    @Test
    void aShortFirstLineByItselfIsTheTitle() throws Exception {
        SourceArticle article = read("Harbour shut\r\n\r\nIt is shut.\r\n");
        assertThat(article.title()).isEqualTo("Harbour shut");
        assertThat(article.text()).isEqualTo("It is shut.");
    }

    @Test
    void aFirstLineThatGoesOnIsNoTitle() throws Exception {
        SourceArticle article = read("The harbour is shut\nuntil Friday.");
        assertThat(article.title()).isEmpty();
        assertThat(article.text()).isEqualTo("The harbour is shut\nuntil Friday.");
    }

    @Test
    void aColonInTheFirstSentenceIsNoHeader() throws Exception {
        assertThat(read("Mayor: harbour shut\n\nIt is.").title()).isEqualTo("Mayor: harbour shut");
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        assertThatThrownBy(() -> TextPage.read(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0, 0}, parser))
                .isInstanceOfSatisfying(
                        BadArticleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.BINARY));
    }

    @Test
    void headerOnlyIsEmpty() {
        assertThatThrownBy(() -> read("Source: Gazette\n"))
                .isInstanceOfSatisfying(
                        BadArticleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
    }

    private SourceArticle read(String text) throws BadArticleException {
        return TextPage.read(text.getBytes(StandardCharsets.UTF_8), parser);
    }
}
