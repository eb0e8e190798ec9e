package io.deltawire.article;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.deltawire.article.BadArticleException.Reason;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ArticleParserTest {
    private static final Instant NOW = Instant.parse("2025-06-01T12:00:00Z");
    private static final String GOOD =
            "{\"title\":\"Harbour shut\",\"text\":\"The harbour is shut.\",\"published_at\":\"2025-05-12T10:00:00+02:00\"}";
    private final ArticleParser parser = new ArticleParser(ArticleLimits.at(NOW));

    @Test
    void readsEveryField() throws Exception {
        SourceArticle article = parser.parse(
                "{\"id\":\"a-1\",\"url\":\"https://www.gazette.example/a\",\"title\":\" Harbour shut \","
                        + "\"text\":\"It is shut.\",\"published_at\":\"2025-05-12\",\"source\":\"Gazette\",\"lang\":\"en-GB\",\"section\":\"port\",\"x\":[1]}");
        assertThat(article)
                .isEqualTo(new SourceArticle(
                        "a-1",
                        "https://www.gazette.example/a",
                        "Harbour shut",
                        "It is shut.",
                        Optional.of(Instant.parse("2025-05-12T00:00:00Z")),
                        "Gazette",
                        "en",
                        "port"));
    }

    @Test
    void nullFieldsAreAsIfMissing() throws Exception {
        SourceArticle article =
                parser.parse("{\"id\":null,\"url\":null,\"text\":\"Shut.\",\"published_at\":null,\"lang\":null}");
        assertThat(article.publishedAt()).isEmpty();
        assertThat(article.id()).hasSize(32);
    }

    @Test
    void unknownOutletIsTakenFromTheAddress() throws Exception {
        assertThat(parser.parse("{\"url\":\"https://www.gazette.example/a\",\"title\":\"Shut\"}")
                        .source())
                .isEqualTo("gazette.example");
    }

    @Test
    void byteOrderMarkAtTheStartIsNoError() throws Exception {
        byte[] bytes = ("\uFEFF" + GOOD).getBytes(StandardCharsets.UTF_8);
        assertThat(parser.parse(new JsonLines.Line(1, 0, ByteBuffer.wrap(bytes), false))
                        .title())
                .isEqualTo("Harbour shut");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{\"title\":\" \",\"text\":\"\"} | EMPTY",
                "{} | EMPTY",
                "[] | MALFORMED",
                "{\"title\":\"a\"} x | MALFORMED",
                "{\"title\":\"a | MALFORMED",
                "{\"title\":7} | MALFORMED",
                "{\"title\":\"a\",\"published_at\":1747000000} | MALFORMED",
                "{\"title\":\"a\",\"published_at\":\"yesterday\"} | BAD_DATE",
                "{\"title\":\"a\",\"published_at\":\"2025-02-30\"} | BAD_DATE",
                "{\"title\":\"a\",\"published_at\":\"1899-12-31\"} | BAD_DATE",
                "{\"title\":\"a\",\"published_at\":\"2025-06-02T00:00:00Z\"} | BAD_DATE",
                "{\"title\":\"a\\u0000b\"} | BINARY",
                "{\"title\":\"a\\u0001\\u0002\\u0003\"} | BINARY",
                "{\"title\":\"a\\ud800b\"} | MIS_ENCODED",
                "{\"id\":\"a\\nb\",\"title\":\"a\"} | MALFORMED",
            })
    void badLineSaysWhatIsWrong(String line, Reason reason) {
        BadArticleException bad = catchThrowableOfType(BadArticleException.class, () -> parser.parse(line));
        assertThat(bad.reason()).isEqualTo(reason);
        assertThat(bad).message().isNotBlank().doesNotContain("\n");
    }

    @Test
    void anotherEncodingIsNotTakenForUtf8() {
        byte[] latin = GOOD.replace("Harbour", "Hafen geschlossen für").getBytes(StandardCharsets.ISO_8859_1);
        assertThatThrownBy(() -> parser.parse(new JsonLines.Line(1, 0, ByteBuffer.wrap(latin), false)))
                .isInstanceOfSatisfying(
                        BadArticleException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MIS_ENCODED));
    }

    @ParameterizedTest
    @CsvSource({
        "2025-05-12T08:00:00Z, 2025-05-12T08:00:00Z",
        "2025-05-12T08:00Z, 2025-05-12T08:00:00Z",
        "2025-05-12T10:00:00.5+02:00, 2025-05-12T08:00:00.500Z",
        "2025-05-12T10:00:00+0200, 2025-05-12T08:00:00Z",
        "2025-05-12 08:00:00, 2025-05-12T08:00:00Z",
        "2025-05-12 10:00:00 +02:00, 2025-05-12T08:00:00Z",
        "2025-05-12T08:00:00z, 2025-05-12T08:00:00Z",
        "2025-05-12, 2025-05-12T00:00:00Z"
    })
    void timesAreReadInTheSpellingsOfTheStandard(String text, Instant time) throws Exception {
        assertThat(PublishedAt.parse(text)).isEqualTo(time);
    }

    @Property(tries = 5000)
    void damagedLinesAreArticlesOrReasonsAndNothingElse(
            @ForAll @IntRange(max = 200) int position, @ForAll byte value, @ForAll @IntRange(max = 3) int kind) {
        byte[] bytes = GOOD.getBytes(StandardCharsets.UTF_8);
        int at = position % bytes.length;
        byte[] damaged = kind == 0 ? Arrays.copyOf(bytes, at) : bytes;
        if (kind > 0) {
            damaged[at] = value;
        }
        try {
            SourceArticle article = parser.parse(new JsonLines.Line(1, 0, ByteBuffer.wrap(damaged), false));
            assertThat(article.id()).isNotEmpty();
            assertThat(article.title() + article.text()).isNotBlank();
        } catch (BadArticleException e) {
            assertThat(e.reason()).isNotNull();
        }
    }

    @Test
    void deepNestingIsMalformedAndNotAStackOverflow() {
        String deep = "{\"title\":\"a\",\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";
        assertThatThrownBy(() -> parser.parse(deep)).isInstanceOf(BadArticleException.class);
    }
}
