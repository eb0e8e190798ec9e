package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits, with back-off and a line in the log once a minute, for what the streams app can't begin without. */
final class Readiness {
    private static final Logger LOG = LoggerFactory.getLogger(Readiness.class);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(10);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(250);
    private static final Duration LOG_EVERY = Duration.ofMinutes(1);
    private static final int ANSWER_SECONDS = 20;

    private final Settings settings;
    private final Health health;

    Readiness(Settings settings, Health health) {
        this.settings = settings;
        this.health = health;
    }

    /** Waits for the broker and all our topics; gives the number of partitions of the raw articles. */
    int awaitSource() throws InterruptedException {
        return await("broker " + settings.get("bootstrap.servers", ""), this::sourcePartitions);
    }

    /** Waits for the registry and all our schemas in it. */
    void awaitSchemas() throws InterruptedException {
        await("registry " + settings.get("schema.registry.url", ""), () -> {
            try (Subjects subjects = new Subjects(settings)) {
                List<String> differences = subjects.differences();
                if (!differences.isEmpty()) {
                    throw new IOException(differences.get(0) + "; deltawire topics create registers the schemas");
                }
                return true;
            }
        });
    }

    private int sourcePartitions() throws Exception {
        String topic = settings.topics().articlesRaw();
        Map<String, Object> config = new HashMap<>(settings.forClients());
        try (Admin admin = Admin.create(config)) {
            TopicDescription found = admin.describeTopics(settings.topics().all())
                    .allTopicNames()
                    .get(ANSWER_SECONDS, TimeUnit.SECONDS)
                    .get(topic);
            return Objects.requireNonNull(found, topic).partitions().size();
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                throw new IOException("topics are missing; deltawire topics create makes the topics", e);
            }
            throw e;
        }
    }

    private <T> T await(String what, Callable<T> ready) throws InterruptedException {
        long pause = FIRST_PAUSE.toMillis();
        long logged = System.nanoTime() - LOG_EVERY.toNanos();
        health.waitsFor("waiting for " + what);
        while (true) {
            try {
                return ready.call();
            } catch (InterruptedException e) {
                throw e;
            } catch (Exception e) {
                if (System.nanoTime() - logged >= LOG_EVERY.toNanos()) {
                    LOG.warn("waiting for {}: {}", what, e.getMessage() == null ? e.toString() : e.getMessage());
                    logged = System.nanoTime();
                }
            }
            Thread.sleep(pause);
            pause = Math.min(2 * pause, LONGEST_PAUSE.toMillis());
        }
    }
}
