package io.deltawire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class LinkerTest {
    private static List<String> ids(Entities entities) {
        return entities.all().stream().map(Entity::id).toList();
    }

    private static Entity only(String marked) {
        Entities entities = MarkedText.of(marked).linked();
        assertThat(ids(entities)).hasSize(1);
        return entities.all().get(0);
    }

    @Test
    void spellingsOfOneNameAreOneEntityAcrossTexts() {
        String first =
                only("[P Volodymyr Zelensky] spoke. Later [P Zelensky] left.").id();
        assertThat(only("[P Zelenskiy] spoke on television.").id()).isEqualTo(first);
        assertThat(only("They met [P Volodymyr Zelenskyy] there.").id()).isEqualTo(first);
    }

    @Test
    void surnameAfterFullNameIsTheSamePersonAndKeepsBothSurfaces() {
        Entity entity = only("The police chief, [P Ada Marlowe], resigned. Neighbours praised [P Marlowe] on the day.");
        assertThat(entity.surfaces()).containsExactly("Ada Marlowe", "Marlowe");
    }

    @Test
    void twoPersonsWithOneSurnameStayTwo() {
        Entities entities = MarkedText.of("[P Paul Ashford] and his sister [P Nora Ashford] were hurt.")
                .linked();
        assertThat(ids(entities)).containsExactly("person:paul-ashford", "person:nora-ashford");
    }

    @Test
    void titleStandsOutsideTheSpanAndSirWithGivenNameIsTheLeader() {
        Entity entity = only("Later [P Sir Keir] told reporters no.");
        assertThat(entity.id()).isEqualTo("person:keir-starmer");
        assertThat(entity.surfaces()).containsExactly("Keir");
    }

    @Test
    void acronymIsWhatTheTextIntroduces() {
        Entity entity = only("The [O Rail Workers' Union] ([O RWU]) met. Talks with the [O RWU] failed.");
        assertThat(entity.surfaces()).containsExactly("Rail Workers' Union", "RWU");
    }

    @Test
    void garbledFormsOfANameInTheTextAreThatName() {
        Entities entities = MarkedText.of("[P Olena Hrushevska] agreed. [P Hru quantumvska], from Rivne, then spoke. "
                        + "[P Hrushveska] left.")
                .linked();
        assertThat(ids(entities)).filteredOn(id -> id.startsWith("person:")).hasSize(1);
    }

    @Test
    void likeSurnamesAreNotTakenForGarbledOnes() {
        Entities entities = MarkedText.of("[P Carl Wilson] met [P Williamson] and [P Johnston] and [P Amy Johnson].")
                .linked();
        assertThat(entities.all()).hasSize(4);
    }

    @Test
    void aliasesDemonymsAndMetonymsKnowTheirCountry() {
        Entities entities = MarkedText.of("[L Türkiye] hosts. Turkish officials called the [O Kremlin] and [L Kiev].")
                .linked();
        Entity turkey = entities.all().get(0);
        assertThat(turkey.id()).isEqualTo("country:tr");
        assertThat(turkey.mentions())
                .extracting(Mention::form)
                .containsExactly(Mention.Form.NAME, Mention.Form.DEMONYM);
        assertThat(entities.all().get(1).country()).isEqualTo("country:ru");
        assertThat(entities.all().get(1).id()).isNotEqualTo("country:ru");
        assertThat(entities.all().get(2).id()).isEqualTo("city:kyiv-ua");
    }

    @Test
    void townIsTheOneWhoseStateFollows() {
        assertThat(ids(MarkedText.of("A fire in [L Paris], [L Texas], was put out.")
                        .linked()))
                .containsExactly("city:paris-us-tx", "region:us-tx");
        assertThat(ids(MarkedText.of("A fire in [L Paris] was put out.").linked()))
                .containsExactly("city:paris-fr");
    }

    @Test
    void unknownNamesMeetAcrossTexts() {
        assertThat(only("Rain fell in [L Marvenia].").id())
                .isEqualTo(only("[L Marvenia] was dry.").id());
    }

    @Test
    void pronounsAndNominalsFindTheirPerson() {
        Entities entities = MarkedText.of("French President [P Emmanuel Macron] met [P Angela Merkel]. She smiled. "
                        + "He left. The French president was late.")
                .linked();
        Entity macron = entities.byId("person:emmanuel-macron");
        assertThat(macron).isNotNull();
        assertThat(macron.mentions())
                .extracting(Mention::form)
                .containsExactly(Mention.Form.NAME, Mention.Form.PRONOUN, Mention.Form.NOMINAL);
    }

    @Test
    void entryAddedAtRunTimeHoldsFromItsTimeOn() {
        CatalogEntry entry = new CatalogEntry(
                "org:acme",
                "Acme Holdings",
                EntityType.ORGANISATION,
                List.of("Acmeco"),
                "",
                Instant.parse("2025-05-12T00:00:00Z"));
        Catalog catalog = Catalog.builtIn().with(List.of(entry));
        String text = "Shares of [O Acmeco] fell.";
        assertThat(ids(MarkedText.of(text, "2025-05-11T12:00:00Z").linked(catalog)))
                .containsExactly("org:acmeco");
        assertThat(ids(MarkedText.of(text, "2025-05-12T00:00:00Z").linked(catalog)))
                .containsExactly("org:acme");
        assertThat(ids(MarkedText.of("[L Kiev] and [L Ukraine]", "2025-05-12T00:00:00Z")
                        .linked(catalog)))
                .containsExactly("city:kyiv-ua", "country:ua");
    }

    @Property(tries = 3000)
    void neverThrowsAndMentionsDoNotOverlap(@ForAll("texts") String text) {
        Entities entities = MarkedText.of(text).linked();
        boolean[] taken = new boolean[10_000];
        for (Entity entity : entities.all()) {
            for (Mention mention : entity.mentions()) {
                assertThat(mention.begin()).isLessThan(mention.end());
                for (int t = mention.firstToken(); t < mention.endToken(); t++) {
                    assertThat(taken[t]).isFalse();
                    taken[t] = true;
                }
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "[P Sir]",
                        "[P Mr Smith]",
                        "[P .]",
                        "[O US]",
                        "the",
                        "[L Paris]",
                        ",",
                        "Texas",
                        "[P Zelensky]",
                        "[X ']",
                        "[P 's]",
                        "he",
                        "She",
                        "president",
                        "Russian",
                        "[O the]",
                        "(",
                        ")",
                        "RWU",
                        "[P 😀 x]",
                        "[P \uD800 y]",
                        "New York",
                        "[O New]",
                        "York",
                        "“",
                        "”",
                        "[P Volodymyr Z]",
                        "\n",
                        "South Korean")
                .list()
                .ofMaxSize(20)
                .map(list -> String.join(" ", list));
    }
}
