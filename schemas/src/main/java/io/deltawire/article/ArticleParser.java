package io.deltawire.article;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.article.BadArticleException.Reason;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Reads one line of JSONL: {@code id? url? title? text published_at? source? lang? section?}, other fields ignored, null as if not
 * there. Text may be empty when there is a title. A missing id is derived, a missing source taken from the URL's host.
 * Thread-safe.
 */
public final class ArticleParser {
    private static final int MAX_ID = 512;
    private static final Pattern LANG = Pattern.compile("\\p{Alpha}{2,3}(?:[-_].*)?");
    private static final ObjectReader JSON = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build()
            .readerFor(JsonNode.class);

    private final ArticleLimits limits;

    public ArticleParser(ArticleLimits limits) {
        this.limits = limits;
    }

    /** Reads a line as {@link JsonLines} cut it. */
    public SourceArticle parse(JsonLines.Line line) throws BadArticleException {
        if (line.tooLong()) {
            throw tooLarge();
        }
        return parse(PlainText.decode(line.bytes()));
    }

    public SourceArticle parse(String line) throws BadArticleException {
        JsonNode object = object(line);
        String url = text(object, "url").strip();
        String title = text(object, "title").strip();
        String body = text(object, "text");
        String source = text(object, "source").strip();
        String published = text(object, "published_at");
        return complete(
                id(object),
                url,
                title,
                body,
                published.isBlank() ? Optional.empty() : Optional.of(PublishedAt.parse(published)),
                source,
                text(object, "lang").strip(),
                text(object, "section").strip());
    }

    /**
     * The checks and derivations every source shares.
     *
     * @param id as given, or empty to derive it
     */
    public SourceArticle complete(
            String id,
            String url,
            String title,
            String text,
            Optional<Instant> publishedAt,
            String source,
            String lang,
            String section)
            throws BadArticleException {
        if (title.isBlank() && text.isBlank()) {
            throw new BadArticleException(Reason.EMPTY, "neither title nor text");
        }
        if ((long) title.length() + text.length() > limits.maxBytes()) {
            throw tooLarge();
        }
        for (String field : new String[] {id, url, title, text, source, section}) {
            PlainText.checked(field);
        }
        if (publishedAt.isPresent()) {
            limits.checked(publishedAt.get());
        }
        return new SourceArticle(
                id.isEmpty() ? ArticleIds.derive(url, source, title, publishedAt, text) : id,
                url,
                title,
                text,
                publishedAt,
                source.isEmpty() ? CanonicalUrl.hostOf(url) : source,
                LANG.matcher(lang).matches() ? lang.split("[-_]")[0].toLowerCase(Locale.ROOT) : "",
                section);
    }

    private BadArticleException tooLarge() {
        return new BadArticleException(Reason.TOO_LARGE, "more than " + limits.maxBytes() + " bytes");
    }

    private static JsonNode object(String line) throws BadArticleException {
        try {
            JsonNode node = JSON.readValue(line);
            if (node != null && node.isObject()) {
                return node;
            }
            throw new BadArticleException(Reason.MALFORMED, "not a JSON object");
        } catch (JsonProcessingException e) {
            long column = e.getLocation() == null ? 0 : e.getLocation().getColumnNr();
            throw new BadArticleException(Reason.MALFORMED, "not JSON (column " + column + ")");
        }
    }

    private static String id(JsonNode object) throws BadArticleException {
        JsonNode value = object.path("id");
        String id =
                value.isIntegralNumber() ? value.asText() : text(object, "id").strip();
        if (id.length() > MAX_ID || id.chars().anyMatch(Character::isISOControl)) {
            throw new BadArticleException(
                    Reason.MALFORMED, "id is longer than " + MAX_ID + " characters or has control characters");
        }
        return id;
    }

    private static String text(JsonNode object, String field) throws BadArticleException {
        JsonNode value = object.path(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            throw new BadArticleException(Reason.MALFORMED, field + " is not a string");
        }
        return value.textValue();
    }
}
