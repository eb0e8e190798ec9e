package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.evaluate.ValueScore;
import java.nio.file.Path;
import java.time.Instant;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class ValueFinderTest {
    private static final Path GOLD = Path.of("src/test/resources/io/deltawire/text/values-gold.tsv");
    private final Reader reader = new Reader();
    private final ValueFinder finder = new ValueFinder();

    private Values find(String published, String text) {
        return finder.find(
                reader.read(new Article("a", "", "", text, Instant.parse(published + "T12:00:00Z"), "", "en")));
    }

    @Test
    void readsGoldSentences() {
        ValueScore work = ValueScore.of(GOLD, "work");
        ValueScore held = ValueScore.of(GOLD, "held");
        assertThat(work.f1()).as("work part: %s", work.errors()).isGreaterThan(93);
        assertThat(held.f1()).as("held part").isGreaterThan(85);
    }

    @Test
    void weekdayLooksBackInReportsAndAheadInPlans() {
        Values values = find("2025-05-11", "The two met on Friday. They will meet again on Friday.");
        assertThat(values.times()).extracting(TimeValue::canonical).containsExactly("2025-05-09", "2025-05-16");
    }

    @Test
    void durationIsNeitherDateNorCount() {
        Values values = find("2025-05-11", "He offered a 30-day truce after three hours of talks.");
        assertThat(values.times()).isEmpty();
        assertThat(values.numbers()).extracting(NumberValue::use).containsOnly(NumberValue.Use.DURATION);
    }

    @Test
    void spanTakesInHedgeAndUnit() {
        Values values = find("2025-05-11", "It cost at least $4.2 billion then.");
        NumberValue number = values.numbers().get(0);
        assertThat(number.firstToken()).isEqualTo(2);
        assertThat(number.canonical()).isEqualTo("4200000000");
        assertThat(number.hedge()).isEqualTo(Hedge.AT_LEAST);
    }

    @Test
    void monthDayTakesTheYearNearestToPublication() {
        assertThat(find("2022-01-05", "The storm struck on December 30.")
                        .times()
                        .get(0)
                        .canonical())
                .isEqualTo("2021-12-30");
        assertThat(find("2024-12-20", "The vote will be held on January 5.")
                        .times()
                        .get(0)
                        .canonical())
                .isEqualTo("2025-01-05");
    }

    @Test
    void otherLanguagesReadFiguresWithTheirOwnSeparators() {
        Document german =
                reader.read(new Article("a", "", "", "Mehr als 1.250 Menschen, 12,5 %", Instant.EPOCH, "", "de"));
        Document asGerman =
                new Document("a", "", Instant.EPOCH, "de", german.text(), 0, german.sentences(), german.tokens());
        assertThat(finder.find(asGerman).numbers())
                .extracting(NumberValue::canonical)
                .containsExactly("1250", "12.5");
    }

    @Property(tries = 5000)
    void neverThrowsAndKeepsOrder(@ForAll @StringLength(max = 300) String text) {
        assertOrdered(find("2025-05-11", text));
    }

    @Property(tries = 20000)
    void neverThrowsOnPiecesOfValues(@ForAll("pieces") String text) {
        assertOrdered(find("2025-05-11", text));
    }

    @Provide
    Arbitrary<String> pieces() {
        return Arbitraries.of(
                        "12",
                        "1,250",
                        "99999999999999999999",
                        "0",
                        "31",
                        "2025",
                        "5/15/25",
                        "1.2.3",
                        "$",
                        "%",
                        "-",
                        "–",
                        "m",
                        "bn",
                        "million",
                        "hundred",
                        "and",
                        "a",
                        "half",
                        "dozen",
                        "dozens",
                        "of",
                        "thousands",
                        "twenty",
                        "first",
                        "May",
                        "February",
                        "30",
                        "Monday",
                        "next",
                        "last",
                        "week",
                        "ago",
                        "days",
                        "at",
                        "least",
                        "7",
                        ":",
                        "30",
                        "p.m.",
                        "to",
                        "or",
                        "between",
                        ",",
                        ".",
                        "'",
                        "s",
                        "th",
                        "old",
                        "year",
                        "Q",
                        "third",
                        "quarter",
                        "half-a",
                        "several",
                        "trillion",
                        "\n",
                        "GMT",
                        "by",
                        "in",
                        "9999",
                        "early",
                        "2013-14")
                .list()
                .ofMaxSize(25)
                .map(list -> String.join(list.size() % 3 == 0 ? "" : " ", list));
    }

    private static void assertOrdered(Values values) {
        int last = 0;
        for (NumberValue number : values.numbers()) {
            assertThat(number.firstToken()).isGreaterThanOrEqualTo(last);
            assertThat(number.endToken()).isGreaterThan(number.firstToken());
            assertThat(number.low()).isLessThanOrEqualTo(number.high());
            last = number.endToken();
        }
        last = 0;
        for (TimeValue time : values.times()) {
            assertThat(time.firstToken()).isGreaterThanOrEqualTo(last);
            assertThat(time.end()).isAfterOrEqualTo(time.begin());
            last = time.endToken();
        }
    }
}
