package io.deltawire.topology;

import io.deltawire.engine.Placed;
import io.deltawire.engine.StoryStep;
import io.deltawire.story.Digest;
import io.deltawire.story.StoryConfig;
import io.deltawire.story.StoryEngine;
import io.deltawire.story.StoryModels;
import java.util.List;
import java.util.Set;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** STORY: {@link StoryStep} on a state store. */
final class StoryProcessor implements Processor<String, Ordered, String, StoryProcessor.Out> {
    static final String STORE = "stories-state";

    private final StoryConfig config;
    private final LineMetrics metrics;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, Out> context;

    @SuppressWarnings("NullAway.Init")
    private StoryStep stories;

    private StoryProcessor(StoryConfig config, LineMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    /** @param origin where the article comes from; null when only time has passed */
    record Out(Placed placed, @Nullable Origin origin) {}

    static ProcessorSupplier<String, Ordered, String, Out> supplier(LineConfig config, LineMetrics metrics) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, Ordered, String, Out> get() {
                return new StoryProcessor(config.stories(), metrics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(StorePieces.builder(STORE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Out> context) {
        this.context = context;
        KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
        StoryModels models = StoryModels.shipped();
        stories = new StoryStep(new StorePieces(store), pieces -> new StoryEngine(pieces, config, models));
        metrics.level(LineMetrics.Level.STORIES_LIVE, partition(), stories.liveStories());
    }

    @Override
    public void process(Record<String, Ordered> record) {
        Ordered ordered = record.value();
        Digest digest = ordered.digest();
        List<Placed> out = metrics.timed(
                LineMetrics.Stage.STORY,
                () -> digest == null
                        ? stories.advance(ordered.effective())
                        : stories.accept(digest, ordered.effective()));
        metrics.level(LineMetrics.Level.STORIES_LIVE, partition(), stories.liveStories());
        for (Placed placed : out) {
            // What time has closed does not come from the article in whose turn it closed.
            Origin origin = placed.digest() == null ? null : ordered.origin();
            context.forward(new Record<>(placed.desk(), new Out(placed, origin), record.timestamp(), record.headers()));
        }
    }

    @Override
    public void close() {
        metrics.forget(partition(), LineMetrics.Level.STORIES_LIVE);
    }

    private int partition() {
        return context.taskId().partition();
    }
}
