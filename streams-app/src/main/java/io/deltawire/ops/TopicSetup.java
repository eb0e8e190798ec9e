package io.deltawire.ops;

import io.deltawire.schemas.Settings;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.Config;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.admin.TopicDescription;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.jspecify.annotations.Nullable;

/** Creates, lists and checks the topics on a cluster and their schemas in a registry. */
public final class TopicSetup implements AutoCloseable {
    private final Admin admin;
    private final Subjects subjects;
    private final List<TopicSpec> plan;

    public TopicSetup(Settings settings) {
        plan = TopicPlan.of(settings);
        subjects = new Subjects(settings);
        admin = Admin.create(settings.forClients());
    }

    /**
     * Creates what is not there yet and registers all schemas; what is there is left as it is.
     *
     * @param say is told of each topic and schema in one line
     */
    public void create(Consumer<String> say) throws IOException, InterruptedException {
        for (TopicSpec spec : plan) {
            try {
                admin.createTopics(Set.of(spec.newTopic())).all().get();
                say.accept("created " + spec.name() + " (" + spec.partitions() + " partitions)");
            } catch (ExecutionException e) {
                if (!(e.getCause() instanceof TopicExistsException)) {
                    throw new IOException(spec.name() + ": " + e.getCause(), e);
                }
                say.accept("is there " + spec.name());
            }
        }
        subjects.register().forEach(subject -> say.accept("registered " + subject));
    }

    /** Topics of the plan that are there. */
    public List<String> existing() throws IOException, InterruptedException {
        List<String> there = new ArrayList<>();
        for (TopicSpec spec : plan) {
            if (describe(spec.name()) != null) {
                there.add(spec.name());
            }
        }
        return there;
    }

    /** One line for each topic and subject as it stands. */
    public List<String> list() throws IOException, InterruptedException {
        List<String> lines = new ArrayList<>();
        for (TopicSpec spec : plan) {
            TopicDescription topic = describe(spec.name());
            lines.add(
                    topic == null
                            ? spec.name() + " missing"
                            : spec.name() + " partitions="
                                    + topic.partitions().size() + " replicas="
                                    + topic.partitions().get(0).replicas().size() + " " + settings(spec));
        }
        lines.addAll(subjects.list());
        return lines;
    }

    /** What differs from how it should be, one line each; empty when all is well. */
    public List<String> check() throws IOException, InterruptedException {
        List<String> differences = new ArrayList<>();
        for (TopicSpec spec : plan) {
            TopicDescription topic = describe(spec.name());
            if (topic == null) {
                differences.add(spec.name() + ": missing");
                continue;
            }
            int partitions = topic.partitions().size();
            if (partitions != spec.partitions()) {
                differences.add(spec.name() + ": " + partitions + " partitions, should be " + spec.partitions());
            }
            Config config = config(spec.name());
            spec.config().forEach((name, value) -> {
                ConfigEntry entry = config.get(name);
                if (entry == null || !value.equals(entry.value())) {
                    differences.add(spec.name() + ": " + name + " is " + (entry == null ? "not set" : entry.value())
                            + ", should be " + value);
                }
            });
        }
        differences.addAll(subjects.differences());
        return differences;
    }

    private String settings(TopicSpec spec) throws IOException, InterruptedException {
        Config config = config(spec.name());
        return spec.config().keySet().stream()
                .sorted()
                .map(name -> name + "="
                        + (config.get(name) == null ? "?" : config.get(name).value()))
                .collect(Collectors.joining(" "));
    }

    private @Nullable TopicDescription describe(String topic) throws IOException, InterruptedException {
        try {
            return admin.describeTopics(Set.of(topic)).allTopicNames().get().get(topic);
        } catch (ExecutionException e) {
            if (e.getCause() instanceof UnknownTopicOrPartitionException) {
                return null;
            }
            throw new IOException(topic + ": " + e.getCause(), e);
        }
    }

    private Config config(String topic) throws IOException, InterruptedException {
        ConfigResource resource = new ConfigResource(ConfigResource.Type.TOPIC, topic);
        try {
            Map<ConfigResource, Config> configs =
                    admin.describeConfigs(Set.of(resource)).all().get();
            return configs.getOrDefault(resource, new Config(Set.of()));
        } catch (ExecutionException e) {
            throw new IOException(topic + ": " + e.getCause(), e);
        }
    }

    @Override
    public void close() throws IOException {
        admin.close();
        subjects.close();
    }
}
