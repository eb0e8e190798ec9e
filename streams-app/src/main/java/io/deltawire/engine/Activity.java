package io.deltawire.engine;

import io.deltawire.state.Pieces;
import io.deltawire.story.StoryEvent;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Articles and outlets of each story per hour and day of event time. One piece per story and kind of window: time only goes
 * forward, so the window before is folded into the expectation and forgotten. Not thread-safe.
 */
final class Activity {
    /** Beyond this many outlets in one window, only articles are counted further. */
    private static final int MOST_OUTLETS = 500;

    /** Fewer articles than this are no burst, whatever the story did before. */
    private static final int LEAST_BURST = 5;

    /** How much of the expectation outlives a window: the last ten or so windows speak. */
    private static final double KEPT = 0.9;

    /** Deviations above the expectation, in the spread that a Poisson process of that rate has. */
    private static final double DEVIATIONS = 3;

    private final Pieces pieces;

    Activity(Pieces pieces) {
        this.pieces = pieces;
    }

    /** Counts one article; gives the new count of its hour and its day. */
    List<Emission> count(String storyId, String outlet, Instant effective) {
        List<Emission> out = new ArrayList<>(Window.values().length);
        for (Window window : Window.values()) {
            Count count = read(storyId, window).at(window.number(effective)).plus(outlet);
            pieces.put(key(storyId, window), count.bytes());
            out.add(new Emission.Active(
                    storyId,
                    window,
                    window.begin(effective),
                    count.articles(),
                    count.outlets().size(),
                    count.burst(),
                    effective));
        }
        return out;
    }

    /** A story that is closed or merged away starts anew if it comes back. */
    void forget(StoryEvent event) {
        if (event.type() == StoryEvent.Type.CLOSED || event.type() == StoryEvent.Type.MERGED) {
            for (Window window : Window.values()) {
                pieces.delete(key(event.storyId(), window));
            }
        }
    }

    private Count read(String storyId, Window window) {
        byte[] piece = pieces.get(key(storyId, window));
        return piece == null ? new Count(0, 0, 0, new LinkedHashSet<>()) : Count.of(piece);
    }

    private static String key(String storyId, Window window) {
        return storyId + "\u0000" + window.name().charAt(0);
    }

    /**
     * Count of one window.
     *
     * @param window number of the window since 1970
     * @param expected articles that the windows before led one to expect
     */
    private record Count(long window, double expected, int articles, Set<String> outlets) {
        static Count of(byte[] piece) {
            String[] fields = new String(piece, StandardCharsets.UTF_8).split("\n", -1);
            Set<String> outlets = new LinkedHashSet<>(List.of(fields).subList(3, fields.length));
            return new Count(
                    Long.parseLong(fields[0]), Double.parseDouble(fields[1]), Integer.parseInt(fields[2]), outlets);
        }

        byte[] bytes() {
            List<String> fields = new ArrayList<>(outlets.size() + 3);
            fields.add(Long.toString(window));
            fields.add(Double.toString(expected));
            fields.add(Integer.toString(articles));
            fields.addAll(outlets);
            return String.join("\n", fields).getBytes(StandardCharsets.UTF_8);
        }

        Count at(long now) {
            if (now <= window) {
                return this;
            }
            double folded = KEPT * expected + (1 - KEPT) * articles;
            double quiet = StrictMath.pow(KEPT, (int) Math.min(1_000, now - window - 1));
            return new Count(now, articles == 0 ? 0 : folded * quiet, 0, new LinkedHashSet<>());
        }

        Count plus(String outlet) {
            if (outlets.size() < MOST_OUTLETS) {
                outlets.add(outlet.replace('\n', ' '));
            }
            return new Count(window, expected, articles + 1, outlets);
        }

        boolean burst() {
            return articles >= LEAST_BURST && articles > expected + DEVIATIONS * StrictMath.sqrt(Math.max(1, expected));
        }
    }
}
