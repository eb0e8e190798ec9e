package io.deltawire.webhook;

import io.deltawire.schemas.Settings;
import io.deltawire.view.Archive;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All webhooks of an instance: those of its file, and those of the topic, which it follows. */
public final class Webhooks implements AutoCloseable {
    /** JSON file that names some. */
    public static final String FILE = "deltawire.webhooks.file";

    private static final Logger LOG = LoggerFactory.getLogger(Webhooks.class);
    private static final Duration PAUSE = Duration.ofSeconds(5);

    private final Settings settings;
    private final Archive archive;
    private final Map<String, String> environment;
    private final CountDownLatch closing = new CountDownLatch(1);
    private final Map<String, Teller> ofFile = new TreeMap<>();
    private final Map<String, Teller> ofTopic = new TreeMap<>();
    private final Map<String, String> refused = new HashMap<>();
    private final Thread follower = new Thread(this::follow, "webhooks");
    private volatile @Nullable WebhookTopic topic;

    private Webhooks(Settings settings, Archive archive, Map<String, String> environment) {
        this.settings = settings;
        this.archive = archive;
        this.environment = environment;
        follower.setDaemon(true);
    }

    /**
     * Begins to tell; waits for nothing.
     *
     * @param archive finds the story of an event, for filters by entity
     * @param environment where secrets are looked up
     * @throws IllegalArgumentException naming what is wrong with the file, or a setting
     */
    public static Webhooks start(Settings settings, Archive archive, Map<String, String> environment) {
        boolean follows = WebhookTopic.isFollowed(settings);
        String file = settings.get(FILE, "");
        List<Webhook> hooks = file.isEmpty() ? List.of() : Webhook.read(Path.of(file), environment);
        Webhooks webhooks = new Webhooks(settings, archive, environment);
        hooks.forEach(hook -> webhooks.ofFile.put(hook.name(), webhooks.tell(hook)));
        if (follows) {
            webhooks.follower.start();
        }
        return webhooks;
    }

    private Teller tell(Webhook hook) {
        return Teller.start(hook, settings, archive, Delivery.firstPause());
    }

    private void follow() {
        try {
            while (closing.getCount() > 0) {
                try (WebhookTopic read = new WebhookTopic(settings)) {
                    topic = read;
                    read.follow(this::take);
                } catch (WakeupException e) {
                    return;
                } catch (RuntimeException e) {
                    LOG.warn("the topic of webhooks can't be read and is tried again: {}", e.toString());
                } finally {
                    topic = null;
                }
                closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends what is no longer on the topic, or is there in another form, and begins what is new. */
    private synchronized void take(SortedMap<String, String> texts) {
        if (closing.getCount() == 0) {
            return;
        }
        Map<String, Webhook> wanted = new TreeMap<>();
        refused.keySet().retainAll(texts.keySet());
        texts.forEach((name, text) -> {
            try {
                Webhook.require(
                        !ofFile.containsKey(name),
                        "webhooks topic, '" + name + "': the file of this instance has one of that name");
                wanted.put(name, WebhookTopic.webhook(name, text, environment));
                refused.remove(name);
            } catch (IllegalArgumentException e) {
                if (!text.equals(refused.put(name, text))) {
                    LOG.error("this instance does not tell a webhook: {}", e.getMessage());
                }
            }
        });
        Map<String, Teller> ended = new TreeMap<>(ofTopic);
        ended.values()
                .removeIf(
                        teller -> teller.hook().equals(wanted.get(teller.hook().name())));
        end(ended);
        ofTopic.keySet().removeAll(ended.keySet());
        wanted.forEach((name, hook) -> {
            if (!ofTopic.containsKey(name)) {
                LOG.info("{} is told", hook);
                ofTopic.put(name, tell(hook));
            }
        });
    }

    /** Webhooks that are told now. */
    public synchronized List<Webhook> told() {
        return Stream.concat(ofFile.values().stream(), ofTopic.values().stream())
                .map(Teller::hook)
                .toList();
    }

    private static void end(Map<String, Teller> tellers) {
        tellers.values().forEach(Teller::stop);
        try {
            for (Teller teller : tellers.values()) {
                teller.awaitEnd();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closing.countDown();
        WebhookTopic read = topic;
        if (read != null) {
            read.wakeup();
        }
        synchronized (this) {
            end(ofTopic);
            end(ofFile);
        }
    }
}
