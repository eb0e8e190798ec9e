package io.deltawire.serve;

import io.deltawire.ops.Health;
import io.deltawire.ops.StreamsApp;
import io.deltawire.ops.Telemetry;
import io.deltawire.schemas.Version;
import io.deltawire.web.Problem;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * For those who run it: {@code /livez}, {@code /readyz}, {@code /metrics}, {@code /topology}, {@code /version}. They answer from
 * the start, also while broker and registry are awaited.
 *
 * @param app empty as long as something is awaited
 */
record OpsRoutes(Telemetry telemetry, Version version, Supplier<Optional<StreamsApp>> app) implements Routes {
    private static final String PROMETHEUS = "text/plain; version=0.0.4; charset=utf-8";

    /** Answer of {@code /version}; run is empty until the streams app is up. */
    record Running(String version, String kafka, String java, String application, String run) {}

    @Override
    public void addTo(RoutesConfig routes) {
        routes.get("/livez", ctx -> probe(ctx, telemetry.health().live()));
        routes.get("/readyz", ctx -> probe(ctx, telemetry.health().ready()));
        routes.get("/metrics", ctx -> ctx.contentType(PROMETHEUS).result(telemetry.scrape()));
        routes.get("/topology", this::topology);
        routes.get("/version", ctx -> ctx.json(running()));
    }

    private static void probe(Context ctx, Health.Answer answer) {
        ctx.status(answer.well() ? HttpStatus.OK : HttpStatus.SERVICE_UNAVAILABLE)
                .result(answer.detail() + "\n");
    }

    private void topology(Context ctx) {
        Optional<StreamsApp> running = app.get();
        if (running.isPresent()) {
            ctx.result(running.get().describe());
        } else {
            HttpStatus status = HttpStatus.SERVICE_UNAVAILABLE;
            ctx.status(status)
                    .json(new Problem(
                            status.getCode(),
                            status.getMessage(),
                            telemetry.health().ready().detail()));
        }
    }

    private Running running() {
        Optional<StreamsApp.RunInfo> run = app.get().map(StreamsApp::run);
        return new Running(
                version.deltawire(),
                version.kafka(),
                version.java(),
                run.map(StreamsApp.RunInfo::applicationId).orElse(""),
                run.map(StreamsApp.RunInfo::id).orElse(""));
    }
}
