package io.deltawire.local;

import io.deltawire.avro.RawArticle;
import io.deltawire.producer.ProducerSettings;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Mark;
import io.deltawire.schemas.Settings;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.Serializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.jspecify.annotations.Nullable;

/**
 * Sends news at an even pace, each article to a partition by chance and a mark to all; now and then one article again, and now
 * and then poison. Its client is that of {@code publish}: a broker that is away makes it wait and never send twice.
 */
final class FaultFeed implements AutoCloseable {
    private static final int AGAIN_EVERY = 25;
    private static final int POISON_EVERY = 60;

    private final String topic;
    private final int partitions;
    private final Random random;
    private final MadeUpNews news;
    private final Serializer<RawArticle> serializer;
    private final KafkaProducer<String, byte[]> producer;
    private final ScheduledExecutorService pace = Executors.newSingleThreadScheduledExecutor();

    /** Articles in the order they were sent, each once. */
    private final List<RawArticle> articles = new ArrayList<>();

    /** Keys of all records that are articles, those that were sent again among them. */
    private final List<String> keys = new ArrayList<>();

    private final List<String> poison = new ArrayList<>();
    private volatile int sent;
    private volatile @Nullable Throwable failure;

    FaultFeed(Settings settings, int partitions, long seed) {
        this.topic = settings.topics().articlesRaw();
        this.partitions = partitions;
        random = new Random(seed);
        news = new MadeUpNews(seed);
        Map<String, Object> config = ProducerSettings.config(settings);
        config.put("max.block.ms", Integer.MAX_VALUE);
        serializer = AvroSerde.of(RawArticle.class, config).serializer();
        producer = new KafkaProducer<>(config, new StringSerializer(), new ByteArraySerializer());
    }

    void start(int articlesPerSecond) {
        long period = TimeUnit.SECONDS.toMicros(1) / articlesPerSecond;
        pace.scheduleAtFixedRate(this::step, 0, period, TimeUnit.MICROSECONDS);
    }

    private synchronized void step() {
        try {
            RawArticle article = news.next();
            articles.add(article);
            sent = articles.size();
            send(article, article.getPublishedAt());
            if (random.nextInt(AGAIN_EVERY) == 0) {
                send(articles.get(random.nextInt(articles.size())), article.getPublishedAt());
            }
            if (random.nextInt(POISON_EVERY) == 0) {
                String key = "poison-" + poison.size();
                poison.add(key);
                producer.send(new ProducerRecord<>(
                        topic,
                        random.nextInt(partitions),
                        article.getPublishedAt().toEpochMilli(),
                        key,
                        "no article".getBytes(StandardCharsets.UTF_8)));
            }
            mark(Mark.OPEN, article.getPublishedAt());
        } catch (RuntimeException e) {
            failure = e;
            throw e;
        }
    }

    private void send(RawArticle article, Instant time) {
        keys.add(article.getId());
        producer.send(new ProducerRecord<>(
                topic,
                random.nextInt(partitions),
                time.toEpochMilli(),
                article.getId(),
                serializer.serialize(topic, article)));
    }

    private void mark(Mark kind, Instant clock) {
        for (int p = 0; p < partitions; p++) {
            producer.send(kind.record(topic, p, clock));
        }
    }

    /** No more articles; a closing mark lets the last ones take effect. */
    void end() throws InterruptedException {
        pace.shutdown();
        if (!pace.awaitTermination(1, TimeUnit.MINUTES)) {
            throw new IllegalStateException("the feed does not end");
        }
        synchronized (this) {
            if (failure != null) {
                throw new IllegalStateException("the feed failed", failure);
            }
            mark(Mark.END, articles.get(articles.size() - 1).getPublishedAt());
        }
        producer.flush();
    }

    /** How it stands, in one line; does not wait for a step that hangs. */
    String describe() {
        Throwable why = failure;
        return "feed sent " + sent + " articles" + (why == null ? "" : " and failed: " + why);
    }

    synchronized List<RawArticle> articles() {
        return List.copyOf(articles);
    }

    synchronized List<String> keys() {
        return List.copyOf(keys);
    }

    synchronized List<String> poison() {
        return List.copyOf(poison);
    }

    @Override
    public void close() {
        pace.shutdownNow();
        producer.close(java.time.Duration.ofSeconds(5));
    }
}
