package io.deltawire.entity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class AttributorTest {
    private final Attributor attributor = new Attributor();

    private List<Attribution> attribute(MarkedText text) {
        return attributor.attribute(text.document(), text.linked());
    }

    private void assertSaid(String marked, String speaker, String source, String cue, String content) {
        MarkedText text = MarkedText.of(marked);
        List<Attribution> found = attribute(text);
        String plain = text.document().text();
        assertThat(found).as(marked).anySatisfy(one -> {
            assertThat(one.speaker()).isEqualTo(speaker);
            assertThat(plain.substring(one.sourceBegin(), one.sourceEnd())).isEqualTo(source);
            assertThat(plain.substring(one.cueBegin(), one.cueEnd())).isEqualTo(cue);
            assertThat(plain.substring(one.contentBegin(), one.contentEnd())).isEqualTo(content);
        });
    }

    @Test
    void indirectSpeech() {
        assertSaid(
                "[P Ada Marlowe] said that the bridge was closed.",
                "person:ada-marlowe",
                "Ada Marlowe",
                "said",
                "that the bridge was closed");
    }

    @Test
    void invertedOrderBehindAQuotation() {
        assertSaid(
                "“The bridge is closed,” said [P Ada Marlowe].",
                "person:ada-marlowe",
                "Ada Marlowe",
                "said",
                "“The bridge is closed,”");
    }

    @Test
    void accordingToStandsAtTheEndOrTheBeginning() {
        assertSaid("Nine people died, according to police.", "police", "police", "according to", "Nine people died");
        assertSaid("According to police, nine people died.", "police", "police", "According to", "nine people died");
    }

    @Test
    void pronounSpeaksForItsPerson() {
        assertSaid(
                "Governor [P Paul Ashford] arrived late. He said the road was flooded.",
                "person:paul-ashford",
                "He",
                "said",
                "the road was flooded");
    }

    @Test
    void appositionDoesNotHideTheSpeaker() {
        MarkedText text =
                MarkedText.of("[P Ada Marlowe], a professor at the college, said the tax was unfair to the poor.");
        assertThat(attribute(text)).extracting(Attribution::speaker).contains("person:ada-marlowe");
    }

    @Test
    void eventsAreNoAttributions() {
        MarkedText text = MarkedText.of("The train left the station. A storm destroyed the barn.");
        assertThat(attribute(text)).isEmpty();
    }

    @Property(tries = 3000)
    void neverThrowsAndContentsNest(@ForAll("texts") String text) {
        List<Attribution> found = attribute(MarkedText.of(text));
        for (Attribution a : found) {
            assertThat(a.contentBegin()).isLessThan(a.contentEnd());
            for (Attribution b : found) {
                boolean cross = a.contentBegin() < b.contentBegin()
                        && b.contentBegin() < a.contentEnd()
                        && a.contentEnd() < b.contentEnd();
                assertThat(cross).isFalse();
            }
        }
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.of(
                        "said",
                        "[P Ada Marlowe]",
                        "he",
                        "“",
                        "”",
                        "\"",
                        ",",
                        ".",
                        "that",
                        "according",
                        "to",
                        "police",
                        "who",
                        "the",
                        "house",
                        "was",
                        "and",
                        "warned",
                        ":",
                        "―",
                        "(",
                        ")",
                        "by",
                        "not",
                        "his",
                        "claim",
                        "Officials",
                        "told",
                        "reporters",
                        "on",
                        "Monday",
                        "\n",
                        "😀",
                        "\uD800")
                .list()
                .ofMaxSize(25)
                .map(list -> String.join(" ", list));
    }
}
