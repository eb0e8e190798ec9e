package io.deltawire.local;

import static org.awaitility.Awaitility.await;

import io.deltawire.local.FaultPlan.Fault;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;

/** A line whose broker, registry and instances are processes, and what happens to them. */
final class FaultRun implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final int PARTITIONS = 3;

    /** The least that a broker grants by default. */
    private static final int SESSION_MS = 6_000;

    private final Random random;
    private final Path home;
    private final List<Integer> ports = Ports.free(2);
    private final Consumer<String> say;
    private final Map<Fault, Integer> happened = new EnumMap<>(Fault.class);
    private final Map<Fault, Long> longestMs = new EnumMap<>(Fault.class);
    private final TreeMap<String, Integer> kills = new TreeMap<>();
    private Process broker;
    private Registry registry;
    private final Cluster cluster;
    private final FaultFleet fleet;
    private final FaultFeed feed;
    private final LineWatch watch;

    FaultRun(Path home, long seed, Consumer<String> say) throws Exception {
        this.home = home;
        this.say = say;
        random = new Random(seed);
        registry = Registry.launch(home.resolve("registry"), ports.get(1));
        broker = startBroker();
        registry.awaitReady();
        awaitBroker();
        cluster = new Cluster(
                new Away(bootstrapServers(), registry.url()),
                home,
                PARTITIONS,
                2,
                Map.of(
                        "session.timeout.ms",
                        Integer.toString(SESSION_MS),
                        "num.standby.replicas",
                        "1",
                        "deltawire.topics.replication",
                        "1",
                        "deltawire.desk.partitions",
                        Integer.toString(PARTITIONS)));
        fleet = new FaultFleet(cluster.settings, home, random, false);
        feed = new FaultFeed(cluster.settings, PARTITIONS, seed);
        watch = new LineWatch(cluster.settings, fleet, home, say);
        watch.tell(() -> "broker " + (broker.isAlive() ? "lives" : "ended with " + broker.exitValue()));
        watch.tell(() -> "registry " + (ProcessHandle.of(registry.pid()).isPresent() ? "lives" : "is gone"));
        watch.tell(feed::describe);
    }

    /** Addresses of a stack that this class starts and stops itself. */
    private record Away(String bootstrapServers, String registryUrl) implements Stack {
        @Override
        public void close() {}
    }

    Cluster cluster() {
        return cluster;
    }

    FaultFeed feed() {
        return feed;
    }

    Map<Fault, Integer> happened() {
        return happened;
    }

    /** Longest time from a fault until the line went on, by fault. */
    Map<Fault, Long> longestMs() {
        return longestMs;
    }

    Map<String, Integer> kills() {
        return kills;
    }

    int endedByThemselves() {
        return fleet.endedByThemselves();
    }

    /** All faults one after another, each once the line goes on after the one before; then to the end. */
    void run(FaultPlan plan, int instances, int articlesPerSecond) throws Exception {
        for (int i = 0; i < instances; i++) {
            fleet.add();
        }
        feed.start(articlesPerSecond);
        watch.awaitMore("the start");
        for (Fault fault : plan.faults()) {
            pause(random.nextInt(2_000));
            long begin = System.nanoTime();
            Fault done = cause(fault);
            happened.merge(done, 1, Integer::sum);
            watch.awaitMore(done.name());
            long ms = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begin);
            longestMs.merge(done, ms, Math::max);
            say.accept(done + ", goes on after " + ms + " ms, instances " + fleet.all());
        }
        feed.end();
        watch.awaitEnd();
    }

    private Fault cause(Fault fault) throws Exception {
        switch (fault) {
            case KILL -> killAndStart(fleet.any(), random.nextInt(2_000));
            case KILL_ALL -> {
                List<Integer> all = fleet.all();
                for (int slot : all) {
                    kill(slot);
                }
                for (int slot : all) {
                    fleet.start(slot);
                }
            }
            case RESTART -> {
                int slot = fleet.any();
                fleet.stop(slot);
                fleet.start(slot);
            }
            case ADD_INSTANCE -> {
                if (fleet.all().size() >= FaultFleet.MOST) {
                    return cause(Fault.REMOVE_INSTANCE);
                }
                fleet.add();
            }
            case REMOVE_INSTANCE -> {
                if (fleet.all().size() < 2) {
                    return cause(Fault.ADD_INSTANCE);
                }
                fleet.stop(fleet.any());
            }
            case SESSION_TIMEOUT -> {
                int slot = fleet.any();
                fleet.freeze(slot);
                pause(SESSION_MS + 2_000);
                fleet.thaw(slot);
            }
            case BROKER_KILL -> {
                killed("broker");
                broker.destroyForcibly().waitFor();
                pause(random.nextInt(5_000));
                restartBroker();
            }
            case BROKER_RESTART -> {
                Child.terminate(broker);
                broker.waitFor();
                pause(random.nextInt(5_000));
                restartBroker();
            }
            case REGISTRY_KILL -> {
                killed("registry");
                ProcessHandle.of(registry.pid()).orElseThrow().destroyForcibly();
                registry.close();
                // An instance that starts now must wait for the registry.
                killAndStart(fleet.any(), 0);
                pause(random.nextInt(5_000));
                registry = Registry.launch(home.resolve("registry"), ports.get(1));
                registry.awaitReady();
            }
        }
        return fault;
    }

    private void killAndStart(int slot, int pauseMs) throws Exception {
        kill(slot);
        pause(pauseMs);
        fleet.start(slot);
    }

    private void kill(int slot) throws IOException, InterruptedException {
        killed(fleet.kill(slot) ? "instance with its state" : "instance");
    }

    private void killed(String what) {
        kills.merge(what, 1, Integer::sum);
    }

    private void restartBroker() throws IOException {
        broker = startBroker();
        awaitBroker();
    }

    private Process startBroker() throws IOException {
        File log = home.resolve("broker.log").toFile();
        return BrokerProgram.start(home.resolve("broker"), ports.get(0), log);
    }

    private String bootstrapServers() {
        return "127.0.0.1:" + ports.get(0);
    }

    private void awaitBroker() {
        Map<String, Object> config = Map.of(
                "bootstrap.servers", bootstrapServers(), "default.api.timeout.ms", 5_000, "request.timeout.ms", 5_000);
        await().atMost(PATIENCE).ignoreExceptions().until(() -> {
            if (!broker.isAlive()) {
                say.accept("the broker ended by itself with " + broker.exitValue() + " and is started again");
                broker = startBroker();
            }
            try (Admin admin = Admin.create(config)) {
                return !admin.describeCluster().nodes().get().isEmpty();
            }
        });
    }

    private static void pause(long ms) {
        await().pollDelay(Duration.ofMillis(ms)).atMost(PATIENCE).until(() -> true);
    }

    @Override
    public void close() {
        fleet.close();
        feed.close();
        cluster.close();
        registry.close();
        broker.destroyForcibly();
    }
}
