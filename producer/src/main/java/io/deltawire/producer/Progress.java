package io.deltawire.producer;

import java.time.Duration;
import java.util.OptionalLong;

/**
 * How far a publication has come.
 *
 * @param published articles the broker has confirmed
 * @param skipped inputs passed over
 * @param expected articles in all, once it is known
 * @param elapsed since the start
 */
public record Progress(long published, long skipped, OptionalLong expected, Duration elapsed) {
    /** Articles a second since the start. */
    public double rate() {
        double seconds = elapsed.toNanos() / 1e9;
        return seconds <= 0 ? 0 : published / seconds;
    }
}
