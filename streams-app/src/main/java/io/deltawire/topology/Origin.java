package io.deltawire.topology;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.jspecify.annotations.Nullable;

/**
 * Where in {@code articles.raw} a record comes from, and that partition's clock after it.
 *
 * @param partitions number of partitions of {@code articles.raw}
 * @param watermark nothing that follows on the partition takes effect before
 * @param takenIn wall clock when it was taken in, in milliseconds, for metrics alone; 0 when nobody said
 */
public record Origin(int partition, int partitions, long offset, Instant watermark, long takenIn) {
    static final String TOPIC = "deltawire-topic";
    static final String PARTITION = "deltawire-partition";
    static final String OFFSET = "deltawire-offset";
    static final String RUN = "deltawire-run";

    /** Id of the article that a digest is of; ORDER needs it and does not read the digest. */
    static final String ARTICLE = "deltawire-article";

    static final int BYTES = 2 * Integer.BYTES + 3 * Long.BYTES;

    /** Between ENRICH and ORDER all of it stands in one header. */
    private static final String CLOCK = "deltawire-clock";

    static Origin read(ByteBuffer bytes) {
        return new Origin(
                bytes.getInt(),
                bytes.getInt(),
                bytes.getLong(),
                Instant.ofEpochMilli(bytes.getLong()),
                bytes.getLong());
    }

    /** Taken in now, unless the producer said when. */
    Origin takenInAt(long now) {
        return takenIn > 0 ? this : new Origin(partition, partitions, offset, watermark, now);
    }

    void write(ByteBuffer bytes) {
        bytes.putInt(partition)
                .putInt(partitions)
                .putLong(offset)
                .putLong(watermark.toEpochMilli())
                .putLong(takenIn);
    }

    /** @param articleId "" for a mark */
    Headers clock(String articleId) {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        write(bytes);
        return new RecordHeaders().add(CLOCK, bytes.array()).add(ARTICLE, text(articleId));
    }

    static Origin ofClock(Headers headers) {
        Header clock = headers.lastHeader(CLOCK);
        if (clock == null) {
            throw new IllegalStateException("a digest without the header " + CLOCK);
        }
        return read(ByteBuffer.wrap(clock.value()));
    }

    static String articleOf(Headers headers) {
        Header article = headers.lastHeader(ARTICLE);
        return article == null ? "" : new String(article.value(), StandardCharsets.UTF_8);
    }

    /** Headers of a derived record, as subscribers see them. Without an origin (time alone closed a story) only the run. */
    static Headers provenance(@Nullable Origin origin, LineConfig config) {
        Headers headers = new RecordHeaders().add(RUN, text(config.runId()));
        if (origin != null) {
            headers.add(TOPIC, text(config.topics().articlesRaw()))
                    .add(PARTITION, text(Integer.toString(origin.partition())))
                    .add(OFFSET, text(Long.toString(origin.offset())));
        }
        return headers;
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
