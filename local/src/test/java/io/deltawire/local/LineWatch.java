package io.deltawire.local;

import io.deltawire.schemas.Settings;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.awaitility.Awaitility;
import org.awaitility.core.ConditionTimeoutException;

/**
 * Waits for a line to go on. Instances that end by themselves are started again, as a supervisor would. How long a fault may take
 * is no business of a test of correctness, so the patience is long and grows with the machine's slowness; a line that stands still
 * is described, once while it is waited for and again in the failure.
 */
final class LineWatch {
    /** More than the longest that Kafka's clients wait for each other by default, which is five minutes. */
    private static final Duration LEAST = Duration.ofMinutes(10);

    /** So many times what the first start took: 8 s on an idle machine. */
    private static final int STARTS = 30;

    private static final Duration TELL_AFTER = Duration.ofMinutes(2);
    private static final Duration POLL = Duration.ofMillis(300);

    private final Settings settings;
    private final FaultFleet fleet;
    private final Standstill standstill;
    private final Consumer<String> say;
    private Duration patience = LEAST;
    private boolean started;

    /** @param home where the processes write their logs */
    LineWatch(Settings settings, FaultFleet fleet, Path home, Consumer<String> say) {
        this.settings = settings;
        this.fleet = fleet;
        this.say = say;
        standstill = new Standstill(settings, fleet, home);
    }

    /** Adds what only the caller knows of, as whether a broker of its own lives. */
    void tell(Callable<String> fact) {
        standstill.tell(fact);
    }

    /** Waits until the app has committed more than it had. */
    void awaitMore(String after) {
        long[] before = {-1};
        long begin = System.nanoTime();
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", settings.get("bootstrap.servers", "")))) {
            await(after, () -> {
                long now = committed(admin);
                if (before[0] < 0) {
                    before[0] = now;
                }
                return now > before[0];
            });
        }
        if (!started) {
            started = true;
            Duration slow = Duration.ofNanos(System.nanoTime() - begin).multipliedBy(STARTS);
            patience = slow.compareTo(LEAST) > 0 ? slow : LEAST;
        }
    }

    /** Waits until all is worked off, however long that takes, as long as it goes on. */
    void awaitEnd() {
        try (Backlog backlog = new Backlog(settings)) {
            long[] worked = {-1};
            boolean[] through = {false};
            while (!through[0]) {
                long before = worked[0];
                await("the end of the feed", () -> {
                    through[0] = backlog.isThrough();
                    worked[0] = backlog.worked();
                    return through[0] || worked[0] > before;
                });
            }
        }
    }

    private void await(String after, Callable<Boolean> goesOn) {
        long begin = System.nanoTime();
        boolean[] told = {false};
        try {
            Awaitility.await()
                    .atMost(patience)
                    .pollInterval(POLL)
                    .ignoreExceptions()
                    .until(() -> {
                        fleet.revive(say);
                        if (!told[0] && System.nanoTime() - begin > TELL_AFTER.toNanos()) {
                            told[0] = true;
                            say.accept(standstill.describe(TELL_AFTER, after));
                        }
                        return goesOn.call();
                    });
        } catch (ConditionTimeoutException e) {
            throw new AssertionError(standstill.describe(patience, after), e);
        }
    }

    private long committed(Admin admin) throws Exception {
        return admin
                .listConsumerGroupOffsets(settings.get("application.id", ""))
                .partitionsToOffsetAndMetadata()
                .get(10, TimeUnit.SECONDS)
                .values()
                .stream()
                .mapToLong(OffsetAndMetadata::offset)
                .sum();
    }
}
