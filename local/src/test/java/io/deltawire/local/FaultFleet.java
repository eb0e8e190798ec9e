package io.deltawire.local;

import io.deltawire.schemas.Settings;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;

/** Instances of the streams app as processes, each with its state, and some with static membership. */
final class FaultFleet implements AutoCloseable {
    private static final int STOP_SECONDS = 60;

    private final Settings settings;
    private final Path home;
    private final Random random;
    private final TreeMap<Integer, Process> running = new TreeMap<>();

    FaultFleet(Settings settings, Path home, Random random) {
        this.settings = settings;
        this.home = home;
        this.random = random;
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
        own.put("deltawire.http.port", "off");
        if (slot % 2 == 0) {
            own.put("group.instance.id", "instance-" + slot);
        }
        List<String> arguments = new ArrayList<>(List.of("run", "--quiet"));
        own.forEach((name, value) -> arguments.addAll(List.of("-D", name + "=" + value)));
        File log = home.resolve("instance-" + slot + ".log").toFile();
        running.put(
                slot,
                new ProcessBuilder(TestPrograms.java(List.of("-Xmx512m"), Deltawire.class, arguments))
                        .redirectErrorStream(true)
                        .redirectOutput(ProcessBuilder.Redirect.appendTo(log))
                        .start());
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
        TestPrograms.terminate(process);
        if (!process.waitFor(STOP_SECONDS, TimeUnit.SECONDS)) {
            throw new IOException("instance " + slot + " did not stop within " + STOP_SECONDS + " s");
        }
        return process.exitValue();
    }

    Process process(int slot) {
        return running.get(slot);
    }

    private Path state(int slot) throws IOException {
        return Files.createDirectories(home.resolve("state-" + slot));
    }

    @Override
    public void close() {
        running.values().forEach(Process::destroyForcibly);
    }
}
