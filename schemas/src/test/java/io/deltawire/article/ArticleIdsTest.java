package io.deltawire.article;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.AlphaChars;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;

class ArticleIdsTest {
    private static final Optional<Instant> MAY = Optional.of(Instant.parse("2025-05-12T08:00:00Z"));

    @Test
    void oneAddressIsOneArticleWhateverElseIsSaid() {
        String first =
                ArticleIds.derive("https://Example.com/a?utm_source=mail#top", "Example", "Harbour shut", MAY, "x");
        String second = ArticleIds.derive("https://example.com/a", "", "Harbour closed", Optional.empty(), "y");
        assertThat(first).isEqualTo(second).matches("[0-9a-f]{32}");
    }

    @Test
    void idsNeverChangeBetweenReleases() {
        assertThat(ArticleIds.derive("https://example.com/a", "", "", MAY, ""))
                .isEqualTo("115212a15f7acce79f2798aa24235f30");
        assertThat(ArticleIds.derive("", "Gazette", "Harbour shut", MAY, ""))
                .isEqualTo("dbb09c4a0fe06b51c730f994925146b1");
    }

    @Test
    void withoutAddressSpacingAndCaseOfTheOutletDoNotMatter() {
        assertThat(ArticleIds.derive("", "The Gazette", "Harbour  shut", MAY, "one"))
                .isEqualTo(ArticleIds.derive("", "the gazette ", "Harbour shut", MAY, "two"));
    }

    @Test
    void composedAndDecomposedLettersAreOneTitle() {
        assertThat(ArticleIds.derive("", "", "Café", MAY, ""))
                .isEqualTo(ArticleIds.derive("", "", "Cafe\u0301", MAY, ""));
    }

    @Test
    void undatedArticlesAreToldApartByTheirText() {
        assertThat(ArticleIds.derive("", "Gazette", "Briefs", Optional.empty(), "one"))
                .isNotEqualTo(ArticleIds.derive("", "Gazette", "Briefs", Optional.empty(), "two"));
    }

    @Property
    void differentTimesAreDifferentArticles(
            @ForAll @AlphaChars @NotEmpty String title, @ForAll @LongRange(min = 0, max = 4_000_000_000L) long second) {
        Optional<Instant> time = Optional.of(Instant.ofEpochSecond(second));
        Optional<Instant> later = Optional.of(Instant.ofEpochSecond(second + 1));
        assertThat(ArticleIds.derive("", "s", title, time, ""))
                .isNotEqualTo(ArticleIds.derive("", "s", title, later, ""));
    }

    @Property
    void sourceAndTitleDoNotRunTogether(
            @ForAll @AlphaChars @NotEmpty String a, @ForAll @AlphaChars @NotEmpty String b) {
        assertThat(ArticleIds.derive("", a + b, "", MAY, "")).isNotEqualTo(ArticleIds.derive("", a, b, MAY, ""));
    }
}
