package io.deltawire.web;

import io.javalin.config.RoutesConfig;

/**
 * A part of what the server answers. Paths under {@code /api} and {@code /feeds} ask for the token, if one is set, and answer
 * other machines only when that is allowed; all other paths (probes, metrics, the page's own files) answer everybody who
 * reaches the port.
 */
@FunctionalInterface
public interface Routes {
    /** Adds handlers; called once, before the server listens. */
    void addTo(RoutesConfig routes);
}
