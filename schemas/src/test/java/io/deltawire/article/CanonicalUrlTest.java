package io.deltawire.article;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CanonicalUrlTest {
    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example.COM/A/b, https://news.example.com/A/b",
        "https://example.com, https://example.com/",
        "https://example.com?id=3, https://example.com/?id=3",
        "https://example.com:443/a, https://example.com/a",
        "http://example.com/a, https://example.com/a",
        "HTTP://example.com:80/a, https://example.com/a",
        "http://example.com:8080/a, http://example.com:8080/a",
        "https://example.com:80/a, https://example.com:80/a",
        "ftp://example.com/a, ftp://example.com/a",
        "http://example.com:443/a, http://example.com:443/a",
        "https://example.com:8443/a, https://example.com:8443/a",
        "https://user:secret@example.com/a, https://example.com/a",
        "https://example.com./a, https://example.com/a",
        "https://example.com/a#comments, https://example.com/a",
        "https://example.com/a?utm_source=x&id=7&UTM_Medium=y, https://example.com/a?id=7",
        "https://example.com/a?fbclid=abc, https://example.com/a",
        "https://example.com/a?b=2&&a=1, https://example.com/a?b=2&a=1",
        "https://example.com/caf%c3%a9, https://example.com/caf%C3%A9",
        "https://example.com/a b|c, https://example.com/a b|c",
        "urn:newsml:example:1#x, urn:newsml:example:1",
        "'', ''"
    })
    void oneSpellingForOneAddress(String url, String canonical) {
        assertThat(CanonicalUrl.of(url)).isEqualTo(canonical);
    }

    @Test
    void parametersThatChooseTheArticleStay() {
        String url = "https://example.com/story?p=12&id=9&ref=home&page=2";
        assertThat(CanonicalUrl.of(url)).isEqualTo(url);
    }

    @ParameterizedTest
    @CsvSource({
        "https://www.example.com:8080/a, example.com",
        "http://News.example.com/, news.example.com",
        "no address, ''"
    })
    void hostWithoutPortAndWww(String url, String host) {
        assertThat(CanonicalUrl.hostOf(url)).isEqualTo(host);
    }

    @Property(tries = 20_000)
    void canonicalisingTwiceChangesNothing(@ForAll("addresses") String url) {
        String once = CanonicalUrl.of(url);
        assertThat(CanonicalUrl.of(once)).isEqualTo(once);
    }

    @Property
    void anyTextIsTaken(@ForAll String text) {
        String once = CanonicalUrl.of(text);
        assertThat(CanonicalUrl.of(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> addresses() {
        Arbitrary<String> scheme = Arbitraries.of("http://", "https://", "HTTP://", "ftp://", "https:", "");
        Arbitrary<String> host =
                Arbitraries.strings().withChars("aB.:@%[]8043 ").ofMaxLength(12);
        Arbitrary<String> path =
                Arbitraries.strings().withChars("/aé%2Cc3?&=. #").ofMaxLength(12);
        Arbitrary<String> query = Arbitraries.of("", "?utm_a=1", "?a=1&gclid=2", "?&&", "?_ga", "?utm_=&b#f", "? #");
        return Combinators.combine(scheme, host, path, query).as((s, h, p, q) -> s + h + p + q);
    }
}
