package io.deltawire.web;

import io.javalin.Javalin;
import io.javalin.util.JavalinBindException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The HTTP server of an instance. */
public final class HttpServer implements AutoCloseable {
    private final Javalin javalin;
    private final String host;

    private HttpServer(Javalin javalin, String host) {
        this.javalin = javalin;
        this.host = host;
    }

    /**
     * Starts to listen; does nothing when the port is off.
     *
     * @throws IllegalArgumentException if the port can't be had
     */
    public static Optional<HttpServer> start(HttpSettings settings, List<Routes> parts) {
        OptionalInt port = settings.port();
        if (port.isEmpty()) {
            return Optional.empty();
        }
        Guard guard = new Guard(settings);
        Javalin javalin = Javalin.create(config -> {
            config.startup.showJavalinBanner = false;
            config.startup.showOldJavalinVersionWarning = false;
            config.jetty.host = settings.host();
            config.jetty.port = port.getAsInt();
            config.http.maxRequestSize = 0;
            config.http.prefer405over404 = true;
            config.jetty.modifyHttpConfiguration(http -> {
                http.setSendServerVersion(false);
                http.setRequestHeaderSize(16_384);
            });
            config.routes.before(guard);
            Problems.addTo(config.routes);
            parts.forEach(part -> part.addTo(config.routes));
        });
        try {
            return Optional.of(new HttpServer(javalin.start(), settings.host()));
        } catch (JavalinBindException e) {
            throw new IllegalArgumentException(
                    "port " + port.getAsInt() + " on " + settings.host() + " is taken or not ours to use; "
                            + HttpSettings.PORT + " names another one, or off",
                    e);
        }
    }

    /** Port that it listens on. */
    public int port() {
        return javalin.port();
    }

    /** Where a browser on this machine finds it. */
    public String address() {
        return "http://" + (host.equals("0.0.0.0") ? "localhost" : host) + ":" + port();
    }

    @Override
    public void close() {
        javalin.stop();
    }
}
