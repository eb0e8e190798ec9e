package io.deltawire.replay;

import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.topology.LineConfig;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.DoubleConsumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Puts a range of {@code articles.raw} on the replay's own: same partitions, bytes, times and marks, then a closing mark on every
 * partition. So the range does not move under the replay, and its end is a record that the line reads.
 */
final class RangeCopy {
    private static final String FROM = "deltawire-copied-from";

    private final Settings source;
    private final Settings own;

    RangeCopy(Settings source, Settings own) {
        this.source = source;
        this.own = own;
    }

    /**
     * Copies catalog and articles.
     *
     * @param progress is told the share that is through
     * @return records copied
     */
    long run(RangeReader reader, LineConfig line, DoubleConsumer progress) throws IOException, InterruptedException {
        Topics topics = own.topics();
        Map<String, Object> config = new HashMap<>(own.forClients());
        config.put("acks", "all");
        config.put("enable.idempotence", true);
        config.put("max.request.size", 33_554_432);
        config.putIfAbsent("compression.type", "zstd");
        try (KafkaProducer<byte[], byte[]> producer =
                new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer())) {
            copyCatalog(producer, topics.entitiesCatalog());
            long copied = 0;
            try (HeardRange range = new HeardRange(reader, line, source, refused -> {})) {
                List<Future<RecordMetadata>> sent = new ArrayList<>();
                while (!range.open().isEmpty()) {
                    for (HeardRange.Item item : range.read(range.open())) {
                        sent.add(producer.send(copy(item.record(), topics.articlesRaw())));
                        copied++;
                    }
                    confirm(producer, sent);
                    progress.accept(range.share());
                }
                if (range.articles() == 0) {
                    throw new IOException("there is no article in " + range.range());
                }
                Instant last = range.end().minusMillis(1);
                for (Integer partition : range.range().spans().keySet()) {
                    sent.add(producer.send(closing(topics.articlesRaw(), partition, last)));
                }
                confirm(producer, sent);
            }
            return copied;
        }
    }

    private void copyCatalog(KafkaProducer<byte[], byte[]> producer, String to)
            throws IOException, InterruptedException {
        String topic = source.topics().entitiesCatalog();
        if (!RangeReader.isThere(source, topic)) {
            return;
        }
        List<Future<RecordMetadata>> sent = new ArrayList<>();
        try (RangeReader reader = RangeReader.open(source, topic, Bound.OF_TOPIC, Bound.OF_TOPIC)) {
            while (!reader.open().isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(reader.open())) {
                    sent.add(producer.send(new ProducerRecord<>(
                            to, 0, record.timestamp(), record.key(), record.value(), record.headers())));
                }
            }
        }
        confirm(producer, sent);
    }

    private static ProducerRecord<byte[], byte[]> copy(ConsumerRecord<byte[], byte[]> record, String to) {
        Headers headers = new RecordHeaders(record.headers());
        String place = record.topic() + "-" + record.partition() + "@" + record.offset();
        headers.add(FROM, place.getBytes(StandardCharsets.UTF_8));
        return new ProducerRecord<>(
                to, record.partition(), Math.max(0, record.timestamp()), record.key(), record.value(), headers);
    }

    private static ProducerRecord<byte[], byte[]> closing(String topic, int partition, Instant last) {
        ProducerRecord<String, byte[]> mark = Mark.END.record(topic, partition, last);
        return new ProducerRecord<>(topic, partition, mark.timestamp(), null, null, mark.headers());
    }

    private static void confirm(KafkaProducer<byte[], byte[]> producer, List<Future<RecordMetadata>> sent)
            throws IOException, InterruptedException {
        producer.flush();
        for (Future<RecordMetadata> each : sent) {
            try {
                each.get();
            } catch (ExecutionException e) {
                throw new IOException("the broker refused a record: " + e.getCause(), e);
            }
        }
        sent.clear();
    }
}
