package io.deltawire.topology;

import java.util.Map;
import java.util.Set;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.RecordTooLargeException;
import org.apache.kafka.streams.StreamsConfig;
import org.apache.kafka.streams.errors.DefaultProductionExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.ProductionExceptionHandler;

/**
 * A record for subscribers that is larger than the broker takes goes to the dead letters, as what it was made of, and the line
 * goes on: the next try would be no smaller. On internal topics (changelogs, digests) nothing may be left out, and any other
 * failure is the broker's: the thread stops and what was not committed is done again.
 */
public final class UnwritableRecords implements ProductionExceptionHandler {
    private static final Set<String> INTERNAL = Set.of("-changelog", "-repartition");

    private final DefaultProductionExceptionHandler usual = new DefaultProductionExceptionHandler();

    @SuppressWarnings("NullAway.Init")
    private LineMetrics metrics;

    private String internalPrefix = "";

    @Override
    public Response handleError(
            ErrorHandlerContext context, ProducerRecord<byte[], byte[]> record, Exception exception) {
        Response response = usual.handleError(context, record, exception);
        if (!(exception instanceof RecordTooLargeException) || isInternal(record.topic())) {
            return response;
        }
        metrics.refused(Refusal.OUTPUT_TOO_LARGE);
        return Response.resume(response.deadLetterQueueRecords());
    }

    private boolean isInternal(String topic) {
        return topic.startsWith(internalPrefix) && INTERNAL.stream().anyMatch(topic::endsWith);
    }

    @Override
    public void configure(Map<String, ?> config) {
        metrics = LineMetrics.of(config);
        internalPrefix = config.get(StreamsConfig.APPLICATION_ID_CONFIG) + "-";
        usual.configure(config);
    }
}
