package io.deltawire.replay;

import io.deltawire.ops.Subjects;
import io.deltawire.ops.TopicSetup;
import io.deltawire.schemas.Settings;
import java.io.Closeable;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.GroupIdNotFoundException;
import org.apache.kafka.common.errors.GroupNotEmptyException;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * What a replay makes on a cluster, and takes away again. A topic of its own says of a prefix that it is a replay's and of what;
 * without that, nothing under a prefix is touched.
 */
final class ReplayTopics implements Closeable {
    private static final String RANGE = "range";
    private static final String COPIED = "copied";

    private final Settings settings;
    private final Admin admin;

    /** @param settings with the replay's own prefix and application id */
    ReplayTopics(Settings settings) {
        this.settings = settings;
        admin = Admin.create(settings.forClients());
    }

    /** Name of the topic that says of a prefix that it is a replay's. */
    private String marker() {
        return settings.topics().prefix() + "replay";
    }

    private String applicationId() {
        return settings.get("application.id", "");
    }

    /** Range that an earlier start under this prefix was for; empty when there was none. */
    Optional<RawRange> begun(String topic) throws IOException {
        String range = said().get(RANGE);
        return range == null ? Optional.empty() : RawRange.parse(range, topic);
    }

    /** Whether the range is on the replay's own topics whole. */
    boolean copied() throws IOException {
        return said().containsKey(COPIED);
    }

    private Map<String, String> said() throws IOException {
        Map<String, String> said = new HashMap<>();
        if (!RangeReader.isThere(settings, marker())) {
            return said;
        }
        try (RangeReader reader = RangeReader.open(settings, marker(), Bound.OF_TOPIC, Bound.OF_TOPIC)) {
            while (!reader.open().isEmpty()) {
                for (ConsumerRecord<byte[], byte[]> record : reader.poll(reader.open())) {
                    said.put(
                            new String(record.key(), StandardCharsets.UTF_8),
                            new String(record.value(), StandardCharsets.UTF_8));
                }
            }
        }
        return said;
    }

    /**
     * Makes all topics and registers their schemas.
     *
     * @throws IOException if there is a topic under the prefix that no replay made
     */
    void create(RawRange range) throws IOException, InterruptedException {
        Settings planned = settings.with(Map.of(
                "deltawire.topics.partitions", Integer.toString(range.spans().size())));
        try (TopicSetup setup = new TopicSetup(planned)) {
            List<String> there = setup.existing();
            if (!there.isEmpty()) {
                throw new IOException(
                        there.get(0) + " is there already and was not made by a replay; use another --output-prefix");
            }
            call(admin.createTopics(Set.of(new NewTopic(marker(), Optional.of(1), Optional.empty())
                            .configs(Map.of("cleanup.policy", "compact"))))
                    .all());
            say(RANGE, range.toString());
            setup.create(line -> {});
        }
    }

    void sayCopied(long records) {
        say(COPIED, records + " records");
    }

    private void say(String key, String value) {
        Map<String, Object> config = new HashMap<>(settings.forClients());
        config.put("acks", "all");
        try (KafkaProducer<String, String> producer =
                new KafkaProducer<>(config, new StringSerializer(), new StringSerializer())) {
            var unused = producer.send(new ProducerRecord<>(marker(), key, value));
            producer.flush();
        }
    }

    /**
     * Takes away what a replay made: its topics, those of its streams app, its group, its subjects. Nothing else.
     *
     * @param say is told of each
     * @throws IOException if the prefix is not a replay's, or a replay still runs there
     */
    void clean(Consumer<String> say) throws IOException, InterruptedException {
        if (!RangeReader.isThere(settings, marker())) {
            throw new IOException("nothing under " + settings.topics().prefix()
                    + " was made by a replay (there is no topic " + marker() + "); nothing is deleted");
        }
        String group = applicationId();
        try {
            call(admin.deleteConsumerGroups(Set.of(group)).all());
            say.accept("deleted group " + group);
        } catch (IOException e) {
            if (e.getCause() instanceof GroupNotEmptyException) {
                throw new IOException("a replay still runs as " + group + "; stop it first", e);
            }
            if (!(e.getCause() instanceof GroupIdNotFoundException)) {
                throw e;
            }
        }
        List<String> topics = new ArrayList<>();
        Set<String> planned = Set.copyOf(settings.topics().all());
        for (String topic : call(admin.listTopics().names())) {
            boolean internal =
                    topic.startsWith(group + "-") && (topic.endsWith("-changelog") || topic.endsWith("-repartition"));
            if (planned.contains(topic) || internal) {
                topics.add(topic);
            }
        }
        // The marker last: what is broken off here can be taken up again.
        topics.sort(String::compareTo);
        call(admin.deleteTopics(topics).all());
        topics.forEach(topic -> say.accept("deleted topic " + topic));
        try (Subjects subjects = new Subjects(settings)) {
            subjects.delete().forEach(subject -> say.accept("deleted subject " + subject));
        }
        call(admin.deleteTopics(Set.of(marker())).all());
        say.accept("deleted topic " + marker());
    }

    private static <T> T call(org.apache.kafka.common.KafkaFuture<T> future) throws IOException, InterruptedException {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw new IOException(String.valueOf(e.getCause()), e.getCause());
        }
    }

    @Override
    public void close() {
        admin.close(Duration.ofSeconds(5));
    }
}
