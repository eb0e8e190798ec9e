package io.deltawire.topology;

import io.deltawire.engine.Emission;
import io.deltawire.engine.FactStep;
import io.deltawire.fact.FactEngine;
import java.util.Set;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.streams.processor.api.Processor;
import org.apache.kafka.streams.processor.api.ProcessorContext;
import org.apache.kafka.streams.processor.api.ProcessorSupplier;
import org.apache.kafka.streams.processor.api.Record;
import org.apache.kafka.streams.state.KeyValueStore;
import org.apache.kafka.streams.state.StoreBuilder;
import org.jspecify.annotations.Nullable;

/** FACT: {@link FactStep} on state stores; gives out what the world is told, keyed by story. */
final class FactProcessor implements Processor<String, StoryProcessor.Out, String, Emission> {
    static final String STORE = "facts-state";
    static final String ACTIVITY_STORE = "activity-state";

    private final LineConfig config;
    private final LineMetrics metrics;

    @SuppressWarnings("NullAway.Init")
    private ProcessorContext<String, Emission> context;

    @SuppressWarnings("NullAway.Init")
    private FactStep facts;

    private FactProcessor(LineConfig config, LineMetrics metrics) {
        this.config = config;
        this.metrics = metrics;
    }

    static ProcessorSupplier<String, StoryProcessor.Out, String, Emission> supplier(
            LineConfig config, LineMetrics metrics) {
        return new ProcessorSupplier<>() {
            @Override
            public Processor<String, StoryProcessor.Out, String, Emission> get() {
                return new FactProcessor(config, metrics);
            }

            @Override
            public Set<StoreBuilder<?>> stores() {
                return Set.of(StorePieces.builder(STORE), StorePieces.builder(ACTIVITY_STORE));
            }
        };
    }

    @Override
    public void init(ProcessorContext<String, Emission> context) {
        this.context = context;
        KeyValueStore<String, byte[]> store = context.getStateStore(STORE);
        KeyValueStore<String, byte[]> activity = context.getStateStore(ACTIVITY_STORE);
        facts = new FactStep(new StorePieces(store), new StorePieces(activity), FactEngine::new);
    }

    @Override
    public void process(Record<String, StoryProcessor.Out> record) {
        StoryProcessor.Out out = record.value();
        for (Emission emission : metrics.timed(LineMetrics.Stage.FACT, () -> facts.accept(out.placed()))) {
            count(emission, out.origin());
            Headers headers = Origin.provenance(out.origin(), config);
            long at = Math.max(0, emission.at().toEpochMilli());
            context.forward(new Record<>(emission.storyId(), emission, at, headers));
        }
    }

    private void count(Emission emission, @Nullable Origin origin) {
        if (emission instanceof Emission.Update update) {
            metrics.update(update.event().type());
        } else if (emission instanceof Emission.Shift shift && origin != null) {
            metrics.change(shift.change().type(), context.currentSystemTimeMs() - origin.takenIn());
        } else if (emission instanceof Emission.Refused refused) {
            metrics.refused(refused.step().equals("story") ? Refusal.STORY_FAILED : Refusal.FACT_FAILED);
        }
    }
}
