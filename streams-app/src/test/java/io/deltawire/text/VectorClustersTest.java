package io.deltawire.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VectorClustersTest {
    private static int coarse(String word) {
        return VectorClusters.at(VectorClusters.english().of(word), 0);
    }

    @Test
    void wordsOfLikeUseShareAClusterAndOthersDoNot() {
        assertThat(coarse("nairobi")).isNotZero().isEqualTo(coarse("kampala")).isNotEqualTo(coarse("minister"));
    }

    @Test
    void finerClustersAreNumberedHigher() {
        long clusters = VectorClusters.english().of("parliament");
        for (int level = 0; level < VectorClusters.LEVELS; level++) {
            assertThat(VectorClusters.at(clusters, level)).isBetween(1, 1 << 13);
        }
    }

    @Test
    void wordsNeverMetHaveNone() {
        assertThat(VectorClusters.english().of("qxzvbn-qqxz")).isZero();
    }
}
