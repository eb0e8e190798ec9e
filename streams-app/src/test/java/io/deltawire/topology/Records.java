package io.deltawire.topology;

import io.deltawire.engine.Emission;
import io.deltawire.schemas.Topics;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.avro.specific.SpecificRecord;

/** Records of the output topics in a form that can be compared: by topic and key, in order, with time and value. */
public final class Records {
    private final Map<String, List<String>> byTopicAndKey = new TreeMap<>();
    private int size;

    /** Topics whose records must be the same however they were made. */
    public static List<String> topics(Topics topics) {
        return List.of(topics.stories(), topics.storyUpdates(), topics.factChanges(), topics.storyActivity());
    }

    public void add(String topic, String key, long timestamp, Object value) {
        byTopicAndKey
                .computeIfAbsent(topic + " " + key, each -> new ArrayList<>())
                .add(timestamp + " " + value);
        size++;
    }

    /** Adds what the topology would write for an emission. */
    public void add(Topics topics, Emission emission) {
        if (emission instanceof Emission.Update update) {
            add(topics.storyUpdates(), emission, OutputRecords.update(update));
        } else if (emission instanceof Emission.Shift shift) {
            add(topics.factChanges(), emission, OutputRecords.change(shift));
        } else if (emission instanceof Emission.Picture picture) {
            add(topics.stories(), emission, OutputRecords.story(picture));
        } else if (emission instanceof Emission.Active active) {
            add(topics.storyActivity(), emission, OutputRecords.activity(active));
        }
    }

    private void add(String topic, Emission emission, SpecificRecord value) {
        add(topic, emission.storyId(), emission.at().toEpochMilli(), value);
    }

    public Map<String, List<String>> byTopicAndKey() {
        return byTopicAndKey;
    }

    public int size() {
        return size;
    }
}
