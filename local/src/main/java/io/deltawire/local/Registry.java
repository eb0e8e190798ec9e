package io.deltawire.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
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

    private static final String JSON = "application/vnd.schemaregistry.v1+json";

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
        return new Registry(builder.start(), "http://127.0.0.1:" + port + "/apis/ccompat/v7", log);
    }

    /**
     * Waits until the registry answers, and makes FULL_TRANSITIVE the rule for every subject (Apicurio's default is NONE).
     *
     * @throws IOException if the child ends or does not answer in time
     */
    void awaitReady() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();
        long deadline = System.nanoTime() + READY_WITHIN.toNanos();
        while (!answers(client)) {
            if (process.waitFor(100, TimeUnit.MILLISECONDS)) {
                throw new IOException("schema registry ended with exit code " + process.exitValue() + logTail());
            }
            if (System.nanoTime() > deadline) {
                throw new IOException(
                        "schema registry not ready within " + READY_WITHIN.toSeconds() + " s" + logTail());
            }
        }
        HttpRequest rule = HttpRequest.newBuilder(URI.create(url + "/config"))
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        HttpResponse<String> answer = client.send(rule, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException("schema registry refused FULL_TRANSITIVE: " + answer.statusCode() + answer.body());
        }
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

    private boolean answers(HttpClient client) throws InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url + "/subjects"))
                .timeout(Duration.ofSeconds(10))
                .build();
        try {
            return client.send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private String logTail() throws IOException {
        List<String> lines = Files.readAllLines(log);
        List<String> tail = lines.subList(Math.max(0, lines.size() - 15), lines.size());
        return "; the end of " + log + ":\n" + String.join("\n", tail);
    }
}
