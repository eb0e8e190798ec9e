package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/**
 * Republishes dead letters where they came from, with the original key, bytes, headers and timestamp. Record and receipt (in
 * {@code articles.dlq}) are written in one transaction, so that a letter is republished once however often it is tried and
 * wherever it is broken off; two retries at a time fence each other. Downstream, an article that did come through the first
 * time is not told twice: its id is known.
 */
public final class LetterRetry implements AutoCloseable {
    private final LetterBox box;
    private final KafkaProducer<byte[], byte[]> producer;
    private final String letterTopic;
    private final Set<String> sources;

    /** What became of a letter. */
    public enum Outcome {
        REPUBLISHED,
        /** A receipt says so. */
        ALREADY_RETRIED,
        /** From a topic that only stages write to, or from an unknown one. */
        NOT_OURS_TO_WRITE,
        /** The stage did not have the bytes, and the original record is no longer kept. */
        ORIGINAL_GONE
    }

    public LetterRetry(Settings settings, LetterBox box) {
        this.box = box;
        letterTopic = settings.topics().articlesDlq();
        sources = Set.of(settings.topics().articlesRaw(), settings.topics().entitiesCatalog());
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("transactional.id", settings.topics().prefix() + "dlq-retry");
        config.put("acks", "all");
        producer = new KafkaProducer<>(config, new ByteArraySerializer(), new ByteArraySerializer());
        producer.initTransactions();
    }

    /**
     * Republishes one letter.
     *
     * @throws KafkaException if the broker refuses; nothing was written then
     */
    public Outcome retry(Letter letter) {
        if (letter.retried()) {
            return Outcome.ALREADY_RETRIED;
        }
        Optional<Letter.Origin> origin = letter.origin().filter(from -> sources.contains(from.topic()));
        if (origin.isEmpty()) {
            return Outcome.NOT_OURS_TO_WRITE;
        }
        Optional<ConsumerRecord<byte[], byte[]>> original = box.original(origin.get());
        if (original.isEmpty() && !letter.value().hasRemaining()) {
            return Outcome.ORIGINAL_GONE;
        }
        producer.beginTransaction();
        try {
            var republished = producer.send(
                    original.isPresent()
                            ? again(original.get(), letter)
                            : fromLetter(origin.get().topic(), letter));
            var receipt = producer.send(new ProducerRecord<>(
                    letterTopic, null, null, bytes(letter.key()), null, List.of(retryOf(letter.id()))));
            producer.commitTransaction();
            if (!republished.isDone() || !receipt.isDone()) {
                throw new IllegalStateException("a committed transaction has records under way");
            }
        } catch (KafkaException e) {
            producer.abortTransaction();
            throw e;
        }
        return Outcome.REPUBLISHED;
    }

    private static ProducerRecord<byte[], byte[]> again(ConsumerRecord<byte[], byte[]> original, Letter letter) {
        List<Header> headers = new ArrayList<>();
        for (Header header : original.headers()) {
            if (!header.key().equals(Letter.RETRY_OF)) {
                headers.add(header);
            }
        }
        headers.add(retryOf(letter.id()));
        return new ProducerRecord<>(
                original.topic(), null, original.timestamp(), original.key(), original.value(), headers);
    }

    /** The original is no longer kept: bytes and headers of the letter, and the letter's time. */
    private static ProducerRecord<byte[], byte[]> fromLetter(String topic, Letter letter) {
        List<Header> headers = new ArrayList<>();
        letter.headers().forEach((name, value) -> {
            if (!Letter.isOurs(name)) {
                headers.add(new RecordHeader(name, bytes(value)));
            }
        });
        headers.add(retryOf(letter.id()));
        ByteBuffer value = letter.value().duplicate();
        byte[] copy = new byte[value.remaining()];
        value.get(copy);
        return new ProducerRecord<>(topic, null, letter.writtenAt().toEpochMilli(), bytes(letter.key()), copy, headers);
    }

    private static Header retryOf(String id) {
        return new RecordHeader(Letter.RETRY_OF, bytes(id));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Override
    public void close() {
        producer.close();
    }
}
