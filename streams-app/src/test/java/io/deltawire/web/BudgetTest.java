package io.deltawire.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class BudgetTest {
    private final AtomicLong now = new AtomicLong();
    private final Budget budget = new Budget(5, now::get);

    @Test
    void callerMaySpendTwoSecondsWorthAtOnceAndThenWaits() {
        for (int i = 0; i < 10; i++) {
            assertThat(budget.take("a")).isTrue();
        }
        assertThat(budget.take("a")).isFalse();
        now.addAndGet(200_000_000);
        assertThat(budget.take("a")).isTrue();
        assertThat(budget.take("a")).isFalse();
    }

    @Test
    void callersDoNotShareABudget() {
        for (int i = 0; i < 20; i++) {
            budget.take("a");
        }
        assertThat(budget.take("b")).isTrue();
    }

    @Test
    void zeroIsNoLimit() {
        Budget none = new Budget(0, now::get);
        for (int i = 0; i < 1_000; i++) {
            assertThat(none.take("a")).isTrue();
        }
    }
}
