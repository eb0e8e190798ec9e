package io.deltawire.evaluate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ClusterScoresTest {
    private static final List<Integer> ALL = List.of(0, 1, 2, 3);

    @Test
    void sameClusteringUnderOtherNamesIsPerfect() {
        ClusterScores scores = ClusterScores.of(List.of("a", "a", "b", "c"), List.of("x", "x", "y", "z"), ALL);
        assertThat(scores.f1()).isEqualTo(100);
        assertThat(scores.nmi()).isEqualTo(100, within(1e-9));
        assertThat(scores.pairwiseF1()).isEqualTo(100);
    }

    @Test
    void oneStoryForAllHasFullRecallAndHalfThePrecisionOfTwoEqualHalves() {
        ClusterScores scores = ClusterScores.of(List.of("a", "a", "a", "a"), List.of("x", "x", "y", "y"), ALL);
        assertThat(scores.precision()).isEqualTo(50);
        assertThat(scores.recall()).isEqualTo(100);
        assertThat(scores.nmi()).isZero();
    }

    @Test
    void everyArticleByItselfHasFullPrecision() {
        ClusterScores scores = ClusterScores.of(List.of("a", "b", "c", "d"), List.of("x", "x", "y", "y"), ALL);
        assertThat(scores.precision()).isEqualTo(100);
        assertThat(scores.recall()).isEqualTo(50);
        assertThat(scores.stories()).isEqualTo(4);
    }

    @Test
    void onlyCountedArticlesWeighButOthersFillTheClusters() {
        ClusterScores scores = ClusterScores.of(List.of("a", "a", "b", "b"), List.of("x", "y", "z", "z"), List.of(0));
        assertThat(scores.precision()).isEqualTo(50);
    }

    @Test
    void nmiAndPairsAreOfTheCountedArticlesOnly() {
        ClusterScores scores =
                ClusterScores.of(List.of("a", "a", "b", "b"), List.of("x", "x", "y", "z"), List.of(0, 1));
        assertThat(scores.pairwiseF1()).isEqualTo(100);
        assertThat(scores.stories()).isEqualTo(1);
        assertThat(scores.articles()).isEqualTo(2);
    }

    @Test
    void partsArePooledByTheirArticles() {
        ClusterScores three = new ClusterScores(100, 100, 100, 100, 100, 2, 3);
        ClusterScores one = new ClusterScores(0, 20, 0, 0, 0, 1, 1);
        ClusterScores pooled = ClusterScores.pooled(List.of(three, one));
        assertThat(pooled.precision()).isEqualTo(75);
        assertThat(pooled.recall()).isEqualTo(80);
        assertThat(pooled.f1()).isEqualTo(2 * 75 * 80 / 155.0, within(1e-9));
        assertThat(pooled.stories()).isEqualTo(3);
        assertThat(pooled.articles()).isEqualTo(4);
    }
}
