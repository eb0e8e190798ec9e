package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnitsTest {
    @ParameterizedTest
    @CsvSource({
        "EUR, EUR, SAME",
        "'', '', SAME",
        "EUR, EUR/share, AKIN",
        "degree, C, AKIN",
        "F, degree, AKIN",
        "USD, AUD, AKIN", // "dollars" in a text from Sydney
        "FJD, USD, AKIN",
        "INR, LKR, AKIN",
        "UGX, KES, AKIN",
        "'', %, BARE",
        "INR, '', BARE",
        "EUR, USD, OTHER",
        "C, F, OTHER",
        "%, pp, OTHER",
        "km, mi, OTHER"
    })
    void howTheUnitsOfTwoFiguresStandToEachOther(String one, String other, Units units) {
        assertThat(Units.of(one, other)).isEqualTo(units);
        assertThat(Units.of(other, one)).isEqualTo(units);
        assertThat(Units.meet(one, other)).isEqualTo(units == Units.SAME || units == Units.AKIN);
    }
}
