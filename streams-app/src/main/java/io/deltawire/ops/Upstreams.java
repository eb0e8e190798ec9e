package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import org.apache.kafka.clients.admin.Admin;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Asks broker and registry every few seconds whether they are there. One that has not answered for a while makes the instance not
 * ready; nothing is restarted and nothing is lost, the line waits. The log says so at once, then once a minute.
 */
final class Upstreams implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Upstreams.class);
    private static final Duration ASK_EVERY = Duration.ofSeconds(5);
    private static final int ANSWER_MS = 4_000;

    /** Three questions without an answer. */
    private static final Duration SILENT = Duration.ofSeconds(15);

    private static final Duration LOG_EVERY = Duration.ofMinutes(1);

    enum Upstream {
        BROKER,
        REGISTRY
    }

    /** Throws when the upstream does not answer. */
    @FunctionalInterface
    interface Question {
        void ask() throws Exception;
    }

    private final Map<Upstream, Question> questions;
    private final LongSupplier nanos;
    private final Map<Upstream, Long> answered = new ConcurrentHashMap<>();
    private final Map<Upstream, Long> logged = new ConcurrentHashMap<>();
    private final List<AutoCloseable> clients;
    private final ScheduledExecutorService asking;
    private final List<Future<?>> begun = new ArrayList<>();

    Upstreams(Map<Upstream, Question> questions, List<AutoCloseable> clients, LongSupplier nanos) {
        this.questions = questions;
        this.clients = clients;
        this.nanos = nanos;
        questions.keySet().forEach(upstream -> answered.put(upstream, nanos.getAsLong()));
        asking = Executors.newScheduledThreadPool(questions.size(), work -> {
            Thread thread = new Thread(work, "upstreams");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Begins to ask; both have just answered. */
    static Upstreams watch(Settings settings, MeterRegistry registry) {
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("default.api.timeout.ms", ANSWER_MS);
        config.put("request.timeout.ms", ANSWER_MS);
        Admin admin = Admin.create(config);
        Subjects subjects = new Subjects(settings);
        Upstreams upstreams = new Upstreams(
                Map.of(
                        Upstream.BROKER,
                        () -> admin.describeCluster().nodes().get(ANSWER_MS, TimeUnit.MILLISECONDS),
                        Upstream.REGISTRY,
                        subjects::answer),
                List.of(() -> admin.close(Duration.ZERO), subjects),
                System::nanoTime);
        for (Upstream upstream : Upstream.values()) {
            Gauge.builder("deltawire_upstream_reachable", upstreams, all -> all.reachable(upstream) ? 1 : 0)
                    .description("1 when it answered within the last " + SILENT.toSeconds() + " s")
                    .tag("upstream", name(upstream))
                    .register(registry);
            upstreams.begun.add(upstreams.asking.scheduleWithFixedDelay(
                    () -> upstreams.ask(upstream), 0, ASK_EVERY.toMillis(), TimeUnit.MILLISECONDS));
        }
        return upstreams;
    }

    boolean reachable(Upstream upstream) {
        return nanos.getAsLong() - answered.getOrDefault(upstream, 0L) < SILENT.toNanos();
    }

    /** Those that do not answer, as names; empty when all is well. */
    List<String> silent() {
        return questions.keySet().stream()
                .filter(upstream -> !reachable(upstream))
                .map(Upstreams::name)
                .sorted()
                .toList();
    }

    void ask(Upstream upstream) {
        try {
            questions.getOrDefault(upstream, () -> {}).ask();
            answered.put(upstream, nanos.getAsLong());
            if (logged.remove(upstream) != null) {
                LOG.info("{} answers again", name(upstream));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (Exception e) {
            long now = nanos.getAsLong();
            Long before = logged.get(upstream);
            if (before == null || now - before >= LOG_EVERY.toNanos()) {
                logged.put(upstream, now);
                LOG.warn("{} can't be reached, the line waits for it: {}", name(upstream), e.toString());
            }
        }
    }

    private static String name(Upstream upstream) {
        return upstream.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public void close() {
        begun.forEach(question -> question.cancel(true));
        asking.shutdownNow();
        for (AutoCloseable client : clients) {
            try {
                client.close();
            } catch (Exception e) {
                LOG.debug("a client of the probes did not close", e);
            }
        }
    }
}
