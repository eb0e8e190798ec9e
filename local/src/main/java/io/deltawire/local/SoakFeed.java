package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends made-up news at an even rate, with marks to all partitions. */
final class SoakFeed implements AutoCloseable {
    private static final long SEED = 1;
    private static final Instant BEGIN = Instant.parse("2005-03-01T06:00:00Z");
    private static final long TICK_MS = 50;

    /** Articles between marks, about as often as a producer would write them. */
    private static final int MARK_EVERY = 10;

    private final String topic;
    private final KafkaProducer<String, RawArticle> producer;
    private final int partitions;
    private final MadeUpNews news = new MadeUpNews(SEED, BEGIN);
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong sent = new AtomicLong();
    private final AtomicReference<@Nullable Exception> refused = new AtomicReference<>();
    private @Nullable ScheduledFuture<?> sending;

    SoakFeed(Settings settings) {
        topic = settings.topics().articlesRaw();
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("linger.ms", 20);
        producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(RawArticle.class, config).serializer());
        partitions = producer.partitionsFor(topic).size();
    }

    void start(int perSecond) {
        long begin = System.nanoTime();
        sending = pace.scheduleAtFixedRate(
                () -> {
                    long due = (System.nanoTime() - begin) * perSecond / TimeUnit.SECONDS.toNanos(1);
                    while (sent.get() < due) {
                        send();
                    }
                },
                0,
                TICK_MS,
                TimeUnit.MILLISECONDS);
    }

    private void send() {
        RawArticle article = news.next();
        article.setIngestedAt(Instant.now());
        long number = sent.incrementAndGet();
        long time = article.getPublishedAt().toEpochMilli();
        send(new ProducerRecord<>(topic, (int) (number % partitions), time, article.getId(), article));
        if (number % MARK_EVERY == 0) {
            for (int partition = 0; partition < partitions; partition++) {
                send(Mark.OPEN.record(topic, partition, article.getPublishedAt()));
            }
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the call back has what the future has
    private void send(ProducerRecord<String, RawArticle> sent) {
        producer.send(sent, (there, failure) -> {
            if (failure != null) {
                refused.compareAndSet(null, failure);
            }
        });
    }

    /**
     * Articles sent so far.
     *
     * @throws IOException if the broker refused one: what is measured then is not what was asked for
     */
    long sent() throws IOException {
        Exception failure = refused.get();
        if (failure != null) {
            throw new IOException("an article did not reach the broker: " + failure.getMessage(), failure);
        }

        return sent.get();
    }

    @Override
    public void close() {
        if (sending != null) {
            sending.cancel(true);
        }
        pace.shutdownNow();
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
