package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PlainLineTest {
    @Test
    void escapeSequencesAndDirectionOverridesAreTakenOut() {
        assertThat(PlainLine.of("red \u001b[31malert\u0007 \u202egnol")).isEqualTo("red [31malert gnol");
    }

    @Test
    void lineBreaksBecomeOneSpace() {
        assertThat(PlainLine.of("  one\r\n\n two\u2028three\u00a0 four ")).isEqualTo("one two three four");
    }

    @Test
    void longTextEndsInAnEllipsisWithinTheWidth() {
        assertThat(PlainLine.of("one two three", 8)).isEqualTo("one two…");
        assertThat(PlainLine.of("one two", 7)).isEqualTo("one two");
    }

    @Property
    void whateverComesIsPrintableAndFits(@ForAll String text, @ForAll @IntRange(min = 1, max = 40) int width) {
        String line = PlainLine.of(text, width);
        assertThat(line.codePointCount(0, line.length())).isLessThanOrEqualTo(width);
        assertThat(line).doesNotContainPattern("[\\p{Cc}\\p{Cf}]");
    }
}
