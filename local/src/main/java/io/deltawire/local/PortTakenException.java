package io.deltawire.local;

/** A port that was asked for by number is in use by somebody else. */
public final class PortTakenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    PortTakenException(int port, String what, Throwable cause) {
        super("port " + port + " on 127.0.0.1, wanted for the " + what + ", is taken by another program", cause);
    }
}
