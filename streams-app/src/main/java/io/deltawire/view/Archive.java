package io.deltawire.view;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What can be asked of the view. */
public final class Archive {
    private final Shelf shelf;
    private final StoryList stories;

    Archive(Shelf shelf, StoryList stories) {
        this.shelf = shelf;
        this.stories = stories;
    }

    /** The latest picture of a story, with the fields of its schema. */
    public Optional<ObjectNode> story(String id) {
        return object(Keys.of(Keys.STORY, id));
    }

    /** Whether the picture of the event's story has come that goes with the event, or a later one. */
    public boolean isPainted(Event event) {
        return story(event.storyId())
                .filter(story ->
                        Instant.parse(story.path("updated_at").asText()).toEpochMilli() >= event.at())
                .isPresent();
    }

    public Optional<Summary> summary(String id) {
        return stories.find(id).or(() -> bytes(Keys.of(Keys.SUMMARY, id)).map(each -> Json.read(each, Summary.class)));
    }

    public Optional<Article> article(String id) {
        return bytes(Keys.of(Keys.ARTICLE, id)).map(each -> Json.read(each, Article.class));
    }

    public List<Entity> entities(List<String> words, String type) {
        return stories.entities(words, type);
    }

    /** Stories that are listed, those that changed last first. */
    public Iterable<Summary> newestFirst() {
        return stories.newestFirst();
    }

    public int size() {
        return stories.size();
    }

    /** Events of a story in order of time, up to and with {@code until}. */
    public List<Event> ofStory(String storyId, Event.Log log, long until) {
        byte[] prefix = Keys.storyPrefix(storyId);
        List<Keys.Place> places = new ArrayList<>();
        try {
            shelf.forward(prefix, (key, value) -> {
                if (!Keys.startsWith(key, prefix) || Keys.place(key).at() > until) {
                    return false;
                }
                if (Keys.place(key).log() == log) {
                    places.add(Keys.place(key));
                }
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return places.stream().flatMap(place -> event(place).stream()).toList();
    }

    /** One page of events, latest first. */
    public record Page(List<Event> events, Optional<Mark> next) {}

    /** Where a page ended: time, log, partition and offset of the last event looked at. */
    public record Mark(long at, Event.Log log, int partition, long offset) {}

    /**
     * Events before a mark, latest first.
     *
     * @param looked how many are looked at, at most; the next mark goes on from there
     */
    public Page before(Optional<Mark> mark, Predicate<Event> wanted, int limit, int looked) {
        byte[] from = mark.map(each -> Keys.pointer(
                        Keys.byTime(each.at()),
                        new Event(
                                each.log(),
                                each.partition(),
                                each.offset(),
                                "",
                                each.at(),
                                Json.MAPPER.createObjectNode())))
                .orElse(new byte[] {(byte) Keys.BY_TIME + 1});
        PageOfEvents page = new PageOfEvents(from, mark.isPresent(), wanted, limit, looked);
        try {
            shelf.backward(from, page::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return page.page();
    }

    /** One walk backward over the index by time. */
    private final class PageOfEvents {
        private final byte[] from;
        private final boolean afterMark;
        private final Predicate<Event> wanted;
        private final int limit;
        private final int looked;
        private final List<Event> found = new ArrayList<>();
        private int seen;
        private boolean more;
        private Keys.@Nullable Place end;

        PageOfEvents(byte[] from, boolean afterMark, Predicate<Event> wanted, int limit, int looked) {
            this.from = from;
            this.afterMark = afterMark;
            this.wanted = wanted;
            this.limit = limit;
            this.looked = looked;
        }

        boolean take(byte[] key, byte[] value) {
            if (key[0] != (byte) Keys.BY_TIME) {
                return key[0] > (byte) Keys.BY_TIME;
            }
            if (afterMark && Arrays.equals(key, from)) {
                return true;
            }
            if (found.size() >= limit || seen >= looked) {
                more = true;
                return false;
            }
            end = Keys.place(key);
            seen++;
            event(end).filter(wanted).ifPresent(found::add);
            return true;
        }

        Page page() {
            return new Page(
                    found,
                    more && end != null
                            ? Optional.of(new Mark(end.at(), end.log(), end.partition(), end.offset()))
                            : Optional.empty());
        }
    }

    /**
     * Events that somebody who has read up to {@code from} does not know, up to {@code until}: of one partition in its order,
     * across partitions by time.
     *
     * @param limit empty result when there are more than so many
     */
    public Optional<List<Event>> since(Positions from, Positions until, int limit) {
        PriorityQueue<Run> heads = new PriorityQueue<>(
                Comparator.comparingLong((Run run) -> run.head().at())
                        .thenComparing(run -> run.head().id()));
        int count = 0;
        for (Event.Log log : Event.Log.values()) {
            for (int partition = 0; partition < until.of(log).partitions(); partition++) {
                List<Event> events = range(
                        log,
                        partition,
                        from.of(log).of(partition),
                        until.of(log).of(partition),
                        limit);
                count += events.size();
                if (count > limit) {
                    return Optional.empty();
                }
                if (!events.isEmpty()) {
                    heads.add(new Run(events, 0));
                }
            }
        }
        List<Event> merged = new ArrayList<>(count);
        while (!heads.isEmpty()) {
            Run run = heads.remove();
            merged.add(run.head());
            if (run.at() + 1 < run.events().size()) {
                heads.add(new Run(run.events(), run.at() + 1));
            }
        }
        return Optional.of(merged);
    }

    private record Run(List<Event> events, int at) {
        Event head() {
            return events.get(at);
        }
    }

    private List<Event> range(Event.Log log, int partition, long from, long until, int limit) {
        List<Event> events = new ArrayList<>();
        byte[] prefix = Keys.event(log, partition, 0);
        try {
            shelf.forward(Keys.event(log, partition, from), (key, value) -> {
                if (key.length != prefix.length
                        || !Arrays.equals(key, 0, prefix.length - Long.BYTES, prefix, 0, prefix.length - Long.BYTES)
                        || Keys.offsetOfEvent(key) >= until
                        || events.size() > limit) {
                    return false;
                }
                events.add(event(log, partition, Keys.offsetOfEvent(key), value));
                return true;
            });
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return events;
    }

    private Optional<Event> event(Keys.Place place) {
        return bytes(Keys.event(place.log(), place.partition(), place.offset()))
                .map(value -> event(place.log(), place.partition(), place.offset(), value));
    }

    private static Event event(Event.Log log, int partition, long offset, byte[] value) {
        ObjectNode json = Json.object(value);
        long at = Instant.parse(json.path("at").asText()).toEpochMilli();
        return new Event(log, partition, offset, json.path("story_id").asText(), at, json);
    }

    private Optional<ObjectNode> object(byte[] key) {
        return bytes(key).map(Json::object);
    }

    private Optional<byte[]> bytes(byte[] key) {
        try {
            return Optional.ofNullable(shelf.get(key));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
