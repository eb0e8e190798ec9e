package io.deltawire.topology;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import io.deltawire.schemas.RegistryFailure;
import java.io.IOException;
import java.util.Map;
import org.apache.avro.AvroRuntimeException;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.streams.errors.DeserializationExceptionHandler;
import org.apache.kafka.streams.errors.ErrorHandlerContext;
import org.apache.kafka.streams.errors.LogAndContinueExceptionHandler;

/**
 * Bytes that are no record of their topic go to the dead letters. A registry that can't be reached is not the record's fault:
 * then the thread stops, is replaced, and reads the record again, for as long as it takes.
 */
public final class UnreadableRecords implements DeserializationExceptionHandler {
    private final LogAndContinueExceptionHandler goOn = new LogAndContinueExceptionHandler();

    @SuppressWarnings("NullAway.Init")
    private LineMetrics metrics;

    @Override
    public Response handleError(
            ErrorHandlerContext context, ConsumerRecord<byte[], byte[]> record, Exception exception) {
        if (RegistryFailure.unreachable(exception).isPresent()) {
            return Response.fail();
        }
        metrics.refused(refusal(exception));
        return goOn.handleError(context, record, exception);
    }

    @Override
    public void configure(Map<String, ?> config) {
        metrics = LineMetrics.of(config);
        goOn.configure(config);
    }

    private static Refusal refusal(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException) {
                return Refusal.UNKNOWN_SCHEMA;
            }
            if (cause instanceof AvroRuntimeException || cause instanceof IOException) {
                return Refusal.WRONG_SCHEMA;
            }
            String message = String.valueOf(cause.getMessage());
            if (message.startsWith("expected ")) {
                return Refusal.WRONG_SCHEMA;
            }
        }
        return Refusal.NOT_AVRO;
    }
}
