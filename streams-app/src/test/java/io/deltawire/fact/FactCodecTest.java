package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.claim.Kind;
import io.deltawire.text.Hedge;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

class FactCodecTest {
    /** What the first version wrote of {@link #fact}, without sentences. */
    private static final String FIRST_VERSION = "010e085155414e54495459105155414e544954597c6b696c6c65647c066b696c6c6564"
            + "0005666c6f6f6410706c6163653d706c6163653a6f6265720a706c6163653a6f6265720139054558414354074c454144494e47"
            + "09746865206d61796f7204706f7374026131026132000102030401050106000000000000000004010703030800090000000067"
            + "a07780000000000000000067a077bc0000000001010a010b020000000067a077bc000000000000000000000003020c0b000000"
            + "0067a07780000000000d0b0000000067a077bc00000000";

    private static Fact fact(String sentence) {
        Instant at = Instant.parse("2025-02-03T08:00:00Z");
        Instant later = at.plusSeconds(60);
        Standing standing = new Standing(
                "9",
                "",
                "",
                Hedge.EXACT,
                false,
                Standing.State.LEADING,
                at,
                later,
                List.of(new Backing("post", 2, later, 3)),
                List.of(new Cite("a1", "post", at, ""), new Cite("a2", "post", later, sentence)),
                List.of("the mayor"),
                1);
        Slot slot = new Slot(
                Kind.QUANTITY,
                "QUANTITY|killed|",
                "killed",
                "",
                "flood",
                List.of("place=place:ober"),
                List.of("place:ober"),
                false);
        return new Fact("f", "s", slot, List.of(standing), 4);
    }

    @Test
    void aFactComesBackAsItWas() {
        Fact fact = fact("Nine people were killed.");
        Fact read = FactCodec.decode("s", "f", FactCodec.encode(fact));
        assertThat(read.standings()).isEqualTo(fact.standings());
        assertThat(read.standings().get(0).sentence()).isEqualTo("Nine people were killed.");
        assertThat(read.ticks()).isEqualTo(4);
    }

    @Test
    void whatAnEarlierVersionWroteIsRead() {
        Fact read = FactCodec.decode("s", "f", HexFormat.of().parseHex(FIRST_VERSION));
        assertThat(read.standings()).isEqualTo(fact("").standings());
    }

    @Test
    void whatALaterVersionWroteIsRefused() {
        byte[] later = FactCodec.encode(fact(""));
        later[0]++;
        assertThatThrownBy(() -> FactCodec.decode("s", "f", later))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("this program reads " + FactCodec.VERSION);
    }
}
