package io.deltawire.producer.source;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.PublishedAt;
import io.deltawire.article.SourceArticle;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * An article as an HTML page: address, title, date, outlet and language from what pages say of themselves (Open Graph,
 * schema.org, {@code time}), the body from the element that holds the article. The encoding is the page's own.
 */
final class HtmlPage {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String[] DATES = {
        "meta[property=article:published_time]",
        "meta[itemprop=datePublished]",
        "meta[name=article:published_time]",
        "meta[name=datePublished]",
        "meta[name=date]",
        "meta[name=pubdate]",
        "meta[name=publishdate]",
        "meta[name=dc.date.issued]",
        "meta[name=dcterms.created]",
        "time[itemprop=datePublished]",
        "article time[datetime]",
        "time[datetime]"
    };
    private static final String[] BODIES = {"[itemprop=articleBody]", "article", "main", "[role=main]"};

    private HtmlPage() {}

    static SourceArticle read(byte[] bytes, ArticleParser parser) throws BadArticleException {
        Document page = parsed(bytes);
        String url = first(page.select("link[rel=canonical]").attr("href"), meta(page, "og:url"));
        String title = first(
                meta(page, "og:title"),
                Optional.ofNullable(page.selectFirst("h1")).map(Element::text).orElse(""),
                page.title());
        Optional<Instant> published = published(page);
        String lang = page.select("html").attr("lang");
        String source = meta(page, "og:site_name");
        return parser.complete(
                "", url, title, body(page, title), published, source, lang, meta(page, "article:section"));
    }

    private static Document parsed(byte[] bytes) throws BadArticleException {
        for (int i = 0; i < Math.min(bytes.length, 1024); i++) {
            // UTF-16 has zeros in every other byte; its mark says so.
            if (bytes[i] == 0 && (bytes[0] & 0xff) < 0xfe) {
                throw new BadArticleException(Reason.BINARY, "binary data, not text");
            }
        }
        try {
            Document page = Jsoup.parse(new ByteArrayInputStream(bytes), null, "");
            requireDecoded(page, bytes);
            return page;
        } catch (IOException e) {
            throw Unreadable.because(e);
        }
    }

    /** Replacement characters that the page did not have came from reading it in a wrong encoding. */
    private static void requireDecoded(Document page, byte[] bytes) throws BadArticleException {
        boolean lost = page.wholeText().indexOf('\uFFFD') >= 0;
        if (lost && page.charset().equals(StandardCharsets.UTF_8) && !contains(bytes, "\uFFFD")) {
            throw new BadArticleException(Reason.MIS_ENCODED, "not UTF-8, and no other encoding declared");
        }
    }

    private static boolean contains(byte[] bytes, String text) {
        String latin = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        return new String(bytes, StandardCharsets.ISO_8859_1).contains(latin);
    }

    private static Optional<Instant> published(Document page) {
        for (String selector : DATES) {
            Element element = page.selectFirst(selector);
            if (element != null) {
                Optional<Instant> time = time(first(element.attr("content"), element.attr("datetime")));
                if (time.isPresent()) {
                    return time;
                }
            }
        }
        for (Element script : page.select("script[type=application/ld+json]")) {
            Optional<Instant> time = linkedDataTime(script.data());
            if (time.isPresent()) {
                return time;
            }
        }
        return Optional.empty();
    }

    private static Optional<Instant> linkedDataTime(String json) {
        try {
            JsonNode date = JSON.readTree(json).findValue("datePublished");
            return date == null ? Optional.empty() : time(date.asText());
        } catch (JsonProcessingException e) {
            return Optional.empty();
        }
    }

    /** Pages write dates in many ways; one that is not ISO 8601 is as good as none. */
    private static Optional<Instant> time(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(PublishedAt.parse(text));
        } catch (BadArticleException e) {
            return Optional.empty();
        }
    }

    private static String body(Document page, String title) {
        for (String selector : BODIES) {
            Element element = page.select(selector).stream()
                    .max((a, b) -> Integer.compare(a.text().length(), b.text().length()))
                    .orElse(null);
            if (element != null && element.text().length() > title.length()) {
                return withoutTitle(HtmlText.of(element), title);
            }
        }
        return withoutTitle(HtmlText.of(page.body()), title);
    }

    private static String withoutTitle(String text, String title) {
        return !title.isEmpty() && text.startsWith(title + "\n")
                ? text.substring(title.length()).strip()
                : text;
    }

    private static String meta(Document page, String name) {
        String property = page.select("meta[property=" + name + "]").attr("content");
        return first(property, page.select("meta[name=" + name + "]").attr("content"));
    }

    private static String first(String... candidates) {
        for (String candidate : candidates) {
            if (!candidate.isBlank()) {
                return candidate.strip();
            }
        }
        return "";
    }
}
