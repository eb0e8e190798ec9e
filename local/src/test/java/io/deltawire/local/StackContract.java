package io.deltawire.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.confluent.kafka.schemaregistry.avro.AvroSchema;
import io.confluent.kafka.schemaregistry.client.CachedSchemaRegistryClient;
import java.time.Duration;
import java.util.ArrayList;
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

/** What everything above relies on in a broker and a registry, whoever runs them. */
abstract class StackContract {
    static final String SUBJECT = "greetings-value";
    static final AvroSchema SCHEMA = new AvroSchema(
            "{\"type\":\"record\",\"name\":\"Greeting\",\"fields\":[" + "{\"name\":\"text\",\"type\":\"string\"}]}");
    private static final AvroSchema WITHOUT_DEFAULT =
            new AvroSchema("{\"type\":\"record\",\"name\":\"Greeting\",\"fields\":["
                    + "{\"name\":\"text\",\"type\":\"string\"},{\"name\":\"to\",\"type\":\"string\"}]}");

    @Test
    void onlyCommittedTransactionsAreRead(Stack stack) throws Exception {
        createTopic(stack, "greetings");
        sendTwiceButCommitOnce(stack, "greetings");
        assertThat(read(stack, "greetings", 1)).containsExactly("committed");
    }

    @Test
    void registryRefusesASchemaThatOldRecordsCannotBeReadWith(Stack stack) throws Exception {
        CachedSchemaRegistryClient client = new CachedSchemaRegistryClient(stack.registryUrl(), 10);
        client.register(SUBJECT, SCHEMA);
        assertThat(client.getCompatibility(null)).isEqualTo("FULL_TRANSITIVE");
        assertThatThrownBy(() -> client.register(SUBJECT, WITHOUT_DEFAULT)).hasMessageContaining("409");
    }

    static void createTopic(Stack stack, String topic) throws Exception {
        try (Admin admin = Admin.create(Map.<String, Object>of("bootstrap.servers", stack.bootstrapServers()))) {
            admin.createTopics(Set.of(new NewTopic(topic, 1, (short) 1))).all().get();
        }
    }

    static void sendTwiceButCommitOnce(Stack stack, String topic) {
        Map<String, Object> settings =
                Map.of("bootstrap.servers", stack.bootstrapServers(), "transactional.id", "greeter");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(settings, new StringSerializer(), new StringSerializer())) {
            producer.initTransactions();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "aborted"));
            producer.flush();
            producer.abortTransaction();
            producer.beginTransaction();
            producer.send(new ProducerRecord<>(topic, "committed"));
            producer.commitTransaction();
        }
    }

    static List<String> read(Stack stack, String topic, int count) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", stack.bootstrapServers(),
                "group.id", "reader",
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed");
        try (KafkaConsumer<String, String> consumer =
                new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(Set.of(topic));
            List<String> values = new ArrayList<>();
            await().atMost(Duration.ofMinutes(1)).until(() -> {
                consumer.poll(Duration.ofMillis(200)).forEach(message -> values.add(message.value()));
                return values.size() >= count;
            });
            return values;
        }
    }
}
