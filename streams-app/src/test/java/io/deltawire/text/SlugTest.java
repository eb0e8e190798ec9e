package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SlugTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    http://www.bay.example:80/story/25607028/3-people-hurt-at-pier-hotel      | 3 people hurt at pier hotel
                    https://bay.example/2016/01/26/ferry_sinks_off_Lerwick.html?page=2#photos | ferry sinks off lerwick
                    https://bay.example/Ferry%20Sinks%20Off%20Lerwick-188481201.html         | ferry sinks off lerwick
                    https://bay.example/top-stories-of-today/ferry-sinks-off-lerwick-pier/   | ferry sinks off lerwick pier
                    """)
    void theWordsOfTheHeadline(String url, String words) {
        assertThat(String.join(" ", Slug.words(url))).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "ferry-sinks-off-lerwick-pier",
                "https://ferry-sinks-off-lerwick.example",
                "https://bay.example/local-news/article39553845.html",
                "https://bay.example/news/la-et-st-cosmos-20140309,0,7079191.story",
                "https://bay.example/article_b19ffc26-7aa7-11e5-ad14-7771bb5aefce.html",
                "https://bay.example/view?title=ferry-sinks-off-lerwick-pier"
            })
    void noneWhereThereIsNoHeadline(String url) {
        assertThat(Slug.words(url)).isEmpty();
    }

    @Test
    void anAddressOfAnyLengthIsRead() {
        assertThat(Slug.words("https://bay.example/" + "ferry-".repeat(1_000_000)))
                .hasSizeLessThanOrEqualTo(24);
    }

    @Test
    void aDocumentHasTheirBaseForms() {
        String url = "https://bay.example/two-ferries-sunk-off-lerwick";
        Article article = new Article("a", url, "Login", "", Instant.EPOCH, "bay.example", "en");
        assertThat(new Reader().read(article).slug()).isEqualTo(List.of("two", "ferry", "sink", "off", "lerwick"));
    }
}
