package io.deltawire.producer;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.util.Map;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.common.serialization.StringSerializer;

/** The Kafka client that articles are sent with. */
public final class ProducerSettings {
    /**
     * What differs from Kafka's own defaults, all of which can be set otherwise. Every record waits for as long as the broker
     * is away ({@code delivery.timeout.ms} at its largest, 24 days), and the registry as long (30 days).
     */
    static final Map<String, String> DEFAULTS = Map.ofEntries(
            Map.entry("client.id", "deltawire-producer"),
            Map.entry("acks", "all"),
            Map.entry("enable.idempotence", "true"),
            Map.entry("compression.type", "zstd"),
            Map.entry("linger.ms", "20"),
            Map.entry("batch.size", "131072"),
            Map.entry("buffer.memory", "67108864"),
            Map.entry("max.request.size", "8388608"),
            Map.entry("max.block.ms", "10000"),
            // See RATIONALE.md: with more, a broker that was killed can refuse a batch for good that it has.
            Map.entry("max.in.flight.requests.per.connection", "1"),
            Map.entry("delivery.timeout.ms", String.valueOf(Integer.MAX_VALUE)),
            Map.entry("reconnect.backoff.max.ms", "10000"),
            Map.entry("deltawire.registry.wait.ms", "2592000000"));

    private ProducerSettings() {}

    /** What such a client is configured with, for one that sends other values. */
    public static Map<String, Object> config(Settings settings) {
        return Settings.of(DEFAULTS).with(settings.values()).forClients();
    }

    /**
     * A new client; close it.
     *
     * @param settings with {@code bootstrap.servers} and {@code schema.registry.url}
     */
    public static Producer<String, RawArticle> open(Settings settings) {
        Map<String, Object> config = config(settings);
        return new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, config).serializer());
    }
}
