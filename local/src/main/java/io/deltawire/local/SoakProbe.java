package io.deltawire.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Looks at an instance from outside: its metrics, its process, its folder. */
final class SoakProbe {
    private static final double MB = 1 << 20;
    private static final double KB_IN_MB = 1 << 10;
    private static final double MOST = 0.99;

    private final HttpClient client = HttpClient.newHttpClient();
    private final String base;
    private final long pid;
    private final Path state;

    /** Changes counted at the last sample that came out within each bound of seconds. */
    private Map<Double, Double> latencies = Map.of();

    SoakProbe(String port, long pid, Path state) {
        this.base = "http://127.0.0.1:" + port;
        this.pid = pid;
        this.state = state;
    }

    boolean ready() throws InterruptedException {
        try {
            return get("/readyz").statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        }
    }

    SoakSample sample(Duration at, long sent) throws IOException, InterruptedException {
        Map<String, Double> values = values(get("/metrics").body());
        return new SoakSample(
                at,
                sent,
                (long) sum(values, "deltawire_articles_total"),
                values.entrySet().stream()
                                .filter(each -> each.getKey().startsWith("jvm_memory_used_bytes{area=\"heap\""))
                                .mapToDouble(Map.Entry::getValue)
                                .sum()
                        / MB,
                rss(),
                disk(),
                (long) sum(values, "deltawire_stories_live"),
                (long) sum(values, "deltawire_order_depth"),
                quantile(values));
    }

    /** From Linux's own account; zero elsewhere. */
    private double rss() throws IOException {
        Path status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / KB_IN_MB)
                .findFirst()
                .orElse(0);
    }

    private double disk() throws IOException {
        try (Stream<Path> files = Files.walk(state)) {
            return files.filter(Files::isRegularFile).mapToLong(SoakProbe::size).sum() / MB;
        } catch (UncheckedIOException goneMeanwhile) {
            return disk();
        }
    }

    /** RocksDB deletes files while they are counted. */
    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException gone) {
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Upper bound of the bucket that holds it, of what was counted since the last call; NaN if nothing was. */
    private double quantile(Map<String, Double> values) {
        SortedMap<Double, Double> counts = new TreeMap<>();
        values.forEach((name, value) -> {
            if (name.startsWith("deltawire_latency_seconds_bucket{le=\"")) {
                counts.put(bound(name), value);
            }
        });
        Map<Double, Double> before = latencies;
        latencies = counts;
        double all = added(counts, before, Double.POSITIVE_INFINITY);
        if (all == 0) {
            return Double.NaN;
        }
        return counts.keySet().stream()
                .filter(bound -> added(counts, before, bound) >= MOST * all)
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private static double added(Map<Double, Double> counts, Map<Double, Double> before, double bound) {
        return counts.getOrDefault(bound, 0.0) - before.getOrDefault(bound, 0.0);
    }

    private static double bound(String bucket) {
        String bound = bucket.substring(bucket.indexOf('"') + 1, bucket.lastIndexOf('"'));
        return bound.equals("+Inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(bound);
    }

    private static double sum(Map<String, Double> values, String name) {
        return values.entrySet().stream()
                .filter(each -> each.getKey().equals(name) || each.getKey().startsWith(name + "{"))
                .mapToDouble(Map.Entry::getValue)
                .sum();
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

    private HttpResponse<String> get(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(20))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.ofString());
    }
}
