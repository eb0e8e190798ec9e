package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.streams.processor.api.MockProcessorContext;
import org.junit.jupiter.api.Test;

class EarlyCommitTest {
    private static final Duration EVERY = Duration.ofMillis(200);

    private final AtomicLong now = new AtomicLong();
    private final MockProcessorContext<String, String> context = new MockProcessorContext<>();
    private final EarlyCommit commits = new EarlyCommit(EVERY, now::get);

    @Test
    void aThreadWithTimeToSpareCommitsFiveTimesASecond() {
        assertThat(commitsOf(commits, 52, 5, 15)).isEqualTo(5);
    }

    @Test
    void aThreadThatWorksOffABacklogDoesNot() {
        assertThat(commitsOf(commits, 100, 10, 1)).isZero();
    }

    @Test
    void thePauseOfACommitIsNoTimeToSpare() {
        for (int second = 0; second < 5; second++) {
            assertThat(commitsOf(commits, 95, 10, 1)).isZero();
            pass(50);
        }
    }

    @Test
    void whatComesAfterALongSilenceIsCommittedAtOnce() {
        assertThat(commitsOf(commits, 1, 5, 60_000)).isZero();
        assertThat(commitsOf(commits, 1, 5, 0)).isEqualTo(1);
    }

    @Test
    void noneWhenTurnedOff() {
        assertThat(commitsOf(new EarlyCommit(Duration.ZERO, now::get), 50, 5, 15))
                .isZero();
    }

    /** Commits that were asked for on so many records. */
    private int commitsOf(EarlyCommit asked, int records, long work, long pause) {
        int committed = 0;
        for (int i = 0; i < records; i++) {
            asked.after(context, () -> pass(work));
            committed += context.committed() ? 1 : 0;
            context.resetCommit();
            pass(pause);
        }
        return committed;
    }

    private void pass(long millis) {
        now.addAndGet(Duration.ofMillis(millis).toNanos());
    }
}
