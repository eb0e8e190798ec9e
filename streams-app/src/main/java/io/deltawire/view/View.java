package io.deltawire.view;

import io.deltawire.schemas.Settings;
import io.deltawire.schemas.Topics;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.WakeupException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * This instance's copy of what the line has published, kept up to date by a thread of its own. It is on disk beside the state of
 * the streams app, so that a start reads only what has come since; and because it is whole, neither a rebalance nor the loss of
 * another instance takes a story away.
 */
public final class View implements AutoCloseable {
    /** How many stories are listed and searched, the latest first. */
    public static final String STORIES = "deltawire.http.stories";

    private static final Logger LOG = LoggerFactory.getLogger(View.class);
    private static final String DEFAULT_STORIES = "50000";

    /** Raised when what the shelf holds changes its form: it is then read anew. */
    private static final String FORM = "2";

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Settings settings;
    private final Topics topics;
    private final StoryList stories;
    private final Shelf shelf;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::run, "view");
    private final CountDownLatch closing = new CountDownLatch(1);
    private volatile boolean ready;
    private volatile Positions positions = Positions.NONE;
    private volatile @Nullable Feeder feeder;

    /** Hears what has come, in the order of reading, after it can be asked for. Must return at once. */
    @FunctionalInterface
    public interface Listener {
        /**
         * @param before positions before the first of the events
         * @param stories those that changed, as they stand
         */
        void accept(Positions before, List<Event> events, List<Summary> stories);
    }

    private View(Settings settings, Shelf shelf, int limit) {
        this.settings = settings;
        this.shelf = shelf;
        topics = settings.topics();
        stories = new StoryList(limit);
        thread.setDaemon(true);
    }

    /**
     * Opens the copy and begins to follow; waits for nothing.
     *
     * @throws IllegalArgumentException if a setting is wrong; it is named
     */
    public static View start(Settings settings) throws IOException {
        int limit;
        try {
            limit = Integer.parseInt(settings.get(STORIES, DEFAULT_STORIES));
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(STORIES + " is no number", e);
        }
        if (limit < 1) {
            throw new IllegalArgumentException(STORIES + " is " + limit + "; it must be at least 1");
        }
        View view = new View(settings, new Shelf(directory(settings)), limit);
        view.thread.start();
        return view;
    }

    private static Path directory(Settings settings) {
        String state = settings.get(
                "state.dir",
                Path.of(System.getProperty("java.io.tmpdir"), "kafka-streams").toString());
        return Path.of(state, settings.get("application.id", "deltawire") + "-view");
    }

    /** Whether all that was published when this instance began has been read. */
    public boolean isReady() {
        return ready;
    }

    /** How far the copy goes. */
    public Positions positions() {
        return positions;
    }

    public Archive archive() {
        return new Archive(shelf, stories);
    }

    public void addListener(Listener listener) {
        listeners.add(listener);
    }

    private void run() {
        try {
            while (closing.getCount() > 0) {
                try (Feeder reading = new Feeder(settings)) {
                    feeder = reading;
                    follow(reading);
                } catch (WakeupException e) {
                    return;
                } catch (RuntimeException | IOException e) {
                    LOG.warn("the view is interrupted and begins again: {}", e.toString());
                } finally {
                    feeder = null;
                }
                closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow(Feeder reading) throws IOException, InterruptedException {
        List<TopicPartition> partitions = reading.partitions();
        while (partitions.isEmpty()) {
            if (closing.await(PAUSE.toMillis(), TimeUnit.MILLISECONDS)) {
                return;
            }
            partitions = reading.partitions();
        }
        Map<TopicPartition, Long> from = opened(reading.ends(partitions));
        reading.assign(partitions, from);
        while (closing.getCount() > 0) {
            Intake.@Nullable Taken taken = null;
            try (Intake intake = new Intake(shelf, stories)) {
                if (reading.read(intake)) {
                    taken = intake.commit();
                }
            }
            if (taken != null) {
                tell(taken);
            }
            if (!ready && reading.isCaughtUp()) {
                ready = true;
                LOG.info("the view has {} stories", stories.size());
            }
        }
    }

    private void tell(Intake.Taken taken) {
        Positions before = positions;
        Positions after = before;
        for (Event event : taken.events()) {
            after = after.after(event.log(), event.partition(), event.offset());
        }
        positions = after;
        for (Listener listener : listeners) {
            listener.accept(before, taken.events(), taken.stories());
        }
    }

    /** Reads what is on the shelf; clears it first if it is not of these topics. */
    private Map<TopicPartition, Long> opened(Map<TopicPartition, Long> ends) throws IOException {
        Map<TopicPartition, Long> found = new HashMap<>();
        for (TopicPartition partition : ends.keySet()) {
            byte[] position = shelf.get(Keys.of(Keys.POSITION, partition.toString()));
            if (position != null) {
                found.put(partition, ByteBuffer.wrap(position).getLong());
            }
        }
        String writtenFor = FORM + " " + topics.prefix();
        byte[] before = shelf.get(Keys.of(Keys.WRITTEN_FOR, ""));
        boolean ours = before != null && new String(before, StandardCharsets.UTF_8).equals(writtenFor);
        boolean behind =
                found.entrySet().stream().allMatch(each -> each.getValue() <= ends.getOrDefault(each.getKey(), 0L));
        if (!ours || !behind) {
            LOG.info("the view is read from the beginning");
            shelf.clear();
            found.clear();
            try (Shelf.Batch batch = new Shelf.Batch()) {
                batch.put(Keys.of(Keys.WRITTEN_FOR, ""), writtenFor.getBytes(StandardCharsets.UTF_8));
                shelf.write(batch);
            }
        }
        stories.clear();
        shelf.forward(Keys.of(Keys.SUMMARY, ""), (key, value) -> {
            if (key[0] != (byte) Keys.SUMMARY) {
                return false;
            }
            stories.put(Json.read(value, Summary.class));
            return true;
        });
        Positions read = Positions.NONE;
        for (Map.Entry<TopicPartition, Long> each : found.entrySet()) {
            Event.@Nullable Log log = log(each.getKey().topic());
            if (log != null) {
                read = read.after(log, each.getKey().partition(), each.getValue() - 1);
            }
        }
        positions = read;
        return found;
    }

    private Event.@Nullable Log log(String topic) {
        if (topic.equals(topics.factChanges())) {
            return Event.Log.CHANGES;
        }
        return topic.equals(topics.storyUpdates()) ? Event.Log.UPDATES : null;
    }

    /** To be called when nobody asks any more: what is on disk can't be read after it. */
    @Override
    public void close() {
        closing.countDown();
        Feeder reading = feeder;
        if (reading != null) {
            reading.wakeup();
        }
        try {
            thread.join();
            shelf.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
