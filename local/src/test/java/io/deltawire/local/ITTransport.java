package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.deltawire.ops.StreamsSettings;
import io.deltawire.ops.Subjects;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.serve.Instance;
import io.deltawire.topology.ContractInput;
import io.deltawire.topology.Records;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import javax.security.auth.login.LoginException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.errors.SslAuthenticationException;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/**
 * The whole line over what SECURITY.md names beside SCRAM: client certificates to broker and registry, and tokens of an authorization
 * server. The broker knows the line by its certificate's name and by its token's subject, and lets nobody else write.
 */
@Timeout(600)
class ITTransport {
    /** Kafka's clients ask no server for tokens or keys that is not listed here. */
    private static final String ALLOWED_URLS = "org.apache.kafka.sasl.oauthbearer.allowed.urls";

    private static final String LOGIN = "org.apache.kafka.common.security.oauthbearer.";

    @TempDir
    private Path home;

    private final List<Integer> ports = Ports.free(4);
    private Certificates certificates;
    private Tokens tokens;
    private Broker broker;
    private Registry registry;
    private TlsProxy secured;

    @BeforeEach
    void start() throws Exception {
        certificates = new Certificates(home.resolve("keys"), List.of("broker", "line", "stranger"));
        tokens = new Tokens();
        System.setProperty(ALLOWED_URLS, tokens.tokenUrl() + "," + tokens.keysUrl());
        registry = Registry.launch(home.resolve("registry"), ports.get(3));
        Map<String, String> settings = new HashMap<>(certificates.settings("", "broker"));
        settings.put(
                "listeners",
                "MTLS://127.0.0.1:%d,OAUTH://127.0.0.1:%d,CONTROLLER://127.0.0.1:%d"
                        .formatted(ports.get(0), ports.get(1), ports.get(2)));
        settings.put(
                "advertised.listeners",
                "MTLS://127.0.0.1:%d,OAUTH://127.0.0.1:%d".formatted(ports.get(0), ports.get(1)));
        settings.put("controller.quorum.voters", "1@127.0.0.1:" + ports.get(2));
        settings.put("listener.security.protocol.map", "MTLS:SSL,OAUTH:SASL_SSL,CONTROLLER:PLAINTEXT");
        settings.put("inter.broker.listener.name", "MTLS");
        settings.put("listener.name.mtls.ssl.client.auth", "required");
        settings.put("sasl.enabled.mechanisms", "OAUTHBEARER");
        settings.put("sasl.oauthbearer.jwks.endpoint.url", tokens.keysUrl());
        settings.put(
                "listener.name.oauth.oauthbearer.sasl.server.callback.handler.class",
                LOGIN + "OAuthBearerValidatorCallbackHandler");
        settings.put("listener.name.oauth.oauthbearer.sasl.jaas.config", LOGIN + "OAuthBearerLoginModule required ;");
        settings.put("authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("allow.everyone.if.no.acl.found", "false");
        settings.put("super.users", "User:CN=broker;User:CN=line;User:line;User:ANONYMOUS");
        broker = Broker.start(home.resolve("broker"), ports.get(0), settings, List.of());
        registry.awaitReady();
        secured = new TlsProxy(certificates, "broker", registry.url());
    }

    @AfterEach
    void stop() {
        secured.close();
        broker.close();
        registry.close();
        tokens.close();
        System.clearProperty(ALLOWED_URLS);
    }

    @Test
    void clientCertificatesToBrokerAndRegistry() throws Exception {
        theLineRuns(byCertificate("line"), "certified.");

        assertThatThrownBy(() -> write(byCertificate("stranger"), "certified."))
                .isInstanceOf(TopicAuthorizationException.class);
        Map<String, String> without = new HashMap<>(byCertificate("line").values());
        without.keySet().removeIf(name -> name.contains("keystore") || name.contains("key.password"));
        assertThatThrownBy(() -> write(Settings.of(without), "certified."))
                .isInstanceOf(SslAuthenticationException.class);
        assertThatThrownBy(() -> {
                    try (Subjects subjects = new Subjects(Settings.of(without))) {
                        subjects.register();
                    }
                })
                .isInstanceOf(IOException.class);
    }

    @Test
    void tokensOfAnAuthorizationServer() throws Exception {
        theLineRuns(byToken("line", Tokens.SECRET), "told.");

        assertThatThrownBy(() -> write(byToken("stranger", Tokens.SECRET), "told."))
                .isInstanceOf(TopicAuthorizationException.class);
        assertThatThrownBy(() -> write(byToken("line", "guessed"), "told."))
                .isInstanceOf(KafkaException.class)
                .hasRootCauseInstanceOf(LoginException.class);
    }

    private void theLineRuns(Settings bare, String prefix) throws Exception {
        Settings settings = bare.with(Map.of("deltawire.prefix", prefix, "application.id", prefix + "line"));
        run(settings, "topics", "create");
        run(settings, "publish", ContractInput.file().toString());
        Topics topics = settings.topics();
        Records expected = ContractInput.backtest(topics, 1);
        try (Instance instance = Instance.start(settings)) {
            assertThat(instance.address()).isPresent();
            assertThat(read(settings, expected.size()).byTopicAndKey()).isEqualTo(expected.byTopicAndKey());
        }
    }

    private static Records read(Settings settings, int expected) {
        Records records = new Records();
        try (Subscriber subscriber =
                new Subscriber(settings, Records.topics(settings.topics()), Optional.of(Instant.EPOCH))) {
            subscriber.read(true, record -> {
                records.add(record.topic(), record.key(), record.timestamp(), record.value());
                return records.size() < expected;
            });
        }
        return records;
    }

    /** One record to {@code articles.raw}; what the broker says of it is thrown. */
    private static void write(Settings settings, String prefix) throws Throwable {
        Map<String, Object> config = settings.forClients();
        config.put("max.block.ms", 60_000);
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            producer.send(new ProducerRecord<>(new Topics(prefix).articlesRaw(), "key", "no article"))
                    .get();
        } catch (ExecutionException e) {
            throw e.getCause();
        }
    }

    private static void run(Settings settings, String... command) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(command));
        settings.values().forEach((name, value) -> arguments.addAll(List.of("--set", name + "=" + value)));
        int exit = Deltawire.commandLine()
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertThat(exit).as("%s: %s", String.join(" ", command), out).isZero();
    }

    private Settings byCertificate(String name) {
        Map<String, String> set = new HashMap<>(certificates.settings("", name));
        set.putAll(certificates.settings("schema.registry.", name));
        set.put("security.protocol", "SSL");
        set.put("bootstrap.servers", "127.0.0.1:" + ports.get(0));
        set.put("schema.registry.url", secured.url());
        return common().with(set);
    }

    private Settings byToken(String client, String secret) {
        return common().with(Map.of(
                "security.protocol",
                "SASL_SSL",
                "sasl.mechanism",
                "OAUTHBEARER",
                "sasl.login.callback.handler.class",
                LOGIN + "OAuthBearerLoginCallbackHandler",
                "sasl.oauthbearer.token.endpoint.url",
                tokens.tokenUrl(),
                "sasl.jaas.config",
                LOGIN + "OAuthBearerLoginModule required clientId=\"" + client + "\" clientSecret=\"" + secret
                        + "\" scope=\"kafka\";",
                "ssl.truststore.location",
                certificates.trust().toString(),
                "ssl.truststore.password",
                Certificates.PASSWORD,
                "bootstrap.servers",
                "127.0.0.1:" + ports.get(1),
                "schema.registry.url",
                registry.url()));
    }

    private Settings common() {
        return StreamsSettings.defaults()
                .with(Map.of(
                        "deltawire.topics.partitions",
                        "1",
                        "deltawire.topics.replication",
                        "1",
                        "deltawire.http.port",
                        "0",
                        "state.dir",
                        home.resolve("state").toString()));
    }
}
