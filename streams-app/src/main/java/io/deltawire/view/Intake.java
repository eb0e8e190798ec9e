package io.deltawire.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.deltawire.avro.ActivityWindow;
import io.deltawire.avro.EnrichedArticle;
import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryActivity;
import io.deltawire.avro.StoryUpdate;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.TopicPartition;
import org.jspecify.annotations.Nullable;

/** Takes one batch of records onto the shelf: the records, the indexes over them and the positions after them, all or nothing. */
final class Intake implements AutoCloseable {
    private static final byte[] NOTHING = {};

    private final Shelf shelf;
    private final StoryList stories;
    private final Shelf.Batch batch = new Shelf.Batch();
    private final Map<String, Summary> touched = new LinkedHashMap<>();
    private final Set<String> gone = new LinkedHashSet<>();
    private final Map<TopicPartition, Long> next = new LinkedHashMap<>();
    private final List<Event> events = new ArrayList<>();

    Intake(Shelf shelf, StoryList stories) {
        this.shelf = shelf;
        this.stories = stories;
    }

    /** @param value null for a story that was deleted, or a record that can't be read */
    void take(TopicPartition from, long offset, String key, @Nullable SpecificRecord value) throws IOException {
        next.put(from, offset + 1);
        if (value instanceof Story story) {
            ObjectNode json = AvroJson.of(story);
            batch.put(Keys.of(Keys.STORY, key), Json.bytesOf(json));
            gone.remove(key);
            touched.put(key, summary(key).with(json));
        } else if (value instanceof FactChange change) {
            Event event = event(
                    Event.Log.CHANGES,
                    from,
                    offset,
                    change.getStoryId(),
                    change.getAt().toEpochMilli(),
                    value);
            touched.put(event.storyId(), summary(event.storyId()).with(event));
        } else if (value instanceof StoryUpdate update) {
            Event event = event(
                    Event.Log.UPDATES,
                    from,
                    offset,
                    update.getStoryId(),
                    update.getAt().toEpochMilli(),
                    value);
            if (!update.getMoved().isEmpty()) {
                // A merge or split is part of both stories.
                batch.put(Keys.pointer(Keys.ofStory(update.getOtherStoryId(), event.at()), event), NOTHING);
            }
        } else if (value instanceof StoryActivity activity && activity.getWindow() == ActivityWindow.HOUR) {
            touched.put(
                    key,
                    summary(key)
                            .with(new Summary.Hour(activity.getBegin(), activity.getArticles(), activity.getBurst())));
        } else if (value instanceof EnrichedArticle article) {
            batch.put(Keys.of(Keys.ARTICLE, key), Json.bytesOf(Article.of(article, from.partition(), offset)));
        }
    }

    void deleteStory(TopicPartition from, long offset, String key) throws IOException {
        next.put(from, offset + 1);
        batch.delete(Keys.of(Keys.STORY, key));
        batch.delete(Keys.of(Keys.SUMMARY, key));
        touched.remove(key);
        gone.add(key);
    }

    private Event event(Event.Log log, TopicPartition from, long offset, String storyId, long at, SpecificRecord value)
            throws IOException {
        Event event = new Event(log, from.partition(), offset, storyId, at, AvroJson.of(value));
        batch.put(Keys.event(log, from.partition(), offset), Json.bytesOf(event.json()));
        batch.put(Keys.pointer(Keys.ofStory(storyId, at), event), NOTHING);
        batch.put(Keys.pointer(Keys.byTime(at), event), NOTHING);
        events.add(event);
        return event;
    }

    private Summary summary(String id) throws IOException {
        Summary here = touched.get(id);
        if (here != null) {
            return here;
        }
        if (gone.contains(id)) {
            return Summary.unknown(id);
        }
        Summary listed = stories.find(id).orElse(null);
        if (listed != null) {
            return listed;
        }
        byte[] shelved = shelf.get(Keys.of(Keys.SUMMARY, id));
        return shelved == null ? Summary.unknown(id) : Json.read(shelved, Summary.class);
    }

    /** Writes all; readers see it from now on. */
    Taken commit() throws IOException {
        for (Summary summary : touched.values()) {
            batch.put(Keys.of(Keys.SUMMARY, summary.id()), Json.bytesOf(summary));
        }
        for (Map.Entry<TopicPartition, Long> position : next.entrySet()) {
            batch.put(
                    Keys.of(Keys.POSITION, position.getKey().toString()),
                    ByteBuffer.allocate(Long.BYTES).putLong(position.getValue()).array());
        }
        shelf.write(batch);
        gone.forEach(stories::remove);
        touched.values().stream().filter(Intake::isPainted).forEach(stories::put);
        return new Taken(
                events, touched.values().stream().filter(Intake::isPainted).toList(), next);
    }

    /** Its picture has come: of two topics, one is read before the other. */
    private static boolean isPainted(Summary summary) {
        return !summary.desk().isEmpty() || !summary.title().isEmpty();
    }

    /** What a batch brought: events in the order of reading, stories as they stand after it, and the positions then. */
    record Taken(List<Event> events, List<Summary> stories, Map<TopicPartition, Long> next) {}

    @Override
    public void close() {
        batch.close();
    }
}
