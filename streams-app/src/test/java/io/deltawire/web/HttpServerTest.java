package io.deltawire.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.schemas.Settings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HttpServerTest {
    private static final Routes HELLO = routes -> {
        routes.get("/api/hello", ctx -> ctx.result("hello"));
        routes.get("/livez", ctx -> ctx.result("alive"));
    };

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void partsAnswerUnderHeadersThatKeepABrowserSafe() throws Exception {
        try (HttpServer server = start(Map.of())) {
            HttpResponse<String> answer = get(server, "/api/hello");
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).isEqualTo("hello");
            assertThat(answer.headers().firstValue("Content-Security-Policy"))
                    .hasValueSatisfying(policy -> assertThat(policy).contains("default-src 'none'"));
            assertThat(answer.headers().firstValue("Server")).isEmpty();
            assertThat(get(server, "/api/nothing").statusCode()).isEqualTo(404);
        }
    }

    @Test
    void dataAsksForTheTokenAndProbesDoNot() throws Exception {
        try (HttpServer server = start(Map.of(HttpSettings.TOKEN, "open sesame"))) {
            assertThat(get(server, "/api/hello").statusCode()).isEqualTo(401);
            assertThat(get(server, "/api/hello", "Authorization", "Bearer wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(get(server, "/api/hello", "Authorization", "Bearer open sesame")
                            .statusCode())
                    .isEqualTo(200);
            assertThat(get(server, "/livez").statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoAsksTooOftenIsToldToWait() throws Exception {
        try (HttpServer server = start(Map.of(HttpSettings.RATE, "1"))) {
            get(server, "/api/hello");
            get(server, "/api/hello");
            HttpResponse<String> third = get(server, "/api/hello");
            assertThat(third.statusCode()).isEqualTo(429);
            assertThat(third.headers().firstValue("Retry-After")).hasValue("1");
        }
    }

    @Test
    void offIsNoServer() {
        assertThat(HttpServer.start(settings(Map.of(HttpSettings.PORT, "off")), List.of()))
                .isEmpty();
    }

    @Test
    void wrongSettingsAndTakenPortsAreNamed() {
        assertThatThrownBy(() -> settings(Map.of(HttpSettings.PORT, "eighty")))
                .hasMessageContaining(HttpSettings.PORT + " is 'eighty'");
        assertThatThrownBy(() -> settings(Map.of(HttpSettings.OPEN, "yes"))).hasMessageContaining(HttpSettings.OPEN);
        try (HttpServer server = start(Map.of())) {
            String taken = Integer.toString(server.port());
            assertThatThrownBy(() -> HttpServer.start(settings(Map.of(HttpSettings.PORT, taken)), List.of()))
                    .isInstanceOf(IllegalArgumentException.class)
                    .hasMessageContaining("port " + taken + " on 127.0.0.1 is taken");
        }
    }

    private static HttpServer start(Map<String, String> set) {
        Map<String, String> all = new HashMap<>(set);
        all.put(HttpSettings.PORT, "0");
        return HttpServer.start(settings(all), List.of(HELLO)).orElseThrow();
    }

    private static HttpSettings settings(Map<String, String> set) {
        return HttpSettings.of(Settings.of(set));
    }

    private HttpResponse<String> get(HttpServer server, String path, String... headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(server.address() + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
