package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.entity.NameLabels;
import io.deltawire.text.Token;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class MarkedNewsTest {
    private static List<String> names(NerSentence sentence) {
        return NameLabels.spans(sentence.labels(), 0).stream()
                .map(span -> sentence.tokens().subList(span.firstToken(), span.endToken()).stream()
                                .map(Token::text)
                                .collect(Collectors.joining(" "))
                        + "/" + span.type())
                .toList();
    }

    @Test
    void marksBecomeNamesOfWholeTokens() {
        NerSentence sentence = MarkedNews.read(List.of("[PER Jane Doe]'s union ([ORG HDU]) met in [LOC Lima]."))
                .get(0);

        assertThat(names(sentence)).containsExactly("Jane Doe/PERSON", "HDU/ORGANISATION", "Lima/PLACE");
        assertThat(sentence.tokens().stream().map(Token::text))
                .containsExactly("Jane", "Doe", "'s", "union", "(", "HDU", ")", "met", "in", "Lima", ".");
    }

    @Test
    void wordsThatOnlyBeginWithAPlaceAreNoPlaces() {
        assertThat(names(MarkedNews.read(List.of("The [LOC Lagos]-based firm")).get(0)))
                .containsExactly("Lagos-based/OTHER");
    }

    @Test
    void headlinesBeginArticlesAndCommentsAreLeftOut() {
        List<NerSentence> sentences =
                MarkedNews.read(List.of("## on this file", "# Rain in [LOC Lima]", "It rained.", ""));

        assertThat(sentences.stream().map(NerSentence::beginsDocument)).containsExactly(true, false);
        assertThat(names(sentences.get(0))).containsExactly("Lima/PLACE");
    }

    @Test
    void doubleQuotesAreDirectedAsInCleanArticles() {
        assertThat(MarkedNews.read(List.of("\"No,\" she said.")).get(0).tokens().stream()
                        .map(Token::text))
                .containsExactly("“", "No", ",", "”", "she", "said", ".");
    }

    /** The news that the shipped model learnt from: whole, with every mark read, and long enough. */
    @Test
    void ourOwnNewsIsReadWithoutAMarkLeftOver() {
        for (String set : NerPool.names().stream()
                .filter(name -> Resources.has(name + ".txt"))
                .toList()) {
            List<NerSentence> sentences = MarkedNews.read(Resources.text(set + ".txt"));

            assertThat(sentences).as(set).hasSizeGreaterThan(100);
            assertThat(sentences.stream()
                            .flatMap(sentence -> sentence.tokens().stream())
                            .map(Token::text))
                    .as(set)
                    .doesNotContain("[", "]", "\"");
        }
    }
}
