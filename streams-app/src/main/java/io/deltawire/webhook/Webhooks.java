package io.deltawire.webhook;

import io.deltawire.schemas.Settings;
import io.deltawire.view.Summary;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.apache.kafka.common.errors.InterruptException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All webhooks of an instance, each with a thread of its own. */
public final class Webhooks implements AutoCloseable {
    /** JSON file that names them; without it there are none. */
    public static final String FILE = "deltawire.webhooks.file";

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Function<String, Optional<Summary>> summaries;
    private final long firstPauseMillis;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();

    private Webhooks(Settings settings, Function<String, Optional<Summary>> summaries, long firstPauseMillis) {
        this.settings = settings;
        this.summaries = summaries;
        this.firstPauseMillis = firstPauseMillis;
    }

    /**
     * Begins to tell; waits for nothing.
     *
     * @param summaries finds the story of an event, for filters by entity
     * @throws IllegalArgumentException naming what is wrong with the file
     */
    public static Webhooks start(Settings settings, Function<String, Optional<Summary>> summaries) {
        return start(settings, summaries, System.getenv(), Delivery.firstPause());
    }

    static Webhooks start(
            Settings settings,
            Function<String, Optional<Summary>> summaries,
            Map<String, String> environment,
            long firstPauseMillis) {
        Webhooks webhooks = new Webhooks(settings, summaries, firstPauseMillis);
        String file = settings.get(FILE, "");
        if (!file.isEmpty()) {
            for (Webhook hook : Webhook.read(Path.of(file), environment)) {
                Thread thread = new Thread(() -> webhooks.run(hook), "webhook-" + hook.name());
                thread.setDaemon(true);
                webhooks.threads.add(thread);
            }
            webhooks.threads.forEach(Thread::start);
        }
        return webhooks;
    }

    private void run(Webhook hook) {
        try {
            while (closing.getCount() > 0) {
                try (DeadLetterBox dead = new DeadLetterBox(settings);
                        Delivery delivery = new Delivery(hook, settings, dead, summaries, firstPauseMillis)) {
                    while (closing.getCount() > 0) {
                        delivery.round();
                    }
                } catch (InterruptException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("webhook {} is interrupted and begins again: {}", hook.name(), e.toString());
                }
                closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        threads.forEach(Thread::interrupt);
        for (Thread thread : threads) {
            try {
                thread.join(Duration.ofSeconds(15).toMillis());
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }
}
