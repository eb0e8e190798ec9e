package io.deltawire.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Apicurio Registry as a child process on 127.0.0.1, with its schemas in an H2 file. Clients use the API of Confluent's
 * registry, at {@link #url()}. The child ends when this JVM ends, however it ends (see {@link Tether}).
 */
final class Registry implements AutoCloseable {
    /** Generous: 4 s on an idle machine, but builds that share two cores have needed half a minute. */
    private static final Duration READY_WITHIN = Duration.ofMinutes(2);

    private final Process process;
    private final String url;
    private final Path log;

    private Registry(Process process, String url, Path log) {
        this.process = process;
        this.url = url;
        this.log = log;
    }

    /**
     * Starts the child and returns at once; {@link #awaitReady()} waits for it.
     *
     * @param directory for the database and the log, created when it is new
     * @throws PortTakenException if somebody listens on {@code port}
     */
    static Registry launch(Path directory, int port) throws IOException {
        Ports.requireFree(port, "schema registry");
        Files.createDirectories(directory);
        RegistryProgram program = RegistryProgram.find();
        Path log = directory.resolve("registry.log");
        ProcessBuilder builder = new ProcessBuilder(program.command()).redirectErrorStream(true);
        builder.redirectOutput(log.toFile());
        builder.environment().put("QUARKUS_HTTP_HOST", "127.0.0.1");
        builder.environment().put("QUARKUS_HTTP_PORT", Integer.toString(port));
        // Without WRITE_DELAY=0 a schema registered just before a kill is lost and its id is given away again.
        builder.environment()
                .put("REGISTRY_DATASOURCE_URL", "jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0");
        // The default of 5 s is too short for opening the database on a machine under load.
        builder.environment().put("QUARKUS_DATASOURCE_JDBC_ACQUISITION_TIMEOUT", "60S");
        return new Registry(builder.start(), "http://127.0.0.1:" + port + "/apis/ccompat/v7", log);
    }

    /**
     * Waits until the registry answers, and makes FULL_TRANSITIVE its rule.
     *
     * @throws IOException if the child ends or does not answer in time
     */
    void awaitReady() throws IOException, InterruptedException {
        RegistryApi api = new RegistryApi(url);
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!api.answers()) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("schema registry ended with exit code " + process.exitValue() + logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "schema registry not ready within " + READY_WITHIN.toSeconds() + " s" + logTail());
            }
        }
        api.requireFullTransitive();
    }

    /** Base address of the Confluent API, for {@code schema.registry.url}. */
    String url() {
        return url;
    }

    /** Process id of the child. */
    long pid() {
        return process.pid();
    }

    int awaitEnd() throws InterruptedException {
        return process.waitFor();
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(10, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }

    private String logTail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> tail = lines.subList(Math.max(0, lines.size() - 15), lines.size());
        return "; the end of " + log + ":\n" + String.join("\n", tail);
    }
}
