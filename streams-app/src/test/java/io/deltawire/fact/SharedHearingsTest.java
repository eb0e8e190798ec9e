package io.deltawire.fact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class SharedHearingsTest {
    private final SharedHearings shared = new SharedHearings();
    private final AtomicInteger worked = new AtomicInteger();

    @Test
    void whatOneWorkedOutOthersTake() {
        SharedHearings.Answer first = shared.hear("history", this::work);
        SharedHearings.Answer second = shared.hear("history", this::work);
        SharedHearings.Answer elsewhere = shared.hear("another", this::work);

        assertThat(worked).hasValue(2);
        assertThat(first.own()).isTrue();
        assertThat(second.own()).isFalse();
        assertThat(second.heard()).isSameAs(first.heard());
        assertThat(elsewhere.own()).isTrue();
    }

    @Test
    void whoComesAfterAFailureTriesItself() {
        assertThatThrownBy(() -> shared.hear("history", () -> {
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");

        assertThat(shared.hear("history", this::work).own()).isTrue();
    }

    @Test
    void whatIsClearedIsWorkedOutAnew() {
        shared.hear("history", this::work);
        shared.clear();

        assertThat(shared.hear("history", this::work).own()).isTrue();
    }

    private SharedHearings.Heard work() {
        worked.incrementAndGet();
        return new SharedHearings.Heard(List.of(), List.of(), List.of(), List.of());
    }
}
