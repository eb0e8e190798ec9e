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
                    http://www.bay.example:80/story/1204/3-people-hurt-at-pier-hotel          | 3 people hurt at pier hotel
                    https://bay.example/2016/01/26/ferry_sinks_off_Lerwick.html?page=2#photos | ferry sinks off lerwick
                    https://bay.example/Ferry%20Sinks%20Off%20Lerwick-20260712.html          | ferry sinks off lerwick
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
                "https://bay.example/local-news/article1204.html",
                "https://bay.example/news/hp-xy-zz-ferries-20260712,0,1204.story",
                "https://bay.example/article_ab12cd34-5e6f-11e5-ab12-0123456789ab.html",
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
