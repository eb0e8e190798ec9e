package io.deltawire.ops;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;

/**
 * A dead letter: what no stage could process, and why.
 *
 * @param id partition and offset in {@code articles.dlq}, as {@code 0-17}
 * @param writtenAt when it was refused, by the broker's clock
 * @param key article id as far as known; may be empty
 * @param value original bytes; empty when the stage that refused it no longer had them
 * @param headers of the original record and of the refusal, as text
 * @param origin where the original record lies; empty for letters of other programs
 * @param retried whether it was republished since
 */
public record Letter(
        String id,
        Instant writtenAt,
        String key,
        ByteBuffer value,
        Map<String, String> headers,
        Optional<Origin> origin,
        boolean retried) {
    /** Begins the headers that Kafka Streams adds. */
    static final String ERRORS = "__streams.errors.";

    /** On a receipt in {@code articles.dlq}: the letter that was republished. On the republished record: where it comes from. */
    static final String RETRY_OF = "deltawire-retry-of";

    private static final String OURS = "deltawire-";

    /** A record's place. */
    public record Origin(String topic, int partition, long offset) {
        TopicPartition topicPartition() {
            return new TopicPartition(topic, partition);
        }

        @Override
        public String toString() {
            return topic + "-" + partition + "@" + offset;
        }
    }

    static Letter of(ConsumerRecord<byte[], byte[]> record) {
        Map<String, String> headers = texts(record.headers());
        return new Letter(
                record.partition() + "-" + record.offset(),
                Instant.ofEpochMilli(record.timestamp()),
                text(record.key()),
                ByteBuffer.wrap(record.value() == null ? new byte[0] : record.value()),
                headers,
                origin(headers),
                false);
    }

    Letter asRetried() {
        return new Letter(id, writtenAt, key, value, headers, origin, true);
    }

    /** What went wrong, in one line: the exception's simple name and its message, or the step and its reason. */
    public String cause() {
        String exception =
                headers.getOrDefault(ERRORS + "exception", headers.getOrDefault("deltawire-step", "unknown"));
        String message = headers.getOrDefault(ERRORS + "message", headers.getOrDefault("deltawire-reason", ""));
        String name = exception.substring(exception.lastIndexOf('.') + 1);
        return message.isEmpty()
                ? name
                : name + ": " + message.lines().findFirst().orElse("");
    }

    /** Whether a header says something of a refusal or of a retry, and is not the article's own. */
    static boolean isOurs(String header) {
        return header.startsWith(ERRORS) || header.startsWith(OURS);
    }

    private static Optional<Origin> origin(Map<String, String> headers) {
        return origin(headers, ERRORS + "topic", ERRORS + "partition", ERRORS + "offset")
                .or(() -> origin(headers, "deltawire-topic", "deltawire-partition", "deltawire-offset"));
    }

    private static Optional<Origin> origin(Map<String, String> headers, String topic, String partition, String offset) {
        try {
            return headers.containsKey(topic)
                    ? Optional.of(new Origin(
                            headers.getOrDefault(topic, ""),
                            Integer.parseInt(headers.getOrDefault(partition, "")),
                            Long.parseLong(headers.getOrDefault(offset, ""))))
                    : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    private static Map<String, String> texts(Headers headers) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (Header header : headers) {
            texts.put(header.key(), text(header.value()));
        }
        return texts;
    }

    private static String text(byte @org.jspecify.annotations.Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }
}
