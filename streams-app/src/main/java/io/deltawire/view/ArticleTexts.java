package io.deltawire.view;

import io.deltawire.avro.EnrichedArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetOutOfRangeException;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.jspecify.annotations.Nullable;

/**
 * Fetches enriched articles from where they are on {@code articles.enriched}: texts are most of what is published, and few are ever
 * looked at, so the view keeps only where they are. The last few stay in memory.
 */
public final class ArticleTexts implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(3);
    private static final int KEPT = 200;

    private final Map<String, Object> config;
    private final String topic;
    private final Map<String, EnrichedArticle> kept = new LinkedHashMap<>(16, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, EnrichedArticle> eldest) {
            return size() > KEPT;
        }
    };
    private @Nullable KafkaConsumer<String, EnrichedArticle> consumer;
    private boolean closed;

    public ArticleTexts(Settings settings) {
        topic = settings.topics().articlesEnriched();
        config = new HashMap<>(settings.forClients());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", "none");
        config.put("max.poll.records", 1);
        config.put("client.id", settings.get("application.id", "deltawire") + "-texts");
    }

    /** The article with its text; empty when the topic no longer has it. */
    public synchronized Optional<EnrichedArticle> fetch(Article article) {
        EnrichedArticle here = kept.get(article.id());
        if (here == null && !closed) {
            here = read(new TopicPartition(topic, article.partition()), article.offset());
            if (here != null) {
                kept.put(article.id(), here);
            }
        }
        return Optional.ofNullable(here);
    }

    private @Nullable EnrichedArticle read(TopicPartition partition, long offset) {
        KafkaConsumer<String, EnrichedArticle> open = open();
        open.assign(List.of(partition));
        open.seek(partition, offset);
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        try {
            while (System.nanoTime() < deadline) {
                for (ConsumerRecord<String, EnrichedArticle> record : open.poll(Duration.ofMillis(100))) {
                    return record.offset() == offset ? record.value() : null;
                }
            }
        } catch (OffsetOutOfRangeException e) {
            return null;
        }
        return null;
    }

    private KafkaConsumer<String, EnrichedArticle> open() {
        if (consumer == null) {
            Deserializer<EnrichedArticle> reader =
                    AvroSerde.of(EnrichedArticle.class, config).deserializer();
            consumer = new KafkaConsumer<>(config, new StringDeserializer(), reader);
        }
        return consumer;
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (consumer != null) {
            consumer.close();
        }
    }
}
