package io.deltawire.ops;

import java.util.Map;
import java.util.Optional;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * A topic as it should be.
 *
 * @param replication copies of each partition; -1 for the broker's default
 * @param config topic settings that differ from the broker's
 */
public record TopicSpec(String name, int partitions, short replication, Map<String, String> config) {
    NewTopic newTopic() {
        return new NewTopic(
                        name, Optional.of(partitions), replication < 0 ? Optional.empty() : Optional.of(replication))
                .configs(config);
    }
}
