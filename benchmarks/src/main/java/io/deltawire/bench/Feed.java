package io.deltawire.bench;

import io.deltawire.article.SourceArticle;
import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.Callback;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.PartitionInfo;
import org.apache.kafka.common.serialization.StringSerializer;

/** Writes articles and marks to {@code articles.raw} as a publisher does. */
final class Feed implements AutoCloseable {
    private final KafkaProducer<String, RawArticle> producer;
    private final String topic;

    Feed(Settings line) {
        Map<String, Object> config = new HashMap<>(Map.of(
                "bootstrap.servers",
                line.get("bootstrap.servers", ""),
                "acks",
                "all",
                "compression.type",
                "zstd",
                "linger.ms",
                20,
                "batch.size",
                131_072,
                "max.request.size",
                8_388_608));
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, line.forClients()).serializer());
        topic = line.topics().articlesRaw();
    }

    /**
     * All articles of a workload and the mark that ends a source; returns when the broker has them.
     *
     * @throws IOException when the broker refuses one: a figure per article would be wrong without it
     */
    void fill(List<SourceArticle> articles) throws IOException {
        Instant last = Instant.EPOCH;
        AtomicReference<Exception> refused = new AtomicReference<>();
        for (SourceArticle article : articles) {
            last = article.publishedAt().orElse(last);
            send(article, last, (metadata, failure) -> {
                if (failure != null) {
                    refused.compareAndSet(null, failure);
                }
            });
        }
        mark(Mark.END, last);
        producer.flush();
        if (refused.get() != null) {
            throw new IOException(
                    "the broker refused an article: " + refused.get().getMessage(), refused.get());
        }
    }

    void send(SourceArticle article, Instant at, Callback done) {
        RawArticle raw = RawArticle.newBuilder()
                .setId(article.id())
                .setUrl(article.url())
                .setTitle(article.title())
                .setText(article.text())
                .setPublishedAt(at)
                .setSource(article.source())
                .setLang(article.lang())
                .setSection(article.section())
                .setIngestedAt(null)
                .build();
        var unused = producer.send(new ProducerRecord<>(topic, null, at.toEpochMilli(), article.id(), raw), done);
    }

    void mark(Mark mark, Instant at) {
        for (PartitionInfo partition : producer.partitionsFor(topic)) {
            var unused = producer.send(mark.record(topic, partition.partition(), at));
        }
    }

    @Override
    public void close() {
        producer.close();
    }
}
