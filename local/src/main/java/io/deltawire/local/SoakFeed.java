package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/** Sends made-up news at an even rate, with marks to all partitions. */
final class SoakFeed implements AutoCloseable {
    private static final long SEED = 1;
    private static final long TICK_MS = 50;

    /** Articles between marks, about as often as a producer would write them. */
    private static final int MARK_EVERY = 10;

    private final String topic;
    private final KafkaProducer<String, RawArticle> producer;
    private final int partitions;
    private final MadeUpNews news = new MadeUpNews(SEED);
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();
    private final AtomicLong sent = new AtomicLong();
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

    @SuppressWarnings("FutureReturnValueIgnored") // what does not arrive is missing from the metrics that are compared
    private void send() {
        RawArticle article = news.next();
        article.setIngestedAt(Instant.now());
        long number = sent.incrementAndGet();
        long time = article.getPublishedAt().toEpochMilli();
        producer.send(new ProducerRecord<>(topic, (int) (number % partitions), time, article.getId(), article));
        if (number % MARK_EVERY == 0) {
            for (int partition = 0; partition < partitions; partition++) {
                producer.send(Mark.OPEN.record(topic, partition, article.getPublishedAt()));
            }
        }
    }

    long sent() {
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
