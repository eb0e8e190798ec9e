package io.deltawire.producer;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Future;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.MockProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.Cluster;
import org.apache.kafka.common.Node;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.errors.TimeoutException;
import org.apache.kafka.common.serialization.StringSerializer;

/** A producer without a broker, on a topic of three partitions, whose articles go through the real Avro serializer. */
class Sent extends MockProducer<String, RawArticle> {
    static final String TOPIC = "deltawire.articles.raw";
    /** How many records the client hands back as if its buffer had been full. */
    int handBack;

    Sent() {
        super(
                cluster(),
                true,
                null,
                new StringSerializer(),
                AvroSerde.of(
                                RawArticle.class,
                                Map.of("schema.registry.url", "mock://producer", "auto.register.schemas", true))
                        .serializer());
    }

    @Override
    public synchronized Future<RecordMetadata> send(ProducerRecord<String, RawArticle> record, Callback callback) {
        if (handBack > 0) {
            handBack--;
            TimeoutException full = new TimeoutException("buffer full");
            if (callback != null) {
                callback.onCompletion(null, full);
            }
            return java.util.concurrent.CompletableFuture.failedFuture(full);
        }
        return super.send(record, callback);
    }

    /** Articles by text and marks by kind and time, in the order sent; a mark once for each partition. */
    List<String> line() {
        List<String> line = new ArrayList<>();
        for (ProducerRecord<String, RawArticle> record : history()) {
            line.add(
                    record.value() == null
                            ? Mark.of(record.headers()) + " " + record.timestamp() + " p" + record.partition()
                            : record.value().getText());
        }
        return line;
    }

    List<ProducerRecord<String, RawArticle>> articles() {
        return history().stream().filter(record -> record.value() != null).toList();
    }

    List<ProducerRecord<String, RawArticle>> marks() {
        return history().stream().filter(record -> record.value() == null).toList();
    }

    Optional<Long> lastMark() {
        return marks().isEmpty()
                ? Optional.empty()
                : Optional.of(marks().get(marks().size() - 1).timestamp());
    }

    private static Cluster cluster() {
        Node node = new Node(0, "127.0.0.1", 9092);
        Node[] nodes = {node};
        List<PartitionInfo> partitions = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            partitions.add(new PartitionInfo(TOPIC, i, node, nodes, nodes));
        }
        return new Cluster("test", List.of(node), partitions, java.util.Set.of(), java.util.Set.of());
    }
}
