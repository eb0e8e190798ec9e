package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.deltawire.story.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BoostingTest {
    private static final int ROWS = 2_000;
    private static final List<String> NAMES = List.of("one", "other", "constant");
    private static final int[] EITHER = new int[NAMES.size()];

    private final List<float[]> x = new ArrayList<>();
    private final boolean[] y = new boolean[ROWS];
    private final double[] weights = new double[ROWS];

    /** True where one of two values is high, but not both: no feature says it by itself. */
    @BeforeEach
    void rows() {
        SplittableRandom random = new SplittableRandom(1);
        for (int i = 0; i < ROWS; i++) {
            float one = (float) random.nextDouble();
            float other = (float) random.nextDouble();
            x.add(new float[] {one, other, 1});
            y[i] = one > 0.6 != other > 0.3;
        }
        Arrays.fill(weights, 1);
    }

    private static Boosting boosting(long seed) {
        return new Boosting(60, 3, 0.2, 1, 1, 1, 0.7, seed);
    }

    @Test
    void whatTwoFeaturesSayTogetherIsLearnt() {
        TreeModel model = boosting(1).fit(x, y, weights, EITHER);
        long right = IntStream.range(0, ROWS)
                .filter(i -> model.probability(x.get(i)) > 0.5 == y[i])
                .count();
        assertThat(right / (double) ROWS).isGreaterThan(0.97);
    }

    @Test
    void heavierRowsDecideWhereRowsDiffer() {
        List<float[]> same = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            same.add(new float[] {i % 2, 0, 0});
            y[i] = i % 4 < 2;
            weights[i] = y[i] ? 3 : 1;
        }
        TreeModel model = boosting(1).fit(same, y, weights, EITHER);
        assertThat(model.probability(same.get(0))).isCloseTo(0.75, within(0.02));
        assertThat(model.probability(same.get(1))).isCloseTo(0.75, within(0.02));
    }

    @Test
    void featureWithDirectionNeverSpeaksTheOtherWay() {
        TreeModel model = boosting(1).fit(x, y, weights, new int[] {1, 0, 0});
        for (float other = 0; other < 1; other += 0.1f) {
            double before = 0;
            for (float one = 0; one < 1; one += 0.01f) {
                double now = model.probability(new float[] {one, other, 1});
                assertThat(now).isGreaterThanOrEqualTo(before - 1e-6);
                before = now;
            }
        }
    }

    @Test
    void sameRowsAndSeedGiveSameModel() {
        List<String> first = boosting(1).fit(x, y, weights, EITHER).lines(NAMES);
        assertThat(boosting(1).fit(x, y, weights, EITHER).lines(NAMES)).isEqualTo(first);
        assertThat(boosting(2).fit(x, y, weights, EITHER).lines(NAMES)).isNotEqualTo(first);
    }

    @Test
    void bagAnswersWithTheMeanOfItsModels() {
        TreeModel bag = boosting(1).bag(3, x, y, weights, EITHER);
        List<TreeModel> alone = IntStream.range(1, 4)
                .mapToObj(seed -> boosting(seed).fit(x, y, weights, EITHER))
                .toList();
        for (float[] row : x.subList(0, 20)) {
            double mean = alone.stream()
                    .mapToDouble(model -> model.logOdds(row))
                    .average()
                    .orElseThrow();
            assertThat(bag.logOdds(row)).isCloseTo(mean, within(1e-4));
        }
    }

    @Test
    void withNothingToLearnFromNothingIsExpected() {
        TreeModel model = boosting(1).bag(2, List.of(), new boolean[0], new double[0], EITHER);
        assertThat(model.probability(new float[] {1, 0, 1})).isLessThan(0.01);
        assertThat(model.probability(new float[] {0, 0, 1})).isLessThan(0.01);
    }

    @Test
    void rowsAreGivenUpThatNoRowOfTrainingMadeUpFor() {
        TreeModel whole = boosting(1).fit(x, y, weights, EITHER);
        TreeModel quick = TreeModel.parse(whole.givingUp(x, 1).lines(NAMES), NAMES);
        int given = 0;
        for (float[] row : x) {
            double sum = whole.logOdds(row);
            double likely = quick.logOddsIfLikely(row);
            assertThat(quick.logOdds(row)).isEqualTo(sum);
            if (likely == Double.NEGATIVE_INFINITY) {
                given++;
                assertThat(sum).isLessThan(1);
            } else {
                assertThat(likely).isEqualTo(sum);
            }
        }
        assertThat(given).isGreaterThan(ROWS / 10);
    }

    @Test
    void aModelOfWhichNoRowComesToWhatMattersGivesUpNone() {
        TreeModel model = boosting(1).fit(x, y, weights, EITHER).givingUp(x, 1_000);
        assertThat(model.logOddsIfLikely(x.get(0))).isEqualTo(model.logOdds(x.get(0)));
    }
}
