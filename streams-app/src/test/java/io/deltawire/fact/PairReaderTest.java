package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PairReaderTest {
    private static final PairSentences.Told TOLL = new PairSentences.Told(
            "killed", "9", "", "Nine people have been killed by the floods in the valley, rescuers said on Tuesday.");

    private static double odds(String subject, String value, String unit, String sentence) {
        return PairReader.shipped()
                .odds(new PairSentences.Pair(TOLL, new PairSentences.Told(subject, value, unit, sentence)));
    }

    @Test
    void aTollThatRoseIsLikelierThanAnotherCount() {
        String sentence = "The floods have now claimed 14 lives, and 260 houses are under water.";
        assertThat(odds("lives", "14", "", sentence)).isGreaterThan(odds("houses", "260", "", sentence) + 1);
    }

    @Test
    void longAndEmptySentencesAreRead() {
        assertThat(odds("houses", "260", "", "")).isFinite();
        assertThat(odds("houses", "260", "", "word ".repeat(300) + "260 houses"))
                .isFinite();
        assertThat(odds("x".repeat(400), "9".repeat(400), "", "")).isFinite();
    }

    @Test
    void whoeverAsksHearsTheSame() {
        List<PairSentences.Pair> pairs = new ArrayList<>();
        for (int i = 1; i <= 40; i++) {
            pairs.add(new PairSentences.Pair(
                    TOLL, new PairSentences.Told("people", "" + i, "", "The toll stood at " + i + " on Friday.")));
        }
        PairReader reader = PairReader.shipped();
        double[] alone = pairs.stream().mapToDouble(reader::odds).toArray();
        double[] together = IntStream.range(0, pairs.size())
                .parallel()
                .mapToDouble(i -> reader.odds(pairs.get(i)))
                .toArray();
        assertThat(together).containsExactly(alone);
    }
}
