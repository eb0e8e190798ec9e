package io.deltawire.claim;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.engine.Enricher;
import io.deltawire.text.Article;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Sentences over many topics with the claims they must and must not give. */
class ClaimSuiteTest {
    private static final Enricher ENRICHER = new Enricher();

    @TestFactory
    List<DynamicTest> everySentenceGivesWhatItSays() throws IOException {
        List<DynamicTest> tests = new ArrayList<>();
        for (String line : suite()) {
            String[] columns = line.split("\t");
            tests.add(DynamicTest.dynamicTest(columns[0] + ": " + columns[1], () -> {
                List<Claim> claims = claims(columns[1]);
                for (String expected : columns[2].split(";")) {
                    assertThat(Expectation.parse(expected).met(claims))
                            .as("%s in %s", expected, claims)
                            .isTrue();
                }
            }));
        }
        return tests;
    }

    static List<Claim> claims(String text) {
        int bar = text.indexOf(" || ");
        String title = bar < 0 ? "" : text.substring(0, bar);
        String body = bar < 0 ? text : text.substring(bar + 4);
        Instant published = Instant.parse("2025-05-11T12:00:00Z");
        return ENRICHER.enrich(new Article("suite", "", title, body, published, "outlet", "en"))
                .claims();
    }

    static List<String> suite() throws IOException {
        try (InputStream in = ClaimSuiteTest.class.getResourceAsStream("suite.tsv")) {
            assertThat(in).isNotNull();
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
        }
    }
}
