package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SignatureTest {
    private static final int[] NUMBERS = {
        0,
        1,
        -1,
        2,
        -2,
        1 << 30,
        -(1 << 30),
        Integer.MAX_VALUE,
        Integer.MAX_VALUE - 1,
        Integer.MIN_VALUE,
        Integer.MIN_VALUE + 1,
        Integer.MIN_VALUE + 2
    };

    @Test
    void theLesserOfTwoNumbersIsToldWithoutComparingThem() {
        for (int one : NUMBERS) {
            for (int other : NUMBERS) {
                assertThat(Signature.lesser(one, other)).isEqualTo(Math.min(one, other));
            }
        }
    }
}
