package io.deltawire.ops;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.common.errors.TopicExistsException;

/**
 * A topic as it should be.
 *
 * @param replication copies of each partition; -1 for the broker's default
 * @param config topic settings that differ from the broker's
 */
public record TopicSpec(String name, int partitions, short replication, Map<String, String> config) {
    /**
     * Makes the topic unless it is there.
     *
     * @throws IllegalStateException with the broker's reason
     */
    public static void create(Admin admin, TopicSpec spec) throws InterruptedException {
        try {
            admin.createTopics(Set.of(spec.newTopic())).all().get();
        } catch (ExecutionException e) {
            if (!(e.getCause() instanceof TopicExistsException)) {
                throw new IllegalStateException("topic " + spec.name() + " can't be made: " + e.getCause(), e);
            }
        }
    }

    NewTopic newTopic() {
        return new NewTopic(
                        name, Optional.of(partitions), replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(config);
    }
}
