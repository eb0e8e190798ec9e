package io.deltawire.replay;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * One end of a range of a topic, as people write it.
 *
 * @param time an event time; empty when it is told otherwise
 * @param offsets by partition; empty when it is told otherwise, and then it is the topic's own end on that side
 */
public record Bound(Optional<Instant> time, SortedMap<Integer, Long> offsets) {
    /** Where the topic itself begins or ends. */
    public static final Bound OF_TOPIC = new Bound(Optional.empty(), new TreeMap<>());

    private static final Pattern OFFSETS = Pattern.compile("\\d+:\\d+(,\\d+:\\d+)*");

    /**
     * Reads {@code beginning}, {@code end}, a day ({@code 2025-05-11}), a time ({@code 2025-05-11T06:00:00Z}) or offsets
     * ({@code 0:120,1:98}: partition and offset).
     *
     * @throws IllegalArgumentException that says what it may be
     */
    public static Bound parse(String text) {
        String bound = text.strip();
        if (bound.equalsIgnoreCase("beginning") || bound.equalsIgnoreCase("end")) {
            return OF_TOPIC;
        }
        if (OFFSETS.matcher(bound).matches()) {
            SortedMap<Integer, Long> offsets = new TreeMap<>();
            for (String each : bound.split(",")) {
                int colon = each.indexOf(':');
                offsets.put(Integer.parseInt(each.substring(0, colon)), Long.parseLong(each.substring(colon + 1)));
            }
            return new Bound(Optional.empty(), offsets);
        }
        return new Bound(Optional.of(time(bound)), new TreeMap<>());
    }

    /**
     * A day or a time.
     *
     * @throws IllegalArgumentException that says what it may be
     */
    public static Instant time(String text) {
        try {
            return text.length() == 10
                    ? LocalDate.parse(text).atStartOfDay().toInstant(ZoneOffset.UTC)
                    : Instant.parse(text);
        } catch (DateTimeException e) {
            throw new IllegalArgumentException(
                    "'" + text
                            + "' is neither a day (2025-05-11), a time (2025-05-11T06:00:00Z), nor partition:offset,…",
                    e);
        }
    }
}
