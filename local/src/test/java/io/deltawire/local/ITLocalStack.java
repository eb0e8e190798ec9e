package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ITLocalStack {
    private static final String SUBJECT = "greetings-value";
    private static final AvroSchema SCHEMA = new AvroSchema(
            "{\"type\":\"record\",\"name\":\"Greeting\",\"fields\":[" + "{\"name\":\"text\",\"type\":\"string\"}]}");
    private static final AvroSchema WITHOUT_DEFAULT =
            new AvroSchema("{\"type\":\"record\",\"name\":\"Greeting\",\"fields\":["
                    + "{\"name\":\"text\",\"type\":\"string\"},{\"name\":\"to\",\"type\":\"string\"}]}");

    @TempDir
    Path directory;

    @Test
    void committedTransactionsAndSchemasAreThereAfterARestart() throws Exception {
        int schemaId;
        try (LocalStack stack = LocalStack.start(directory)) {
            schemaId = new CachedSchemaRegistryClient(stack.registryUrl(), 10).register(SUBJECT, SCHEMA);
            createTopic(stack);
            sendTwiceButCommitOnce(stack);
        }
        try (LocalStack stack = LocalStack.start(directory)) {
            assertThat(read(stack, 1)).containsExactly("committed");
            assertThat(new CachedSchemaRegistryClient(stack.registryUrl(), 10).getId(SUBJECT, SCHEMA))
                    .isEqualTo(schemaId);
        }
    }

    @Test
    void registryRefusesASchemaThatOldRecordsCannotBeReadWith() throws Exception {
        try (LocalStack stack = LocalStack.start(directory)) {
            CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(stack.registryUrl(), 10);
            client.register(SUBJECT, SCHEMA);
            assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
            assertThatThrownBy(() -> client.register(SUBJECT, WITHOUT_DEFAULT)).hasMessageContaining("409");
        }
    }

    @Test
    void registryEndsWithTheStack() throws Exception {
        LocalStack stack = LocalStack.start(directory);
        ProcessHandle child = ProcessHandle.of(stack.registryPid()).orElseThrow();
        stack.close();
        await().atMost(Duration.ofSeconds(10)).until(() -> !child.isAlive());
    }

    @Test
    void portInUseIsNamedWithWhatWantedIt() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            int free = Ports.free(1).get(0);
            assertThatThrownBy(() -> LocalStack.start(directory, other.getLocalPort(), free))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("port " + other.getLocalPort())
                    .hasMessageContaining("broker");
            assertThatThrownBy(() -> LocalStack.start(directory, free, other.getLocalPort()))
                    .isInstanceOf(PortTakenException.class)
                    .hasMessageContaining("schema registry");
        }
    }

    private static void createTopic(LocalStack stack) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic("greetings", 1, (short) 1)))
                    .all()
                    .get();
        }
    }

    private static void sendTwiceButCommitOnce(LocalStack stack) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", "greeter");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("greetings", "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>("greetings", "committed"));
            producer.commitTransaction();
        }
    }

    private static List<String> read(LocalStack stack, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers",
                stack.bootstrapServers(),
                "group.id",
                "reader",
                "auto.offset.reset",
                "earliest",
                "isolation.level",
                "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of("greetings"));
            List<String> values = new java.util.ArrayList<>();
            await().atMost(Duration.ofSeconds(30)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
