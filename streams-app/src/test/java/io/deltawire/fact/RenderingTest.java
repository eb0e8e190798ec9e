package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import java.util.List;
import org.junit.jupiter.api.Test;

class RenderingTest {
    private static String topic(String subject, String attribute, String... qualifiers) {
        Claim claim = new Claim(
                "a#0",
                "a",
                Kind.STATUS,
                subject,
                "",
                attribute,
                List.of(qualifiers),
                "open",
                "",
                "",
                Hedge.EXACT,
                "",
                "",
                Modality.HAPPENED,
                List.of(),
                "A sentence.",
                0,
                5,
                0.9);
        return Rendering.line(Change.Type.REPORTED, Slot.of(claim), null, null);
    }

    @Test
    void aThingInAConditionIsNamedAndNotTheCondition() {
        assertThat(topic("access", "the Arno pass", "what=way")).isEqualTo("The Arno pass: ");
    }

    @Test
    void anEventIsNamedWithWhatItIsAbout() {
        assertThat(topic("strike", "in Velmont")).isEqualTo("Strike in Velmont: ");
    }
}
