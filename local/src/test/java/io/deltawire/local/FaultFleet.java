package io.deltawire.local;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Instances of the streams app as processes, each with its state, and some with static membership. */
final class FaultFleet implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    /** Instances at a time. */
    static final int MOST = 4;

    private final Settings settings;
    private final Path home;
    private final Random random;
    private final boolean allStatic;
    private final List<Integer> ports = Ports.free(MOST);
    private final TreeMap<Integer, Process> running = new TreeMap<>();
    private int endedByThemselves;

    /** @param allStatic whether all instances have static membership, or every other one */
    FaultFleet(Settings settings, Path home, Random random, boolean allStatic) {
        this.settings = settings;
        this.home = home;
        this.random = random;
        this.allStatic = allStatic;
    }

    /** Starts the lowest instance that does not run. */
    int add() throws IOException {
        int slot = 0;
        while (running.containsKey(slot)) {
            slot++;
        }
        start(slot);
        return slot;
    }

    void start(int slot) throws IOException {
        Map<String, String> own = new HashMap<>(settings.values());
        own.put("state.dir", state(slot).toString());
        own.put("deltawire.http.port", Integer.toString(ports.get(slot)));
        if (allStatic || slot % 2 == 0) {
            own.put("group.instance.id", "instance-" + slot);
        }
        List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
        own.forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        running.put(
                slot,
                Child.start(
                        List.of("-Xmx512m", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"),
                        Deltawire.class,
                        arguments,
                        log(slot).toFile()));
    }

    int any() {
        List<Integer> slots = List.copyOf(running.keySet());
        return slots.get(random.nextInt(slots.size()));
    }

    List<Integer> all() {
        return List.copyOf(running.keySet());
    }

    /** kill -9. Every third time the state is gone too, as when a machine is lost. */
    boolean kill(int slot) throws IOException, InterruptedException {
        Process process = running.remove(slot);
        process.destroyForcibly().waitFor();
        boolean lost = random.nextInt(3) == 0;
        if (lost) {
            Folder.delete(state(slot));
        }
        return lost;
    }

    /** SIGTERM, and its exit code. */
    int stop(int slot) throws InterruptedException, IOException {
        Process process = running.remove(slot);
        Child.terminate(process);
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("instance " + slot + " did not stop within " + STOP_SECONDS + " s");
        }
        return process.exitValue();
    }

    /** What its readiness probe says. */
    boolean ready(int slot) throws IOException {
        HttpURLConnection probe = (HttpURLConnection) URI.create("http://127.0.0.1:" + ports.get(slot) + "/readyz")
                .toURL()
                .openConnection();
        probe.setConnectTimeout(2_000);
        probe.setReadTimeout(2_000);
        return probe.getResponseCode() == 200;
    }

    /** Starts those again that ended by themselves, as a supervisor would. */
    void revive(Consumer<String> say) throws IOException {
        for (int slot : all()) {
            Process process = running.get(slot);
            if (process != null && !process.isAlive()) {
                endedByThemselves++;
                say.accept(
                        "instance " + slot + " ended by itself with " + process.exitValue() + " and is started again");
                start(slot);
            }
        }
    }

    /** How many ended without being told to. */
    int endedByThemselves() {
        return endedByThemselves;
    }

    /** Which instances live and which do not, in one line. */
    String describe() {
        List<String> each = new ArrayList<>();
        running.forEach((slot, process) ->
                each.add("instance " + slot + (process.isAlive() ? " lives" : " ended with " + process.exitValue())));
        return String.join(", ", each);
    }

    /** Makes those that live write their threads' stacks to their logs, which are returned. */
    List<Path> askForStacks() throws IOException, InterruptedException {
        List<Path> logs = new ArrayList<>();
        for (int slot : all()) {
            Process process = running.get(slot);
            if (process != null && process.isAlive()) {
                signal("-QUIT", slot);
                logs.add(log(slot));
            }
        }
        return logs;
    }

    void freeze(int slot) throws IOException, InterruptedException {
        signal("-STOP", slot);
    }

    void thaw(int slot) throws IOException, InterruptedException {
        signal("-CONT", slot);
    }

    private void signal(String name, int slot) throws IOException, InterruptedException {
        String pid = Long.toString(running.get(slot).pid());
        new ProcessBuilder("kill", name, pid).inheritIO().start().waitFor();
    }

    private Path log(int slot) {
        return home.resolve("instance-" + slot + ".log");
    }

    private Path state(int slot) throws IOException {
        return Files.createDirectories(home.resolve("state-" + slot));
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
