package io.deltawire.producer.source;

import io.deltawire.article.ArticleParser;
import io.deltawire.article.BadArticleException;
import io.deltawire.article.PlainText;
import io.deltawire.article.PublishedAt;
import io.deltawire.article.SourceArticle;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An article as a text file in UTF-8. It may begin with lines {@code Title: …}, {@code Published: …}, {@code Source: …},
 * {@code URL: …}, {@code Lang: …}, {@code Section: …}, {@code Id: …} and an empty line. Without a title line, a first line of
 * at most 200 characters with an empty line after it is the title.
 */
final class TextPage {
    private static final int LONGEST_TITLE = 200;
    private static final Pattern HEADER =
            Pattern.compile("(?i)(title|published|source|url|lang|section|id):[ \\t]*(.*)");

    private TextPage() {}

    static SourceArticle read(byte[] bytes, ArticleParser parser) throws BadArticleException {
        String text = PlainText.decode(ByteBuffer.wrap(bytes)).replace("\r\n", "\n");
        Map<String, String> header = new HashMap<>();
        int at = 0;
        while (at < text.length()) {
            int end = lineEnd(text, at);
            Matcher line = HEADER.matcher(text.substring(at, end));
            if (!line.matches()) {
                break;
            }
            header.put(line.group(1).toLowerCase(Locale.ROOT), line.group(2).strip());
            at = Math.min(end + 1, text.length());
        }
        String body = text.substring(at).strip();
        String title = header.getOrDefault("title", "");
        if (title.isEmpty()) {
            int end = lineEnd(body, 0);
            if (end <= LONGEST_TITLE && body.startsWith("\n\n", end)) {
                title = body.substring(0, end);
                body = body.substring(end).strip();
            }
        }
        String published = header.getOrDefault("published", "");
        Optional<Instant> time = published.isEmpty() ? Optional.empty() : Optional.of(PublishedAt.parse(published));
        return parser.complete(
                header.getOrDefault("id", ""),
                header.getOrDefault("url", ""),
                title.strip(),
                body,
                time,
                header.getOrDefault("source", ""),
                header.getOrDefault("lang", ""),
                header.getOrDefault("section", ""));
    }

    private static int lineEnd(String text, int from) {
        int end = text.indexOf('\n', from);
        return end < 0 ? text.length() : end;
    }
}
