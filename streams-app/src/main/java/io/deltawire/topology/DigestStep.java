package io.deltawire.topology;

import io.deltawire.avro.Digest;
import io.deltawire.engine.Enriched;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.utils.Utils;
import org.apache.kafka.streams.processor.StreamPartitioner;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Sends the digest to its desk, and marks to all desks. Digests cross the topic as bytes: ORDER keeps them without reading
 * them, so each is written once and read once.
 *
 * @param topic name that the digest's schema is registered under
 */
record DigestStep(Serializer<Digest> serializer, String topic)
        implements ProcessorSupplier<String, Told, String, byte[]> {
    /** Key of a mark; no desk has an empty name. */
    private static final String EVERY_DESK = "";

    @Override
    public Processor<String, Told, String, byte[]> get() {
        return new ContextualProcessor<>() {
            @Override
            public void process(Record<String, Told> record) {
                context().forward(digest(record.value()));
            }
        };
    }

    private Record<String, byte[]> digest(Told told) {
        Heard heard = told.heard();
        Enriched enriched = told.enriched();
        long effective = Math.max(0, heard.effective().toEpochMilli());
        if (enriched == null) {
            return new Record<>(
                    EVERY_DESK, new byte[0], effective, heard.origin().clock(""));
        }
        byte[] bytes =
                serializer.serialize(topic, DigestRecords.avro(enriched.digest().atDesk(told.desk())));
        return new Record<>(
                told.desk(),
                bytes,
                effective,
                heard.origin().clock(enriched.digest().articleId()));
    }

    /** An article goes to the partition of its desk, a mark to all. */
    static final class ToDesks implements StreamPartitioner<String, byte[]> {
        @Override
        public Optional<Set<Integer>> partitions(String topic, String desk, byte[] digest, int partitions) {
            if (desk.equals(EVERY_DESK)) {
                return Optional.of(IntStream.range(0, partitions).boxed().collect(TreeSet::new, Set::add, Set::addAll));
            }
            byte[] key = desk.getBytes(StandardCharsets.UTF_8);
            return Optional.of(Set.of(Utils.toPositive(Utils.murmur2(key)) % partitions));
        }
    }
}
