package io.deltawire.serve;

import io.deltawire.ops.StreamsApp;
import io.deltawire.schemas.Settings;
import io.deltawire.web.HttpServer;
import io.deltawire.web.HttpSettings;
import io.deltawire.web.Routes;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance: the HTTP server, which is up first so that it answers while broker and registry are awaited, and the streams app. */
public final class Instance implements AutoCloseable {
    private final Optional<HttpServer> http;
    private final StreamsApp app;

    private Instance(Optional<HttpServer> http, StreamsApp app) {
        this.http = http;
        this.app = app;
    }

    /**
     * Starts both; waits for broker, topics, registry and schemas.
     *
     * @throws IllegalArgumentException if a setting is wrong; it is named
     */
    public static Instance start(Settings settings) throws InterruptedException {
        AtomicReference<@Nullable StreamsApp> started = new AtomicReference<>();
        Optional<HttpServer> http =
                HttpServer.start(HttpSettings.of(settings), routes(() -> Optional.ofNullable(started.get())));
        try {
            StreamsApp app = StreamsApp.start(settings);
            started.set(app);
            return new Instance(http, app);
        } catch (InterruptedException | RuntimeException e) {
            http.ifPresent(HttpServer::close);
            throw e;
        }
    }

    /** @param app the streams app, empty as long as something is awaited */
    @SuppressWarnings("UnusedVariable") // probes and metrics will ask it
    private static List<Routes> routes(Supplier<Optional<StreamsApp>> app) {
        return List.of();
    }

    public StreamsApp app() {
        return app;
    }

    /** Where a browser on this machine finds the server; empty when it is off. */
    public Optional<String> address() {
        return http.map(HttpServer::address);
    }

    @Override
    public void close() {
        http.ifPresent(HttpServer::close);
        app.close();
    }
}
