package io.deltawire.webhook;

import io.deltawire.avro.FactChange;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.schemas.AvroSerde;
import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import io.deltawire.view.Archive;
import io.deltawire.view.AvroJson;
import io.deltawire.view.Event;
import io.deltawire.view.Filter;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.SerializationException;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.Deserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Tells one webhook, from a consumer group of its own that the instances share: each event is told by one of them, of one story in
 * order, and again after a failure until it is taken or has been tried often enough. While a partition waits, the others go on.
 */
final class Delivery implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);
    private static final long FIRST_PAUSE_MILLIS = 1_000;
    private static final long LONGEST_PAUSE_MILLIS = 300_000;

    private static final Duration PICTURE_WITHIN = Duration.ofSeconds(3);
    private static final long LOOK_AGAIN_MILLIS = 50;

    /** So few that even a receiver that takes ten seconds for each does not hold up the group. */
    private static final int AT_ONCE = 20;

    private final Webhook hook;
    private final DeadLetterBox dead;
    private final Archive archive;
    private final HttpClient client = HttpClient.newBuilder()
            .connectTimeout(ANSWER_WITHIN)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();
    private final KafkaConsumer<String, byte[]> consumer;
    private final Map<String, Deserializer<? extends SpecificRecord>> readers;
    private final Topics topics;
    private final long firstPauseMillis;
    private final Map<TopicPartition, Waiting> waiting = new HashMap<>();
    private final Set<String> unpainted = new HashSet<>();

    /** A partition whose next event was not taken. */
    private record Waiting(long offset, int tries, long untilNanos) {}

    Delivery(Webhook hook, Settings settings, DeadLetterBox dead, Archive archive, long firstPauseMillis) {
        this.hook = hook;
        this.dead = dead;
        this.archive = archive;
        this.firstPauseMillis = firstPauseMillis;
        topics = settings.topics();
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("group.id", settings.get("application.id", "deltawire") + "-webhook-" + hook.name());
        config.put("isolation.level", "read_committed");
        config.put("enable.auto.commit", false);
        config.put("auto.offset.reset", hook.fromBeginning() ? "earliest" : "latest");
        config.put("max.poll.records", AT_ONCE);
        consumer = new KafkaConsumer<>(config, new StringDeserializer(), new ByteArrayDeserializer());
        readers = Map.of(
                topics.factChanges(), AvroSerde.of(FactChange.class, config).deserializer(),
                topics.storyUpdates(), AvroSerde.of(StoryUpdate.class, config).deserializer());
        consumer.subscribe(readers.keySet());
    }

    static long firstPause() {
        return FIRST_PAUSE_MILLIS;
    }

    /** One round: what has come is told, as far as it is taken. */
    void round() throws InterruptedException {
        ConsumerRecords<String, byte[]> records = consumer.poll(POLL);
        waiting.keySet().retainAll(consumer.assignment());
        for (TopicPartition partition : records.partitions()) {
            tell(partition, records.records(partition));
        }
        long now = System.nanoTime();
        List<TopicPartition> due = waiting.entrySet().stream()
                .filter(each -> each.getValue().untilNanos() - now <= 0)
                .map(Map.Entry::getKey)
                .toList();
        consumer.resume(due);
    }

    private void tell(TopicPartition partition, List<ConsumerRecord<String, byte[]>> records)
            throws InterruptedException {
        for (ConsumerRecord<String, byte[]> record : records) {
            Optional<Event> event = event(record);
            if (event.isPresent() && isWanted(event.get())) {
                String failure = send(event.get());
                if (!failure.isEmpty() && !isPutAside(partition, record, event.get(), failure)) {
                    return;
                }
            }
            waiting.remove(partition);
            consumer.commitSync(Map.of(partition, new OffsetAndMetadata(record.offset() + 1)));
        }
    }

    /** A filter by entity asks what the story is about, and its picture may be read a moment after the event. */
    private boolean isWanted(Event event) throws InterruptedException {
        Filter filter = hook.filter();
        if (filter.wants(event, archive::summary)) {
            return true;
        }
        if (filter.entity().isEmpty()
                || !filter.ofAnyEntity().wants(event, archive::summary)
                || unpainted.contains(event.storyId())) {
            return false;
        }
        long until = System.nanoTime() + PICTURE_WITHIN.toNanos();
        while (!archive.isPainted(event)) {
            if (System.nanoTime() - until > 0) {
                // As for a story that was deleted since: not waited for again.
                unpainted.add(event.storyId());
                break;
            }
            TimeUnit.MILLISECONDS.sleep(LOOK_AGAIN_MILLIS);
        }
        return filter.wants(event, archive::summary);
    }

    /** Puts an event aside that has failed too often; else sets its partition waiting. */
    private boolean isPutAside(
            TopicPartition partition, ConsumerRecord<String, byte[]> record, Event event, String failure) {
        Waiting before = waiting.get(partition);
        int tries = before != null && before.offset() == record.offset() ? before.tries() + 1 : 1;
        if (tries >= hook.tries()) {
            LOG.warn(
                    "webhook {} did not take {} in {} tries ({}); it is put aside",
                    hook.name(),
                    event.id(),
                    tries,
                    failure);
            dead.put(hook, record, tries, failure);
            return true;
        }
        if (tries == 1) {
            LOG.warn("webhook {} did not take {} ({}); it is tried again", hook.name(), event.id(), failure);
        }
        long pause = Math.min(firstPauseMillis << Math.min(tries - 1, 20), LONGEST_PAUSE_MILLIS);
        waiting.put(
                partition,
                new Waiting(
                        record.offset(),
                        tries,
                        System.nanoTime() + Duration.ofMillis(pause).toNanos()));
        consumer.seek(partition, record.offset());
        consumer.pause(List.of(partition));
        return false;
    }

    private Optional<Event> event(ConsumerRecord<String, byte[]> record) {
        Deserializer<? extends SpecificRecord> reader = readers.get(record.topic());
        if (record.value() == null || reader == null) {
            return Optional.empty();
        }
        try {
            SpecificRecord value = reader.deserialize(record.topic(), record.value());
            Event.Log log = record.topic().equals(topics.factChanges()) ? Event.Log.CHANGES : Event.Log.UPDATES;
            return Optional.of(new Event(
                    log, record.partition(), record.offset(), record.key(), record.timestamp(), AvroJson.of(value)));
        } catch (SerializationException e) {
            LOG.warn("{}-{}@{} can't be read and is left out", record.topic(), record.partition(), record.offset());
            return Optional.empty();
        }
    }

    /** "" when it was taken, else why not. */
    private String send(Event event) throws InterruptedException {
        byte[] body = event.json().toString().getBytes(StandardCharsets.UTF_8);
        long seconds = System.currentTimeMillis() / 1000;
        HttpRequest request = HttpRequest.newBuilder(hook.url())
                .timeout(ANSWER_WITHIN)
                .header("Content-Type", "application/json")
                .header("User-Agent", "deltawire")
                .header("Deltawire-Event", event.log() == Event.Log.CHANGES ? "change" : "update")
                .header("Deltawire-Id", event.id())
                .header("Deltawire-Signature", Signature.of(hook.secret(), seconds, body))
                .POST(BodyPublishers.ofByteArray(body))
                .build();
        try {
            HttpResponse<Void> answer = client.send(request, BodyHandlers.discarding());
            int status = answer.statusCode();
            return status >= 200 && status < 300 ? "" : "status " + status;
        } catch (IOException e) {
            return e.getClass().getSimpleName();
        }
    }

    /** Makes a round end from another thread. */
    void wakeup() {
        consumer.wakeup();
    }

    @Override
    public void close() {
        consumer.close();
        readers.values().forEach(Deserializer::close);
    }
}
