package io.deltawire.local;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryState;
import io.deltawire.schemas.AvroSerde;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadInfo;
import java.lang.management.ThreadMXBean;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * Prints what serving costs; a program, not a test: {@code java -cp … io.deltawire.local.ServeSpeed}. Lists of 10,000 stories beside an
 * endpoint that does nothing, and the CPU time of everything that serves 200 subscribers at 50 changes a second.
 */
final class ServeSpeed {
    private static final int STORIES = 10_000;
    private static final int CLIENTS = 200;
    private static final int CHANGES_PER_SECOND = 50;
    private static final int SECONDS = 20;
    private static final int CALLS = 200;

    private ServeSpeed() {}

    public static void main(String[] args) throws Exception {
        Path folder = Files.createTempDirectory("deltawire-speed");
        List<Integer> ports = Ports.free(2);
        try (LocalStack stack = LocalStack.start(folder, ports.get(0), ports.get(1));
                Served served = new Served(stack, folder.resolve("state"), 3, Map.of())) {
            tell(
                    served,
                    Story.class,
                    STORIES,
                    i -> new ProducerRecord<>(served.cluster.topics.stories(), "en:s" + i, story(i)));
            while (served.get("/api/status").path("stories").asInt() < STORIES) {
                LockSupport.parkNanos(100_000_000);
            }
            double nothing = median(served, "/favicon.svg");
            System.out.printf(Locale.ROOT, "an endpoint that does nothing: %.2f ms%n", nothing);
            for (String path : List.of(
                    "/api/stories",
                    "/api/stories?limit=200",
                    "/api/stories?sort=articles&limit=50",
                    "/api/stories?q=number+77&limit=50",
                    "/api/stories?entity=Bay&disputed=false")) {
                double ms = median(served, path);
                System.out.printf(
                        Locale.ROOT, "%s of %d: %.2f ms, %.1f times nothing%n", path, STORIES, ms, ms / nothing);
            }
            double without = cpu(served, "no subscribers");
            AtomicLong bytes = new AtomicLong();
            URI address = URI.create(served.address());
            for (int i = 0; i < CLIENTS; i++) {
                Thread thread = new Thread(() -> listen(address, bytes), "subscriber-" + i);
                thread.setDaemon(true);
                thread.start();
            }
            LockSupport.parkNanos(2_000_000_000);
            double with = cpu(served, CLIENTS + " subscribers");
            System.out.printf(
                    Locale.ROOT,
                    "%d subscribers at %d changes/s cost %.1f %% of one core, %.1f %% of this machine; %.1f MB/s sent%n",
                    CLIENTS,
                    CHANGES_PER_SECOND,
                    100 * (with - without),
                    100 * (with - without) / Runtime.getRuntime().availableProcessors(),
                    bytes.get() / 1e6 / SECONDS);
        }
        System.exit(0);
    }

    /** Seconds of CPU a second, of the threads that serve, while changes come at a steady rate. */
    private static double cpu(Served served, String what) throws Exception {
        double before = serving();
        long begun = System.nanoTime();
        tell(served, FactChange.class, CHANGES_PER_SECOND * SECONDS, i -> {
            long due = begun + i * 1_000_000_000L / CHANGES_PER_SECOND;
            while (System.nanoTime() < due) {
                LockSupport.parkNanos(due - System.nanoTime());
            }
            return new ProducerRecord<>(served.cluster.topics.factChanges(), "en:s" + i % STORIES, change(what + i, i));
        });
        LockSupport.parkNanos(1_000_000_000);
        double rate = (serving() - before) / SECONDS;
        System.out.printf(Locale.ROOT, "%s: %.1f %% of one core for view, stream and HTTP%n", what, 100 * rate);
        return rate;
    }

    private static double serving() {
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        long nanos = 0;
        for (ThreadInfo thread : threads.getThreadInfo(threads.getAllThreadIds())) {
            if (thread != null && isServing(thread.getThreadName())) {
                nanos += threads.getThreadCpuTime(thread.getThreadId());
            }
        }
        return nanos / 1e9;
    }

    private static boolean isServing(String name) {
        return name.equals("view")
                || name.equals("change-stream")
                || name.startsWith("Jetty")
                || name.startsWith("qtp");
    }

    private static void listen(URI address, AtomicLong bytes) {
        try (Socket socket = new Socket(address.getHost(), address.getPort())) {
            socket.getOutputStream()
                    .write(("GET /api/changes/stream HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            InputStream in = socket.getInputStream();
            byte[] buffer = new byte[65_536];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                bytes.addAndGet(read);
            }
        } catch (java.io.IOException e) {
            System.err.println(e.getMessage());
        }
    }

    private static double median(Served served, String path) throws Exception {
        double[] times = new double[CALLS];
        for (int i = -CALLS; i < CALLS; i++) {
            long begun = System.nanoTime();
            if (served.ask(path).statusCode() != 200) {
                throw new IllegalStateException(path);
            }
            if (i >= 0) {
                times[i] = (System.nanoTime() - begun) / 1e6;
            }
        }
        Arrays.sort(times);
        return times[CALLS / 2];
    }

    private interface Records<T> {
        ProducerRecord<String, T> at(int i);
    }

    private static <T extends SpecificRecord> void tell(Served served, Class<T> type, int count, Records<T> records) {
        Map<String, Object> config = served.cluster.settings.forClients();
        try (KafkaProducer<String, T> producer = new KafkaProducer<>(
                config, new StringSerializer(), AvroSerde.of(type, config).serializer())) {
            for (int i = 0; i < count; i++) {
                producer.send(records.at(i));
            }
        }
    }

    private static Story story(int i) {
        Instant at = Instant.parse("2026-02-01T00:00:00Z").plusSeconds(i);
        return Story.newBuilder()
                .setId("en:s" + i)
                .setDesk("en")
                .setTitle("Council of town number " + i + " decides on its harbour")
                .setState(StoryState.OPEN)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setArticleCount(i % 40)
                .setIndependentSources(i % 9)
                .setOutlets(List.of("Harbour Post", "Meridian Times"))
                .setEntities(List.of(new io.deltawire.avro.EntityWeight(
                        "place:bay", i % 10 == 0 ? "Bay" : "Hill", "PLACE", true, true, 3)))
                .build();
    }

    private static FactChange change(String id, int i) {
        return FactChange.newBuilder()
                .setId(id)
                .setType(ChangeType.REVISED)
                .setStoryId("en:s" + i % STORIES)
                .setFactId("f")
                .setAt(Instant.parse("2026-03-01T00:00:00Z").plusSeconds(i))
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setBefore("12")
                .setAfter("41")
                .setAfterSources(List.of("Harbour Post", "Meridian Times"))
                .setText("Killed revised from 12 to 41 — 2 sources")
                .build();
    }
}
