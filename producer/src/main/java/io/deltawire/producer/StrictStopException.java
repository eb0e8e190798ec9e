package io.deltawire.producer;

/** A strict publication met an input that is no article. The message says where and why. */
public final class StrictStopException extends RuntimeException {
    private static final long serialVersionUID = 1;

    StrictStopException(String where, Throwable why) {
        super(where + ": " + why.getMessage(), why);
    }
}
