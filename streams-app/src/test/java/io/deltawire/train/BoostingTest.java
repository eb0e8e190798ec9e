package io.deltawire.train;

import static org.assertj.core.api.Assertions.assertThat;

import io.deltawire.story.TreeModel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoostingTest {
    @Test
    void whatTellsRowsApartIsLearnt() {
        List<float[]> x = new ArrayList<>();
        boolean[] y = new boolean[400];
        double[] weights = new double[400];
        Arrays.fill(weights, 1);
        for (int i = 0; i < y.length; i++) {
            y[i] = i % 4 == 0;
            x.add(new float[] {y[i] ? 1 : 0, i % 7});
        }
        TreeModel model = Boosting.defaults().fit(x, y, weights, new int[2]);

        assertThat(model.probability(new float[] {1, 3})).isGreaterThan(0.9);
        assertThat(model.probability(new float[] {0, 3})).isLessThan(0.1);
    }

    @Test
    void withNothingToLearnFromNothingIsExpected() {
        TreeModel model = Boosting.defaults().fit(List.of(), new boolean[0], new double[0], new int[2]);

        assertThat(model.probability(new float[] {1, 3})).isLessThan(0.01);
        assertThat(model.probability(new float[] {0, 0})).isLessThan(0.01);
    }
}
