package io.deltawire.local;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/**
 * The two calls of Confluent's registry API that whoever starts a registry needs.
 *
 * @param url base address, e.g. {@code http://127.0.0.1:8081/apis/ccompat/v7}
 */
record RegistryApi(String url) {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final String JSON = "application/vnd.schemaregistry.v1+json";

    /** Whether it takes requests. */
    boolean answers() throws InterruptedException {
        HttpRequest request = request("/subjects").build();
        try {
            return client().send(request, BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    /**
     * Makes FULL_TRANSITIVE the rule for every subject that has none of its own: what is registered must be able to read
     * everything written before, and be read by everything written for before. Apicurio's default is no rule.
     */
    void requireFullTransitive() throws IOException, InterruptedException {
        HttpRequest request = request("/config")
                .header("Content-Type", JSON)
                .PUT(BodyPublishers.ofString("{\"compatibility\":\"FULL_TRANSITIVE\"}"))
                .build();
        HttpResponse<String> answer = client().send(request, BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IOException(
                    "schema registry refused FULL_TRANSITIVE: " + answer.statusCode() + " " + answer.body());
        }
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(url + path)).timeout(PATIENCE);
    }

    private static HttpClient client() {
        return HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    }
}
