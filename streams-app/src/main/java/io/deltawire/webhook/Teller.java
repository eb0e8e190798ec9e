package io.deltawire.webhook;

import io.deltawire.schemas.Settings;
import io.deltawire.view.Archive;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Tells one webhook from a thread of its own, and begins again after a failure. */
final class Teller {
    private static final Logger LOG = LoggerFactory.getLogger(Teller.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);
    private static final Duration ENDS_WITHIN = Duration.ofSeconds(15);

    private final Webhook hook;
    private final Settings settings;
    private final Archive archive;
    private final long firstPauseMillis;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Thread thread;
    private volatile @Nullable Delivery delivery;

    private Teller(Webhook hook, Settings settings, Archive archive, long firstPauseMillis) {
        this.hook = hook;
        this.settings = settings;
        this.archive = archive;
        this.firstPauseMillis = firstPauseMillis;
        thread = new Thread(this::run, "webhook-" + hook.name());
        thread.setDaemon(true);
    }

    static Teller start(Webhook hook, Settings settings, Archive archive, long firstPauseMillis) {
        Teller teller = new Teller(hook, settings, archive, firstPauseMillis);
        teller.thread.start();
        return teller;
    }

    Webhook hook() {
        return hook;
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try (DeadLetterBox dead = new DeadLetterBox(settings);
                        Delivery telling = new Delivery(hook, settings, dead, archive, firstPauseMillis)) {
                    delivery = telling;
                    while (closing.getCount() > 0) {
                        telling.round();
                    }
                } catch (WakeupException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("webhook {} is interrupted and begins again: {}", hook.name(), e.toString());
                } finally {
                    delivery = null;
                }
                closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Asks it to end; it leaves its group, so that another instance goes on at once. */
    void stop() {
        closing.countDown();
        Delivery telling = delivery;
        if (telling != null) {
            telling.wakeup();
        }
    }

    /** Waits for its end, for as long as a receiver may take to answer. */
    void awaitEnd() throws InterruptedException {
        thread.join(ENDS_WITHIN.toMillis());
        thread.interrupt();
    }
}
