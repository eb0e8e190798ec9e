package io.deltawire.text;

import static io.deltawire.text.Texts.sentences;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SentenceSplitterTest {
    @Test
    void titlesAndInitialsDoNotEndSentences() {
        assertThat(sentences("Gov. Ada B. Roe met Mr. Poe. They talked."))
                .containsExactly("Gov. Ada B. Roe met Mr. Poe.", "They talked.");
    }

    @Test
    void abbreviationsEndASentenceOnlyBeforeALikelyBeginning() {
        assertThat(sentences("It left at 5 p.m. Tuesday from the U.S. The crew was safe. Roe Inc. Chairman Poe knew."))
                .containsExactly(
                        "It left at 5 p.m. Tuesday from the U.S.", "The crew was safe.", "Roe Inc. Chairman Poe knew.");
    }

    @Test
    void closingQuotesBelongToTheSentenceTheyClose() {
        assertThat(sentences("“We are safe.” He left. \"Why?\" she asked. \"No.\" They stayed."))
                .containsExactly("“We are safe.”", "He left.", "“Why?” she asked.", "“No.”", "They stayed.");
    }

    @Test
    void decimalsAndDatelinesDoNotEndSentences() {
        assertThat(sentences("HARBOUR CITY (AP) — A 7.1 quake hit at 6.30 on Aug. 5 near No. 10. Many fled."))
                .containsExactly("HARBOUR CITY (AP) — A 7.1 quake hit at 6.30 on Aug. 5 near No. 10.", "Many fled.");
    }

    @Test
    void titleAndSubheadingsAreHeadlineSentences() {
        Document document = Texts.read("Ferry sinks off Harbour City", "A ferry sank.\nRescue under way\nBoats came.");
        assertThat(document.sentences()).extracting(Sentence::headline).containsExactly(true, false, true, false);
        assertThat(document.title()).isEqualTo("Ferry sinks off Harbour City");
    }

    @Test
    void aTextWithoutFullStopsIsCutIntoBoundedSentences() {
        Document document = Texts.read("", "word and ".repeat(20_000));
        assertThat(document.sentences())
                .allMatch(sentence -> sentence.endToken() - sentence.firstToken() <= SentenceSplitter.LONGEST);
    }

    @Test
    void otherLanguagesGetSentencesToo() {
        assertThat(sentences("列車が遅れた。乗客は待った。")).hasSize(2);
    }
}
