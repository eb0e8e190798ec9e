package io.deltawire.ops;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;

/**
 * What a deltawire has left on a cluster and on this machine, as far as it is to go.
 *
 * @param group consumer group whose offsets say how far it has read; empty when there is none
 * @param internal topics that Kafka Streams made, with the number of their records
 * @param outputs topics that people subscribe to, with the number of their records
 * @param state folder of this machine's stores; empty when there is none
 */
public record Traces(
        Optional<String> group,
        SortedMap<String, Long> internal,
        SortedMap<String, Long> outputs,
        Optional<Path> state) {
    public boolean isEmpty() {
        return group.isEmpty() && internal.isEmpty() && outputs.isEmpty() && state.isEmpty();
    }

    /** One line each, for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        group.ifPresent(name -> lines.add("offsets of group " + name));
        internal.forEach((topic, records) -> lines.add("internal topic " + topic + ", " + records + " records"));
        state.ifPresent(folder -> lines.add("state of this machine in " + folder));
        outputs.forEach((topic, records) -> lines.add("records of " + topic + ", " + records));
        return lines;
    }
}
