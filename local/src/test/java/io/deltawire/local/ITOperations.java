package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.deltawire.avro.RawArticle;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import io.deltawire.serve.Instance;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** What an instance tells those who run it, and that dashboards and alerts ask for what is there. */
@ExtendWith(StackExtension.class)
@Timeout(240)
class ITOperations {
    private static final Path DEPLOY = Path.of("../deploy");
    private static final Duration DEADLINE = Duration.ofSeconds(90);
    private static final Pattern METRIC = Pattern.compile("\\b(?:deltawire|kafka|jvm|process|system)_[a-z0-9_]+\\b");
    private static final Pattern EXPRESSION =
            Pattern.compile("\"?expr\"?: *(?:\"((?:[^\"\\\\]|\\\\.)*)\"|(?:\\|\\s*)?(.+))");

    @TempDir
    private Path state;

    private final HttpClient client = HttpClient.newHttpClient();

    @Test
    void probesFollowTheInstanceFromItsStartToItsEnd(Stack stack) throws Exception {
        int port = Ports.free(1).get(0);
        Settings settings = StreamsSettings.defaults()
                .with(Map.of(
                        "bootstrap.servers",
                        stack.bootstrapServers(),
                        "schema.registry.url",
                        stack.registryUrl(),
                        "application.id",
                        "probed",
                        "deltawire.prefix",
                        "probed.",
                        "deltawire.topics.partitions",
                        "1",
                        "deltawire.topics.replication",
                        "1",
                        "deltawire.http.port",
                        Integer.toString(port),
                        "state.dir",
                        state.toString()));
        CompletableFuture<Instance> starting = CompletableFuture.supplyAsync(() -> start(settings));
        String base = "http://127.0.0.1:" + port;
        await().atMost(DEADLINE)
                .ignoreExceptions()
                .until(() -> get(base + "/livez").statusCode() == 200);
        assertThat(get(base + "/readyz").statusCode()).isEqualTo(503);
        assertThat(get(base + "/readyz").body()).startsWith("waiting for broker");
        assertThat(get(base + "/topology").statusCode()).isEqualTo(503);
        HttpResponse<String> early = get(base + "/api/stories");
        assertThat(early.statusCode()).isEqualTo(503);
        assertThat(early.headers().firstValue("Retry-After")).contains("2");
        assertThat(early.headers().firstValue("Deltawire-Instance")).isPresent();
        assertThat(get(base + "/metrics").body()).contains("jvm_memory_used_bytes");
        try (TopicSetup setup = new TopicSetup(settings)) {
            setup.create(line -> {});
        }
        try (Instance instance = starting.get()) {
            await().atMost(DEADLINE).until(() -> get(base + "/readyz").statusCode() == 200);
            assertThat(get(base + "/livez").body()).isEqualTo("RUNNING\n");
            assertThat(get(base + "/topology").body()).contains("Sub-topology: 0", "stories-state");
            JsonNode version = new JsonMapper().readTree(get(base + "/version").body());
            assertThat(version.get("application").asText()).isEqualTo("probed");
            assertThat(version.get("run").asText()).hasSize(12);
            assertThat(version.get("version").asText()).matches("\\d+\\.\\d+\\.\\d+.*");
            assertThat(instance.address()).contains(base);
        }
    }

    @Test
    void metricsCountWhatWasDoneAndDashboardsAskForNothingElse(Stack stack) throws Exception {
        try (Cluster cluster = new Cluster(stack, state, 2, 1, Map.of("deltawire.http.port", "0"))) {
            Records expected = ContractInput.backtest(cluster.topics, 1);
            List<RawArticle> articles = ContractInput.articles();
            articles.forEach(article -> cluster.send(0, article));
            cluster.mark(Mark.END, ContractInput.last());
            try (Instance instance = Instance.start(cluster.settings)) {
                cluster.read(expected.size());
                String page = instance.address().orElseThrow() + "/metrics";
                // ORDER tells its levels every few seconds, the first time some seconds after its start.
                await().atMost(DEADLINE).until(() -> get(page).body().contains("deltawire_watermark_lag_seconds{"));
                String metrics = get(page).body();
                Map<String, Double> values = values(metrics);
                assertThat(values.get("deltawire_articles_total")).isEqualTo(articles.size());
                assertThat(sum(values, "deltawire_changes_total"))
                        .isEqualTo(size(expected, cluster.topics.factChanges()));
                assertThat(sum(values, "deltawire_updates_total"))
                        .isEqualTo(size(expected, cluster.topics.storyUpdates()));
                assertThat(values.get("deltawire_latency_seconds_count"))
                        .isEqualTo(sum(values, "deltawire_changes_total"));
                assertThat(sum(values, "deltawire_stories_live")).isPositive();
                assertThat(sum(values, "deltawire_dead_letters_total")).isZero();
                assertThat(sum(values, "deltawire_upstream_reachable")).isEqualTo(2);
                assertThat(values.get("deltawire_stage_seconds_count{stage=\"enrich\"}"))
                        .isEqualTo(articles.size());
                Files.writeString(Path.of("target/metrics.txt"), metrics);
                everyExpressionAsksForMetricsThatAreThere(names(values));
            }
        }
    }

    private static void everyExpressionAsksForMetricsThatAreThere(TreeSet<String> there) throws IOException {
        for (String file : List.of("grafana/deltawire.json", "prometheus/rules.yml")) {
            Matcher expressions = EXPRESSION.matcher(Files.readString(DEPLOY.resolve(file)));
            int count = 0;
            while (expressions.find()) {
                String expression = expressions.group(1) == null ? expressions.group(2) : expressions.group(1);
                List<String> asked = METRIC.matcher(expression)
                        .results()
                        .map(each -> each.group())
                        .toList();
                assertThat(asked).as(expression).isNotEmpty();
                assertThat(there).as("%s: %s", file, expression).containsAll(asked);
                count++;
            }
            assertThat(count).as(file).isGreaterThan(5);
        }
    }

    private static Instance start(Settings settings) {
        try {
            return Instance.start(settings);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Names as rules see them; histograms by their parts. */
    private static TreeSet<String> names(Map<String, Double> values) {
        return values.keySet().stream()
                .map(name -> name.replaceAll("\\{.*", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Map<String, Double> values(String metrics) {
        Map<String, Double> values = new TreeMap<>();
        metrics.lines().filter(line -> !line.startsWith("#")).forEach(line -> {
            int end = line.lastIndexOf(' ');
            values.put(
                    line.substring(0, end),
                    Double.valueOf(line.substring(end + 1).replace("Inf", "Infinity")));
        });
        return values;
    }

    private static double sum(Map<String, Double> values, String name) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
    }

    private static int size(Records records, String topic) {
        return records.byTopicAndKey().entrySet().stream()
                .filter(each -> each.getKey().startsWith(topic + " "))
                .mapToInt(each -> each.getValue().size())
                .sum();
    }

    private HttpResponse<String> get(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofSeconds(20))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }
}
