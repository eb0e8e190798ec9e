package io.deltawire.bench;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import org.apache.kafka.common.serialization.Serde;
import org.apache.kafka.common.serialization.Serdes;
import org.apache.kafka.streams.StreamsBuilder;
import org.apache.kafka.streams.Topology;
import org.apache.kafka.streams.kstream.Consumed;
import org.apache.kafka.streams.kstream.Named;
import org.apache.kafka.streams.kstream.Produced;
import org.apache.kafka.streams.kstream.Repartitioned;

/** Reads articles, repartitions them once and writes them, and does nothing else: what Kafka Streams can do here at best. */
final class PassThrough {
    private PassThrough() {}

    static Topology topology(Settings line, int partitions) {
        Serde<RawArticle> serde = registered(AvroSerde.of(RawArticle.class, line.forClients()), line);
        StreamsBuilder builder = new StreamsBuilder();
        builder.stream(
                        line.topics().articlesRaw(),
                        Consumed.with(Serdes.String(), serde).withName("raw"))
                .filter((id, article) -> article != null, Named.as("articles"))
                .repartition(Repartitioned.<String, RawArticle>as("digests")
                        .withKeySerde(Serdes.String())
                        .withValueSerde(serde)
                        .withNumberOfPartitions(partitions))
                .to(
                        line.topics().storyUpdates(),
                        Produced.with(Serdes.String(), serde).withName("out"));
        return builder.build();
    }

    /** The serde under the subject of {@code articles.raw}, whatever topic the records go to: only that one is registered. */
    private static Serde<RawArticle> registered(Serde<RawArticle> serde, Settings line) {
        String raw = line.topics().articlesRaw();
        return Serdes.serdeFrom(
                (topic, article) -> serde.serializer().serialize(raw, article),
                (topic, bytes) -> serde.deserializer().deserialize(raw, bytes));
    }
}
