package io.deltawire.serve;

import io.deltawire.view.Json;
import io.deltawire.view.View;
import io.deltawire.web.Routes;
import io.javalin.config.RoutesConfig;
import io.javalin.http.ServiceUnavailableResponse;
import java.util.Map;
import java.util.Set;

/** Says who answers, and lets nobody read from a copy that is still being read in. */
record Readiness(View view, String name) implements Routes {
    static final String INSTANCE = "Deltawire-Instance";

    /** These answer always: they don't look at stories. */
    private static final Set<String> ALWAYS = Set.of("/api/status", "/api/openapi.json");

    @Override
    public void addTo(RoutesConfig routes) {
        routes.before(ctx -> {
            ctx.header(INSTANCE, name);
            boolean data = ctx.path().startsWith("/api/") || ctx.path().startsWith("/feeds/");
            if (data && !ALWAYS.contains(ctx.path()) && !view.isReady()) {
                throw new ServiceUnavailableResponse(
                        "this instance has not read all stories yet", Map.of("Retry-After", "2"));
            }
        });
        routes.get(
                "/api/status",
                ctx -> Answers.json(
                        ctx,
                        Json.MAPPER
                                .createObjectNode()
                                .put("instance", name)
                                .put("ready", view.isReady())
                                .put("stories", view.archive().size())
                                .put("positions", view.positions().toString())));
    }
}
