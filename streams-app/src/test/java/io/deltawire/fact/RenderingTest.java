package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.claim.Claim;
import io.deltawire.claim.Kind;
import io.deltawire.claim.Modality;
import io.deltawire.text.Hedge;
import java.time.Instant;
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

    @Test
    void figuresAreToldInThrees() {
        assertThat(figure("0")).isEqualTo("Death toll: 0");
        assertThat(figure("118")).isEqualTo("Death toll: 118");
        assertThat(figure("1000")).isEqualTo("Death toll: 1,000");
        assertThat(figure("65000")).isEqualTo("Death toll: 65,000");
        assertThat(figure("1234567")).isEqualTo("Death toll: 1,234,567");
        assertThat(figure("1234.50")).isEqualTo("Death toll: 1,234.5");
        assertThat(figure("1000-25000")).isEqualTo("Death toll: 1,000–25,000");
    }

    private static String figure(String value) {
        Claim claim = Said.figure("killed", value).in("a", 0);
        Standing standing = Standing.of(claim, Standing.State.LEADING, Instant.EPOCH);
        return Rendering.line(Change.Type.REPORTED, Slot.of(claim), null, standing);
    }
}
