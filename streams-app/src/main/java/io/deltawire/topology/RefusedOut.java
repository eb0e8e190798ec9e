package io.deltawire.topology;

import io.deltawire.engine.Emission;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.streams.processor.api.ContextualProcessor;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Articles that STORY or FACT failed on, for {@code articles.dlq}. The original bytes are no longer at hand there: the value is
 * empty and the provenance headers say where in {@code articles.raw} they are.
 */
final class RefusedOut extends ContextualProcessor<String, Emission, String, byte[]> {
    static final String STEP = "deltawire-step";
    static final String REASON = "deltawire-reason";

    @Override
    public void process(Record<String, Emission> record) {
        if (record.value() instanceof Emission.Refused refused) {
            Headers headers = new RecordHeaders(record.headers())
                    .add(STEP, refused.step().getBytes(StandardCharsets.UTF_8))
                    .add(REASON, refused.reason().getBytes(StandardCharsets.UTF_8));
            context().forward(new Record<>(refused.articleId(), new byte[0], record.timestamp(), headers));
        }
    }
}
