package io.deltawire.topology;

import io.deltawire.claim.Kind;
import io.deltawire.fact.Change;
import io.deltawire.story.StoryEvent;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * What the line tells of its work. Nothing that comes out depends on it. Counters of every kind are there from the start, so that
 * an alert on one that never moved is no alert on a missing name. Thread-safe.
 */
public final class LineMetrics {
    /** Under this name the object itself stands among the settings of Kafka Streams, for handlers that Kafka makes. */
    public static final String IN_CONFIG = "line.metrics";

    /** Buckets of all histograms: half a millisecond to half a minute. */
    private static final Duration[] BUCKETS = {
        Duration.ofNanos(500_000),
        Duration.ofMillis(1),
        Duration.ofNanos(2_500_000),
        Duration.ofMillis(5),
        Duration.ofMillis(10),
        Duration.ofMillis(25),
        Duration.ofMillis(50),
        Duration.ofMillis(100),
        Duration.ofMillis(250),
        Duration.ofMillis(500),
        Duration.ofSeconds(1),
        Duration.ofMillis(2_500),
        Duration.ofSeconds(5),
        Duration.ofSeconds(10),
        Duration.ofSeconds(30)
    };

    /** A stage whose work on one record is timed, what follows it left out. */
    enum Stage {
        READ,
        ENRICH,
        ORDER,
        STORY,
        FACT
    }

    /** A number that stands for one partition of desks. */
    enum Level {
        STORIES_LIVE("deltawire_stories_live", "stories that an article can still join"),
        ORDER_DEPTH("deltawire_order_depth", "articles that wait for their turn"),
        ORDER_SPAN("deltawire_order_span_seconds", "event time between the oldest and the newest article that wait"),
        ORDER_FORCED("deltawire_order_forced", "articles let go before their turn since the start: not replayable"),
        WATERMARK_LAG("deltawire_watermark_lag_seconds", "wall clock minus the event time that all partitions passed");

        private final String meter;
        private final String description;

        Level(String meter, String description) {
            this.meter = meter;
            this.description = description;
        }
    }

    private record Place(Level level, int partition) {}

    private final MeterRegistry registry;
    private final Counter articles;
    private final Counter marks;
    private final Map<Kind, Counter> claims;
    private final Map<StoryEvent.Type, Counter> updates;
    private final Map<Change.Type, Counter> changes;
    private final Map<Refusal, Counter> refusals;
    private final Map<Stage, Timer> stages;
    private final Timer latency;
    private final Map<Place, Double> levels = new ConcurrentHashMap<>();

    public LineMetrics(MeterRegistry registry) {
        this.registry = registry;
        articles = Counter.builder("deltawire_articles")
                .description("articles that were read and enriched")
                .register(registry);
        marks = Counter.builder("deltawire_marks").description("marks heard").register(registry);
        claims = counters(Kind.class, "deltawire_claims", "kind", "claims found in articles", LineMetrics::tag);
        updates = counters(StoryEvent.Type.class, "deltawire_updates", "type", "story-updates", LineMetrics::tag);
        changes = counters(Change.Type.class, "deltawire_changes", "type", "fact-changes", LineMetrics::tag);
        refusals =
                counters(Refusal.class, "deltawire_dead_letters", "cause", "records refused, by cause", Refusal::tag);
        stages = new EnumMap<>(Stage.class);
        for (Stage stage : Stage.values()) {
            stages.put(
                    stage,
                    timer("deltawire_stage", "work of one stage on one record")
                            .tag("stage", tag(stage))
                            .register(registry));
        }
        latency = timer("deltawire_latency", "from when an article was taken in until its change is given out")
                .register(registry);
    }

    /** The metrics that a handler was configured with; some that nobody sees when there are none. */
    static LineMetrics of(Map<String, ?> config) {
        return config.get(IN_CONFIG) instanceof LineMetrics metrics
                ? metrics
                : new LineMetrics(new SimpleMeterRegistry());
    }

    <T> T timed(Stage stage, Supplier<T> work) {
        return of(stages, stage).record(work);
    }

    void article() {
        articles.increment();
    }

    void mark() {
        marks.increment();
    }

    void claim(Kind kind) {
        of(claims, kind).increment();
    }

    void update(StoryEvent.Type type) {
        of(updates, type).increment();
    }

    /** @param latencyMs wall-clock time since the article was taken in */
    void change(Change.Type type, long latencyMs) {
        of(changes, type).increment();
        latency.record(Duration.ofMillis(Math.max(0, latencyMs)));
    }

    void refused(Refusal refusal) {
        of(refusals, refusal).increment();
    }

    /** Says how a partition stands; the meter appears with the first word of it. */
    void level(Level level, int partition, double value) {
        Place place = new Place(level, partition);
        if (levels.put(place, value) == null) {
            Gauge.builder(level.meter, levels, all -> all.getOrDefault(place, Double.NaN))
                    .description(level.description)
                    .tag("partition", Integer.toString(partition))
                    .register(registry);
        }
    }

    /** Takes a partition's meters away when its task goes elsewhere: a sum over instances must not count it twice. */
    void forget(int partition, Level... gone) {
        for (Level level : gone) {
            if (levels.remove(new Place(level, partition)) != null) {
                registry.find(level.meter)
                        .tag("partition", Integer.toString(partition))
                        .meters()
                        .forEach(registry::remove);
            }
        }
    }

    /** Every kind has its meter from the start. */
    private static <K, M> M of(Map<K, M> meters, K kind) {
        return Objects.requireNonNull(meters.get(kind));
    }

    private static Timer.Builder timer(String name, String description) {
        return Timer.builder(name).description(description).serviceLevelObjectives(BUCKETS);
    }

    private <E extends Enum<E>> Map<E, Counter> counters(
            Class<E> kinds, String name, String tag, String description, Function<E, String> value) {
        Map<E, Counter> counters = new EnumMap<>(kinds);
        Arrays.stream(kinds.getEnumConstants())
                .forEach(kind -> counters.put(
                        kind,
                        Counter.builder(name)
                                .description(description)
                                .tag(tag, value.apply(kind))
                                .register(registry)));
        return counters;
    }

    private static String tag(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT);
    }
}
