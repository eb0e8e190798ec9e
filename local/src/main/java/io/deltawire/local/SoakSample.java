package io.deltawire.local;

import java.time.Duration;
import java.util.Locale;

/**
 * How an instance under load stands at one time; sizes in MB.
 *
 * @param sent articles sent so far
 * @param done articles enriched so far
 * @param rss what the operating system counts as resident of the process
 * @param disk state of the stores
 * @param p99 seconds within which 99 of 100 changes came out since the last sample
 */
record SoakSample(
        Duration at,
        long sent,
        long done,
        double heap,
        double rss,
        double disk,
        long liveStories,
        long waiting,
        double p99) {
    static String header() {
        return "   time      sent   behind   heap MB    RSS MB   disk MB  live stories  in ORDER  p99 s";
    }

    long behind() {
        return sent - done;
    }

    String line() {
        return String.format(
                Locale.ROOT,
                "%4d:%02d %9d %8d %9.0f %9.0f %9.0f %13d %9d %6.2f",
                at.toMinutes(),
                at.toSecondsPart(),
                sent,
                behind(),
                heap,
                rss,
                disk,
                liveStories,
                waiting,
                p99);
    }
}
