package io.deltawire.bench;

import io.deltawire.avro.ChangeType;
import io.deltawire.avro.ClaimKind;
import io.deltawire.avro.EntityWeight;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryState;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.StringSerializer;

/** Stories and changes put straight onto the topics that instances serve from. */
final class MadeUpStories {
    private static final Instant BEGIN = Instant.parse("2026-02-01T00:00:00Z");

    private MadeUpStories() {}

    static void write(Settings line, int count) {
        Map<String, Object> config = line.forClients();
        try (KafkaProducer<String, Story> producer = new KafkaProducer<>(
                config,
                new StringSerializer(),
                AvroSerde.of(Story.class, config).serializer())) {
            for (int i = 0; i < count; i++) {
                var unused = producer.send(new ProducerRecord<>(line.topics().stories(), "en:s" + i, story(i)));
            }
        }
    }

    /** Changes of those stories at an even rate, from a thread of its own, until it is closed. */
    static final class Ticking implements AutoCloseable {
        private final Settings line;
        private final int stories;
        private final long everyNanos;
        private final Thread thread = new Thread(this::run, "bench-changes");
        private final AtomicLong sent = new AtomicLong();
        private volatile boolean ended;

        Ticking(Settings line, int stories, int perSecond) {
            this.line = line;
            this.stories = stories;
            everyNanos = TimeUnit.SECONDS.toNanos(1) / perSecond;
            thread.start();
        }

        private void run() {
            Map<String, Object> config = line.forClients();
            try (KafkaProducer<String, FactChange> producer = new KafkaProducer<>(
                    config,
                    new StringSerializer(),
                    AvroSerde.of(FactChange.class, config).serializer())) {
                long due = System.nanoTime();
                for (int i = 0; !ended; i++) {
                    due += everyNanos;
                    while (System.nanoTime() < due) {
                        LockSupport.parkNanos(due - System.nanoTime());
                    }
                    var unused = producer.send(new ProducerRecord<>(
                            line.topics().factChanges(), "en:s" + i % stories, change(i % stories, i)));
                    sent.incrementAndGet();
                }
            }
        }

        /** How many changes so far. */
        long sent() {
            return sent.get();
        }

        @Override
        public void close() {
            ended = true;
            try {
                thread.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private static Story story(int i) {
        Instant at = BEGIN.plusSeconds(i);
        return Story.newBuilder()
                .setId("en:s" + i)
                .setDesk("en")
                .setTitle("Council of town number " + i + " decides on its harbour")
                .setState(StoryState.OPEN)
                .setOpenedAt(at)
                .setUpdatedAt(at)
                .setArticleCount(i % 40)
                .setIndependentSources(i % 9)
                .setOutlets(List.of("Harbour Post", "Meridian Times"))
                .setEntities(
                        List.of(new EntityWeight("place:bay", i % 10 == 0 ? "Bay" : "Hill", "PLACE", true, true, 3)))
                .build();
    }

    private static FactChange change(int story, int i) {
        return FactChange.newBuilder()
                .setId(UUID.randomUUID().toString())
                .setType(ChangeType.REVISED)
                .setStoryId("en:s" + story)
                .setFactId("f")
                .setAt(BEGIN.plusSeconds(1_000_000L + i))
                .setKind(ClaimKind.QUANTITY)
                .setSubject("killed")
                .setBefore("12")
                .setAfter("41")
                .setAfterSources(List.of("Harbour Post", "Meridian Times"))
                .setText("Killed revised from 12 to 41 — 2 sources")
                .build();
    }
}
