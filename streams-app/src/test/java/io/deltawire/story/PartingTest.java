package io.deltawire.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class PartingTest {
    @Test
    void textsFallIntoTheGroupsTheyWereMadeOf() {
        assertThat(Parting.of(cosines(7, 0b0110100, 0.6f, 0.2f, 1))).isEqualTo(group(7, 0b0110100));
    }

    /** One loose group of texts that share little takes no text of the other, as the mean cosine to the larger group would have it. */
    @Test
    void looseGroupIsFoundBesideATightOne() {
        float[][] cosines = cosines(10, 0b1100110000, 0.7f, 0.1f, 2);
        for (int i : new int[] {4, 5, 8, 9}) {
            for (int j : new int[] {4, 5, 8, 9}) {
                cosines[i][j] = i == j ? 0 : 0.25f;
            }
        }
        assertThat(Parting.of(cosines)).isEqualTo(group(10, 0b1100110000));
    }

    @Test
    void threeTextsAreNoTwoGroups() {
        assertThat(Parting.of(cosines(3, 0b100, 0.6f, 0.1f, 3))).containsOnly(false);
    }

    @Property(tries = 200)
    void groupsHaveTwoTextsAtLeastAndTheFirstIsInTheFirst(
            @ForAll @IntRange(min = 4, max = 24) int n, @ForAll long seed) {
        boolean[] second = Parting.of(cosines(n, 0, 0.5f, 0.5f, seed));
        int count = 0;
        for (boolean in : second) {
            count += in ? 1 : 0;
        }
        assertThat(second[0]).isFalse();
        assertThat(count).isBetween(Parting.LEAST, n - Parting.LEAST);
    }

    /** What the search adds up move by move is what the groups come to when added up at once. */
    @Property(tries = 200)
    void noSingleMoveBringsTheGroupsFurtherApart(@ForAll @IntRange(min = 5, max = 12) int n, @ForAll long seed) {
        float[][] cosines = cosines(n, 0, 0.5f, 0.5f, seed);
        boolean[] second = Parting.of(cosines);
        double closeness = Parting.closeness(cosines, second);
        int count = 0;
        for (boolean in : second) {
            count += in ? 1 : 0;
        }
        for (int i = 0; i < n; i++) {
            if ((second[i] ? count : n - count) > Parting.LEAST) {
                boolean[] moved = second.clone();
                moved[i] = !moved[i];
                assertThat(Parting.closeness(cosines, moved)).isGreaterThan(closeness - 1e-6);
            }
        }
    }

    private static boolean[] group(int n, int bits) {
        boolean[] group = new boolean[n];
        for (int i = 0; i < n; i++) {
            group[i] = (bits >> i & 1) == 1;
        }
        return group;
    }

    /** Cosines within the two groups and across, each a little off. */
    private static float[][] cosines(int n, int bits, float within, float across, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        boolean[] second = group(n, bits);
        float[][] cosines = new float[n][n];
        for (int i = 0; i < n; i++) {
            for (int j = 0; j < i; j++) {
                float mean = second[i] == second[j] ? within : across;
                cosines[i][j] = mean * (0.8f + 0.4f * (float) random.nextDouble());
                cosines[j][i] = cosines[i][j];
            }
        }
        return cosines;
    }
}
