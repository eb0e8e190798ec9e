package io.deltawire.producer.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class HtmlPageTest {
    private final ArticleParser parser = new ArticleParser(ArticleLimits.timeless());

    @Test
    void readsWhatAPageSaysOfItself() throws Exception {
        SourceArticle article = read("""
                <html lang="en-GB"><head><title>Harbour shut | Gazette</title>
                <link rel="canonical" href="https://www.gazette.example/harbour?utm_source=x">
                <meta property="og:title" content="Harbour shut">
                <meta property="og:site_name" content="The Gazette">
                <meta property="article:published_time" content="2025-05-12T10:00:00+02:00">
                </head><body><nav>Home News Sport</nav>
                <article><h1>Harbour shut</h1><p>The harbour is <b>shut</b>.</p>
                <script>alert(1)</script><aside>Read also: tides</aside>
                <p>Ships wait<br>outside.</p></article><footer>All rights</footer></body></html>
                """);
        assertThat(article.title()).isEqualTo("Harbour shut");
        assertThat(article.source()).isEqualTo("The Gazette");
        assertThat(article.lang()).isEqualTo("en");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-05-12T08:00:00Z"));
        assertThat(article.text()).isEqualTo("The harbour is shut.\nShips wait\noutside.");
        assertThat(article.id())
                .isEqualTo(read("<link rel=canonical href=https://www.gazette.example/harbour><p>x")
                        .id());
    }

    @Test
    void dateComesFromLinkedDataWhereNothingElseHasIt() throws Exception {
        SourceArticle article =
                read("<script type='application/ld+json'>{\"@graph\":[{\"datePublished\":\"2025-05-12\"}]}"
                        + "</script><h1>Shut</h1><p>The harbour is shut.</p>");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-05-12T00:00:00Z"));
    }

    @Test
    void aDateNobodyCanReadIsNoDate() throws Exception {
        assertThat(read("<time datetime='last week'>x</time><p>The harbour is shut.</p>")
                        .publishedAt())
                .isEmpty();
    }

    @Test
    void encodingIsThePagesOwn() throws Exception {
        String page = "<html><head><meta charset='windows-1252'></head><body><p>Café “shut”</p></body></html>";
        SourceArticle article = HtmlPage.read(page.getBytes(Charset.forName("windows-1252")), parser);
        assertThat(article.text()).isEqualTo("Café “shut”");
    }

    @Test
    void anEncodingNobodyDeclaredIsRefused() {
        byte[] bytes = "<p>Café geschlossen</p>".getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> HtmlPage.read(bytes, parser))
                .isInstanceOfSatisfying(
                        BadArticleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MIS_ENCODED));
    }

    @Test
    void aBodyInsideAFormIsNotLost() throws Exception {
        assertThat(read("<body><form><p>The harbour is shut.</p><input value=x></form></body>")
                        .text())
                .isEqualTo("The harbour is shut.");
    }

    @Test
    void aPageWithoutWordsIsEmpty() {
        assertThatThrownBy(() -> read("<html><body><script>var a = 1</script></body></html>"))
                .isInstanceOfSatisfying(
                        BadArticleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.EMPTY));
    }

    @Test
    void deepNestingDoesNotOverflowTheStack() throws Exception {
        assertThat(read("<div>".repeat(50_000) + "shut").text()).contains("shut");
    }

    @Property(tries = 500)
    void anyBytesAreAnArticleOrAReason(@ForAll byte[] bytes) {
        try {
            SourceArticle article = HtmlPage.read(bytes, parser);
            assertThat(article.title() + article.text()).isNotBlank();
        } catch (BadArticleException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private SourceArticle read(String html) throws BadArticleException {
        return HtmlPage.read(html.getBytes(StandardCharsets.UTF_8), parser);
    }
}
