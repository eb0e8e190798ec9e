package io.deltawire.web;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import io.javalin.http.HttpStatus;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Map;
import java.util.Set;

/** Stands before every handler: headers that keep a browser safe, and who may ask for data. */
final class Guard implements Handler {
    private static final String BEARER = "Bearer ";
    private static final Set<String> LOCAL_NAMES = Set.of("localhost", "127.0.0.1", "[::1]");
    private static final Map<String, String> SAFE = Map.of(
            "Content-Security-Policy",
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; font-src 'self'; "
                    + "manifest-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'; "
                    + "require-trusted-types-for 'script'",
            "X-Content-Type-Options",
            "nosniff",
            "Referrer-Policy",
            "no-referrer",
            "Cross-Origin-Opener-Policy",
            "same-origin",
            "Cross-Origin-Resource-Policy",
            "same-origin");

    private final HttpSettings settings;
    private final boolean loopbackOnly;
    private final Budget budget;

    Guard(HttpSettings settings) {
        this.settings = settings;
        loopbackOnly = isLoopback(settings.host());
        budget = new Budget(settings.requestsPerSecond(), System::nanoTime);
    }

    @Override
    public void handle(Context ctx) {
        SAFE.forEach(ctx::header);
        String path = ctx.path();
        if (!path.startsWith("/api") && !path.startsWith("/feeds")) {
            return;
        }
        if (!budget.take(ctx.ip())) {
            ctx.header("Retry-After", "1");
            refuse(
                    ctx,
                    HttpStatus.TOO_MANY_REQUESTS,
                    "more than " + settings.requestsPerSecond() + " requests a second");
        } else if (!settings.token().isEmpty()) {
            if (!tokenOf(ctx)) {
                ctx.header("WWW-Authenticate", "Bearer");
                refuse(ctx, HttpStatus.UNAUTHORIZED, "send the token as Authorization: Bearer");
            }
        } else if (!settings.open() && !isLoopback(ctx.ip())) {
            refuse(
                    ctx,
                    HttpStatus.FORBIDDEN,
                    "other machines are not answered; set " + HttpSettings.TOKEN + " or " + HttpSettings.OPEN
                            + "=true");
        } else if (!settings.open() && loopbackOnly && !LOCAL_NAMES.contains(name(ctx))) {
            // A foreign page whose name was made to point at 127.0.0.1 must not read what we say.
            refuse(ctx, HttpStatus.FORBIDDEN, "only localhost is a name of this server");
        }
    }

    private boolean tokenOf(Context ctx) {
        String sent = ctx.header("Authorization");
        return sent != null
                && sent.startsWith(BEARER)
                && MessageDigest.isEqual(
                        sent.substring(BEARER.length()).getBytes(StandardCharsets.UTF_8),
                        settings.token().getBytes(StandardCharsets.UTF_8));
    }

    private static void refuse(Context ctx, HttpStatus status, String why) {
        Problems.answer(ctx, status, why);
        ctx.skipRemainingHandlers();
    }

    private static String name(Context ctx) {
        String host = ctx.host() == null ? "" : ctx.host();
        int colon = host.lastIndexOf(':');
        return colon > host.lastIndexOf(']') ? host.substring(0, colon) : host;
    }

    private static boolean isLoopback(String address) {
        try {
            return InetAddress.getByName(address).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
