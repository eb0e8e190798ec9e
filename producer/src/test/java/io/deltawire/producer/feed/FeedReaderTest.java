package io.deltawire.producer.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.article.ArticleLimits;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.SourceArticle;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FeedReaderTest {
    private static final String RSS = """
            <?xml version="1.0" encoding="UTF-8"?>
            <rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"><channel>
            <title>Gazette - World</title><link>https://www.gazette.example/</link><language>en-gb</language><ttl>30</ttl>
            <item><title>Second &amp;amp; last</title><link>https://www.gazette.example/2?utm_source=rss</link>
              <pubDate>Mon, 12 May 2025 10:00:00 +0200</pubDate><description>Short.</description>
              <content:encoded><![CDATA[<p>The long text.</p><p>Of two lines.</p>]]></content:encoded></item>
            <item><title>First</title><link>https://www.gazette.example/1</link>
              <pubDate>Sun, 11 May 2025 08:00:00 GMT</pubDate><description>&lt;b&gt;Bold&lt;/b&gt; text.</description></item>
            </channel></rss>
            """;
    private static final String ATOM = """
            <feed xmlns="http://www.w3.org/2005/Atom"><title>Courier</title>
            <entry><title type="html">Storm &lt;i&gt;nears&lt;/i&gt;</title><id>urn:x:1</id>
              <link rel="alternate" href="https://courier.example/storm"/><updated>2025-05-12T08:00:00Z</updated>
              <content type="html">&lt;p&gt;The storm nears.&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</content></entry>
            </feed>
            """;
    private final FeedReader reader = new FeedReader(new ArticleParser(ArticleLimits.timeless()));
    private final List<BadArticleException> bad = new ArrayList<>();

    @Test
    void readsRssWithFullTextOldestFirst() throws Exception {
        FeedReader.Contents contents = read(RSS);
        assertThat(contents.articles()).extracting(SourceArticle::title).containsExactly("First", "Second & last");
        SourceArticle second = contents.articles().get(1);
        assertThat(second.text()).isEqualTo("The long text.\nOf two lines.");
        assertThat(second.source()).isEqualTo("gazette.example");
        assertThat(second.lang()).isEqualTo("en");
        assertThat(second.publishedAt()).contains(Instant.parse("2025-05-12T08:00:00Z"));
        assertThat(contents.articles().get(0).text()).isEqualTo("Bold text.");
        assertThat(contents.ttl()).isEqualTo(Duration.ofMinutes(30));
    }

    @Test
    void readsAtom() throws Exception {
        SourceArticle article = read(ATOM).articles().get(0);
        assertThat(article.title()).isEqualTo("Storm nears");
        assertThat(article.text()).isEqualTo("The storm nears.");
        assertThat(article.url()).isEqualTo("https://courier.example/storm");
        assertThat(article.publishedAt()).contains(Instant.parse("2025-05-12T08:00:00Z"));
    }

    @Test
    void entitiesAreNotExpandedAndFilesNotRead(@TempDir Path dir) throws Exception {
        Path secret = Files.writeString(dir.resolve("secret"), "the-secret");
        String external = "<!DOCTYPE rss [<!ENTITY x SYSTEM \"" + secret.toUri() + "\">]>"
                + "<rss version=\"2.0\"><channel><title>t</title><item><title>&x;</title></item></channel></rss>";
        assertThatThrownBy(() -> read(external))
                .isInstanceOf(BadArticleException.class)
                .hasMessageContaining("DOCTYPE")
                .message()
                .doesNotContain("the-secret");
    }

    @Test
    void billionLaughsAreNotLaughed() {
        String laughs = "<!DOCTYPE rss [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">]>"
                + "<rss version=\"2.0\"><channel><title>&b;</title></channel></rss>";
        assertThatThrownBy(() -> read(laughs)).isInstanceOf(BadArticleException.class);
    }

    @Test
    void declaredEncodingIsHeard() throws Exception {
        String xml = ATOM.replace("<feed", "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?><feed")
                .replace("nears.", "naht für.");
        byte[] bytes = xml.strip().getBytes(StandardCharsets.ISO_8859_1);
        assertThat(reader.read(bytes, "application/xml", bad::add)
                        .articles()
                        .get(0)
                        .text())
                .isEqualTo("The storm naht für.");
    }

    @Test
    void anEntryWithoutWordsIsTheOnlyOneSkipped() throws Exception {
        FeedReader.Contents contents =
                read(RSS.replace("<title>First</title>", "").replace("&lt;b&gt;Bold&lt;/b&gt; text.", ""));
        assertThat(contents.articles()).hasSize(1);
        assertThat(bad).extracting(BadArticleException::reason).containsExactly(Reason.EMPTY);
    }

    @Test
    void aPageIsNoFeed() {
        assertThatThrownBy(() -> read("<html><body>Not found</body></html>")).isInstanceOf(BadArticleException.class);
    }

    @Property(tries = 500)
    void damagedFeedsAreReasonsAndNothingElse(@ForAll int position, @ForAll byte value) {
        byte[] bytes = RSS.strip().getBytes(Charset.forName("UTF-8"));
        bytes[Math.floorMod(position, bytes.length)] = value;
        try {
            reader.read(bytes, "", bad::add);
        } catch (BadArticleException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    private FeedReader.Contents read(String xml) throws BadArticleException {
        return reader.read(xml.strip().getBytes(StandardCharsets.UTF_8), "", bad::add);
    }
}
