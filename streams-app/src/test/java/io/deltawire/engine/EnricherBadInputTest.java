package io.deltawire.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Token;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.TimeUnit;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.Tuple;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** ENRICH gives a result for any text, in bounded time and of bounded size. */
class EnricherBadInputTest {
    private static final Enricher ENRICHER = new Enricher();
    private static final Instant DAY = Instant.parse("2025-05-11T12:00:00Z");

    /** Characters of the clean text; see Cleaner. */
    private static final int LONGEST_TEXT = 200_000;

    /** Tokens; see SentenceSplitter. */
    private static final int LONGEST_SENTENCE = 150;

    /** Characters; see Tokenizer. */
    private static final int LONGEST_TOKEN = 100;

    private static Enriched enrich(String title, String text) {
        return ENRICHER.enrich(new Article("id", "", title, text, DAY, "daily.example", ""));
    }

    /** The limit is minutes so that only work in the square of the length runs into it, never a busy machine. */
    @Timeout(value = 5, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @ParameterizedTest
    @ValueSource(
            strings = {
                "word ",
                "7",
                "\uD83D\uDE00",
                "\u05E9\u05DC\u05D5\u05DD ",
                "\uD800",
                "\uDC00\uD800x ",
                "<div><p>",
                "</p>&amp;amp;",
                "\n",
                "A. ",
                "“",
                "\" '",
                "((((",
                "Name Name, ",
                "12 killed in Harbour City, ",
                "``",
                "a-",
                "1,",
                "\u00C3\u00A2"
            })
    void fiveMegabytesOfOneThingAreReadInBoundedTime(String piece) {
        String text = piece.repeat(5_000_000 / piece.length());
        Document document = enrich("", text).document();
        assertThat(document.text().length()).isLessThanOrEqualTo(LONGEST_TEXT);
        assertThat(document.sentences())
                .allSatisfy(sentence ->
                        assertThat(sentence.endToken() - sentence.firstToken()).isBetween(1, LONGEST_SENTENCE));
        assertThat(document.tokens()).allMatch(token -> token.end() - token.begin() <= LONGEST_TOKEN);
    }

    @Property(tries = 20_000, shrinking = ShrinkingMode.BOUNDED)
    void anyTextGivesADocumentWhoseOffsetsHold(@ForAll("texts") String title, @ForAll("texts") String text) {
        Document document = enrich(title, text).document();
        int last = 0;
        for (Token token : document.tokens()) {
            assertThat(token.begin()).isGreaterThanOrEqualTo(last);
            assertThat(document.text().substring(token.begin(), token.end())).isEqualTo(token.text());
            last = token.end();
        }
        int next = 0;
        for (var sentence : document.sentences()) {
            assertThat(sentence.firstToken()).isEqualTo(next);
            assertThat(sentence.endToken()).isGreaterThan(next);
            next = sentence.endToken();
        }
        assertThat(next).isEqualTo(document.tokens().size());
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> pieces = Arbitraries.of(List.of(
                "Mayor",
                "Roe",
                "said",
                "the",
                "ferry",
                "killed",
                "at least",
                "12",
                "1,250",
                "$4.5",
                "million",
                "people",
                "on",
                "Monday",
                "May 15",
                "2022",
                "in",
                "Harbour City",
                "will",
                "not",
                "talks",
                "president",
                "of",
                "rejected",
                "to",
                "from",
                "30-day",
                "%",
                ".",
                ",",
                "?",
                "!",
                ";",
                ":",
                "\"",
                "“",
                "”",
                "'",
                "‘",
                "’",
                "``",
                "''",
                "(",
                ")",
                "-",
                "—",
                "\n",
                "\n\n",
                "\t",
                "U.S.",
                "Mr.",
                "J.",
                "he",
                "she",
                "they",
                "according to",
                "&amp;",
                "<p>",
                "</b>",
                "http://a.b",
                "@roe",
                "#tag",
                "\uD83D\uDE00",
                "\uD800",
                "\u05E9\u05DC",
                "\u0627\u0644",
                "\u4E2D\u6587",
                "\u200B",
                "\u00A0",
                "Ã©",
                "0",
                "007",
                "1/2",
                "9/11",
                "10-15",
                "first",
                "half",
                "dozens",
                "AT&T",
                "Roe's",
                "n't",
                "Read:",
                "Share",
                "President Ada Roe",
                "British Prime Minister Sir Al Poe",
                "the United Nations",
                "at 5 p.m.",
                "--",
                "..."));
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(5);
        return Arbitraries.frequencyOf(Tuple.of(12, pieces), Tuple.of(1, wild))
                .list()
                .ofMaxSize(16)
                .map(parts -> String.join(" ", parts));
    }
}
