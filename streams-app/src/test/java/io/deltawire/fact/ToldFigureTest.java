package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ToldFigureTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "The death toll has risen to 14, with 26 missing. | 26 | 26",
                "The toll rose to 1,204. | 1204 | 1,204",
                "Forty-four neighbours stayed. | 44 | Forty-four",
                "It costs 3.5 million euros. | 3500000 | 3.5 million",
                "It lost 38m francs. | 38000000 | 38m",
                "More than a thousand fled. | 1000 | a thousand",
                "A man was killed. | 1 | ",
                "One man was killed. | 1 | One",
                "Twelve hundred fled. | 1200 | Twelve hundred",
                "Between 50 and 60 were hurt. | 50-60 | 50",
                "On 12.04.2026 nobody came. | 12.04 | ",
                "The count is unknown. | 7 | ",
                "It fell by two points. | -2 | two",
                "Nobody counted. | many | "
            })
    void findsTheFigureInDigitsOrWords(String sentence, String value, String told) {
        ToldFigure figure = ToldFigure.of(sentence, value);
        assertThat(figure.told()).isEqualTo(told != null);
        assertThat(sentence.substring(figure.begin(), figure.end())).isEqualTo(told == null ? "" : told);
    }
}
