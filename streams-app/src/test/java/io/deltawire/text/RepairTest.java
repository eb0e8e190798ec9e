package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RepairTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '^', textBlock = """
                    cafÃ© doesnâ€™t open | café doesn't open
                    Ã¢â‚¬â„¢tis ÃƒÂ© | 'tis é
                    It cost Â£5 â€” twice | It cost £5 — twice
                    Tom &amp;amp; Ada &#8217; &quot;x&quot; | Tom & Ada ' “x”
                    Police said : `` Stay home , please . '' | Police said: “Stay home, please.”
                    the minister 's aide did n't pay $ 5 -LRB- or 6 % -RRB- . | the minister's aide didn't pay $5 (or 6%).
                    CITY (AP) ??? A ferry sank | CITY (AP) — A ferry sank
                    he said -- twice | he said — twice
                    it wasn\uFFFDt | it wasn't
                    a <b>bold</b> claim 3 < 4 > 2 | a bold claim 3 < 4 > 2
                    "Stay," he said. "Go." | “Stay,” he said. “Go.”
                    """)
    void mends(String broken, String whole) {
        assertThat(Repair.mend(broken.replace("\\uFFFD", "\uFFFD"))).isEqualTo(whole);
    }

    @Test
    void zeroWidthControlAndOddSpacesGo() {
        assertThat(Repair.mend("a\u200Bb\u00AD \u00A0\tc\u0007 \r\n\r\n d\uFEFF\u202E"))
                .isEqualTo("ab c\nd");
    }

    @Test
    void paragraphTagsPartLines() {
        assertThat(Repair.mend("<p>One.</p><p>Two.<br/>Three.</p>")).isEqualTo("One.\nTwo.\nThree.");
    }

    @Test
    void loneSurrogatesGoAndPairsStay() {
        assertThat(Repair.mend("a\uD800b \uDC00 \uD83D\uDE00")).isEqualTo("ab \uD83D\uDE00");
    }

    @Property(tries = 5_000)
    void mendingTwiceIsMendingOnce(@ForAll("broken") String text) {
        String once = Repair.mend(text);
        assertThat(Repair.mend(once)).isEqualTo(once);
    }

    @Provide
    Arbitrary<String> broken() {
        Arbitrary<String> pieces = Arbitraries.of(List.of(
                "a",
                "B",
                "s",
                "5",
                " ",
                "\n",
                ",",
                ".",
                ";",
                ":",
                "?",
                "!",
                "???",
                "'",
                "''",
                "`",
                "``",
                "\"",
                "$",
                "%",
                "-",
                "--",
                "—",
                "(",
                ")",
                "[",
                "]",
                "-LRB-",
                "-RRB-",
                "&",
                "&amp;",
                "&lt;",
                "&gt;",
                "&quot;",
                "&#39;",
                "amp;",
                "<",
                ">",
                "<b>",
                "</p>",
                "<a href=\"x\">",
                "Ã",
                "©",
                "Â",
                "â€™",
                "â",
                "€",
                "™",
                "\uFFFD",
                "\u00A0",
                "\u0092",
                "n't",
                "'s",
                "|",
                "\uD83D\uDE00",
                "\uD800",
                "\u200B",
                "“",
                "”",
                "‘",
                "’",
                "…",
                "é",
                "№"));
        Arbitrary<String> wild = Arbitraries.strings().all().ofMaxLength(3);
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(9, pieces), net.jqwik.api.Tuple.of(1, wild))
                .list()
                .ofMaxSize(25)
                .map(parts -> String.join("", parts));
    }

    @Test
    void sentencesWithoutABlankBetweenAreParted() {
        assertThat(Repair.mend("The port shut, he said.The ferries stay in.Nobody was hurt."))
                .isEqualTo("The port shut, he said. The ferries stay in. Nobody was hurt.");
        for (String whole :
                List.of("News.Net and Mail.Ru", "www.port.Example", "a.m.Then", "the U.S.Army", "v2.Next")) {
            assertThat(Repair.mend(whole)).isEqualTo(whole);
        }
    }
}
