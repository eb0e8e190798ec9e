package io.deltawire.schemas;

import io.confluent.kafka.schemaregistry.client.rest.exceptions.RestClientException;
import java.io.IOException;
import java.util.Optional;

/** Tells a registry that can't be reached, which passes, from a record that is at fault, which stays so. */
public final class RegistryFailure {
    private static final String DECODERS = "org.apache.avro.io.";
    private static final int SERVER_ERROR = 500;

    private RegistryFailure() {}

    /** The failure of the line or of the server behind an exception; empty when the registry did answer or was not asked. */
    public static Optional<IOException> unreachable(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof RestClientException answer) {
                // A registry behind a proxy that is coming up answers 502 or 503.
                return answer.getStatus() >= SERVER_ERROR ? Optional.of(new IOException(answer)) : Optional.empty();
            }
            if (cause instanceof IOException line) {
                return decoding(line) ? Optional.empty() : Optional.of(line);
            }
        }
        return Optional.empty();
    }

    /** Avro's decoders say that bytes end too early with an IOException too. */
    private static boolean decoding(IOException failure) {
        for (StackTraceElement frame : failure.getStackTrace()) {
            if (frame.getClassName().startsWith(DECODERS)) {
                return true;
            }
        }
        return false;
    }
}
