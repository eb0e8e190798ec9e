package io.deltawire.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class BCubedTest {
    @Test
    void theGoldGroupsUnderOtherNamesScoreFull() {
        assertThat(BCubed.f1(List.of("x", "x", "y"), List.of("1", "1", "2"))).isEqualTo(100);
    }

    /** Four articles of two stories in one group: precision 1/2, recall 1. */
    @Test
    void onePileOfTwoStoriesLosesPrecision() {
        assertThat(BCubed.f1(List.of("x", "x", "x", "x"), List.of("1", "1", "2", "2")))
                .isCloseTo(200.0 / 3, Offset.offset(1e-9));
    }
}
