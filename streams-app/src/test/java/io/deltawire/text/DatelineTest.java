package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineTest {
    private final Reader reader = new Reader();
    private final ValueFinder finder = new ValueFinder();

    /** What "on Thursday" means to a text that is fetched on 30 November 2026, a Monday. */
    private LocalDate thursday(String title, String body) {
        Article article = new Article("a", "", title, body, Instant.parse("2026-11-30T12:00:00Z"), "", "en");
        return finder.find(reader.read(article)).times().stream()
                .reduce((one, other) -> other)
                .orElseThrow()
                .begin();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "11 November 2023 Last updated at 12:41 GMT\nA ferry sank off Lerwick on Thursday.",
                "Updated: November 11, 2023 20:09 IST A ferry sank off Lerwick on Thursday.",
                "Ferry sinks off Lerwick | November 11, 2023 | 8:16 am\nA ferry sank off Lerwick on Thursday.",
                "Ferry sinks off Lerwick November 11, 2023 A ferry sank off Lerwick on Thursday.",
                "LERWICK, Shetland, Nov. 11, 2023 A ferry sank off Lerwick on Thursday.",
                "Ferry sinks off Lerwick Saturday, November 11, 2023 2:29 PM A ferry sank off Lerwick on Thursday.",
            })
    void daysAreThoseOfTheDateline(String body) {
        assertThat(thursday("", body)).isEqualTo("2023-11-09");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "On November 11, 2023, a ferry sank off Lerwick. The inquiry ended on Thursday.",
                "The ferry that sank on November 11, 2023 was raised on Thursday.",
                "The bridge will close until January 11, 2027. The council said so on Thursday.",
                "The rule takes effect January 11, 2027. The council said so on Thursday.",
                "Nov. 11, 1898 — Lerwick: a ferry sinks, and another sank on Thursday.",
                "November 11\nA ferry sank off Lerwick on Thursday.",
            })
    void aDayThatIsToldOfIsNoDateline(String body) {
        assertThat(thursday("", body)).isEqualTo("2026-11-26");
    }

    @Test
    void anEditionOfTheDayBeforeIsReadByItsPublication() {
        assertThat(thursday("", "November 28, 2026\nA ferry sank off Lerwick on Thursday."))
                .isEqualTo("2026-11-26");
    }

    @Test
    void aHeadlineThatNamesADayIsNoDateline() {
        assertThat(thursday("Bridge to close January 11, 2027", "The council said so on Thursday."))
                .isEqualTo("2026-11-26");
    }
}
