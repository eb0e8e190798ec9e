package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.deltawire.schemas.Settings;
import io.deltawire.view.View;
import io.deltawire.webhook.Signature;
import io.deltawire.webhook.WebhookTopic;
import io.deltawire.webhook.Webhooks;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.kafka.clients.admin.Admin;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** Webhooks of a file and of the topic, against a receiver that fails at times. */
@ExtendWith(StackExtension.class)
class ITWebhooks {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String SECRET = "a secret of the test";

    @TempDir
    private Path state;

    @Test
    void webhooksOfAFileAreToldEveryChangeSignedAndAgainAfterAFailureAndWhatTheyNeverTakeIsPutAside(Stack stack)
            throws Exception {
        Receiver receiver = new Receiver();
        Path secret = Files.writeString(state.resolve("secret"), SECRET);
        Path file = Files.writeString(state.resolve("webhooks.json"), """
                [{"name": "desk", "url": "%s/all", "secret_file": "%s", "kind": "QUANTITY", "from": "beginning"},
                 {"name": "broken", "url": "%s/never", "secret_file": "%s", "type": "DISPUTED", "from": "beginning", "tries": 2}]
                """.formatted(
                        receiver.address(), secret.getFileName(), receiver.address(), secret.getFileName()));
        try (receiver;
                Served served = new Served(stack, state, 2, Map.of(Webhooks.FILE, file.toString()))) {
            served.publishSamples();
            Set<String> figures = changes(served, "kind=QUANTITY");
            Set<String> disputes = changes(served, "type=DISPUTED");
            assertThat(figures).isNotEmpty();
            assertThat(disputes).isNotEmpty();
            Awaitility.await().atMost(Served.PATIENCE).untilAsserted(() -> {
                assertThat(new TreeSet<>(receiver.taken)).isEqualTo(figures);
                assertThat(receiver.refused).hasSizeGreaterThanOrEqualTo(2 * disputes.size());
            });
            assertThat(receiver.failedOnce).as("tried again").isNotEmpty().isSubsetOf(receiver.taken);
            assertThat(receiver.unsigned).isEmpty();
            Awaitility.await()
                    .atMost(Served.PATIENCE)
                    .untilAsserted(() -> assertThat(DeadLetters.keysOf(
                                    served.cluster.settings, served.cluster.topics.prefix() + "webhooks.dlq"))
                            .hasSize(disputes.size()));
        }
    }

    @Test
    void webhooksOfTheTopicAreTakenUpChangedAndEndedWhileInstancesRun(Stack stack) throws Exception {
        try (Receiver receiver = new Receiver();
                Served served = new Served(stack, state, 2, Map.of())) {
            Settings followed = served.cluster.settings.with(Map.of(
                    WebhookTopic.FOLLOWED,
                    "true",
                    "state.dir",
                    state.resolve("second").toString()));
            served.publishSamples();
            // Beside the instance a view with webhooks of its own: their environment can't be set for this process.
            try (View view = View.start(followed);
                    Webhooks webhooks =
                            Webhooks.start(followed, view.archive(), Map.of("WEBHOOK_DESK", SECRET, "OTHER", SECRET))) {
                assertThat(add(served, """
                        [{"name": "peru", "url": "%s/all", "secret_env": "WEBHOOK_DESK", "entity": "Peru", "from": "beginning"},
                         {"name": "elsewhere", "url": "%s/never", "secret_env": "WEBHOOK_OF_ANOTHER"}]
                        """.formatted(receiver.address(), receiver.address())))
                        .isZero();
                Set<String> expected = events(served, "entity=Peru");
                assertThat(expected).isNotEmpty();
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .untilAsserted(
                                () -> assertThat(new TreeSet<>(receiver.taken)).isEqualTo(expected));

                assertThat(add(served, """
                        {"name": "peru", "url": "%s/other", "secret_env": "WEBHOOK_DESK", "from": "beginning"}
                        """.formatted(receiver.address()))).isZero();
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .until(() -> told(webhooks).contains("/other"));
                served.publish(
                        "ferry-1",
                        "Ferry fire near Osterby kills nine",
                        "Nine people were killed when a ferry caught fire near Osterby on Thursday, the coast guard said.");
                Awaitility.await()
                        .atMost(Served.PATIENCE)
                        .untilAsserted(() -> assertThat(events(served, "story=en:ferry-1"))
                                .isNotEmpty()
                                .isSubsetOf(receiver.takenElsewhere));
                assertThat(receiver.taken).doesNotContainAnyElementsOf(events(served, "story=en:ferry-1"));

                assertThat(run(served, "webhooks", "remove", "peru")).isZero();
                assertThat(run(served, "webhooks", "remove", "peru"))
                        .as("of a name that is not there")
                        .isOne();
                Awaitility.await().atMost(Served.PATIENCE).until(() -> members(served, "peru") == 0);
                assertThat(receiver.refused).isEmpty();
                assertThat(receiver.unsigned).isEmpty();
            }
        }
    }

    private static String told(Webhooks webhooks) {
        return webhooks.told().toString();
    }

    private static int members(Served served, String hook) throws Exception {
        String group = served.cluster.settings.get("application.id", "") + "-webhook-" + hook;
        try (Admin admin = Admin.create(served.cluster.settings.forClients())) {
            return admin.describeConsumerGroups(List.of(group))
                    .all()
                    .get()
                    .get(group)
                    .members()
                    .size();
        }
    }

    private int add(Served served, String hooks) throws IOException {
        return run(
                served,
                "webhooks",
                "add",
                Files.writeString(state.resolve("hooks.json"), hooks).toString());
    }

    private static int run(Served served, String... words) {
        List<String> command = new ArrayList<>(List.of(words));
        Settings settings = served.cluster.settings;
        command.addAll(List.of(
                "--bootstrap-server",
                settings.get("bootstrap.servers", ""),
                "--prefix",
                served.cluster.topics.prefix()));
        CommandLine line = Deltawire.commandLine();
        StringWriter said = new StringWriter();
        line.setOut(new PrintWriter(said, true));
        line.setErr(new PrintWriter(said, true));
        return line.execute(command.toArray(String[]::new));
    }

    private static Set<String> events(Served served, String filter) throws Exception {
        Set<String> ids = changes(served, filter);
        served.get("/api/updates?limit=200&" + filter)
                .path("updates")
                .forEach(update -> ids.add(update.path("id").asText()));
        return ids;
    }

    private static Set<String> changes(Served served, String filter) throws Exception {
        Set<String> ids = new TreeSet<>();
        served.get("/api/changes?limit=200&" + filter)
                .path("changes")
                .forEach(change -> ids.add(change.path("id").asText()));
        return ids;
    }

    /** Takes what is told it, but every third only at the second try; checks signatures. */
    private static final class Receiver implements AutoCloseable {
        final Queue<String> taken = new ConcurrentLinkedQueue<>();
        final Queue<String> takenElsewhere = new ConcurrentLinkedQueue<>();
        final Queue<String> refused = new ConcurrentLinkedQueue<>();
        final Queue<String> unsigned = new ConcurrentLinkedQueue<>();
        final Set<String> failedOnce = ConcurrentHashMap.newKeySet();
        private final HttpServer server;
        private int count;

        Receiver() throws IOException {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            server.createContext("/all", this::take);
            server.createContext("/never", exchange -> {
                refused.add(exchange.getRequestHeaders().getFirst("Deltawire-Id"));
                answer(exchange, 500);
            });
            server.createContext("/other", exchange -> {
                takenElsewhere.add(exchange.getRequestHeaders().getFirst("Deltawire-Id"));
                answer(exchange, 200);
            });
            server.start();
        }

        String address() {
            return "http://127.0.0.1:" + server.getAddress().getPort();
        }

        private synchronized void take(HttpExchange exchange) throws IOException {
            byte[] body = exchange.getRequestBody().readAllBytes();
            String id = exchange.getRequestHeaders().getFirst("Deltawire-Id");
            String signature = exchange.getRequestHeaders().getFirst("Deltawire-Signature");
            long seconds = Long.parseLong(signature.substring(2, signature.indexOf(',')));
            boolean fresh = Math.abs(Instant.now().getEpochSecond() - seconds) < 60;
            if (!fresh
                    || !Signature.of(SECRET, seconds, body).equals(signature)
                    || !JSON.readTree(body).path("id").asText().equals(id)) {
                unsigned.add(id);
            }
            if (++count % 3 == 0 && failedOnce.add(id)) {
                answer(exchange, 503);
            } else {
                taken.add(id);
                answer(exchange, 204);
            }
        }

        private static void answer(HttpExchange exchange, int status) throws IOException {
            exchange.sendResponseHeaders(status, -1);
            exchange.close();
        }

        @Override
        public void close() {
            server.stop(0);
        }
    }
}
