package io.deltawire.serve;

import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.Telemetry;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Version;
import io.deltawire.web.HttpServer;
import io.deltawire.web.HttpSettings;
import io.deltawire.web.Routes;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** One instance: the HTTP server, which is up first so that it answers while broker and registry are awaited, and the streams app. */
public final class Instance implements AutoCloseable {
    private final Optional<Front> front;
    private final StreamsApp app;

    private Instance(Optional<Front> front, StreamsApp app) {
        this.front = front;
        this.app = app;
    }

    /** The HTTP server and what it reads from. */
    private record Front(Reading reading, HttpServer http) implements AutoCloseable {
        @Override
        public void close() {
            reading.stopStreaming();
            http.close();
            reading.close();
        }
    }

    /**
     * Starts both; waits for broker, topics, registry and schemas.
     *
     * @throws IllegalArgumentException if a setting is wrong; it is named
     */
    public static Instance start(Settings settings) throws InterruptedException {
        AtomicReference<@Nullable StreamsApp> started = new AtomicReference<>();
        HttpSettings http = HttpSettings.of(settings);
        Telemetry telemetry = Telemetry.create(Version.current());
        Optional<Front> front = http.port().isEmpty()
                ? Optional.empty()
                : Optional.of(front(settings, http, routes(telemetry, () -> Optional.ofNullable(started.get()))));
        try {
            StreamsApp app = StreamsApp.start(settings, telemetry);
            started.set(app);
            return new Instance(front, app);
        } catch (InterruptedException | RuntimeException e) {
            front.ifPresent(Front::close);
            throw e;
        }
    }

    private static Front front(Settings settings, HttpSettings http, List<Routes> others) {
        Reading reading = Reading.start(settings, name(http));
        try {
            List<Routes> all = new ArrayList<>(others);
            all.addAll(reading.routes());
            return new Front(reading, HttpServer.start(http, all).orElseThrow());
        } catch (RuntimeException e) {
            reading.close();
            throw e;
        }
    }

    /** Host and process: enough to tell instances apart, on one machine too. */
    private static String name(HttpSettings http) {
        String host;
        try {
            host = InetAddress.getLocalHost().getHostName();
        } catch (UnknownHostException e) {
            host = http.host();
        }
        int port = http.port().orElse(0);
        return host + ":" + (port == 0 ? "pid" + ProcessHandle.current().pid() : port);
    }

    /** @param app the streams app, empty as long as something is awaited */
    private static List<Routes> routes(Telemetry telemetry, Supplier<Optional<StreamsApp>> app) {
        return List.of(new OpsRoutes(telemetry, Version.current(), app));
    }

    public StreamsApp app() {
        return app;
    }

    /** Where a browser on this machine finds the server; empty when it is off. */
    public Optional<String> address() {
        return front.map(each -> each.http().address());
    }

    @Override
    public void close() {
        front.ifPresent(Front::close);
        app.close();
    }
}
