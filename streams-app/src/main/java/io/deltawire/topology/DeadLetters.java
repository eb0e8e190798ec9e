package io.deltawire.topology;

import java.util.Map;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueProcessingExceptionHandler;
import org.apache.kafka.streams.errors.LogAndFailProcessingExceptionHandler;
import org.apache.kafka.streams.errors.ProcessingExceptionHandler;
import org.apache.kafka.streams.processor.api.Record;

/**
 * Kafka's own handlers behind one decision: an article that was refused goes to the dead letters and the line goes on;
 * anything else (a store that fails, a defect of the wiring) stops the thread, so that nothing is lost.
 */
public final class DeadLetters implements ProcessingExceptionHandler {
    private final LogAndContinueProcessingExceptionHandler goOn = new LogAndContinueProcessingExceptionHandler();
    private final LogAndFailProcessingExceptionHandler stop = new LogAndFailProcessingExceptionHandler();

    @SuppressWarnings("NullAway.Init")
    private LineMetrics metrics;

    @Override
    public Response handleError(ErrorHandlerContext context, Record<?, ?> record, Exception exception) {
        if (exception instanceof RefusedArticleException refused) {
            metrics.refused(refused.refusal());
            return goOn.handleError(context, record, exception);
        }
        return stop.handleError(context, record, exception);
    }

    @Override
    public void configure(Map<String, ?> config) {
        metrics = LineMetrics.of(config);
        goOn.configure(config);
        stop.configure(config);
    }
}
