package io.deltawire.local;

import io.deltawire.avro.FactChange;
import io.deltawire.avro.Story;
import io.deltawire.avro.StoryUpdate;
import io.deltawire.ops.Subscriber;
import io.deltawire.schemas.Settings;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import org.apache.avro.specific.SpecificRecord;
import org.apache.kafka.common.errors.WakeupException;

/**
 * A subscriber that puts what comes on a {@link Screen}. Two topics have no common order, so what has come since the last
 * {@link #print()} is printed in order of event time.
 */
final class Display implements AutoCloseable {
    private static final Comparator<SpecificRecord> BY_TIME = Comparator.comparing(Display::at)
            .thenComparing(Display::article)
            .thenComparing(record -> record instanceof StoryUpdate ? 0 : 1);

    private final Settings settings;
    private final Subscriber subscriber;
    private final Screen screen;
    private final Thread reader = new Thread(this::read, "display");
    private final Queue<SpecificRecord> come = new ConcurrentLinkedQueue<>();
    private final AtomicLong count = new AtomicLong();

    private Display(Settings settings, Screen screen, Optional<Instant> from) {
        this.settings = settings;
        this.screen = screen;
        subscriber = new Subscriber(settings, topics(settings), from);
        reader.setDaemon(true);
        reader.start();
    }

    /** Shows all that is on the topics. */
    static Display fromTheBeginning(Settings settings, Screen screen) {
        return new Display(settings, screen, Optional.of(Instant.EPOCH));
    }

    /** Shows what comes from now on. */
    static Display fromNowOn(Settings settings, Screen screen) {
        return new Display(settings, screen, Optional.empty());
    }

    /** Prints what has come since the last time. */
    void print() {
        List<SpecificRecord> batch = new ArrayList<>();
        for (SpecificRecord record = come.poll(); record != null; record = come.poll()) {
            batch.add(record);
        }
        batch.sort(BY_TIME);
        for (SpecificRecord record : batch) {
            if (record instanceof StoryUpdate update) {
                screen.show(update);
            } else if (record instanceof FactChange change) {
                screen.show(change);
            }
        }
    }

    /** Prints all that is on the topics now, and then the stories as they stand. */
    void printToTheEnd() throws InterruptedException {
        AtomicLong there = new AtomicLong();
        try (Subscriber counter = new Subscriber(settings, topics(settings), Optional.of(Instant.EPOCH))) {
            counter.read(false, record -> there.incrementAndGet() > 0);
        }
        while (count.get() < there.get() && reader.isAlive()) {
            Thread.sleep(50);
        }
        print();
        screen.summary(stories());
    }

    private Collection<Story> stories() {
        Map<String, Story> latest = new LinkedHashMap<>();
        List<String> topic = List.of(settings.topics().stories());
        try (Subscriber stories = new Subscriber(settings, topic, Optional.of(Instant.EPOCH))) {
            stories.read(false, record -> {
                if (record.value() instanceof Story story) {
                    latest.put(record.key(), story);
                } else {
                    latest.remove(record.key());
                }
                return true;
            });
        }
        return latest.values().stream()
                .sorted(Comparator.comparing(Story::getOpenedAt).thenComparing(Story::getId))
                .toList();
    }

    private void read() {
        try {
            subscriber.read(true, record -> {
                come.add(record.value());
                count.incrementAndGet();
                return true;
            });
        } catch (WakeupException e) {
            // Asked to end.
        } finally {
            subscriber.close();
        }
    }

    @Override
    public void close() {
        subscriber.wakeup();
        try {
            reader.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static List<String> topics(Settings settings) {
        return List.of(settings.topics().storyUpdates(), settings.topics().factChanges());
    }

    private static Instant at(SpecificRecord record) {
        return record instanceof StoryUpdate update ? update.getAt() : ((FactChange) record).getAt();
    }

    private static String article(SpecificRecord record) {
        return record instanceof StoryUpdate update ? update.getArticleId() : ((FactChange) record).getArticleId();
    }
}
