package io.deltawire.local;

import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Properties;

/**
 * A stack that runs in the background, as its pid file tells of it.
 *
 * @param pid of the process that holds the broker and owns the registry
 * @param started when that process began, since a process id alone may by now belong to another program
 * @param bootstrapServers of the broker
 * @param registryUrl of Confluent's API
 */
record RunningStack(long pid, Instant started, String bootstrapServers, String registryUrl) {
    private static final String FILE = "stack.pid";

    /** The stack that this process is. */
    static RunningStack ofThisProcess(Stack stack) {
        ProcessHandle self = ProcessHandle.current();
        return new RunningStack(self.pid(), startOf(self), stack.bootstrapServers(), stack.registryUrl());
    }

    /** The stack that runs on {@code directory}; empty when none does, a left-over file notwithstanding. */
    static Optional<RunningStack> find(Path directory) throws IOException {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        Properties properties = new Properties();
        try (Reader reader = Files.newBufferedReader(file)) {
            properties.load(reader);
        }
        RunningStack stack = new RunningStack(
                Long.parseLong(properties.getProperty("pid")),
                Instant.parse(properties.getProperty("started")),
                properties.getProperty("bootstrap.servers"),
                properties.getProperty("schema.registry.url"));
        return stack.process().isPresent() ? Optional.of(stack) : Optional.empty();
    }

    /** Writes the file whole or not at all, so that nobody reads half of one. */
    void write(Path directory) throws IOException {
        Properties properties = new Properties();
        properties.setProperty("pid", Long.toString(pid));
        properties.setProperty("started", started.toString());
        properties.setProperty("bootstrap.servers", bootstrapServers);
        properties.setProperty("schema.registry.url", registryUrl);
        Path next = directory.resolve(FILE + ".next");
        try (Writer writer = Files.newBufferedWriter(next)) {
            properties.store(writer, "a deltawire stack; ./deltawire local down ends it");
        }
        Files.move(next, directory.resolve(FILE), StandardCopyOption.ATOMIC_MOVE);
    }

    static void forget(Path directory) throws IOException {
        Files.deleteIfExists(directory.resolve(FILE));
    }

    /** Ends it and waits until it has ended; by force after {@code patience}. */
    void end(Duration patience) throws InterruptedException {
        Optional<ProcessHandle> running = process();
        running.ifPresent(ProcessHandle::destroy);
        long deadline = System.nanoTime() + patience.toNanos();
        while (process().isPresent()) {
            if (System.nanoTime() > deadline) {
                running.ifPresent(ProcessHandle::destroyForcibly);
            }
            Thread.sleep(100);
        }
    }

    private Optional<ProcessHandle> process() {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(handle -> startOf(handle).equals(started));
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
