package io.deltawire.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class DeskFirstTest {
    private static final int LONG_SECONDS = 20;
    private static final int SHORT_MILLIS = 200;

    private final AtomicLong now = new AtomicLong();
    private final DeskFirst two = new DeskFirst(2, now::get);
    private final ExecutorService desk = Executors.newSingleThreadExecutor();
    private final ExecutorService others = Executors.newCachedThreadPool();
    private final CountDownLatch done = new CountDownLatch(1);

    @AfterEach
    void end() {
        done.countDown();
        others.shutdownNow();
        desk.shutdownNow();
    }

    @Test
    void asManyAreEnrichedAsThereAreProcessors() throws Exception {
        assertThat(begins(enriching(two))).isTrue();
        assertThat(begins(enriching(two))).isTrue();
        assertThat(waits(enriching(two))).as("a third").isTrue();
    }

    @Test
    void aDeskAtWorkHasAProcessorToItself() throws Exception {
        desk.submit(two::atDesk).get();
        assertThat(begins(enriching(two))).isTrue();
        assertThat(waits(enriching(two))).as("a second beside a desk").isTrue();
        assertThat(desk.submit(() -> two.enrich(() -> "own")).get(LONG_SECONDS, TimeUnit.SECONDS))
                .as("what the desk's thread has to enrich")
                .isEqualTo("own");
    }

    @Test
    void anIdleDeskLeavesItsProcessorToOthers() throws Exception {
        desk.submit(two::atDesk).get();
        assertThat(begins(enriching(two))).isTrue();
        CountDownLatch second = enriching(two);
        assertThat(waits(second)).isTrue();
        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(100));
        assertThat(begins(second)).isTrue();
    }

    @Test
    void aThreadWhoseDeskIsGoneWaitsLikeAnyOther() throws Exception {
        desk.submit(two::atDesk).get();
        now.addAndGet(TimeUnit.SECONDS.toNanos(2));
        assertThat(begins(enriching(two))).isTrue();
        assertThat(begins(enriching(two))).isTrue();
        Future<Integer> own = desk.submit(() -> two.enrich(() -> 1));
        assertThat(own).isNotDone();
        done.countDown();
        assertThat(own.get(LONG_SECONDS, TimeUnit.SECONDS)).isEqualTo(1);
    }

    @Test
    void oneIsEnrichedHoweverManyDesksWork() throws Exception {
        for (int i = 0; i < 5; i++) {
            Thread another = new Thread(two::atDesk);
            another.start();
            another.join();
        }
        assertThat(begins(enriching(two))).isTrue();
    }

    @Test
    void whatFailsLeavesItsPlace() throws Exception {
        DeskFirst one = new DeskFirst(1, now::get);
        Future<?> fails = others.submit(() -> one.enrich(() -> {
            throw new IllegalStateException("no article");
        }));
        assertThat(fails).failsWithin(LONG_SECONDS, TimeUnit.SECONDS);
        assertThat(begins(enriching(one))).isTrue();
    }

    /** Has a thread of its own enrich an article until the end, and tells when it begins. */
    private CountDownLatch enriching(DeskFirst processors) {
        CountDownLatch begun = new CountDownLatch(1);
        others.submit(() -> processors.enrich(() -> {
            begun.countDown();
            return awaitDone();
        }));
        return begun;
    }

    private boolean awaitDone() {
        try {
            return done.await(LONG_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static boolean begins(CountDownLatch begun) throws InterruptedException {
        return begun.await(LONG_SECONDS, TimeUnit.SECONDS);
    }

    private static boolean waits(CountDownLatch begun) throws InterruptedException {
        return !begun.await(SHORT_MILLIS, TimeUnit.MILLISECONDS);
    }
}
