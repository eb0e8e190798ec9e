package io.deltawire.producer;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/** Turns Ctrl-C and SIGTERM into an interrupt of the thread at work, and gives it time to end in order. */
final class Interruption implements AutoCloseable {
    private static final Duration GRACE = Duration.ofSeconds(10);

    private final CountDownLatch ended = new CountDownLatch(1);
    private final Thread hook;

    /** For the calling thread, until closed. */
    Interruption() {
        Thread worker = Thread.currentThread();
        hook = new Thread(() -> stop(worker), "stop");
        Runtime.getRuntime().addShutdownHook(hook);
    }

    private void stop(Thread worker) {
        worker.interrupt();
        try {
            if (!ended.await(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                System.err.println("deltawire: not all could be ended in " + GRACE.toSeconds() + " s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        ended.countDown();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The JVM is ending: it is the hook that we have just let go.
        }
    }
}
