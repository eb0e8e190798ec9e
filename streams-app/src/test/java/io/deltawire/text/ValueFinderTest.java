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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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

    /** 10 June 2025 is a Tuesday. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    The typhoon should make landfall on Friday.       | 2025-06-13
                    The storm could hit the coast on Friday.          | 2025-06-13
                    The minister may resign on Friday.                | 2025-06-13
                    Kick-off is at eight on Friday.                   | 2025-06-13
                    Rescuers could not reach the village on Friday.   | 2025-06-06
                    Two people may have died on Friday.               | 2025-06-06
                    The money should not have been paid on Friday.    | 2025-06-06
                    """)
    void whatMayBeIsToCome(String text, String day) {
        assertThat(find("2025-06-10", text).times())
                .extracting(TimeValue::canonical)
                .contains(day);
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

    private String number(String text) {
        NumberValue number = find("2026-03-10", text).numbers().get(0);
        return number.use() + " " + number.canonical() + " " + number.unit();
    }

    @Test
    void moneyIsToldByMarksAndWordsOfManyCountries() {
        assertThat(number("Bremen turned down 38m euros.")).isEqualTo("MONEY 38000000 EUR");
        assertThat(number("The hole came to Sh5.9 billion.")).isEqualTo("MONEY 5900000000 KES");
        assertThat(number("A session costs N140,000 now.")).isEqualTo("MONEY 140000 NGN");
        assertThat(number("The bill came to R120 million.")).isEqualTo("MONEY 120000000 ZAR");
        assertThat(number("They offer a ceiling of Rs 320 a night.")).isEqualTo("MONEY 320 INR");
        assertThat(number("Steel makes it EC$104 million.")).isEqualTo("MONEY 104000000 XCD");
        assertThat(number("The tax is 90 kwacha.")).isEqualTo("MONEY 90 ZMW");
    }

    @Test
    void aLetterBeforeDigitsIsNoMoneyByItself() {
        assertThat(number("They wore N95 masks.")).startsWith("LABEL");
        assertThat(number("The R22 gas leaked.")).startsWith("LABEL");
        assertThat(number("They met in rm 12 again.")).startsWith("COUNT");
    }

    @Test
    void whatNumbersSoAndSoManyIsACount() {
        assertThat(number("Evacuees number 1,150 by now.")).isEqualTo("COUNT 1150 ");
        assertThat(number("The injured now number 44.")).isEqualTo("COUNT 44 ");
        assertThat(number("The fleet is to count 60.")).isEqualTo("COUNT 60 ");
        assertThat(number("He lives at house number 12.")).startsWith("LABEL");
        assertThat(number("Furnace number 5 of the works was cold.")).startsWith("LABEL");
        assertThat(number("She polled more, and Luzuriaga 37.2.")).isEqualTo("COUNT 37.2 ");
    }

    private String day(String text) {
        return find("2026-03-10", text).times().get(0).canonical();
    }

    @Test
    void daysAreToldInWordsAndByTheirNumberAlone() {
        assertThat(day("It will land on the second of May.")).isEqualTo("2026-05-02");
        assertThat(day("The reading moves to the twenty-first of April 2027.")).isEqualTo("2027-04-21");
        assertThat(day("It will start on Tuesday the second of June.")).isEqualTo("2026-06-02");
        assertThat(day("They will sail on 1 July of next year.")).isEqualTo("2027-07-01");
        assertThat(day("The talks are to begin on the 22nd.")).isEqualTo("2026-03-22");
        assertThat(day("The talks are to begin on the 5th.")).isEqualTo("2026-04-05");
        assertThat(find("2026-03-10", "They will meet on the 5th floor.").times())
                .isEmpty();
        assertThat(find("2026-03-10", "He birdied on the 18th.").times()).isEmpty();
    }

    @Test
    void theEndOfAMonthIsItsLastDay() {
        assertThat(day("The road will reopen by the end of June.")).isEqualTo("2026-06-30");
        assertThat(day("The trial opens at the end of the month.")).isEqualTo("2026-03-31");
        assertThat(day("The plant will close at the end of 2027.")).isEqualTo("2027-12-31");
        assertThat(day("The road will reopen in late June.")).isEqualTo("2026-06");
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
        Document asGerman = new Document(
                "a", "", Instant.EPOCH, "de", german.text(), 0, german.sentences(), german.tokens(), german.slug());
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
