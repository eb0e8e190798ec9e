import io.confluent.kafka.serializers.KafkaAvroDeserializer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.apache.avro.generic.GenericRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.StringDeserializer;

/**
 * Prints each change once: offsets are committed after the work is done, and the id of a change tells a repetition.
 *
 * <p>Arguments: broker, registry, group; a fourth one is how many changes to print before it ends.
 */
public final class ChangesConsumer {
    private ChangesConsumer() {}

    public static void main(String[] args) {
        long most = args.length > 3 ? Long.parseLong(args[3]) : Long.MAX_VALUE;
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", args[0],
                "schema.registry.url", args[1],
                "group.id", args[2],
                "auto.offset.reset", "earliest",
                "isolation.level", "read_committed",
                "enable.auto.commit", false,
                "key.deserializer", StringDeserializer.class,
                "value.deserializer", KafkaAvroDeserializer.class);
        String topic = System.getProperty("topic", "deltawire.fact-changes");
        try (KafkaConsumer<String, GenericRecord> consumer = new KafkaConsumer<>(settings)) {
            consumer.subscribe(List.of(topic));
            long printed = 0;
            while (printed < most) {
                for (ConsumerRecord<String, GenericRecord> record : consumer.poll(Duration.ofSeconds(1))) {
                    GenericRecord change = record.value();
                    System.out.println(change.get("id") + " " + change.get("type") + " " + change.get("text"));
                    printed++;
                }
                consumer.commitSync();
            }
        }
    }
}
