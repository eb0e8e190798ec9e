package io.deltawire.schemas;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/**
 * A mark: tells every partition of {@code articles.raw} how far the source's event clock has come, so that a quiet partition
 * holds nothing back. On the topic it is a record with null key, null value, the header {@value #HEADER} and the clock as its
 * timestamp.
 */
public enum Mark {
    /** The source goes on; what comes next may be up to the reorder bound older than the mark. */
    OPEN,
    /** A finite source is through; all that it published takes effect, the articles at the mark's own instant included. */
    END;

    public static final String HEADER = "deltawire-mark";

    /** The record of this mark for one partition. Send one to each. */
    public <V> ProducerRecord<String, V> record(String topic, int partition, Instant clock) {
        byte[] kind = name().toLowerCase(java.util.Locale.ROOT).getBytes(StandardCharsets.US_ASCII);
        return new ProducerRecord<>(
                topic, partition, clock.toEpochMilli(), null, null, List.of(new RecordHeader(HEADER, kind)));
    }

    /** The mark that the headers of a record with null value speak of, or null when they speak of none. */
    public static @Nullable Mark of(Headers headers) {
        Header header = headers.lastHeader(HEADER);
        if (header == null) {
            return null;
        }
        byte[] kind = header.value();
        return kind != null && "end".equals(new String(kind, StandardCharsets.US_ASCII)) ? END : OPEN;
    }
}
