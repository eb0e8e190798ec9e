package io.deltawire.producer.feed;

import com.rometools.rome.feed.rss.Channel;
import com.rometools.rome.feed.synd.SyndContent;
import com.rometools.rome.feed.synd.SyndEntry;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.BadArticleException.Reason;
import io.deltawire.article.CanonicalUrl;
import io.deltawire.article.SourceArticle;
import io.deltawire.producer.source.HtmlText;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jsoup.parser.Parser;
import org.jspecify.annotations.Nullable;

/**
 * Reads RSS and Atom. A document with a DOCTYPE is refused as a whole, so no entity is ever expanded and nothing fetched. The
 * text of an article is the longest content of its entry; its outlet is the host of its address, as one outlet has many
 * feeds with many names.
 */
final class FeedReader {
    private final ArticleParser parser;

    FeedReader(ArticleParser parser) {
        this.parser = parser;
    }

    /**
     * What a feed holds.
     *
     * @param articles oldest first
     * @param ttl how long the feed asks not to be fetched again; zero when it does not say
     */
    record Contents(List<SourceArticle> articles, Duration ttl) {}

    /**
     * @param bad told of entries that are no articles
     * @throws BadArticleException if the whole is no feed
     */
    Contents read(byte[] bytes, String contentType, Consumer<BadArticleException> bad) throws BadArticleException {
        SyndFeed feed = parse(bytes, contentType);
        List<SourceArticle> articles = new ArrayList<>();
        for (SyndEntry entry : feed.getEntries()) {
            try {
                articles.add(article(entry, feed));
            } catch (BadArticleException e) {
                bad.accept(e);
            }
        }
        articles.sort(Comparator.comparing(article -> article.publishedAt().orElse(Instant.MAX)));
        int minutes = feed.originalWireFeed() instanceof Channel channel ? Math.max(channel.getTtl(), 0) : 0;
        return new Contents(List.copyOf(articles), Duration.ofMinutes(minutes));
    }

    private static SyndFeed parse(byte[] bytes, String contentType) throws BadArticleException {
        SyndFeedInput input = new SyndFeedInput();
        input.setAllowDoctypes(false);
        input.setPreserveWireFeed(true);
        ByteArrayInputStream in = new ByteArrayInputStream(bytes);
        try (XmlReader reader = contentType.isBlank() ? new XmlReader(in) : new XmlReader(in, contentType, true)) {
            return input.build(reader);
        } catch (FeedException | IOException | IllegalArgumentException e) {
            throw new BadArticleException(Reason.MALFORMED, "not an RSS or Atom feed: " + firstLine(e.getMessage()));
        }
    }

    private SourceArticle article(SyndEntry entry, SyndFeed feed) throws BadArticleException {
        String url = address(entry);
        Date date = entry.getPublishedDate() == null ? entry.getUpdatedDate() : entry.getPublishedDate();
        String host = CanonicalUrl.hostOf(url);
        return parser.complete(
                "",
                url,
                HtmlText.ofFragment(orEmpty(entry.getTitle())).replace('\n', ' '),
                text(entry),
                Optional.ofNullable(date).map(Date::toInstant),
                host.isEmpty() ? orEmpty(feed.getTitle()).strip() : host,
                orEmpty(feed.getLanguage()),
                "");
    }

    private static String address(SyndEntry entry) {
        return Stream.of(
                        orEmpty(entry.getLink()).strip(),
                        orEmpty(entry.getUri()).strip())
                .filter(url -> url.startsWith("http://") || url.startsWith("https://"))
                .findFirst()
                .orElse("");
    }

    private static String text(SyndEntry entry) {
        Stream<SyndContent> description = Stream.ofNullable(entry.getDescription());
        return Stream.concat(entry.getContents().stream(), description)
                .map(FeedReader::plain)
                .max(Comparator.comparingInt(String::length))
                .orElse("");
    }

    private static String plain(SyndContent content) {
        String value = orEmpty(content.getValue());
        boolean html =
                value.indexOf('<') >= 0 && !"text/plain".equals(content.getType()) && !"text".equals(content.getType());
        return html
                ? HtmlText.ofFragment(value)
                : Parser.unescapeEntities(value, false).strip();
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private static String firstLine(@Nullable String message) {
        return message == null ? "no reason given" : message.lines().findFirst().orElse("");
    }
}
