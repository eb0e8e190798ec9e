package io.deltawire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.text.Article;
import io.deltawire.text.Document;
import io.deltawire.text.Reader;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class NameTaggerTest {
    private static List<String> names(String title, String text, String lang) {
        Document document = new Reader().read(new Article("a", "", title, text, Instant.EPOCH, "daily.example", lang));
        return new NameTagger()
                .tag(document).stream()
                        .map(span -> document.text()
                                        .substring(
                                                document.tokens()
                                                        .get(span.firstToken())
                                                        .begin(),
                                                document.tokens()
                                                        .get(span.endToken() - 1)
                                                        .end())
                                + "/" + span.type())
                        .toList();
    }

    @Test
    void personsOrganisationsAndPlacesAreToldApart() {
        assertThat(names(
                        "",
                        "Maria Lopez of the World Health Organization said in Nairobi that Kenya had acted fast.",
                        "en"))
                .containsExactly(
                        "Maria Lopez/PERSON", "World Health Organization/ORGANISATION", "Nairobi/PLACE", "Kenya/PLACE");
    }

    @Test
    void titlesAndHonorificsAreOutsideTheName() {
        assertThat(names(
                        "",
                        "President Emmanuel Macron met Mr. Johnson and Prime Minister Pedro Sanchez in Paris.",
                        "en"))
                .contains("Emmanuel Macron/PERSON", "Johnson/PERSON", "Pedro Sanchez/PERSON", "Paris/PLACE");
    }

    @Test
    void honorificsAreOutsideTheNameWithAPeriodAndWithout() {
        assertThat(names("", "Mrs Akinyi told Dr. Otieno on Monday that Ms Lindqvist and Mr. Brimm had left.", "en"))
                .containsExactly("Akinyi/PERSON", "Otieno/PERSON", "Lindqvist/PERSON", "Brimm/PERSON");
    }

    @Test
    void commonNounsThatBeginASentenceAreNoNames() {
        String text = "Protesters demanded the resignation of the minister. Lenders have backed the plan. "
                + "Gunmen blocked the road on Friday. Herders rejected the offer. Carmakers said no.";
        assertThat(names("", text, "en")).isEmpty();
    }

    @Test
    void inhabitantsAndAdjectivesOfCountriesAreNoPlaces() {
        assertThat(names("", "German police and French officials met in Berlin on Friday.", "en"))
                .contains("Berlin/PLACE")
                .doesNotContain("German/PLACE", "French/PLACE", "German/PERSON");
    }

    @Test
    void headlinesInTitleCaseAndCapitalsHaveNamesNotWords() {
        assertThat(names("Putin Urges Quick Vote on Pensions in Russia", "", "en"))
                .contains("Putin/PERSON", "Russia/PLACE")
                .noneMatch(name -> name.contains("Vote") || name.contains("Urges"));
        assertThat(names("POLICE ARREST TWO MEN IN CHINA AFTER ATTACK ON TRAIN", "", "en"))
                .contains("CHINA/PLACE");
    }

    @Test
    void whatAWordIsElsewhereInTheTextCounts() {
        String text =
                "Anna Kalinga won the seat on Sunday. Kalinga, 41, is a former judge, she said. Kalinga thanked voters.";
        assertThat(names("", text, "en")).containsExactly("Anna Kalinga/PERSON", "Kalinga/PERSON", "Kalinga/PERSON");
    }

    @Test
    void languagesWithoutAModelHaveNoNamesFromIt() {
        assertThat(names("", "Die Fähre ist vor der Küste von Kiel gesunken, sagte Anna Schmidt.", "de"))
                .isEmpty();
    }

    @Test
    void handlesOfAccountsAreNoNames() {
        assertThat(names("", "Thanks to @HarbourPost and @JaneQuill for the pictures, wrote Maria Lopez.", "en"))
                .contains("Maria Lopez/PERSON")
                .noneMatch(name -> name.contains("@") || name.contains("Quill") || name.contains("Harbour"));
    }
}
