package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.deltawire.ops.LetterBox;
import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.serve.Instance;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import java.util.concurrent.ExecutionException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.acl.AccessControlEntry;
import org.apache.kafka.common.acl.AclBinding;
import org.apache.kafka.common.acl.AclOperation;
import org.apache.kafka.common.acl.AclPermissionType;
import org.apache.kafka.common.errors.AuthorizationException;
import org.apache.kafka.common.errors.InvalidTimestampException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.resource.PatternType;
import org.apache.kafka.common.resource.ResourcePattern;
import org.apache.kafka.common.resource.ResourceType;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** A broker that takes SCRAM over TLS alone and refuses what SECURITY.md does not grant. */
@Timeout(300)
class ITSecurity {
    private static final Path PAGE = Path.of("../SECURITY.md");
    private static final String PREFIX = "secure.";
    private static final String APPLICATION = "secured";
    private static final String PASSWORD = "not-a-secret";
    private static final List<String> USERS = List.of("root", "admin", "producer", "app", "subscriber", "retrier");
    /** These requests answer with all operations that are allowed; that they were asked of the rules says nothing. */
    private static final Pattern ASKS_WHAT_IS_ALLOWED =
            Pattern.compile("request = (?:DescribeTopicPartitions|DescribeGroups|DescribeCluster|Metadata) ");

    private static final Pattern RULE = Pattern.compile("StandardAcl[\\[(]([^\\])]*)[\\])]");

    @TempDir
    private Path home;

    private final Topics topics = new Topics(PREFIX);
    private final Rules rules = new Rules();
    private Path keys;
    private Broker broker;
    private Registry registry;

    /** What the broker's authorizer bases its answers on. */
    private static final class Rules extends AppenderBase<ILoggingEvent> {
        private final Set<String> used = new ConcurrentSkipListSet<>();

        @Override
        protected void append(ILoggingEvent event) {
            String message = event.getFormattedMessage();
            if (ASKS_WHAT_IS_ALLOWED.matcher(message).find() && !message.contains("operation = DESCRIBE ")) {
                return;
            }
            Matcher rule = RULE.matcher(message);
            if (rule.find()) {
                used.add(rule.group(1));
            }
        }
    }

    @BeforeEach
    void start() throws Exception {
        Logger audit = (Logger) LoggerFactory.getLogger("kafka.authorizer.logger");
        audit.setLevel(Level.TRACE);
        audit.setAdditive(false);
        rules.start();
        audit.addAppender(rules);
        List<Integer> ports = Ports.free(3);
        keys = keys();
        registry = Registry.launch(home.resolve("registry"), ports.get(2));
        broker = Broker.start(
                home.resolve("broker"),
                ports.get(0),
                Map.ofEntries(
                        Map.entry(
                                "listeners",
                                "SASL_SSL://127.0.0.1:" + ports.get(0) + ",CONTROLLER://127.0.0.1:" + ports.get(1)),
                        Map.entry("controller.quorum.voters", "1@127.0.0.1:" + ports.get(1)),
                        Map.entry("advertised.listeners", "SASL_SSL://127.0.0.1:" + ports.get(0)),
                        Map.entry("listener.security.protocol.map", "SASL_SSL:SASL_SSL,CONTROLLER:PLAINTEXT"),
                        Map.entry("inter.broker.listener.name", "SASL_SSL"),
                        Map.entry("sasl.enabled.mechanisms", "SCRAM-SHA-512"),
                        Map.entry("sasl.mechanism.inter.broker.protocol", "SCRAM-SHA-512"),
                        Map.entry("listener.name.sasl_ssl.scram-sha-512.sasl.jaas.config", jaas("root")),
                        Map.entry("ssl.keystore.location", keys.toString()),
                        Map.entry("ssl.keystore.password", PASSWORD),
                        Map.entry("ssl.truststore.location", keys.toString()),
                        Map.entry("ssl.truststore.password", PASSWORD),
                        Map.entry("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer"),
                        Map.entry("allow.everyone.if.no.acl.found", "false"),
                        Map.entry("super.users", "User:root;User:ANONYMOUS")),
                USERS.stream()
                        .map(user -> "SCRAM-SHA-512=[name=" + user + ",password=" + PASSWORD + "]")
                        .toList());
        registry.awaitReady();
    }

    @AfterEach
    void stop() {
        ((Logger) LoggerFactory.getLogger("kafka.authorizer.logger")).detachAppender(rules);
        broker.close();
        registry.close();
    }

    @Test
    void theDocumentedPermissionsAreEnoughAndNoneIsTooMany() throws Exception {
        List<AclBinding> granted = documented();
        try (Admin root = Admin.create(settings("root").forClients())) {
            root.createAcls(granted).all().get();
        }
        run("admin", "topics", "create");
        run("admin", "topics", "check");
        run("producer", "publish", ContractInput.file().toString());
        Records expected = ContractInput.backtest(topics, 1);
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                settings("producer").forClients(), new StringSerializer(), new ByteArraySerializer())) {
            producer.send(new ProducerRecord<>(topics.articlesRaw(), "poison", new byte[] {1}))
                    .get();
        }
        try (Instance instance = Instance.start(settings("app").with(Map.of("deltawire.http.port", "0")))) {
            assertThat(read(expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
            await().atMost(Duration.ofSeconds(60)).until(() -> letters() == 1);
            askForAnArticle(instance.address().orElseThrow());
            run("retrier", "dlq", "retry", "--all");
            await().atMost(Duration.ofSeconds(60)).until(() -> letters() == 2);
        }
        assertThat(rules.used).containsAll(rows(granted));

        assertNotAllowed("subscriber", topics.stories());
        assertNotAllowed("producer", topics.factChanges());
        assertNotAllowed("app", topics.articlesRaw());
        assertThatThrownBy(() -> new Subscriber(settings("producer"), List.of(topics.stories()), Optional.empty()))
                .isInstanceOf(TopicAuthorizationException.class);
        aMarkFarInTheFutureIsRefused();
    }

    /** What the HTTP server reads from the broker: stories, changes, and the text of an article. */
    private static void askForAnArticle(String address) throws Exception {
        HttpClient client = HttpClient.newHttpClient();
        String article = ContractInput.articles().get(0).getId();
        await().atMost(Duration.ofSeconds(60))
                .until(() -> client.send(
                                        HttpRequest.newBuilder(URI.create(address + "/api/articles/" + article))
                                                .build(),
                                        HttpResponse.BodyHandlers.discarding())
                                .statusCode()
                        == 200);
    }

    private void aMarkFarInTheFutureIsRefused() {
        try (KafkaProducer<String, byte[]> producer = new KafkaProducer<>(
                settings("producer").forClients(), new StringSerializer(), new ByteArraySerializer())) {
            Instant far = Instant.now().plus(Duration.ofDays(2));
            assertThatThrownBy(() -> producer.send(Mark.OPEN.record(topics.articlesRaw(), 0, far))
                            .get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(InvalidTimestampException.class);
        }
    }

    private void assertNotAllowed(String user, String topic) {
        try (KafkaProducer<String, byte[]> producer =
                new KafkaProducer<>(settings(user).forClients(), new StringSerializer(), new ByteArraySerializer())) {
            assertThatThrownBy(() -> producer.send(new ProducerRecord<>(topic, "key", new byte[] {1}))
                            .get())
                    .as("%s writes to %s", user, topic)
                    .hasCauseInstanceOf(AuthorizationException.class);
        }
    }

    private Records read(int expected) {
        Records records = new Records();
        try (Subscriber subscriber =
                new Subscriber(settings("subscriber"), Records.topics(topics), Optional.of(Instant.EPOCH))) {
            subscriber.read(true, record -> {
                records.add(record.topic(), record.key(), record.timestamp(), record.value());
                return records.size() < expected;
            });
        }
        return records;
    }

    private int letters() {
        try (LetterBox box = new LetterBox(settings("retrier"))) {
            return box.letters().size();
        }
    }

    private void run(String user, String... command) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        settings(user).values().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        int exit = Deltawire.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertThat(exit)
                .as("%s as %s: %s", String.join(" ", command), user, out)
                .isZero();
    }

    private Settings settings(String user) {
        Map<String, String> set = new HashMap<>(Map.of(
                "bootstrap.servers",
                broker.bootstrapServers(),
                "schema.registry.url",
                registry.url(),
                "application.id",
                APPLICATION,
                "deltawire.prefix",
                PREFIX,
                "deltawire.topics.partitions",
                "1",
                "deltawire.topics.replication",
                "1",
                "state.dir",
                home.resolve("state").toString()));
        set.putAll(Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "SCRAM-SHA-512",
                "sasl.jaas.config",
                jaas(user),
                "ssl.truststore.location",
                keys.toString(),
                "ssl.truststore.password",
                PASSWORD));
        return StreamsSettings.defaults().with(set);
    }

    private static String jaas(String user) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"" + user + "\" password=\""
                + PASSWORD + "\";";
    }

    /** A key and a certificate that signs itself, made by the JDK's own tool. */
    private Path keys() throws Exception {
        Path file = home.resolve("keys.p12");
        String keytool =
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString();
        int exit = new ProcessBuilder(
                        keytool,
                        "-genkeypair",
                        "-alias",
                        "broker",
                        "-keyalg",
                        "EC",
                        "-dname",
                        "CN=127.0.0.1",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-validity",
                        "2",
                        "-storetype",
                        "PKCS12",
                        "-keystore",
                        file.toString(),
                        "-storepass",
                        PASSWORD)
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("keytool.log").toFile())
                .start()
                .waitFor();
        assertThat(exit).isZero();
        return file;
    }

    /** The table of the page. */
    private static List<AclBinding> documented() throws Exception {
        String page = Files.readString(PAGE);
        String table = page.substring(page.indexOf("<!-- acl -->"), page.indexOf("<!-- end -->"));
        List<AclBinding> bindings = new ArrayList<>();
        for (String line : table.lines()
                .filter(row -> row.startsWith("| ") && !row.startsWith("| who"))
                .toList()) {
            String[] cells = line.split("\\|");
            String[] resource = cells[2].strip().split(", ");
            String name =
                    cells[3].strip().replace("`", "").replace("PREFIX", PREFIX).replace("APP", APPLICATION);
            ResourcePattern pattern = new ResourcePattern(
                    ResourceType.valueOf(resource[0].toUpperCase(Locale.ROOT).replace(' ', '_')),
                    name,
                    resource.length > 1 ? PatternType.PREFIXED : PatternType.LITERAL);
            for (String operation : cells[4].strip().split(", ")) {
                bindings.add(new AclBinding(
                        pattern,
                        new AccessControlEntry(
                                "User:" + cells[1].strip(),
                                "*",
                                AclOperation.valueOf(operation
                                        .replaceAll("(?<=[a-z])(?=[A-Z])", "_")
                                        .toUpperCase(Locale.ROOT)),
                                AclPermissionType.ALLOW)));
            }
        }
        assertThat(bindings).hasSizeGreaterThan(20);
        return bindings;
    }

    /** As the authorizer's log writes them. */
    private static Set<String> rows(List<AclBinding> bindings) {
        return bindings.stream()
                .map(binding ->
                        "resourceType=%s, resourceName=%s, patternType=%s, principal=%s, host=*, operation=%s, permissionType=ALLOW"
                                .formatted(
                                        binding.pattern().resourceType(),
                                        binding.pattern().name(),
                                        binding.pattern().patternType(),
                                        binding.entry().principal(),
                                        binding.entry().operation()))
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
