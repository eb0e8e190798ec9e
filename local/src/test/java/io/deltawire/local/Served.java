package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.Mark;
import io.deltawire.serve.Instance;
import io.deltawire.topology.ContractInput;
import io.deltawire.web.HttpSettings;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.awaitility.Awaitility;

/** A deltawire of its own with an instance that serves it, and what tests ask of one. */
final class Served implements AutoCloseable {
    static final Duration PATIENCE = Duration.ofMinutes(4);

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    final Cluster cluster;
    final Instance instance;
    private Instant clock = Instant.parse("2026-01-01T00:00:00Z");

    Served(Stack stack, Path state, int partitions, Map<String, String> more) throws Exception {
        Map<String, String> set = new HashMap<>(Map.of(HttpSettings.PORT, "0", HttpSettings.RATE, "0"));
        set.putAll(more);
        cluster = new Cluster(stack, state, partitions, 1, set);
        instance = Instance.start(cluster.settings);
    }

    String address() {
        return instance.address().orElseThrow();
    }

    /** Publishes the samples and waits until their stories are served. */
    void publishSamples() throws Exception {
        int partition = 0;
        for (RawArticle article : ContractInput.articles()) {
            cluster.send(partition++ % cluster.partitions(), article);
        }
        // An article takes effect when the clock has gone past it.
        cluster.mark(Mark.OPEN, ContractInput.last().plusSeconds(1));
        int changes = ContractInput.backtest(cluster.topics, 1).byTopicAndKey().entrySet().stream()
                .filter(each -> each.getKey().startsWith(cluster.topics.factChanges() + " "))
                .mapToInt(each -> each.getValue().size())
                .sum();
        Awaitility.await()
                .atMost(PATIENCE)
                .ignoreExceptions()
                .untilAsserted(() -> assertThat(counted("/api/stories")).isEqualTo(changes));
    }

    private int counted(String path) throws Exception {
        int sum = 0;
        for (JsonNode story : get(path).path("stories")) {
            for (JsonNode count : story.path("changes")) {
                sum += count.asInt();
            }
        }
        return sum;
    }

    /** Publishes one more article, later than all before. */
    void publish(String id, String title, String text) {
        clock = clock.plusSeconds(3_600);
        cluster.send(
                0,
                RawArticle.newBuilder()
                        .setId(id)
                        .setUrl("")
                        .setTitle(title)
                        .setText(text)
                        .setPublishedAt(clock)
                        .setSource("Harbour Post")
                        .setLang("en")
                        .build());
        cluster.mark(Mark.OPEN, clock.plusSeconds(1));
    }

    JsonNode get(String path) throws Exception {
        return JSON.readTree(ask(path).body());
    }

    HttpResponse<String> ask(String path, String... headers) throws Exception {
        return askAt(address(), path, headers);
    }

    static HttpResponse<String> askAt(String address, String path, String... headers) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(URI.create(address + path)).timeout(Duration.ofSeconds(30));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return CLIENT.send(request.build(), BodyHandlers.ofString());
    }

    @Override
    public void close() {
        instance.close();
        cluster.close();
    }
}
