package io.deltawire.text;

import static io.deltawire.text.Texts.tokens;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TokenizerTest {
    @Test
    void cliticsAreTokensOfTheirOwn() {
        assertThat(tokens("The mayor's office didn’t say it’d pay."))
                .containsExactly("The", "mayor", "'s", "office", "did", "n't", "say", "it", "'d", "pay", ".");
        assertThat(tokens("The workers' union can't and cannot"))
                .containsExactly("The", "workers", "'", "union", "ca", "n't", "and", "can", "not");
    }

    @Test
    void hyphenatedWordsAbbreviationsAndNumbersStayWhole() {
        assertThat(tokens("A 30-day U.S. truce of 1,250 men, 4.5 km away"))
                .containsExactly("A", "30-day", "U.S.", "truce", "of", "1,250", "men", ",", "4.5", "km", "away");
    }

    @Test
    void signsAndUnitsArePartedFromNumbers() {
        assertThat(tokens("It cost $4.2 billion, £3m or 12%."))
                .containsExactly("It", "cost", "$", "4.2", "billion", ",", "£", "3m", "or", "12", "%", ".");
        assertThat(tokens("It paid US$5 for 10–15 boats—twice"))
                .containsExactly("It", "paid", "US", "$", "5", "for", "10", "–", "15", "boats", "—", "twice");
    }

    @Test
    void namesKeepTheirApostrophesAndAmpersands() {
        assertThat(tokens("O'Hara of AT&T met d'Arcy")).containsExactly("O'Hara", "of", "AT&T", "met", "d'Arcy");
    }

    @Test
    void addressesAndHandlesAreOneToken() {
        assertThat(tokens("Write to desk@daily.example or see https://daily.example/a?b=1, says @desk"))
                .containsExactly(
                        "Write",
                        "to",
                        "desk@daily.example",
                        "or",
                        "see",
                        "https://daily.example/a?b=1",
                        ",",
                        "says",
                        "@desk");
    }

    @Test
    void everyTokenIsTheTextAtItsOffsets() {
        Document document = Texts.read("A “title”", "Körner’s 5 km “race” — it’s done…\n\nReally?!");
        assertThat(document.tokens())
                .allSatisfy(token -> assertThat(document.text().substring(token.begin(), token.end()))
                        .isEqualTo(token.text()));
    }

    @Test
    void writingWithoutSpacesIsTokenisedByCharacter() {
        assertThat(tokens("東京で")).containsExactly("東", "京", "で");
    }

    @Test
    void aWordWithoutEndIsCut() {
        assertThat(tokens("a".repeat(1_000))).hasSize(10).allMatch(token -> token.length() == 100);
    }
}
